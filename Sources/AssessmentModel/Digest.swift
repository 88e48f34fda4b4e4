import Crypto
package import FoundationEssentials

/// SHA-256 in hexadecimal, of evidence and of the catalogue.
package enum Digest {
  /// The digest of all chunks one after the other, 64 lower-case hexadecimal digits.
  package static func sha256Hex(of chunks: some Sequence<some DataProtocol>) -> String {
    var hash = SHA256()
    for chunk in chunks { hash.update(data: chunk) }
    let digits = Array("0123456789abcdef".utf8)
    let text = hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
