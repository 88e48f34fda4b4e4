/// A strict reader of RFC 8259 that finds the first error; used only where simdjson, which does not
/// tell places, fails.
///
/// Stricter than the RFC in what simdjson cannot hold: 1024 levels, paired surrogate escapes,
/// numbers that fit a Double.
struct JSONValidator {
  /// The integers that were passed over and do not fit 64 bits, as ranges of bytes.
  var longIntegers: [Range<Int>] = []

  private static let depthLimit = 1024

  let end: Int
  var offset: Int
  private var containers: [Unicode.Scalar] = []

  /// Will read the bytes of `range`.
  init(_ range: Range<Int>) {
    offset = range.lowerBound
    end = range.upperBound
  }

  /// Throws where the range is not one JSON value with white space around it.
  mutating func validate(_ bytes: borrowing Span<UInt8>) throws(JSONError) {
    var awaitsValue = true
    while awaitsValue {
      awaitsValue = try !beginValue(bytes)
      while !awaitsValue, let container = containers.last {
        awaitsValue = try continueContainer(bytes, container)
      }
    }
    skipSpace(bytes)
    guard offset == end else { throw error(bytes, "nothing more after the value") }
  }

  /// Reads a scalar or an empty container whole (true), or up to a container's first value (false).
  private mutating func beginValue(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> Bool {
    skipSpace(bytes)
    switch peek(bytes) {
    case "{", "[": return try beginContainer(bytes)
    case "\"": try string(bytes)
    case "-", .some("0"..."9"): try number(bytes)
    case "t": try literal(bytes, "true")
    case "f": try literal(bytes, "false")
    case "n": try literal(bytes, "null")
    default: throw errorOrBadText(bytes, expectedValue)
    }
    return true
  }

  private var expectedValue: String {
    switch containers.last {
    case "[": "an element"
    case "{": "a member's value"
    default: "a JSON value"
    }
  }

  private mutating func beginContainer(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> Bool {
    guard containers.count < Self.depthLimit else {
      throw JSONError(
        offset: offset, expected: "at most \(Self.depthLimit) levels of nesting", found: "one more")
    }
    let opener: Unicode.Scalar = peek(bytes) == "{" ? "{" : "["
    containers.append(opener)
    offset += 1
    skipSpace(bytes)
    if peek(bytes) == closer(of: opener) {
      offset += 1
      containers.removeLast()
      return true
    }
    if opener == "{" { try key(bytes, "a key or '}'") }
    return false
  }

  /// After a value: reads up to the next one (true) or past the container's end (false).
  private mutating func continueContainer(
    _ bytes: borrowing Span<UInt8>, _ container: Unicode.Scalar
  ) throws(JSONError) -> Bool {
    skipSpace(bytes)
    let isObject = container == "{"
    switch peek(bytes) {
    case ",":
      offset += 1
      if isObject { try key(bytes, "a key") }
      return true
    case closer(of: container):
      offset += 1
      containers.removeLast()
      return false
    default:
      throw errorOrBadText(
        bytes, isObject ? "',' or '}' after a member" : "',' or ']' after an element")
    }
  }

  private mutating func key(
    _ bytes: borrowing Span<UInt8>, _ expected: String
  ) throws(JSONError) {
    skipSpace(bytes)
    guard peek(bytes) == "\"" else { throw errorOrBadText(bytes, expected) }
    try string(bytes)
    skipSpace(bytes)
    guard peek(bytes) == ":" else { throw errorOrBadText(bytes, "':' after a key") }
    offset += 1
  }

  private mutating func literal(
    _ bytes: borrowing Span<UInt8>, _ word: String
  ) throws(JSONError) {
    for letter in word.unicodeScalars {
      guard peek(bytes) == letter else { throw errorOrBadText(bytes, "'\(word)'") }
      offset += 1
    }
  }
}

// MARK: - Bytes

extension JSONValidator {
  /// The next byte, as the ASCII character that it is or else as something that JSON has nowhere
  /// outside strings.
  func peek(_ bytes: borrowing Span<UInt8>) -> Unicode.Scalar? {
    offset < end ? Unicode.Scalar(bytes[offset]) : nil
  }

  private func closer(of opener: Unicode.Scalar) -> Unicode.Scalar { opener == "{" ? "}" : "]" }

  private mutating func skipSpace(_ bytes: borrowing Span<UInt8>) {
    while let byte = peek(bytes), [" ", "\n", "\r", "\t"].contains(byte) { offset += 1 }
  }

  func error(_ bytes: borrowing Span<UInt8>, _ expected: String) -> JSONError {
    JSONError(bytes, at: offset, expected: expected)
  }

  /// The error, unless the bytes here are no UTF-8: then that is what is wrong.
  func errorOrBadText(_ bytes: borrowing Span<UInt8>, _ expected: String) -> JSONError {
    let isText = offset >= end || UTF8Sequence.length(bytes, offset, end: end) != nil
    return error(bytes, isText ? expected : "UTF-8 text")
  }
}
