extension JSONValidator {
  /// Reads from one quote past the other.
  mutating func string(_ bytes: borrowing Span<UInt8>) throws(JSONError) {
    offset += 1
    while let byte = peek(bytes), byte != "\"" {
      switch byte {
      case "\\": try escape(bytes)
      case "\u{0}"..."\u{1F}":
        throw error(bytes, "an escape such as \\n for a control character in a string")
      default: offset += try character(bytes)
      }
    }
    guard offset < end else { throw error(bytes, "'\"' at the end of a string") }
    offset += 1
  }

  private func character(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> Int {
    guard let length = UTF8Sequence.length(bytes, offset, end: end) else {
      throw error(bytes, "UTF-8 text")
    }
    return length
  }

  private mutating func escape(_ bytes: borrowing Span<UInt8>) throws(JSONError) {
    let start = offset
    offset += 1
    guard let byte = peek(bytes), "\"\\/bfnrtu".unicodeScalars.contains(byte) else {
      throw errorOrBadText(bytes, "one of \" \\ / b f n r t u after a backslash")
    }
    offset += 1
    guard byte == "u" else { return }
    switch try fourDigits(bytes) {
    case 0xD800..<0xDC00: try lowSurrogate(bytes)
    case 0xDC00..<0xE000:
      throw JSONError(
        offset: start, expected: "a high surrogate escape before a low one", found: "none")
    default: break
    }
  }

  private mutating func lowSurrogate(_ bytes: borrowing Span<UInt8>) throws(JSONError) {
    let start = offset
    let expected = "a low surrogate escape after a high one"
    guard peek(bytes) == "\\" else { throw errorOrBadText(bytes, expected) }
    offset += 1
    guard peek(bytes) == "u" else {
      throw JSONError(bytes, at: start, expected: expected)
    }
    offset += 1
    let low = try fourDigits(bytes)
    guard 0xDC00..<0xE000 ~= low else {
      throw JSONError(offset: start, expected: expected, found: "another one")
    }
  }

  private mutating func fourDigits(_ bytes: borrowing Span<UInt8>) throws(JSONError) -> Int {
    var value = 0
    for _ in 0..<4 {
      guard let byte = peek(bytes), let digit = Character(byte).hexDigitValue else {
        throw errorOrBadText(bytes, "four hexadecimal digits after \\u")
      }
      value = value * 16 + digit
      offset += 1
    }
    return value
  }
}
