import JSON

/// Encodings other than UTF-8, told by the first four bytes (RFC 4627, section 3; Unicode 23.8).
enum ForeignEncoding {
  /// What is there instead of UTF-8, as a phrase; nil when nothing says so.
  static func found(in text: JSONText) -> String? {
    text.withBytes { bytes in
      let head = (0..<min(4, bytes.count)).map { bytes[$0] }
      switch head {
      case [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]: return "a UTF-32 byte order mark"
      case _ where head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]):
        return "a UTF-16 byte order mark"
      default: break
      }
      guard head.count == 4 else { return nil }
      switch head.map(isText) {
      case [true, false, true, false] where head[1] == 0 && head[3] == 0,
        [false, true, false, true] where head[0] == 0 && head[2] == 0:
        return "UTF-16 text"
      case [true, false, false, false] where head[1...] == [0, 0, 0],
        [false, false, false, true] where head[..<3] == [0, 0, 0]:
        return "UTF-32 text"
      default: return nil
      }
    }
  }

  private static func isText(_ byte: UInt8) -> Bool {
    0x20..<0x7F ~= byte || [0x09, 0x0A, 0x0D].contains(byte)
  }
}
