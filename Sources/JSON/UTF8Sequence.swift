/// One code point in UTF-8, as table 3-7 of the Unicode Standard has it.
enum UTF8Sequence {
  /// The number of bytes, 1 to 4, of the well-formed sequence at `offset`, or nil.
  static func length(_ bytes: borrowing Span<UInt8>, _ offset: Int, end: Int) -> Int? {
    let first = bytes[offset]
    if first < 0x80 { return 1 }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard 0xC2...0xF4 ~= first, offset + length <= end else { return nil }
    let seconds: ClosedRange<UInt8> =
      switch first {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard seconds ~= bytes[offset + 1] else { return nil }
    for index in 2..<max(2, length) where bytes[offset + index] & 0xC0 != 0x80 { return nil }
    return length
  }
}
