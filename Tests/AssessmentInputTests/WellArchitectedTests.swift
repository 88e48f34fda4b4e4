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

  @Test(
    "A list that ends with a NextToken is said to go on",
    arguments: [
      (answers(answer("q1")), "answers"),
      (#"{"WorkloadId":"w1","LensArn":"arn:lens","ImprovementSummaries":[]}"#, "questions"),
    ])
  func warnsOfPage(text: String, things: String) {
    let page = text.dropLast() + #","NextToken":"t"}"#
    #expect(
      reading(["a.json": String(page)]).warningLines == [
        "a.json: it ends with a NextToken; \(things) of further pages may be missing. Fetch every "
          + "page, with --next-token into files of their own."
      ])
    #expect(reading(["a.json": text]).warningLines == [])
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

  @Test("Pages of answers are read from a list, too, and times as the CLI's version 1 writes them")
  func readsLists() {
    let pages = "[\(Self.answers(Self.answer("q1"))),\(Self.answers(Self.answer("q2")))]"
    let workload = """
      [{"Workload":{"WorkloadId":"w1","WorkloadName":"Shop","UpdatedAt":1790899200.25}}]
      """
    let result = reading(["a.json": pages, "w.json": workload])
    #expect(result.failureLines == [])
    #expect(result.evidence.answers.map(\.question) == ["q1", "q2"])
    #expect(
      result.evidence.answers.map { $0.date?.rfc3339 } == [
        "2026-10-02T00:00:00Z", "2026-10-02T00:00:00Z",
      ])
    #expect(result.evidence.answers.map(\.workloadName) == ["Shop", "Shop"])
  }

  @Test("A list of workloads tells their names and days, and is no evidence by itself")
  func readsWorkloads() {
    let list = """
      {"WorkloadSummaries":[{"WorkloadId":"w1","WorkloadName":"Shop","UpdatedAt":\
      "2026-10-07T00:00:00Z"}]}
      """
    let result = reading(["a.json": Self.answers(Self.answer("q1")), "l.json": list])
    #expect(result.evidence.answers.map { $0.date?.day } == ["2026-10-07"])
    #expect(result.evidence.answers.map(\.workloadName) == ["Shop"])
    let both = reading([
      "a.json": Self.answers(Self.answer("q1")), "l.json": list, "w.json": Self.workload,
    ])
    #expect(both.evidence.answers.map(\.accounts) == [["111122223333"]])
    #expect(
      reading(["l.json": list]).failureLines.map { $0.prefix(20) } == ["there is no evidence"])
  }

  @Test("Answers of a review template are nobody's")
  func knowsTemplates() {
    let text = """
      {"TemplateArn":"arn:t","LensAlias":"l","AnswerSummaries":[{"QuestionId":"q1",\
      "SelectedChoices":["c1"],"AnswerStatus":"ANSWERED"}]}
      """
    let result = reading(["t.json": text, "e.json": Sample.hub])
    #expect(result.failureLines == [] && result.evidence.answers.isEmpty)
    #expect(
      result.listing.map(\.kind).last
        == "Well-Architected answers of a review template, no evidence")
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
