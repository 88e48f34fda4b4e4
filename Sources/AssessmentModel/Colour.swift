import Glibc

/// A colour of sRGB without transparency.
package struct Colour: Sendable, Equatable, CustomStringConvertible {
  /// Red, green and blue, 0 to 255 each.
  private let channels: [Int]

  /// `0x0B5394` is `#0b5394`.
  package init(rgb: Int) { channels = [rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255] }

  private init(channels: [Int]) { self.channels = channels }

  /// A colour written `#rrggbb`, in small or large letters; nil for anything else.
  package init?(_ text: String) {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6,
      digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
      let rgb = Int(text.dropFirst(), radix: 16)
    else { return nil }
    self.init(rgb: rgb)
  }

  /// `#0b5394`.
  package var description: String {
    "#" + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The contrast of text and background, 1 to 21 (WCAG 2.2, definition of contrast ratio).
  package func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The least contrast with any of several backgrounds.
  package func contrast(with others: [Colour]) -> Double {
    others.map(contrast(with:)).min() ?? 21
  }

  /// The colour as it is, or mixed with as little of another as makes it readable on all backgrounds.
  func moved(towards other: Colour, on backgrounds: [Colour]) -> Colour {
    let steps = 64
    let mixtures = (0...steps).lazy.map { step in
      Colour(
        channels: zip(channels, other.channels).map { $0 + ($1 - $0) * step / steps })
    }
    return mixtures.first { $0.contrast(with: backgrounds) >= Accent.contrast } ?? other
  }

  /// Relative luminance, 0 to 1 (WCAG 2.2).
  private var luminance: Double {
    let linear = channels.map { channel -> Double in
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
