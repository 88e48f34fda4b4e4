import AssessmentInput
import AssessmentModel
import Testing

@Suite("Counts of insights")
struct InsightTests {
  private static let arn = "arn:aws:securityhub:eu-west-1:111122223333:insight/1/custom/2"

  private static func results(_ values: String) -> String {
    """
    {"InsightResults":{"InsightArn":"\(arn)","GroupByAttribute":"ResourceId",\
    "ResultValues":[\(values)]}}
    """
  }

  @Test("get-insight-results is kept as counts, and get-insights names it")
  func readsResults() throws {
    let result = reading([
      "r.json": Self.results(
        #"{"GroupByAttributeValue":"b","Count":10},{"GroupByAttributeValue":"a","Count":3}"#),
      "n.json": #"{"Insights":[{"InsightArn":"\#(Self.arn)","Name":"Top resources"}]}"#,
    ])
    #expect(result.failures.map(\.diagnostic.identifier) == ["no-evidence"])
    #expect(result.warningLines == [])
    #expect(
      result.evidence.insights == [
        Insight(
          arn: Self.arn, name: "Top resources", groupedBy: "ResourceId",
          counts: [.init(value: "b", findings: 10), .init(value: "a", findings: 3)], file: 1)
      ])
    #expect(
      result.listing.map(\.kind) == [
        "Security Hub insights (get-insights), names only",
        "Security Hub insight results (get-insight-results), counts only",
      ])
    #expect(result.evidence.files.map(\.records) == [0, 2])
    #expect(result.evidence.files.map(\.metadata) == [0, 2])
    #expect(result.evidence.records.rows.isEmpty && result.evidence.enablement.isEmpty)
  }

  @Test("Counts know their file among many")
  func knowsFile() {
    var files = Dictionary(uniqueKeysWithValues: (10..<50).map { ("\($0).json", "[]") })
    files["r.json"] = Self.results(#"{"GroupByAttributeValue":"b","Count":10}"#)
    #expect(reading(files).evidence.insights.map(\.file) == [40])
  }

  @Test("An event brings its own name and time")
  func readsEvent() {
    let text = """
      {"detail-type":"Security Hub Insight Results","source":"aws.securityhub",\
      "time":"2026-11-01T10:00:00Z","detail":{"insightArn":"\(Self.arn)","insightName":"Keys",\
      "resultType":"ResourceAwsIamAccessKeyUserName","insightResults":[{"ada":5},{"bob":6}]}}
      """
    let result = reading(["x.json": text, "y.json": Sample.hub])
    #expect(result.failureLines == [] && result.warningLines == [])
    #expect(
      result.evidence.insights == [
        Insight(
          arn: Self.arn, name: "Keys", groupedBy: "ResourceAwsIamAccessKeyUserName",
          counts: [.init(value: "ada", findings: 5), .init(value: "bob", findings: 6)],
          time: Instant("2026-11-01T10:00:00Z"), file: 0)
      ])
    #expect(result.evidence.files.map(\.metadata) == [2, 0])
    #expect(result.evidence.files.map(\.records) == [2, 0])
    #expect(result.evidence.records.rows.isEmpty && result.evidence.newestObservation == nil)
  }

  @Test("A count without a number is rejected at its place")
  func rejects() {
    let text = Self.results(
      #"{"GroupByAttributeValue":"b","Count":"ten"},{"GroupByAttributeValue":"a","Count":3}"#)
    let event = """
      {"detail-type":"Security Hub Insight Results","source":"aws.securityhub",\
      "detail":{"insightResults":[{"ada":5},7]}}
      """
    let result = reading(["r.json": text, "x.json": event])
    #expect(
      result.warningLines == [
        "r.json record 1 at /InsightResults/ResultValues/0: expected a value and how many findings "
          + "share it",
        "x.json record 2 at /detail/insightResults/1: expected a value and how many findings share "
          + "it",
      ])
    #expect(result.evidence.files.map(\.rejected) == [1, 1])
    #expect(result.evidence.files.map(\.metadata) == [1, 1])
  }

  @Test("Another event of Security Hub without findings is named")
  func namesEvent() {
    let text = #"{"detail-type":"Other","source":"aws.securityhub","detail":{"a":1}}"#
    let result = reading(["x.json": text])
    #expect(result.listing.map(\.kind) == ["Other, no evidence"])
    #expect(result.evidence.insights.isEmpty)
  }

  @Test("Insights of another service are no insights")
  func knowsOthers() {
    let result = reading(["x.json": #"{"Insights":[{"Id":"x"}]}"#])
    #expect(result.failures.map(\.diagnostic.identifier) == ["unknown-json"])
  }
}
