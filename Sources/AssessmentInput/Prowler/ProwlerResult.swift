import AssessmentModel

/// What a check of Prowler said, in the words of any of its versions and formats.
struct ProwlerResult: Equatable {
  var status = Record.Status.none
  /// Whether the word says that the result was muted, which hides what it was: MUTED of Prowler 3.
  var isMuted = false

  /// Nothing is known of MANUAL, which asks a person, nor of INFO; WARNING of Prowler 2 and 3 is
  /// what an allow list had named, or a check that could not tell.
  init(_ word: borrowing Span<UInt8>) {
    if word.isWord("pass") || word.isWord("passed") || word.isWord("success") {
      status = .passed
    } else if word.isWord("fail") || word.isWord("failed") || word.isWord("failure") {
      status = .failed
    } else if word.isWord("muted") {
      status = .warning
      isMuted = true
    } else if word.isWord("warning") {
      status = .warning
    } else if word.isWord("manual") || word.isWord("not_available") {
      status = .notAvailable
    }
  }

  /// The result of a record without a word.
  init() {}
}
