import AssessmentInput
import AssessmentModel
import Testing

@Suite("The lens of answers and of their lens review")
struct LensComparisonTests {
  private static func answers(_ lens: String, version: String? = nil, file: String = "") -> String {
    let version = version.map { ",\"LensVersion\":\"\($0)\"" } ?? ""
    return """
      {"WorkloadId":"w1","LensArn":"\(lens)"\(version),"AnswerSummaries":[
      {"QuestionId":"q1","SelectedChoices":["c1"]},{"QuestionId":"q2","SelectedChoices":["c1"]}]}
      """
  }

  private static func review(
    _ lens: String, version: String = "1", workload: String = "w1"
  ) -> String {
    """
    {"WorkloadId":"\(workload)","LensReview":{"LensArn":"\(lens)","LensVersion":"\(version)"}}
    """
  }

  private func warnings(_ files: String...) -> [String] {
    reading(
      Dictionary(uniqueKeysWithValues: files.enumerated().map { ("\($0).json", $1) })
    ).warningLines
  }

  @Test("Another lens is named once for all its answers")
  func namesOtherLens() {
    #expect(
      warnings(Self.answers("arn:a"), Self.review("arn:b")) == [
        "0.json: its answers are of the lens arn:a, and the lens review of the same workload is of "
          + "arn:b: another version of the lens?"
      ])
  }

  @Test("Another version of the lens is named")
  func namesOtherVersion() {
    #expect(
      warnings(Self.answers("arn:a", version: "2"), Self.review("arn:a")) == [
        "0.json: its answers are of version 2 of the lens, and the lens review is of 1"
      ])
  }

  @Test("What fits, or cannot be compared, is no warning")
  func keepsQuiet() {
    #expect(warnings(Self.answers("arn:a"), Self.review("arn:a")) == [])
    #expect(warnings(Self.answers("arn:a", version: "1"), Self.review("arn:a")) == [])
    #expect(warnings(Self.answers("arn:a"), Self.review("arn:b", workload: "w2")) == [])
    #expect(warnings(Self.answers("alias"), Self.review("arn:b")) == [])
    #expect(warnings(Self.answers("arn:a")) == [])
  }

  @Test("A workload may have several lenses, and a review of only one of them")
  func allowsSeveralLenses() {
    #expect(
      warnings(Self.answers("arn:a"), Self.answers("arn:b"), Self.review("arn:b")) == [])
  }

  @Test("An answer keeps the lens that the API names")
  func keepsLens() {
    let result = reading(["a.json": Self.answers("arn:a")])
    #expect(result.evidence.answers.map(\.lens) == ["arn:a", "arn:a"])
  }
}
