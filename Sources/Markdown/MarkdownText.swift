/// The one encoder of text for Markdown: what it returns renders as that text and nothing else.
///
///     MarkdownText.escape("a|b *c*")   // a\|b \*c\*
package enum MarkdownText {
  /// `text` made visible and inert, for inline places: a line, a list item, a cell, a link's text.
  ///
  /// Not for code spans, link addresses and link titles, where Markdown has no escapes like these.
  package static func escape(_ text: String) -> String {
    let scalars = Array(visible(text).unicodeScalars)
    // Only a full stop or bracket after leading digits makes a list item (CommonMark 5.2).
    let afterNumber = scalars.firstIndex { !("0"..."9").contains($0) } ?? scalars.count
    var escaped = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if let reference = reference(for: scalar, at: index, of: scalars) {
        escaped.append(contentsOf: reference.unicodeScalars)
        continue
      }
      let startsList = index == afterNumber && index > 0 && (scalar == "." || scalar == ")")
      if startsList || needsBackslash(at: index, of: scalars) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// `text` on one line with every character showing: line ends and tabs become spaces, control,
  /// bidirectional and other invisible characters their code points, like `U+202E`.
  package static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
    var shown = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\n" where previous == "\r": continue
      case "\t", "\n", "\u{0B}", "\u{0C}", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        shown.append(" ")
      case _ where isInvisible(scalar): shown.append(contentsOf: codePoint(scalar).unicodeScalars)
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// A character reference where a backslash would not do.
  private static func reference(
    for scalar: Unicode.Scalar, at index: Int, of scalars: [Unicode.Scalar]
  ) -> String? {
    let isFirst = index == 0
    let isLast = index == scalars.count - 1
    switch scalar {
    // Markdown drops spaces at the ends of a line and of a cell.
    case " " where isFirst || isLast: return "&#32;"
    // cmark-gfm 0.29.0.gfm.6 reads the second of `\\|` as the pipe's, and the cell goes on.
    case "\\" where isLast: return "&#92;"
    default: return nil
    }
  }

  private static func needsBackslash(at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    let isFirst = index == 0
    let isLast = index == scalars.count - 1
    switch scalars[index] {
    case "\\", "`", "*", "[", "]", "<", "|", "~": return true
    // Between letters or digits an underscore is no emphasis (CommonMark 6.2, rule 2).
    case "_":
      return isFirst || isLast || ![index - 1, index + 1].allSatisfy { isWord(scalars[$0]) }
    // Only what could start a character reference.
    case "&": return isLast || scalars[index + 1] == "#" || isWord(scalars[index + 1])
    // Before a link that follows in the sentence, this would make an image of it.
    case "!": return isLast
    case "#", "+", "-", "=", ">", ":", "(": return isFirst
    default: return false
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    // The two that choose between the text and the picture of a symbol do no harm.
    if scalar == "\u{FE0E}" || scalar == "\u{FE0F}" { return false }
    switch scalar.properties.generalCategory {
    case .control, .format: return true
    // A blank that is no space.
    default: return scalar.properties.isDefaultIgnorableCodePoint || scalar == "\u{2800}"
    }
  }

  private static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
