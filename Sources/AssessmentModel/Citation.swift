import Crypto

/// Short stable ids for paper and tickets, made from what a thing is (rules.md 11).
package enum Citation {
  private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// `prefix`, a hyphen and ten Crockford base32 digits of a SHA-256 over the parts, each followed
  /// by a zero byte: `IAM.3-4T9W0K2M7C`.
  package static func id(_ prefix: String, _ parts: [String]) -> String {
    var hash = SHA256()
    for part in [prefix] + parts {
      hash.update(data: Array(part.utf8))
      hash.update(data: [0])
    }
    let bytes = Array(hash.finalize().prefix(8))
    let number = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let text = (0..<10).map { digits[Int(number >> (59 - 5 * UInt64($0)) & 31)] }
    return prefix + "-" + String(decoding: text, as: UTF8.self)
  }
}
