import AssessmentInput
import AssessmentModel
import Testing

@Suite("Answers of the Well-Architected Tool")
struct WellArchitectedTests {
  private static func answers(_ elements: String..., milestone: Int? = nil) -> String {
    let number = milestone.map { ",\"MilestoneNumber\":\($0)" } ?? ""
    return """
      {"WorkloadId":"w1","LensArn":"arn:lens","AnswerSummaries":\
      [\(elements.joined(separator: ","))]\(number)}
      """
  }

  private static func answer(
    _ question: String, _ choices: String = #"["c1"]"#, risk: String = "HIGH", more: String = ""
  ) -> String {
    #"{"QuestionId":"\#(question)","SelectedChoices":\#(choices),"Risk":"\#(risk)"\#(more)}"#
  }

  private static let workload = """
    {"Workload":{"WorkloadId":"w1","AccountIds":["111122223333"],"UpdatedAt":\
    "2026-10-05T00:00:00+00:00"}}
    """

  @Test("An answer covers its workload's accounts and has its workload's day")
  func joinsWorkload() throws {
    let result = reading(["a.json": Self.answers(Self.answer("q1")), "w.json": Self.workload])
    #expect(result.failureLines == [])
    let answer = try #require(result.evidence.answers.first)
    #expect(answer.question == "q1" && answer.choices == ["c1"] && answer.workload == "w1")
    #expect(answer.accounts == ["111122223333"])
    #expect(answer.date?.day == "2026-10-05")
    #expect(answer.apiRisk == .high)
  }

  @Test("A lens review's day is nearer than the workload's")
  func joinsReview() {
    let review = """
      {"WorkloadId":"w1","LensReview":{"LensArn":"arn:lens","UpdatedAt":1790899200.5}}
      """
    let result = reading([
      "a.json": Self.answers(Self.answer("q1")), "w.json": Self.workload, "r.json": review,
    ])
    #expect(result.evidence.answers.first?.date?.day == "2026-10-02")
  }

  @Test(
    "The answers of a milestone have its day and its accounts",
    arguments: [
      (
        """
        {"WorkloadId":"w1","Milestone":{"MilestoneNumber":2,"RecordedAt":"2026-08-01T00:00:00Z",\
        "Workload":{"AccountIds":["444455556666"]}}}
        """, ["444455556666"]
      ),
      (
        """
        {"WorkloadId":"w1","MilestoneSummaries":[{"MilestoneNumber":2,"RecordedAt":\
        "2026-08-01T00:00:00Z"}]}
        """, ["111122223333"]
      ),
    ])
  func joinsMilestone(_ milestone: String, _ accounts: [String]) {
    let result = reading([
      "a.json": Self.answers(Self.answer("q1"), milestone: 2), "m.json": milestone,
      "w.json": Self.workload,
    ])
    #expect(result.evidence.answers.first?.date?.day == "2026-08-01")
    #expect(result.evidence.answers.first?.accounts == accounts)
  }

  @Test("A milestone of unknown day does not take the workload's")
  func keepsMilestoneUndated() {
    let text = Self.answers(Self.answer("q1"), milestone: 2)
    let result = reading(["a.json": text, "w.json": Self.workload])
    #expect(result.evidence.answers.first?.date == nil)
  }

  @Test("An element without a selected choice is metadata, unless it says not applicable")
  func countsUnanswered() {
    let text = Self.answers(
      Self.answer("q1", "[]", risk: "UNANSWERED"),
      Self.answer("q2", "[]", risk: "NOT_APPLICABLE", more: #","IsApplicable":false"#),
      Self.answer(
        "q3", "[]", more: #","ChoiceAnswerSummaries":[{"ChoiceId":"c2","Status":"SELECTED"}]"#))
    let result = reading(["a.json": text])
    #expect(result.evidence.answers.map(\.question) == ["q2", "q3"])
    #expect(result.evidence.answers.map(\.isApplicable) == [false, true])
    #expect(result.evidence.answers.map(\.choices) == [[], ["c2"]])
    #expect(result.evidence.unansweredElements == 1)
    #expect(result.evidence.files.first?.metadata == 1)
    #expect(result.evidence.files.first?.records == 3)
  }

  @Test("The answer of get-answer stands first and brings its notes")
  func readsGetAnswer() {
    let detailed = """
      {"WorkloadId":"w1","Answer":\(Self.answer("q1", risk: "NONE", more: #","Notes":"seen""#))}
      """
    let result = reading(["a.json": Self.answers(Self.answer("q1")), "b.json": detailed])
    #expect(result.evidence.answers.map(\.note) == ["seen", nil])
    #expect(result.evidence.answers.map(\.apiRisk) == [Risk.none, .high])
  }
}
