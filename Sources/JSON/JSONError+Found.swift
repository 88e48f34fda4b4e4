extension JSONError {
  /// The error at a 0-based offset in `text`, at most its count, which says itself what stands
  /// there.
  package init(in text: JSONText, at offset: Int, expected: String) {
    self = text.withBytes { JSONError($0, at: offset, expected: expected) }
  }

  /// The error at `offset`, which says itself what stands there.
  init(_ bytes: borrowing Span<UInt8>, at offset: Int, expected: String) {
    self.init(offset: offset, expected: expected, found: Self.found(bytes, offset))
  }

  private static func found(_ bytes: borrowing Span<UInt8>, _ offset: Int) -> String {
    guard offset < bytes.count else { return "the end of the file" }
    switch bytes[offset] {
    case 0x00: return "a zero byte"
    case 0x09: return "a tab"
    case 0x0A, 0x0D: return "a line break"
    case 0x20: return "a space"
    case UInt8(ascii: "'"): return "an apostrophe"
    case 0x21...0x7E, 0xC2...0xF4: break
    default: return byte(bytes[offset])
    }
    guard let length = UTF8Sequence.length(bytes, offset, end: bytes.count) else {
      return byte(bytes[offset])
    }
    let character = (offset..<offset + length).map { bytes[$0] }
    let text = String(decoding: character, as: UTF8.self)
    // Blanks that look like a space, as from a web page, are told by their number.
    if let blank = text.unicodeScalars.first, blank.properties.generalCategory == .spaceSeparator {
      return "the blank U+" + String(blank.value + 0x10000, radix: 16, uppercase: true).dropFirst()
    }
    return "'\(text)'"
  }

  private static func byte(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "byte 0x" + (byte < 16 ? "0" : "") + digits
  }
}
