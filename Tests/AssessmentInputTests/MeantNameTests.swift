import AssessmentInput
import AssessmentModel
import Testing

@Suite("Names that are nearly right")
struct MeantNameTests {
  private static let exceptions = """
    - check: IAM.3
      reason: r
      owner: o
      approved-by: a
      until: 2026-12-31
    """

  static let cases: [(path: String, text: String, line: String?)] = [
    ("exceptions.yml", exceptions, "Did you mean exceptions.yaml? Rename it."),
    ("exception.yaml", exceptions, "Did you mean exceptions.yaml? Rename it."),
    ("Exceptions.yaml", exceptions, "Did you mean exceptions.yaml? Rename it."),
    ("assessment.yml", "title: x", "Did you mean assessment.yaml? Rename it."),
    ("assesment.yaml", "title: x", "Did you mean assessment.yaml? Rename it."),
    ("plans.csv", "id,owner\n", "Did you mean plan.csv? Rename it."),
    ("answer/so-1.yaml", "- x: y", "Did you mean answers/? Rename the folder."),
    ("Answers/so-1.yml", "- x: y", "Did you mean answers/? Rename the folder."),
    ("note/so-3.md", "Well done.", "Did you mean notes/? Rename the folder."),
    ("note/README.md", "About notes.", nil),
    ("notes/so-3.txt", "Well done.", "Did you mean notes/so-3.md? Rename it."),
    ("notes/Summary.markdown", "Well.", "Did you mean notes/summary.md? Rename it."),
    ("notes/thoughts.txt", "Well.", nil),
    ("old/exceptions.yaml", exceptions, "Give the folder in which it lies."),
    ("settings.yaml", "a: b", nil), ("hosts.csv", "a,b\n", nil), ("README.md", "Hello.", nil),
    ("evidence/note.md", "Hello.", nil), ("docs/so-3.md", "Hello.", nil),
  ]

  @Test(
    "A name that is nearly one of an assessment folder is told with the right one",
    arguments: 0..<cases.count)
  func warns(_ number: Int) {
    let (path, text, line) = Self.cases[number]
    let result = reading(["assessment.yaml": "title: x\n", "e.json": Sample.hub, path: text])
    #expect(result.failureLines == [])
    let warnings = result.evidence.diagnostics.filter { $0.identifier == "misnamed" }
    #expect(warnings.map(\.remedy) == (line.map { [$0] } ?? []))
    #expect(warnings.allSatisfy { $0.file == path && $0.severity == .warning })
    #expect(result.listing.first { $0.name == path }?.kind == "text, not evidence")
  }

  @Test(
    "In a folder without assessment.yaml what needs one says so",
    arguments: [
      (
        "exceptions.yaml", exceptions,
        "is read only beside assessment.yaml. Add one; it may be empty."
      ),
      ("notes/so-3.md", "Well.", "is read only beside assessment.yaml. Add one; it may be empty."),
      (
        "assessment.yml", "title: x",
        "is not read under this name. Did you mean assessment.yaml? Rename it."
      ),
      (
        "mine/assessment.yaml", "title: x",
        "is read only at the top of the folder that is given. Give the folder in which it lies."
      ),
    ])
  func warnsWithoutAssessment(path: String, text: String, line: String) {
    let result = reading(["e.json": Sample.hub, path: text])
    #expect(result.warningLines == ["\(path): \(line)"])
  }

  @Test("Notes of other names and answers are no matter in a folder of plain evidence")
  func isQuiet() {
    let answers = "- question: so_3_1\n  choices: []\n"
    let result = reading([
      "e.json": Sample.hub, "notes/thoughts.md": "Well.", "answer/so-1.yaml": answers,
    ])
    #expect(result.warningLines == [] && result.evidence.answers.count == 1)
  }
}
