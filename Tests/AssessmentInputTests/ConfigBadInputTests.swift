import AssessmentInput
import AssessmentModel
import Testing

@Suite("Outputs of AWS Config with faults, or without results")
struct ConfigBadInputTests {
  private static let good = ConfigSample.result("r", "S3::Bucket/b")
  private static let identifier = "/EvaluationResultIdentifier/EvaluationResultQualifier"
  private static let words = "COMPLIANT, NON_COMPLIANT, INSUFFICIENT_DATA or NOT_APPLICABLE"

  static let records: [(record: String, line: String)] = [
    ("17", ": expected a result of AWS Config, an object"),
    (
      good.replacing(#""ConfigRuleName":"r","#, with: ""),
      " at \(identifier)/ConfigRuleName: expected the rule's name, a string"
    ),
    (
      good.replacing(#""ResourceId":"b""#, with: #""ResourceId":7"#),
      " at \(identifier)/ResourceId: expected the resource's id, a string"
    ),
    (good.replacing("NON_COMPLIANT", with: "PERHAPS"), " at /ComplianceType: expected \(words)"),
    (
      ConfigSample.result("r", "S3::Bucket/b", at: #""Tue Jul 16 23:07:51 PDT 2019""#),
      " at /ResultRecordedTime: expected a time such as 2026-11-20T10:11:12Z"
    ),
    (
      good.dropLast() + #","ComplianceType":"COMPLIANT"}"#,
      " at /ComplianceType: expected the key once, found it twice, "
        + #"with "NON_COMPLIANT" and with "COMPLIANT""#
    ),
  ]

  @Test("A record with a fault is rejected by name, and the others are read", arguments: records)
  func rejects(record: String, line: String) throws {
    let result = readingConfig(["x.json": ConfigSample.results(Self.good, record)])
    #expect(result.failureLines == [])
    #expect(result.warningLines == ["x.json:1:375 (byte 374) record 2\(line)"])
    let file = try #require(result.evidence.files.first)
    #expect(file.records == 2 && file.rejected == 1 && result.configLines.count == 1)
  }

  @Test("The place of a fault is in the spelling of the file")
  func placesPrinted() {
    let text =
      #"{"conformancePackRuleComplianceList":[{"configRuleName":"r","complianceType":""},"#
      + #"{"configRuleName":"r","complianceType":"COMPLIANT"}]}"#
    #expect(
      readingConfig(["x.json": text]).warningLines
        == ["x.json:1:39 (byte 38) record 1 at /complianceType: expected \(Self.words)"])
  }

  @Test("A result of a whole rule without its compliance is rejected")
  func rejectsRule() {
    let text = ConfigSample.output(
      "ComplianceByConfigRules",
      [#"{"ConfigRuleName":"r"}"#, #"{"Compliance":{"ComplianceType":"COMPLIANT"}}"#, "{}"])
    let result = readingConfig(["x.json": text, "y.json": ConfigSample.results(Self.good)])
    #expect(
      result.failureLines == [
        "x.json:1:29 (byte 28): none of its 3 records is a result of AWS Config; the "
          + "first: at /Compliance/ComplianceType expected \(Self.words)"
      ])
  }

  @Test("A list that names no rule is counted, and what to export in its stead is said")
  func countsResources() throws {
    let text = ConfigSample.output(
      "ComplianceByResources",
      [
        #"{"ResourceType":"AWS::S3::Bucket","ResourceId":"b","#
          + #""Compliance":{"ComplianceType":"COMPLIANT"}}"#
      ])
    let result = readingConfig(["x.json": text])
    let file = try #require(result.evidence.files.first)
    #expect(file.kind == "AWS Config describe-compliance-by-resource, no evidence")
    #expect(file.records == 1 && file.metadata == 1 && result.configLines == [])
    #expect(
      result.warningLines == [
        "x.json: it says how resources comply and names no rule, so it proves nothing. Export the "
          + "results of each rule: aws configservice get-compliance-details-by-config-rule."
      ])
  }

  struct Known: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: String
    let metadata: Int
    var testDescription: String { kind }
  }

  static let known = [
    Known(
      text: #"{"ComplianceSummary":{"CompliantResourceCount":{"CappedCount":2}}}"#,
      kind: "AWS Config get-compliance-summary-by-config-rule, no evidence", metadata: 1),
    Known(
      text: #"{"ComplianceSummariesByResourceType":[{},{}]}"#,
      kind: "AWS Config get-compliance-summary-by-resource-type, no evidence", metadata: 2),
    Known(
      text: #"{"ConfigRulesEvaluationStatus":[{}]}"#,
      kind: "AWS Config describe-config-rule-evaluation-status, no evidence", metadata: 0),
    Known(
      text: #"{"configurationItems":[{}]}"#, kind: "AWS Config configuration items, no evidence",
      metadata: 0),
    Known(
      text: #"{"Results":["{}"],"QueryInfo":{}}"#,
      kind: "AWS Config select-resource-config, no evidence", metadata: 0),
    Known(
      text: #"{"ConfigRules":[]}"#, kind: "AWS Config rules (describe-config-rules)", metadata: 0),
  ]

  @Test("Summaries count as metadata, configuration counts for nothing", arguments: known)
  func names(_ known: Known) throws {
    let result = readingConfig(["x.json": known.text, "y.json": ConfigSample.results(Self.good)])
    #expect(result.failureLines == [])
    let file = try #require(result.evidence.files.first)
    #expect(file.kind == known.kind)
    #expect(file.metadata == known.metadata && file.records == known.metadata)
  }

  @Test("Configuration alone is no evidence")
  func needsResults() {
    let result = readingConfig(["x.json": ConfigSample.rule("r", "CLOUD_TRAIL_ENABLED")])
    #expect(result.failures.map(\.reason) == [.missing])
  }
}
