import Crypto

/// Short stable ids for paper and tickets, made from what a thing is (rules.md 11).
///
///     Citation.id("IAM.3", ["111122223333", "global", "arn:…"])  // IAM.3-4T9W0K2M7C
package struct Citation: Hashable, Sendable {
  /// Ten digits of five bits, the first one highest.
  package let rawValue: UInt64

  private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// The first 50 bits of a SHA-256 over `identity`: what a thing is, each part followed by a zero
  /// byte.
  package init(ofParts identity: [UInt8]) {
    let bytes = SHA256.hash(data: identity).prefix(7)
    let number = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    rawValue = number >> 6
  }

  /// Appends the ten digits in Crockford's base32.
  package func appendDigits(to bytes: inout [UInt8]) {
    for digit in 0..<10 {
      bytes.append(Self.digits[Int(rawValue >> (45 - 5 * UInt64(digit)) & 31)])
    }
  }

  /// `prefix`, a hyphen and the digits of the citation of `prefix` and the parts.
  package static func id(_ prefix: String, _ parts: [String]) -> String {
    var identity: [UInt8] = []
    for part in [prefix] + parts {
      identity += part.utf8
      identity.append(0)
    }
    var text = Array((prefix + "-").utf8)
    Citation(ofParts: identity).appendDigits(to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}
