/// Bytes of output, appended without making a `String` of them.
extension Array<UInt8> {
  /// Appends the bytes of a span.
  mutating func append(copying bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in unsafe append(contentsOf: buffer) }
  }

  /// Appends the bytes of a literal, which no input can make.
  mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { buffer in unsafe append(contentsOf: buffer) }
  }

  /// Appends the UTF-8 bytes of a text.
  mutating func append(utf8 text: String) { append(copying: text.utf8Span.span) }

  /// Appends a number that is not negative, in decimal.
  mutating func append(decimal number: Int) {
    if number >= 10 { append(decimal: number / 10) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}

extension Span<UInt8> {
  /// Whether every byte is a printable ASCII character that stands for itself in HTML, JSON and
  /// CSV: none of `& < > " ' \ , ;`.
  ///
  /// Most texts of evidence are such: encoders then copy them at once.
  var isPlain: Bool {
    unsafe withUnsafeBytes { bytes in
      var others: UInt64 = 0
      var index = 0
      while index + 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        others |= Self.others(in: word)
        index += 8
      }
      // The rest as a word of its own, filled up with a plain character.
      var rest: UInt64 = 0x6161_6161_6161_6161
      while index < bytes.count {
        rest = unsafe rest << 8 | UInt64(bytes[index])
        index += 1
      }
      return others | Self.others(in: rest) == 0
    }
  }

  /// Not 0 where any of the eight bytes is not plain.
  private static func others(in word: UInt64) -> UInt64 {
    let pairs = has(0x26, in: word & ~ones) | has(0x3C, in: word & ~(2 * ones))  // & ' and < >
    let singles = has(0x22, in: word) | has(0x2C, in: word) | has(0x3B, in: word)  // " , ;
    let last = has(0x5C, in: word) | has(0x7F, in: word)  // \ and delete
    // Below 0x20, and above 0x7F.
    let outside = (word &- 0x20 * ones) & ~word & tops | word & tops
    return pairs | singles | last | outside
  }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  private static var tops: UInt64 { 0x80 * ones }

  /// Not 0 where any of the eight bytes is `byte`.
  private static func has(_ byte: UInt64, in word: UInt64) -> UInt64 {
    let zero = word ^ (byte * ones)
    return (zero &- ones) & ~zero & tops
  }

  /// Whether every byte is a printable ASCII character.
  var isPrintable: Bool {
    for index in indices where self[index] &- 0x20 >= 0x5F { return false }
    return true
  }

  /// The bytes, which are UTF-8, as text.
  var text: String {
    unsafe withUnsafeBufferPointer { buffer in unsafe String(decoding: buffer, as: UTF8.self) }
  }
}
