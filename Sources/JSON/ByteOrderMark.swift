/// What some programs write before their text.
enum ByteOrderMark {
  /// The offset after a UTF-8 mark when `offset` is the start of the text, else `offset`; refuses
  /// UTF-16.
  static func skip(_ bytes: borrowing Span<UInt8>, _ offset: Int) throws(JSONError) -> Int {
    guard offset == 0, bytes.count >= 2 else { return offset }
    switch (bytes[0], bytes[1]) {
    case (0xFE, 0xFF), (0xFF, 0xFE):
      throw JSONError(offset: 0, expected: "UTF-8 text", found: "a UTF-16 byte order mark")
    case (0xEF, 0xBB):
      return bytes.count >= 3 && bytes[2] == 0xBF ? 3 : 0
    default:
      return 0
    }
  }
}
