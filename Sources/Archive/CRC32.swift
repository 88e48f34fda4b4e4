/// The checksum of gzip (RFC 1952, section 8), eight bytes a step.
enum CRC32 {
  /// Eight tables of 256: table t has what a byte does that t more bytes follow.
  private static let table: [UInt32] = {
    var table = (0..<256).map { byte in
      (0..<8).reduce(UInt32(byte)) { sum, _ in (sum >> 1) ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    for index in 256..<2048 {
      let before = table[index - 256]
      table.append((before >> 8) ^ table[Int(before & 0xFF)])
    }
    return table
  }()

  /// The checksum of `range` of `bytes`.
  static func checksum(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    let table = table.span
    let bytes = bytes.extracting(range)
    var sum = UInt32.max
    var offset = 0
    while offset &+ 8 <= bytes.count {
      let low = sum ^ word(bytes, offset)
      let high = word(bytes, offset &+ 4)
      sum =
        step(table, 7, low) ^ step(table, 6, low >> 8)
        ^ step(table, 5, low >> 16) ^ step(table, 4, low >> 24)
        ^ step(table, 3, high) ^ step(table, 2, high >> 8)
        ^ step(table, 1, high >> 16) ^ step(table, 0, high >> 24)
      offset &+= 8
    }
    while offset < bytes.count {
      sum = (sum >> 8) ^ step(table, 0, sum ^ UInt32(bytes[offset]))
      offset &+= 1
    }
    return ~sum
  }

  private static func step(
    _ table: borrowing Span<UInt32>, _ following: Int, _ bits: UInt32
  ) -> UInt32 {
    table[following &* 256 &+ Int(bits & 0xFF)]
  }

  private static func word(_ bytes: borrowing Span<UInt8>, _ offset: Int) -> UInt32 {
    UInt32(bytes[offset]) | UInt32(bytes[offset &+ 1]) << 8
      | UInt32(bytes[offset &+ 2]) << 16 | UInt32(bytes[offset &+ 3]) << 24
  }
}
