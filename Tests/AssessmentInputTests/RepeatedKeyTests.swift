import AssessmentInput
import AssessmentModel
import Testing

@Suite("A key that is there twice")
struct RepeatedKeyTests {
  /// A finding whose member of that name is followed by another one.
  private static func finding(_ key: String, _ first: String = "", then second: String) -> String {
    let finding = first.isEmpty ? Sample.finding() : Sample.finding([key: first])
    return finding.dropLast() + ",\"\(key)\":\(second)}"
  }

  static let conflicts = [
    (finding("AwsAccountId", then: #""444455556666""#), "/AwsAccountId"),
    (finding("Id", then: #""x""#), "/Id"),
    (finding("RecordState", then: #""ARCHIVED""#), "/RecordState"),
    (finding("UpdatedAt", then: "null"), "/UpdatedAt"),
    (
      finding("Compliance", then: #"{"Status":"PASSED","SecurityControlId":"IAM.3"}"#),
      "/Compliance"
    ),
    (finding("Resources", then: "[]"), "/Resources"),
    (
      Sample.finding(["Compliance": #"{"Status":"FAILED","Status":"PASSED"}"#]),
      "/Compliance/Status"
    ),
    (Sample.finding(["Workflow": #"{"Status":"NEW","Status":"SUPPRESSED"}"#]), "/Workflow/Status"),
    (
      Sample.finding(["Resources": #"[{"Id":"a"},{"Id":"b","Type":"x","Id":"c"}]"#]),
      "/Resources/1/Id"
    ),
    (
      Sample.finding(["ProductFields": #"{"RuleId":"1.1","RuleId":"1.2"}"#]),
      "/ProductFields/RuleId"
    ),
    (
      Sample.finding([
        "FindingProviderFields": #"{"Severity":{"Label":"LOW","Label":"HIGH"}}"#
      ]), "/FindingProviderFields/Severity/Label"
    ),
  ]

  @Test("with different values makes a finding malformed, when it is read", arguments: conflicts)
  func rejects(finding: String, pointer: String) throws {
    let result = reading(["x.json": "[\(finding),\(Sample.finding())]"])
    #expect(result.failureLines == [])
    #expect(result.evidence.records.rows.map(\.number) == [2])
    let malformed = try #require(result.evidence.malformed.first?.entries.first { _ in true })
    #expect(malformed.pointer == pointer)
    #expect(malformed.summary.hasPrefix("expected the key once, found it twice, with "))
    #expect(malformed.point == Diagnostic.Point(offset: 1, line: 1, column: 2))
  }

  static let ocsf = [
    (OCSFSample.control(["status_id": "1,\"status_id\":4"]), "/status_id"),
    (
      OCSFSample.control(["compliance": #"{"control":"IAM.3","status_id":3,"status_id":1}"#]),
      "/compliance/status_id"
    ),
    (
      OCSFSample.prowler([
        "cloud": #"{"account":{"uid":"111122223333","uid":"444455556666"},"region":"eu-west-1"}"#
      ]), "/cloud/account/uid"
    ),
    (
      OCSFSample.control([
        "resources": #"[{"uid":"a","owner":{"account":{"uid":"1","uid":"2"}}}]"#
      ]), "/resources/0/owner/account/uid"
    ),
  ]

  @Test("with different values makes a finding in OCSF malformed", arguments: ocsf)
  func rejectsOCSF(finding: String, pointer: String) {
    let result = reading(["x.json": "[\(finding),\(OCSFSample.control())]"])
    #expect(result.failureLines == [])
    #expect(result.evidence.records.rows.map(\.number) == [2])
    #expect(result.evidence.malformed.flatMap { $0.entries.map(\.pointer) } == [pointer])
  }

  @Test(
    "changes nothing in OCSF where it is not read",
    arguments: [
      OCSFSample.control(["unmapped": #"{"x":1,"x":2}"#]),
      OCSFSample.control(["observables": #"[{"name":"a","name":"b"}]"#]),
      OCSFSample.control([
        "resources": #"[{"uid":"a","data":{"k":1,"k":2}}]"#, "raw_data": #""x","raw_data":"y""#,
      ]),
    ])
  func readsOCSF(finding: String) {
    let result = reading(["x.json": "[\(finding)]"])
    #expect(result.failureLines == [] && result.evidence.malformed.isEmpty)
    #expect(result.evidence.records.rows.count == 1)
  }

  @Test("is named with both values")
  func names() {
    let finding = Self.finding("AwsAccountId", then: #""444455556666""#)
    let result = reading(["x.json": "[\(Sample.finding()),\n\(finding)]"])
    #expect(
      result.warningLines == [
        "x.json:2:1 (byte 626) record 2 at /AwsAccountId: expected the key once, found it twice, "
          + #"with "111122223333" and with "444455556666""#
      ])
  }

  @Test(
    "changes nothing with equal values, or where it is not read",
    arguments: [
      finding("AwsAccountId", then: #""111122223333""#),
      finding("Compliance", then: #"{"Status": "FAILED", "SecurityControlId": "IAM.3"}"#),
      finding("Description", #""a""#, then: #""b""#), finding("x", "1", then: "2"),
      Sample.finding([
        "Resources":
          #"[{"Id":"a","Tags":{"k":"1","k":"2"},"Details":{"x":1,"x":2,"Other":{"y":1,"y":2}}}]"#
      ]),
      Sample.finding(["ProductFields": #"{"x":"1","x":"2"}"#]),
      Sample.finding(["FindingProviderFields": #"{"Types":[],"Types":["t"]}"#]),
    ])
  func reads(finding: String) {
    let result = reading(["x.json": "[\(finding)]"])
    #expect(result.failureLines == [] && result.warningLines == [])
    #expect(result.evidence.records.rows.count == 1)
  }

  private static let standards = """
    "StandardsSubscriptionArn":\
    "arn:aws:securityhub:eu-west-1:111122223333:subscription/cis-aws-foundations-benchmark/v/1.2.0"
    """

  static let envelopes = [
    (#"{"Findings":[\#(Sample.finding())],"Findings":[]}"#, "Findings"),
    (#"{"Findings":[],"NextToken":"a","NextToken":"b"}"#, "NextToken"),
    (
      Sample.event("Security Hub Findings - Imported", Sample.finding())
        .replacing(#""actionName":"x""#, with: #""findings":[]"#), "findings"
    ),
    (#"{"status_code":200,"data":{"Findings":[]},"data":{"Findings":[1]}}"#, "data"),
    (
      #"{"StandardsSubscriptions":[{\#(standards),"StandardsStatus":"READY","StandardsStatus":"DELETING"}]}"#,
      "/StandardsSubscriptions/0/StandardsStatus"
    ),
    (
      #"{"WorkloadId":"w","LensAlias":"l","AnswerSummaries":[{"QuestionId":"a","QuestionId":"b"}]}"#,
      "/AnswerSummaries/0/QuestionId"
    ),
    (#"{"schemaVersion":"2021-11-01","name":"L","name":"M","pillars":[]}"#, "at /name"),
    (#"{"result":{"checkId":"a","status":"ok","status":"error"}}"#, "/result/status"),
    (
      #"{"ComplianceByConfigRules":[],"ComplianceByConfigRules":[{}]}"#, "ComplianceByConfigRules"
    ),
  ]

  @Test("with different values spoils a file around its records", arguments: envelopes)
  func fails(text: String, key: String) throws {
    let result = reading(["x.json": text, "y.json": "[]"], checksLenses: true)
    let failure = try #require(result.failures.first?.diagnostic)
    #expect(result.failures.map(\.reason) == [.invalid])
    #expect(failure.summary.contains(key) && failure.summary.contains("twice"))
    #expect(failure.place != .whole)
    #expect(result.evidence.records.rows.isEmpty)
  }

  @Test("with equal values does not spoil the file")
  func passes() {
    let text = #"{"Findings":[\#(Sample.finding())],"NextToken":"","NextToken":""}"#
    #expect(reading(["x.json": text]).failureLines == [])
  }

  @Test("is found in every chunk of a long list, and all malformed records are named")
  func listsAll() {
    let bad = Self.finding("RecordState", then: #""ARCHIVED""#)
    let findings = Array(repeating: bad, count: 3000) + [Sample.finding()]
    let result = reading(["x.json": "[" + findings.joined(separator: ",\n") + "]"])
    #expect(result.failureLines == [])
    #expect(result.evidence.files.map(\.rejected) == [3000])
    #expect(result.evidence.malformed.map(\.count) == [3000])
    let points = result.evidence.malformed.flatMap { $0.entries.map { $0.point?.line } }
    #expect(points == Array(1...3000))
  }
}
