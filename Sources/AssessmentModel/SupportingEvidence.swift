/// An output of the AWS CLI that an auditor accepts beside an answer that no check can see.
package struct SupportingEvidence: Sendable {
  package let question: String
  /// The whole command, such as `aws ssm describe-sessions --state History`.
  package let command: String
  /// What the output shows, in a sentence.
  package let shows: String
  /// What the report calls a file that the command wrote, whatever its options were.
  package let outputKind: String

  package init(question: String, command: String, shows: String) {
    self.question = question
    self.command = command
    self.shows = shows
    let words = command.split(separator: " ").prefix(3).joined(separator: " ")
    outputKind = Self.kind(of: words)
  }

  /// What the report calls a file that the command wrote.
  package static func kind(of command: String) -> String { "output of \(command)" }
}
