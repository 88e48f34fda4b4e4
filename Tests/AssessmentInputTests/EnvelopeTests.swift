import AssessmentInput
import AssessmentModel
import Testing

@Suite("Envelopes of findings")
struct EnvelopeTests {
  struct Envelope: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: String
    let records: Int
    let isExport: Bool

    var testDescription: String { kind }
  }

  static let one = Sample.finding()
  static let two = Sample.finding(["Id": #""f2""#])

  static let envelopes = [
    Envelope(
      text: Sample.export(one, two), kind: "Security Hub findings (get-findings)", records: 2,
      isExport: true),
    Envelope(
      text: "{\"findings\":[\(one)]}", kind: "Security Hub findings (get-findings)", records: 1,
      isExport: true),
    Envelope(
      text: "[\(one),\(two)]", kind: "Security Hub findings (list)", records: 2, isExport: true),
    Envelope(text: one, kind: "Security Hub finding", records: 1, isExport: false),
    Envelope(
      text: one + "\n" + two + "\n", kind: "Security Hub findings (one after the other)",
      records: 2, isExport: true),
    Envelope(
      text: one + two + one, kind: "Security Hub findings (one after the other)", records: 3,
      isExport: true),
    Envelope(
      text: Sample.event("Security Hub Findings - Imported", one),
      kind: "Security Hub findings (event, imported)", records: 1, isExport: false),
    Envelope(
      text: Sample.event("Security Hub Findings - Custom Action", one, two),
      kind: "Security Hub findings (event, custom action)", records: 2, isExport: false),
    Envelope(
      text: Sample.event("Security Hub Findings - Imported", one)
        + Sample.event("Security Hub Findings - Imported", two),
      kind: "Security Hub findings (event, imported)", records: 2, isExport: false),
    Envelope(
      text: "{\"status_code\":200,\"data\":\(Sample.export(one))}",
      kind: "Security Hub findings (get-findings)", records: 1, isExport: true),
    Envelope(
      text: Sample.export(one) + "\n" + Sample.export(two),
      kind: "Security Hub findings (get-findings)", records: 2, isExport: true),
    Envelope(
      text: "[\(Sample.export(one)),\(Sample.export(two))]",
      kind: "Security Hub findings (get-findings)", records: 2, isExport: true),
    Envelope(text: "[]", kind: "empty list", records: 0, isExport: false),
    Envelope(
      text: #"{"Findings":[]}"#, kind: "Security Hub findings (get-findings), none in it",
      records: 0, isExport: true),
    Envelope(
      text: "\u{FEFF}" + Sample.export(one), kind: "Security Hub findings (get-findings)",
      records: 1, isExport: true),
  ]

  @Test("Every envelope is recognised by its contents", arguments: envelopes)
  func recognises(_ envelope: Envelope) throws {
    let result = reading(["x": envelope.text, "y": Sample.hub])
    #expect(result.failureLines == [])
    let file = try #require(result.evidence.files.first)
    #expect(file.kind == envelope.kind)
    #expect(file.records == envelope.records)
    #expect(file.isExport == envelope.isExport)
    #expect(
      result.evidence.records.rows.map { Int($0.number) } == Array(1..<(envelope.records + 1)))
  }

  struct Known: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: String
    var testDescription: String { kind }
  }

  static let known = [
    Known(
      text: #"{"ProcessedFindings":[{"Id":"a"}],"UnprocessedFindings":[]}"#,
      kind: "Security Hub reply (batch-update-findings), no evidence"),
    Known(text: #"{"$schema":"x","properties":{}}"#, kind: "JSON Schema, no evidence"),
    Known(
      text: #"{"HubV2Arn":"arn:x"}"#, kind: "Security Hub describe-security-hub-v2, no evidence"),
    Known(
      text: #"{"WorkloadSummaries":[]}"#, kind: "Well-Architected workloads (list-workloads)"),
    Known(
      text: #"{"Base64String":"JVBE"}"#,
      kind: "Well-Architected get-consolidated-report (PDF), no evidence"),
    Known(
      text: #"{"LensReviewReport":{"Base64String":""}}"#,
      kind: "Well-Architected get-lens-review-report, no evidence"),
    Known(text: #"{"schemaVersion":"2021-11-01","pillars":[]}"#, kind: "custom lens"),
    Known(text: #"{"name":"Ours","pillars":[]}"#, kind: "custom lens"),
    Known(text: #"{"LensJSON":"{}"}"#, kind: "custom lens"),
    Known(text: #"{"LensJSON":"no JSON"}"#, kind: "custom lens"),
    Known(
      text: #"[{"FindingUniqueId":"x"}]"#,
      kind: "Prowler 3 results in its own JSON (not read by this version)"),
    Known(
      text: "AUTH_METHOD;ACCOUNT_UID;CHECK_ID\nx;1;y\n", kind: "Prowler results in CSV (not read)"),
    Known(
      text: "PROVIDER;ACCOUNTID;REQUIREMENTS_ID;STATUS;CHECKID\naws;1;1.1;PASS;y\n",
      kind: "Prowler results by compliance requirement (CSV), no evidence"),
    Known(text: "CHECK_ID;NAME\nx;y\n", kind: "text, not evidence"),
    Known(text: "# Read me\n\n[x](y)\n", kind: "text, not evidence"),
    Known(text: "[note](y) is Markdown", kind: "text, not evidence"),
  ]

  @Test("What is known and no evidence is named as such", arguments: known)
  func names(_ known: Known) {
    let result = reading(["x": known.text, "y.json": Sample.hub])
    #expect(result.failureLines == [])
    #expect(result.listing.first?.kind == known.kind)
    #expect(result.evidence.records.rows.isEmpty)
  }

  @Test(
    "Findings in a service's own format are named and not read",
    arguments: [
      (#"{"findings":[{"findingArn":"x"}],"nextToken":"t"}"#, "Amazon Inspector", "list-findings"),
      (#"{"Findings":[{"Service":{"DetectorId":"x"}}]}"#, "Amazon GuardDuty", "get-findings"),
      (#"{"findings":[{"classificationDetails":{}}]}"#, "Amazon Macie", "get-findings"),
      (#"{"findings":[{"analyzedAt":"x"}]}"#, "IAM Access Analyzer", "list-findings"),
      (
        #"[{"Id":"x","SchemaVersion":"2.0","Severity":2,"Service":{"DetectorId":"x"}}]"#,
        "Amazon GuardDuty", "get-findings"
      ),
      (#"[{"findingArn":"x"},{"findingArn":"y"}]"#, "Amazon Inspector", "list-findings"),
    ])
  func namesForeign(text: String, service: String, command: String) {
    let name = "\(service) findings (\(command))"
    let warning =
      "x: holds \(name), which are not in Security Hub's format and not read. "
      + "Export the same findings from Security Hub: aws securityhub get-findings."
    let result = reading(["x": text, "y": Self.one])
    #expect(result.failureLines == [])
    #expect(result.listing.first?.kind == "\(name), not in Security Hub's format")
    #expect(result.listing.map(\.isEvidence) == [false, true])
    #expect(result.evidence.diagnostics.map(\.line) == [warning])
    #expect(result.evidence.files.first.map { [$0.records, $0.rejected] } == [0, 0])
    #expect(result.evidence.files.first?.isExport == false)
    #expect(reading(["x": text]).failures.map(\.diagnostic.identifier) == ["no-evidence"])
  }

  @Test("Findings of Security Hub among those of another format are not passed over")
  func refusesMixed() {
    let text = "{\"Findings\":[{\"Service\":{\"DetectorId\":\"x\"}},\(Sample.finding())]}"
    #expect(
      reading(["x": text, "y": Self.one]).failureLines.map { $0.prefix(64) } == [
        "x:1:45 (byte 44): begins with Amazon GuardDuty findings (get-fin"
      ])
  }

  @Test(
    "What counts nowhere is no evidence, and nothing else is no input",
    arguments: [
      (#"{"ProcessedFindings":[{"Id":"a"}]}"#, "no evidence is read from it"),
      (#"{"AnswerSummaries":[{"QuestionId":"q1"}]}"#, "no evidence is read from it"),
      ("[\(OCSFSample.coverage)]", "no evidence is read from it"),
      ("[]", "there is no result in it, which is not a pass"),
      (#"{"Findings":[]}"#, "there is no result in it, which is not a pass"),
      (#"{"EvaluationResults":[]}"#, "there is no result in it, which is not a pass"),
      (
        ConfigSample.results(ConfigSample.result("logging", "S3::Bucket/b")),
        "its results do not name their account and region, so they count for nothing"
      ),
      (
        AdvisorSample.result("7DAFEmoDos", "ok"),
        "names no account, so its results of Trusted Advisor are counted nowhere"
      ),
    ])
  func countsNowhere(text: String, note: String) {
    let alone = reading(["x": text])
    #expect(alone.failures.map(\.diagnostic.identifier) == ["no-evidence"])
    #expect(alone.listing.map(\.isEvidence) == [false])
    #expect(alone.listing.map(\.notes) == [[note]])
    let beside = reading(["x": text, "y": Self.one])
    #expect(beside.failureLines == [] && beside.listing.map(\.isEvidence) == [false, true])
  }

  @Test("Malformed records beside some that count nowhere make no evidence")
  func countsNothing() {
    let text =
      #"{"detail-type":"x","source":"aws.securityhub","detail":{"insightResults":[{},{"a":1}]}}"#
    let result = reading(["x": text])
    #expect(result.failures.map(\.diagnostic.identifier) == ["no-evidence"])
    #expect(result.listing.map { [$0.records, $0.rejected] } == [[2, 1]])
  }
}
