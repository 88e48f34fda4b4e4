/// What text is that is no JSON.
enum PlainText {
  /// Whether a line begins as a list of offline answers does.
  static func isOfflineAnswers(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      line.hasPrefix("- question:") || line == "answers:" || line.hasPrefix("answers: ")
    }
  }

  /// Whether the first line has the columns of Prowler's CSV.
  static func isProwlerCSV(_ text: String) -> Bool {
    let header = text.prefix { !$0.isNewline }
    let columns = Set(header.split { ";,\"".contains($0) }.map { $0.uppercased() })
    return columns.contains("CHECK_ID")
      && (columns.contains("ACCOUNT_UID") || columns.contains("ACCOUNT_ID"))
  }
}
