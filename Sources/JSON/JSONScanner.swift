/// Walks the outer shape of JSON text of any size, without parsing what is inside: finds the
/// records.
///
/// Each value is either entered, or passed over for its range, which a `JSONParser` reads. Reads
/// single documents, NDJSON and documents one after the other. A copy of a scanner is a look ahead.
///
///     var scanner = JSONScanner(text)
///     while let kind = try scanner.advanceToTopLevelValue() {
///       guard kind == .object else { … }
///       scanner.enter()
///       while let key = try scanner.advanceToMember() {
///         guard key == "Findings", scanner.kind == .array else { continue }  // It is passed over.
///         scanner.enter()
///         while let record = try scanner.nextElement() { read(try parser.parse(text, record)) }
///       }
///     }
///
/// Passing over finds the closing quote or bracket of a value and checks nothing else: only what is
/// parsed is known to be JSON.
package struct JSONScanner: Sendable {
  private enum State {
    /// Between top-level values.
    case outside
    /// At the first byte of a value.
    case atValue
    /// After `[` or `{`.
    case entered
    /// After a value inside a container.
    case afterValue
  }

  private let text: JSONText
  private let step: Int
  private var state = State.outside
  /// The opening brackets of what was entered.
  private var containers: [Unicode.Scalar] = []

  /// The offset in bytes of what comes next.
  package private(set) var offset: Int

  /// Starts at an offset between top-level values; a long array or object is passed over in steps
  /// of `step` bytes, whose memory is given back.
  package init(_ text: JSONText, at offset: Int = 0, step: Int = 32 << 20) {
    precondition(0...text.count ~= offset, "A scanner starts in the text.")
    self.text = text
    self.step = step
    self.offset = offset
  }

  /// The kind of the value that the scanner stands at; nil when it stands at none.
  package var kind: JSONValue.Kind? {
    state == .atValue ? next.flatMap(JSONValue.Kind.init(first:)) : nil
  }
}

// MARK: - Values

extension JSONScanner {
  /// Goes to the next value outside all others; nil at the end of the text.
  package mutating func advanceToTopLevelValue() throws(JSONError) -> JSONValue.Kind? {
    try finishValue()
    precondition(containers.isEmpty, "A container is read to its end before the next document.")
    offset = try text.withBytes { (bytes) throws(JSONError) in
      SimdJSON.skipSpace(bytes, try ByteOrderMark.skip(bytes, offset))
    }
    guard offset < text.count else { return nil }
    return try stand("a JSON value")
  }

  /// Goes to the next element of the array that was entered; nil after its end.
  package mutating func advanceToElement() throws(JSONError) -> JSONValue.Kind? {
    guard try advanceInside("[", "',' or ']' after an element") else { return nil }
    return try stand("an element")
  }

  /// Goes to the value of the next member of the object that was entered: its key, unescaped; nil
  /// after its end.
  package mutating func advanceToMember() throws(JSONError) -> String? {
    let isFirst = state == .entered
    guard try advanceInside("{", "',' or '}' after a member") else { return nil }
    guard next == "\"" else { throw error(isFirst ? "a key or '}'" : "a key") }
    let key = try readKey()
    skipSpace()
    guard next == ":" else { throw error("':' after a key") }
    offset += 1
    skipSpace()
    _ = try stand("a member's value")
    return key
  }

  /// Goes into the array or object that the scanner stands at.
  package mutating func enter() {
    precondition(kind == .array || kind == .object, "Only an array or an object can be entered.")
    containers.append(kind == .object ? "{" : "[")
    offset += 1
    state = .entered
  }

  /// Passes over the value that the scanner stands at: its range in bytes.
  @discardableResult
  package mutating func skipValue() throws(JSONError) -> Range<Int> {
    precondition(state == .atValue, "The scanner stands at a value.")
    let start = offset
    guard let end = SimdJSON.skipValue(text, start, step: step) else {
      throw endlessValue()
    }
    offset = end
    state = containers.isEmpty ? .outside : .afterValue
    return start..<end
  }

  /// Whether the array or object that the scanner stands at has more than so many bytes.
  package func isLonger(than size: Int) -> Bool {
    state == .atValue && SimdJSON.isLonger(text, offset, than: size)
  }

  /// Passes over the next value outside all others: its range, or nil at the end of the text.
  package mutating func nextTopLevelValue() throws(JSONError) -> Range<Int>? {
    try advanceToTopLevelValue() == nil ? nil : skipValue()
  }

  /// Passes over the next element of the array that was entered: its range, or nil after its end.
  package mutating func nextElement() throws(JSONError) -> Range<Int>? {
    try advanceToElement() == nil ? nil : skipValue()
  }
}

// MARK: - Steps

extension JSONScanner {
  /// The next byte as a character; nil at the end of the text.
  private var next: Unicode.Scalar? {
    offset < text.count ? Unicode.Scalar(text.byte(at: offset)) : nil
  }

  private mutating func skipSpace() {
    offset = text.withBytes { SimdJSON.skipSpace($0, offset) }
  }

  /// Passes over a value that the caller went to and did not read.
  private mutating func finishValue() throws(JSONError) {
    if state == .atValue { try skipValue() }
  }

  /// Goes past a comma to the first byte of what follows (true), or past the container's end
  /// (false).
  private mutating func advanceInside(
    _ opener: Unicode.Scalar, _ expected: String
  ) throws(JSONError) -> Bool {
    try finishValue()
    precondition(containers.last == opener, "A member or an element is read in what was entered.")
    skipSpace()
    if next == (opener == "{" ? "}" : "]") {
      offset += 1
      containers.removeLast()
      state = containers.isEmpty ? .outside : .afterValue
      return false
    }
    guard state == .afterValue else { return true }
    guard next == "," else { throw error(expected) }
    offset += 1
    skipSpace()
    return true
  }

  /// Makes the scanner stand at the value that must begin here.
  private mutating func stand(_ expected: String) throws(JSONError) -> JSONValue.Kind {
    guard let kind = next.flatMap(JSONValue.Kind.init(first:)) else { throw error(expected) }
    state = .atValue
    return kind
  }

  private mutating func readKey() throws(JSONError) -> String {
    let start = offset
    guard let end = SimdJSON.skipValue(text, start, step: step) else {
      throw endlessValue()
    }
    offset = end
    return try JSONParser().parse(text, start..<end).string ?? ""
  }

  private func error(_ expected: String) -> JSONError {
    text.withBytes { bytes in
      let isText =
        offset >= bytes.count || UTF8Sequence.length(bytes, offset, end: bytes.count) != nil
      return JSONError(bytes, at: offset, expected: isText ? expected : "UTF-8 text")
    }
  }

  /// Why the value at `offset` does not end.
  private func endlessValue() -> JSONError {
    do {
      return try text.withBytes { (bytes) throws(JSONError) in
        var validator = JSONValidator(offset..<bytes.count)
        try validator.validate(bytes)
        return error("a value that ends")
      }
    } catch {
      return error
    }
  }
}
