import AssessmentInput
import AssessmentModel
import Testing

@Suite("Risks without choices")
struct ConsolidatedReportTests {
  private static func metric(
    _ questions: String..., workload: String = "w1", updated: String = #""2026-10-05T00:00:00Z""#
  ) -> String {
    """
    {"MetricType":"WORKLOAD","RiskCounts":{"HIGH":1},"WorkloadId":"\(workload)",\
    "WorkloadName":"Shop \(workload)","UpdatedAt":\(updated),"Lenses":[{"LensArn":"arn:lens",\
    "Pillars":[{"PillarId":"p","Questions":[\(questions.joined(separator: ","))]}]}]}
    """
  }

  private static func report(_ metrics: String..., token: String? = nil) -> String {
    let end = token.map { ",\"NextToken\":\"\($0)\"" } ?? ""
    return "{\"Metrics\":[\(metrics.joined(separator: ","))]\(end)}"
  }

  private static func question(_ id: String, _ risk: String) -> String {
    """
    {"QuestionId":"\(id)","Risk":"\(risk)","BestPractices":[{"ChoiceId":"c2","ChoiceTitle":"x"}]}
    """
  }

  @Test("A consolidated report tells risks of questions, and what adds to them")
  func readsReport() throws {
    let text = Self.report(
      Self.metric(
        Self.question("q1", "HIGH"), Self.question("q2", "UNANSWERED"),
        Self.question("q3", "NOT_APPLICABLE"), Self.question("q4", "NONE")),
      Self.metric(Self.question("q1", "MEDIUM"), workload: "w2", updated: "1790899200.5"))
    let result = reading(["r.json": text])
    #expect(result.failureLines == [] && result.warningLines == [])
    let answers = result.evidence.answers
    #expect(answers.map(\.question) == ["q1", "q3", "q4", "q1"])
    #expect(answers.map(\.apiRisk) == [.high, nil, Risk.none, .medium])
    #expect(answers.map(\.isApplicable) == [true, false, true, true])
    #expect(answers.map(\.workload) == ["w1", "w1", "w1", "w2"])
    #expect(answers.map(\.workloadName) == ["Shop w1", "Shop w1", "Shop w1", "Shop w2"])
    #expect(
      answers.map { $0.date?.day } == ["2026-10-05", "2026-10-05", "2026-10-05", "2026-10-02"])
    #expect(answers.allSatisfy { $0.isRiskOnly && $0.choices.isEmpty && $0.lens == "arn:lens" })
    #expect(answers.map(\.improvements) == Array(repeating: ["c2"], count: 4))
    let file = try #require(result.evidence.files.first)
    #expect(file.kind == "Well-Architected risks (get-consolidated-report)")
    #expect(file.records == 5 && file.metadata == 1 && result.evidence.unansweredElements == 1)
  }

  @Test("The accounts of a report's workloads come from get-workload, its day is its own")
  func joins() throws {
    let workload = """
      {"Workload":{"WorkloadId":"w1","AccountIds":["111122223333"],"UpdatedAt":\
      "2026-11-05T00:00:00Z"}}
      """
    let result = reading([
      "r.json": Self.report(Self.metric(Self.question("q1", "HIGH"))), "w.json": workload,
    ])
    let answer = try #require(result.evidence.answers.first)
    #expect(answer.accounts == ["111122223333"] && answer.date?.day == "2026-10-05")
  }

  @Test("Improvements of a lens review tell risks as well, of a milestone's day")
  func readsImprovements() throws {
    let text = """
      {"WorkloadId":"w1","MilestoneNumber":2,"LensArn":"arn:lens","ImprovementSummaries":[\
      {"QuestionId":"q1","Risk":"HIGH","ImprovementPlans":[{"ChoiceId":"c1"}]}]}
      """
    let milestones = """
      {"WorkloadId":"w1","MilestoneSummaries":[{"MilestoneNumber":2,"RecordedAt":1785542400,\
      "WorkloadSummary":{"WorkloadId":"w1","WorkloadName":"Shop"}}]}
      """
    let result = reading(["i.json": text, "m.json": milestones])
    let answer = try #require(result.evidence.answers.first)
    #expect(answer.isRiskOnly && answer.apiRisk == .high && answer.improvements == ["c1"])
    #expect(answer.date?.day == "2026-08-01" && answer.workloadName == "Shop")
  }

  @Test("A question without an id or a known risk is rejected at its place")
  func rejects() throws {
    let text = Self.report(
      Self.metric(
        Self.question("q1", "HIGH"), #"{"Risk":"HIGH"}"#, Self.question("q3", "SEVERE")))
    let result = reading(["r.json": text])
    #expect(
      result.warningLines == [
        "r.json record 2 at /Metrics/0/Lenses/0/Pillars/0/Questions/1/QuestionId: expected a "
          + "question's id",
        "r.json record 3 at /Metrics/0/Lenses/0/Pillars/0/Questions/2/Risk: expected HIGH, MEDIUM, "
          + "NONE, UNANSWERED or NOT_APPLICABLE",
      ])
    #expect(result.evidence.files.map(\.rejected) == [2])
    #expect(result.evidence.answers.count == 1)
  }

  @Test("A report that ends with a NextToken is said to go on")
  func warnsOfPage() {
    let text = Self.report(Self.metric(Self.question("q1", "HIGH")), token: "t")
    #expect(
      reading(["r.json": text]).warningLines == [
        "r.json: it ends with a NextToken; workloads of further pages may be missing. Fetch every "
          + "page, with --next-token into files of their own."
      ])
  }

  @Test("A lens without a question at risk is no other version of a lens that has a review")
  func comparesNoLenses() {
    let review = """
      {"WorkloadId":"w1","LensReview":{"LensArn":"arn:other","UpdatedAt":"2026-10-01T00:00:00Z"}}
      """
    let text = Self.report(Self.metric(Self.question("q1", "HIGH")))
    #expect(reading(["r.json": text, "v.json": review]).warningLines == [])
  }

  @Test("Metrics of CloudWatch are no report")
  func knowsMetrics() {
    let text = #"{"Metrics":[{"Namespace":"AWS/EC2","MetricName":"x"}]}"#
    #expect(
      reading(["m.json": text]).failureLines.map { $0.prefix(53) } == [
        "m.json:1:1 (byte 0): is JSON of no known kind: it beg"
      ])
  }
}
