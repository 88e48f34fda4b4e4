/// What text is that is no JSON.
enum PlainText {
  /// Whether a line begins as a list of offline answers does.
  static func isOfflineAnswers(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      line.hasPrefix("- question:") || line == "answers:" || line.hasPrefix("answers: ")
    }
  }
}
