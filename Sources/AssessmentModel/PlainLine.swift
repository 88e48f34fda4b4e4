/// Text of files on one line, in which every character can be seen.
package enum PlainLine {
  /// The text with escapes, such as `\n` and `\u{202E}`, for control and other invisible characters,
  /// so that a file's name can neither break a line nor steer a terminal.
  package static func of(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": plain.append(contentsOf: "\\n".unicodeScalars)
      case "\r": plain.append(contentsOf: "\\r".unicodeScalars)
      case "\t": plain.append(contentsOf: "\\t".unicodeScalars)
      case _ where isInvisible(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        plain.append(contentsOf: "\\u{\(digits)}".unicodeScalars)
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    // The two that choose between the text and the picture of a symbol do no harm.
    if scalar == "\u{FE0E}" || scalar == "\u{FE0F}" { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    // A blank that is no space.
    default: return scalar.properties.isDefaultIgnorableCodePoint || scalar == "\u{2800}"
    }
  }
}
