import AssessmentModel
import YAML

/// What is wrong in a file that people write; all of it, so that one run shows it.
struct FormProblems {
  private(set) var all: [FileProblem] = []

  /// Adds a problem at a value.
  mutating func add(_ node: YAMLNode, _ summary: String, remedy: String? = nil) {
    all.append(
      FileProblem(
        "invalid-value", at: .line(node.line, column: node.column), summary, remedy: remedy))
  }

  /// Adds an unknown key with what may have been meant.
  mutating func addUnknown(_ key: YAMLNode, known: [String]) {
    let name = key.string ?? ""
    let guess = Spelling.closest(to: name, among: known).map { "Did you mean \"\($0)\"? " } ?? ""
    all.append(
      FileProblem(
        "unknown-key", at: .line(key.line, column: key.column),
        "the key \"\(name)\" is not known here",
        remedy: guess + "Known keys: \(known.joined(separator: ", "))."))
  }
}
