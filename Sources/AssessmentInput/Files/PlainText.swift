/// What text is that is no JSON.
enum PlainText {
  /// Whether a line begins as a list of offline answers does.
  static func isOfflineAnswers(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      line.hasPrefix("- question:") || line == "answers:" || line.hasPrefix("answers: ")
    }
  }

  /// Whether a line begins as results of Trusted Advisor do that people write, however it is spelt.
  static func isOfflineAdvisor(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      guard line.first?.isLetter == true, let colon = line.firstIndex(of: ":") else { return false }
      return line[..<colon].lowercased().filter(\.isLetter) == "trustedadvisor"
        && line[..<colon].allSatisfy { $0.isLetter || "-_ ".contains($0) }
    }
  }
}
