/// The address of a link that a reader may be sent to.
struct LinkTarget {
  /// Percent-encoded where a URL needs it; not yet encoded for HTML.
  let address: String
  /// Whether the link leaves the site.
  let isExternal: Bool

  /// Takes http, https, mailto, fragments and relative paths; nil for anything else.
  ///
  /// Browsers drop control characters from an address and read `\` as `/` (URL Standard, 4.4), so
  /// an address with either is refused, and so is `//host`.
  init?(_ address: String) {
    let scalars = address.unicodeScalars
    guard !scalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" }),
      scalars.first != " ", !address.isEmpty
    else { return nil }
    // Bytes, not characters: a mark behind a colon or slash is part of the same character, and a
    // browser reads the colon all the same.
    let bytes = Array(address.utf8)
    let head = bytes.prefix { !"/?#".utf8.contains($0) }
    if let colon = head.firstIndex(of: UInt8(ascii: ":")) {
      let rest = bytes[(colon + 1)...]
      switch String(decoding: head[..<colon], as: UTF8.self).lowercased() {
      case "http", "https":
        guard rest.starts(with: "//".utf8), rest.count > 2, !rest.starts(with: "///".utf8) else {
          return nil
        }
        isExternal = true
      case "mailto": isExternal = false
      default: return nil
      }
    } else {
      guard !bytes.starts(with: "//".utf8) else { return nil }
      isExternal = false
    }
    self.address = Self.percentEncoded(address)
  }

  /// Encodes what RFC 3986 does not allow; `%` stays, because addresses come encoded.
  private static func percentEncoded(_ address: String) -> String {
    let allowed = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      case _ where allowed.contains(byte): bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
