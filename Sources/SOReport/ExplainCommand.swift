import ArgumentParser
import AssessmentInput
import AssessmentModel
import EmbeddedFiles

/// `so-report explain`: a check's guidance in the terminal.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Prints what a check means and how to fix it.",
    discussion: """
      Example:
        so-report explain IAM.3
      """)

  @Argument(help: ArgumentHelp("The check's id, in any case.", valueName: "check"))
  var check: String

  @OptionGroup var overlay: OverlayOptions

  func run() throws {
    let console = Console()
    let text = try exiting(console) { () throws(RunFailure) in
      let files = try FileSet.overlaid(templates: overlay.templates, assets: overlay.assets)
      let catalogue = try FileSet.catalogue(of: files)
      guard let item = catalogue.check(check) else {
        let near = Suggestion.nearest(to: check, among: catalogue.checks.map(\.id))
        throw RunFailure(
          .usage, "unknown-check", "there is no check “\(PlainLine.of(check))”",
          remedy: near.map { "Did you mean \($0)?" } ?? "Ids look like IAM.3 or S3.8.")
      }
      return Self.text(of: item, catalogue)
    }
    console.print(text)
  }

  /// The check as Markdown: title, facts and all sections.
  static func text(of check: Check, _ catalogue: AssessmentModel.Catalogue) -> String {
    let objectives = catalogue.objectives(claiming: check.id).map { "\($0.label) \($0.title)" }
    var lines = [
      "# \(check.id) \(check.title)", "",
      "Severity: \(check.severity.word). Judged \(check.scope == .global ? "once an account" : "in each region").",
      "Objectives: \(objectives.joined(separator: ", ")).",
    ]
    if !check.standards.isEmpty {
      lines.append("Standards: \(check.standards.joined(separator: ", ")).")
    }
    if let rule = check.configRule { lines.append("Config rule: \(rule).") }
    if !check.prowlerChecks.isEmpty {
      lines.append("Prowler checks: \(check.prowlerChecks.joined(separator: ", ")).")
    }
    if !check.trustedAdvisorChecks.isEmpty {
      let names = check.trustedAdvisorChecks.map(catalogue.advisorName)
      lines.append("Trusted Advisor checks: \(names.joined(separator: ", ")).")
    }
    if let day = check.retiredOn {
      let next =
        check.successors.isEmpty ? "" : " Successor: \(check.successors.joined(separator: ", "))."
      lines.append("Withdrawn by AWS on \(day.day).\(next)")
    }
    for section in check.guidance {
      lines += ["", "## \(section.title)", "", section.markdown]
    }
    return lines.joined(separator: "\n")
  }
}

/// The nearest of several words, for “did you mean”.
enum Suggestion {
  /// The word at the smallest edit distance, at most a third of its length; nil when none is near.
  static func nearest(to text: String, among words: [String]) -> String? {
    let wanted = text.lowercased()
    let scored = words.map { (word: $0, distance: Spelling.distance(wanted, $0.lowercased())) }
    guard let best = scored.min(by: { $0.distance < $1.distance }),
      best.distance <= max(2, best.word.count / 3)
    else { return nil }
    return best.word
  }
}
