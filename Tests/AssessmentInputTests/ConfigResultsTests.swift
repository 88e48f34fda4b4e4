import AssessmentInput
import AssessmentModel
import Testing

@Suite("Results of AWS Config")
struct ConfigResultsTests {
  struct Output: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: String
    let lines: [String]
    var testDescription: String { kind }
  }

  private static let here = "111122223333 eu-west-1"
  private static let there = "444455556666 us-east-1"
  private static let root = "arn:aws:iam::111122223333:root"
  private static let bucket = ConfigSample.result("logging", "S3::Bucket/b")
  private static let place = #","AccountId":"444455556666","AwsRegion":"us-east-1""#

  /// In the spelling that AWS's documentation prints.
  private static let printed = """
    {"conformancePackName":"pack","conformancePackRuleEvaluationResults":[{\
    "evaluationResultIdentifier":{"evaluationResultQualifier":{"resourceId":"b",\
    "configRuleName":"logging","resourceType":"AWS::S3::Bucket"}},\
    "resultRecordedTime":"2026-11-20T10:11:12Z","complianceType":"NON_COMPLIANT"}]}
    """

  static let outputs = [
    Output(
      text: ConfigSample.byRule(("logging", "NON_COMPLIANT")),
      kind: "AWS Config results by rule (describe-compliance-by-config-rule)",
      lines: ["logging failed \(here) \(root)"]),
    Output(
      text: ConfigSample.results(bucket), kind: "AWS Config results (get-compliance-details)",
      lines: ["logging failed \(here) arn:aws:s3:::b"]),
    Output(
      text: "[\(bucket)]", kind: "AWS Config results (get-compliance-details)",
      lines: ["logging failed \(here) arn:aws:s3:::b"]),
    Output(
      text: ConfigSample.output(
        "AggregateComplianceByConfigRules",
        [#"{"ConfigRuleName":"mfa","Compliance":{"ComplianceType":"COMPLIANT"}\#(place)}"#]),
      kind: "AWS Config results by rule (describe-aggregate-compliance-by-config-rules)",
      lines: ["mfa passed \(there) arn:aws:iam::444455556666:root"]),
    Output(
      text: ConfigSample.output(
        "AggregateEvaluationResults",
        [ConfigSample.result("logging", "S3::Bucket/b", more: place)]),
      kind: "AWS Config results (get-aggregate-compliance-details-by-config-rule)",
      lines: ["logging failed \(there) arn:aws:s3:::b"]),
    Output(
      text: ConfigSample.output(
        "ConformancePackRuleComplianceList",
        [#"{"ConfigRuleName":"mfa","ComplianceType":"INSUFFICIENT_DATA","Controls":[]}"#]),
      kind: "AWS Config results by rule (describe-conformance-pack-compliance)",
      lines: ["mfa notAvailable \(here) \(root)"]),
    Output(
      text: #"{"conformancePackRuleComplianceList":"#
        + #"[{"configRuleName":"mfa","complianceType":"COMPLIANT"}]}"#,
      kind: "AWS Config results by rule (describe-conformance-pack-compliance)",
      lines: ["mfa passed \(here) \(root)"]),
    Output(
      text: ConfigSample.output("ConformancePackRuleEvaluationResults", [bucket]),
      kind: "AWS Config results (get-conformance-pack-compliance-details)",
      lines: ["logging failed \(here) arn:aws:s3:::b"]),
    Output(
      text: printed, kind: "AWS Config results (get-conformance-pack-compliance-details)",
      lines: ["logging failed \(here) arn:aws:s3:::b"]),
    Output(
      text: ConfigSample.results(), kind: "AWS Config results (get-compliance-details)", lines: []),
  ]

  @Test("Each output becomes one row a record", arguments: outputs)
  func reads(_ output: Output) throws {
    let result = readingConfig(["x.json": output.text, "y.json": Sample.hub])
    #expect(result.failureLines == [] && result.warningLines == [])
    let file = try #require(result.evidence.files.first)
    #expect(file.kind == output.kind)
    #expect(file.records == output.lines.count && file.rejected == 0 && file.metadata == 0)
    #expect(result.configLines == output.lines)
  }

  @Test(
    "Each word of compliance has its status",
    arguments: [
      ("COMPLIANT", "passed"), ("NON_COMPLIANT", "failed"), ("INSUFFICIENT_DATA", "notAvailable"),
      ("NOT_APPLICABLE", "archived"),
    ])
  func knowsStatus(word: String, status: String) {
    let result = readingConfig([
      "x.json": ConfigSample.results(
        ConfigSample.result("logging", "S3::Bucket/b", word))
    ])
    #expect(result.configLines == ["logging \(status) \(Self.here) arn:aws:s3:::b"])
  }

  @Test(
    "Times are text, or seconds as version 1 of the AWS CLI prints them",
    arguments: [
      (#""2026-11-20T10:11:12.345000+00:00""#, "2026-11-20T10:11:12Z"),
      ("1795169472.345", "2026-11-20T10:11:12Z"), ("1795169472", "2026-11-20T10:11:12Z"),
    ])
  func readsTime(time: String, moment: String) throws {
    let text = ConfigSample.results(ConfigSample.result("logging", "S3::Bucket/b", at: time))
    let row = try #require(readingConfig(["x.json": text]).evidence.records.rows.first)
    #expect(Instant(seconds: row.updated).rfc3339 == moment)
  }

  @Test("A result of a whole rule has no time, its form, and how many resources made it so")
  func readsContributors() {
    let counts = [
      (#"{"CappedCount":3,"CapExceeded":false}"#, "3 resources do not comply"),
      (#"{"CappedCount":1,"CapExceeded":false}"#, "1 resource does not comply"),
      (#"{"CappedCount":25,"CapExceeded":true}"#, "25 or more resources do not comply"),
    ]
    for (count, reason) in counts {
      let rule = """
        {"ConfigRuleName":"mfa","Compliance":{"ComplianceType":"NON_COMPLIANT",\
        "ComplianceContributorCount":\(count)}}
        """
      let result = readingConfig(["x.json": ConfigSample.output("ComplianceByConfigRules", [rule])])
      #expect(result.evidence.records.rows.map { result[$0.reason] } == [reason])
      #expect(result.evidence.records.rows.map(\.updated) == [Record.undated])
      #expect(result.evidence.records.rows.map(\.form) == [.byRule])
    }
  }

  @Test("The annotation is the reason; without data that is said")
  func readsReason() {
    let result = readingConfig([
      "x.json": ConfigSample.results(
        ConfigSample.result("r", "S3::Bucket/a", more: #","Annotation":"no target bucket""#),
        ConfigSample.result("r", "S3::Bucket/b", "INSUFFICIENT_DATA"),
        ConfigSample.result("r", "S3::Bucket/c"))
    ])
    #expect(
      result.evidence.records.rows.map { result[$0.reason] }
        == ["no target bucket", "nothing has been evaluated", ""])
    #expect(result.evidence.records.rows.map(\.form) == [.byResource, .byResource, .byResource])
  }

  @Test("Results of resources that are not there yet are no results")
  func leavesOutProactive() throws {
    let proactive = ConfigSample.result("r", "S3::Bucket/a")
      .replacing("DETECTIVE", with: "PROACTIVE")
    let result = readingConfig(
      ["x.json": ConfigSample.results(proactive, ConfigSample.result("r", "S3::Bucket/b"))])
    #expect(result.configLines == ["r failed \(Self.here) arn:aws:s3:::b"])
    let file = try #require(result.evidence.files.first)
    #expect(file.records == 2 && file.metadata == 1)
    #expect(result.evidence.records.rows.map(\.number) == [2])
    #expect(
      result.warningLines == [
        "x.json: proactive results look at resources before they are there, and count as metadata"
      ])
  }
}
