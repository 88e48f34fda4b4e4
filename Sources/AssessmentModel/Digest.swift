import Crypto
package import FoundationEssentials

/// SHA-256 in hexadecimal, of evidence and of the catalogue.
package struct Digest {
  private var hash = SHA256()

  /// The digest of nothing yet.
  package init() {}

  /// The digest of all chunks one after the other, 64 lower-case hexadecimal digits.
  package static func sha256Hex(of chunks: some Sequence<some DataProtocol>) -> String {
    var digest = Digest()
    for chunk in chunks { digest.hash.update(data: chunk) }
    return digest.sha256Hex()
  }

  /// The digest of some bytes in base 64, as content security policies want it.
  package static func sha256Base64(of bytes: [UInt8]) -> String {
    Data(SHA256.hash(data: bytes)).base64EncodedString()
  }

  /// Takes in more bytes.
  package mutating func update(_ bytes: borrowing Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { buffer in unsafe hash.update(bufferPointer: buffer) }
  }

  /// The digest of all bytes so far, 64 lower-case hexadecimal digits.
  package consuming func sha256Hex() -> String {
    unsafe String(unsafeUninitializedCapacity: 64) { text in
      let digits: StaticString = "0123456789abcdef"
      var count = 0
      for byte in hash.finalize() {
        unsafe text[count] = digits.utf8Start[Int(byte >> 4)]
        unsafe text[count + 1] = digits.utf8Start[Int(byte & 15)]
        count += 2
      }
      return count
    }
  }
}
