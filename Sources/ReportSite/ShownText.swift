import AssessmentModel

/// Texts of evidence in the length in which pages show them.
enum ShownText {
  /// Scalars of a text that are shown where nothing else is said.
  static let limit = 300

  /// The whole text, or its first `limit` scalars and where the whole stands.
  ///
  /// Scalars, not characters: one character can have any number of combining marks.
  static func short(_ text: String, limit: Int = limit, whole: String) -> String {
    guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return text }
    return String(text.unicodeScalars.prefix(limit)) + "… (whole in \(whole))"
  }
}

extension Diagnostic {
  /// The line of a page's list, as a terminal shows it; report.json has the whole.
  var shown: String { ShownText.short(PlainLine.of(line), limit: 600, whole: "report.json") }
}
