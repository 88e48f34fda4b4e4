import Crypto

/// SHA-256 as lower-case hexadecimal: at once with `digest`, or piece by piece.
package struct SHA256Hex {
  private var hash = SHA256()

  /// The hash of nothing yet.
  package init() {}

  /// Takes in the next bytes of what is hashed.
  package mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
  }

  /// The digest of the bytes so far, 64 hexadecimal digits.
  package var digest: String { Self.hexadecimal(hash.finalize()) }

  /// The digest of `bytes`, 64 hexadecimal digits.
  package static func digest(_ bytes: Span<UInt8>) -> String {
    var hash = Self()
    hash.update(bytes)
    return hash.digest
  }

  /// The digest of `bytes`, 64 hexadecimal digits.
  package static func digest(_ bytes: [UInt8]) -> String { digest(bytes.span) }

  private static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
