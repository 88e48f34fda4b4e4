/// The table of stages that `so-report build --timings` writes to standard error.
enum StageTimes {
  /// Reads lines such as `merge  0.412 s` out of everything that a run said.
  ///
  /// A stage's name has lower-case letters and spaces; the time has a decimal point, and may have
  /// its unit.
  static func read(_ text: String) -> [(name: String, seconds: Double)] {
    text.split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ")
      if words.last == "s" { words.removeLast() }
      guard let last = words.popLast(), last.contains("."), let seconds = Double(last),
        !words.isEmpty, words.allSatisfy({ $0.allSatisfy(\.isLowercase) })
      else { return nil }
      return (words.joined(separator: " "), seconds)
    }
  }
}
