import AssessmentInput
import AssessmentModel
import Testing

@Suite("Findings in Security Hub's format")
struct FindingDecoderTests {
  /// The only row of a finding.
  private func row(
    _ changes: [String: String], account: String? = nil, region: String? = nil
  ) throws -> (row: Record, result: ReadResult) {
    let text = Sample.export(Sample.finding(changes))
    let result = reading(["x.json": text], account: account, region: region)
    return (try #require(result.evidence.records.rows.first), result)
  }

  @Test("A consolidated finding becomes a row with all that the model keeps")
  func readsConsolidated() throws {
    let (row, result) = try row([
      "FirstObservedAt": #""2026-09-01T00:00:00Z""#,
      "Note": #"{"Text":"accepted","UpdatedBy":"ada"}"#,
      "Workflow": #"{"Status":"SUPPRESSED"}"#,
      "Compliance": """
      {"Status":"FAILED","SecurityControlId":"IAM.3","StatusReasons":[{"ReasonCode":"KEYS",\
      "Description":"old key"}],"AssociatedStandards":[{"StandardsId":"standards/a/v/1"},\
      {"StandardsId":"ruleset/b/v/2"}],"SecurityControlParameters":[{"Name":"max","Value":["90"]},\
      {"Name":"b","Value":["1","2"]}]}
      """,
    ])
    #expect(result[row.id].hasSuffix("/finding/f1"))
    #expect(result[row.account] == "111122223333")
    #expect(result[row.region] == "eu-west-1")
    #expect(result[row.resource] == "arn:aws:iam::111122223333:user/ada")
    #expect(result[row.resourceType] == "AwsIamUser")
    #expect(result[row.reason] == "KEYS: old key")
    #expect(result[row.note] == "accepted")
    #expect(result[row.standards] == "standards/a/v/1 ruleset/b/v/2")
    #expect(result[row.parameters] == "b=1,2;max=90")
    #expect(row.status == .failed && row.isSuppressed && !row.isArchived)
    #expect(row.severity == .medium && row.form == .consolidated && row.source == .securityHub)
    #expect(row.updated == Instant("2026-11-01T12:00:00Z")?.seconds)
    #expect(row.created == Instant("2026-10-01T00:00:00Z")?.seconds)
    #expect(row.firstObserved == Instant("2026-09-01T00:00:00Z")?.seconds)
    #expect(
      result.reference(row)
        == .securityHub(SecurityHubReference(securityControlID: "IAM.3")))
  }

  @Test("A finding of one standard names its control by all that it has")
  func readsPerStandard() throws {
    let (row, result) = try row([
      "Id": """
      "arn:aws:securityhub:eu-west-1:111122223333:subscription/pci-dss/v/3.2.1/PCI.IAM.1/finding/f"
      """,
      "GeneratorId": #""pci-dss/v/3.2.1/PCI.IAM.1""#,
      "Title": #""PCI.IAM.1 IAM root user access key should not exist""#,
      "Compliance": #"{"Status":"PASSED"}"#,
      "ProductFields": """
      {"StandardsArn":"arn:aws:securityhub:::standards/pci-dss/v/3.2.1","ControlId":"PCI.IAM.1"}
      """,
      "Remediation": #"{"Recommendation":{"Url":"https://x/securityhub/PCI.IAM.1/remediation"}}"#,
    ])
    #expect(row.form == .perStandard && row.status == .passed)
    #expect(result[row.standards] == "standards/pci-dss/v/3.2.1")
    #expect(
      result.reference(row)
        == .securityHub(
          SecurityHubReference(
            generatorID: "pci-dss/v/3.2.1/PCI.IAM.1", controlID: "PCI.IAM.1",
            standard: "standards/pci-dss/v/3.2.1", titlePrefix: "PCI.IAM.1",
            remediationURL: "https://x/securityhub/PCI.IAM.1/remediation")))
  }

  struct Place: Sendable, CustomTestStringConvertible {
    let name: String
    let changes: [String: String]
    let account: String
    let region: String

    var testDescription: String { name }
  }

  static let places = [
    Place(
      name: "the record's own", changes: [:], account: "111122223333", region: "eu-west-1"),
    Place(
      name: "an account as a number", changes: ["AwsAccountId": "12345678901"],
      account: "012345678901", region: "eu-west-1"),
    Place(
      name: "the resource's",
      changes: [
        "AwsAccountId": "", "Region": "",
        "Resources": #"[{"Id":"AWS::::Account:222233334444","Region":"us-east-1"}]"#,
      ], account: "222233334444", region: "us-east-1"),
    Place(
      name: "the ARNs'",
      changes: [
        "AwsAccountId": #""XXXXXXXXXXXX""#, "Region": "", "Resources": #"[{"Id":"i-1"}]"#,
        "Id": #""arn:aws:securityhub:eu-west-2:333344445555:x/finding/f""#,
      ], account: "333344445555", region: "eu-west-1"),
    Place(
      name: "the options'",
      changes: [
        "AwsAccountId": "", "Region": "", "Resources": #"[{"Id":"i-1"}]"#, "Id": #""f""#,
        "ProductArn": #""arn:aws:securityhub:::product/aws/securityhub""#,
      ], account: "999900001111", region: "sa-east-1"),
  ]

  @Test("Account and region come from the first place that names them", arguments: places)
  func finds(_ place: Place) throws {
    let (row, result) = try row(place.changes, account: "999900001111", region: "sa-east-1")
    #expect(result[row.account] == place.account)
    #expect(result[row.region] == place.region)
  }

  @Test("A finding that names no account stays unplaced")
  func staysUnplaced() throws {
    let (row, _) = try row([
      "AwsAccountId": "", "Id": #""f""#, "Resources": #"[{"Id":"i-1"}]"#,
    ])
    #expect(row.account.isNone)
  }

  @Test(
    "Whatever stands for an account becomes the ARN of its root",
    arguments: [
      (#"[{"Id":"AWS::::Account:111122223333","Partition":"aws"}]"#, "aws"),
      (#"[{"Id":"AWS::::Account:111122223333"}]"#, "aws"),
      (#"[{"Id":"arn:aws:iam::111122223333:root"}]"#, "aws"),
      (#"[{"Id":"AWS::::Account:111122223333","Partition":"aws-us-gov"}]"#, "aws-us-gov"),
      (#"[]"#, "aws"),
    ])
  func canonises(_ resources: String, _ partition: String) throws {
    let (row, result) = try row([
      "Resources": resources,
      "ProductFields": #"{"Resources:0/Id":"arn:aws:cloudtrail:eu-west-1:111122223333:trail/t"}"#,
    ])
    #expect(result[row.resource] == "arn:\(partition):iam::111122223333:root")
  }

  @Test("A record with several resources has a row for each")
  func expands() {
    let finding = Sample.finding([
      "Resources": #"[{"Id":"arn:a","Type":"A"},{"Id":"arn:b","Type":"B"}]"#
    ])
    let result = reading(["x.json": Sample.export(finding, Sample.finding())])
    #expect(result.evidence.records.rows.map(\.number) == [1, 1, 2])
    #expect(result.evidence.files.first?.records == 2)
  }

  @Test(
    "A finding is closed by its record state, and by nothing else",
    arguments: [
      (["RecordState": #""ARCHIVED""#], true), (["RecordState": #""ACTIVE""#], false),
      (["RecordState": ""], false), (["Workflow": #"{"Status":"RESOLVED"}"#], false),
    ] as [([String: String], Bool)])
  func readsState(_ changes: [String: String], _ isArchived: Bool) throws {
    let row = try row(changes).row
    #expect(row.isArchived == isArchived && row.status == .failed)
  }

  @Test(
    "The severity is the label's, or AWS's step of the number",
    arguments: [
      (#"{"Label":"HIGH","Normalized":1}"#, Severity.high),
      (#"{"Normalized":"40"}"#, Severity.medium), (#"{"Normalized":0}"#, Severity.informational),
      (#"{"Normalized":1}"#, Severity.low), (#"{"Normalized":70}"#, Severity.high),
      (#"{"Normalized":90}"#, Severity.critical), (#"{"Original":"0.5"}"#, nil),
      (#"{"Label":"HIGH","Original":"0.5"}"#, Severity.high),
      (#"{"Normalized":"0.5","Original":"0.5"}"#, Severity.low),
    ])
  func readsSeverity(_ severity: String, _ expected: Severity?) throws {
    #expect(try row(["Severity": severity]).row.severity == expected)
  }

  @Test("The provider's severity stands in for a missing one")
  func readsProvidersSeverity() throws {
    let fields = #"{"Severity":{"Label":"LOW"}}"#
    let (row, _) = try row(["Severity": "", "FindingProviderFields": fields])
    #expect(row.severity == .low)
  }

  @Test(
    "The status is AWS's word; other tools' words are no result",
    arguments: [
      ("PASSED", Record.Status.passed), ("FAILED", .failed), ("WARNING", .warning),
      ("NOT_AVAILABLE", .notAvailable), ("NO_DATA", .none), ("INFOED", .none),
    ])
  func readsStatus(_ word: String, _ expected: Record.Status) throws {
    #expect(try row(["Compliance": "{\"Status\":\"\(word)\"}"]).row.status == expected)
  }

  @Test("What passed keeps its reasons, and they change nothing")
  func readsReasonsOfPasses() throws {
    let reasons = #"[{"ReasonCode":"CONFIG_EVALUATIONS_EMPTY"}]"#
    let (row, result) = try row([
      "Compliance": "{\"Status\":\"PASSED\",\"StatusReasons\":\(reasons)}"
    ])
    #expect(row.status == .passed)
    #expect(result[row.reason] == "CONFIG_EVALUATIONS_EMPTY")
  }

  @Test(
    "A time is text, a number or a recording",
    arguments: [
      #""2026-11-01T12:00:00Z""#, #""2026-11-01T13:00:00.5+01:00""#, "1793534400", "1793534400.25",
      "1793534400000",
      #"""
      {"__class__":"datetime","year":2026,"month":11,"day":1,"hour":12,"minute":0,"second":0,\#
      "microsecond":1}
      """#,
    ])
  func readsTime(_ time: String) throws {
    let expected = Instant("2026-11-01T12:00:00Z")?.seconds
    #expect(try row(["UpdatedAt": time]).row.updated == expected)
  }

  @Test("A finding without UpdatedAt has the time at which it was last seen, or created")
  func fallsBackInTime() throws {
    let (seen, _) = try row(["UpdatedAt": "", "LastObservedAt": #""2026-11-02T00:00:00Z""#])
    #expect(seen.updated == Instant("2026-11-02T00:00:00Z")?.seconds)
    #expect(try row(["UpdatedAt": ""]).row.updated == Instant("2026-10-01T00:00:00Z")?.seconds)
  }

  @Test("Another product's finding is kept apart under the product's name")
  func readsOtherProduct() throws {
    let (named, result) = try row([
      "ProductArn": #""arn:aws:securityhub:eu-west-1::product/aws/guardduty""#,
      "ProductName": #""GuardDuty""#, "Compliance": "",
    ])
    #expect(result.reference(named) == .otherProduct("GuardDuty"))
    let (unnamed, other) = try row([
      "ProductArn": #""arn:aws:securityhub:eu-west-1::product/acme/scanner""#
    ])
    #expect(other.reference(unnamed) == .otherProduct("acme/scanner"))
    let (bare, third) = try row(["ProductArn": "", "Compliance": #"{"Status":"FAILED"}"#])
    #expect(third.reference(bare) == .otherProduct("another product"))
    let (control, hub) = try row(["ProductArn": ""])
    #expect(
      hub.reference(control) == .securityHub(SecurityHubReference(securityControlID: "IAM.3")))
  }

  @Test("Prowler's findings name Prowler's check")
  func readsProwler() throws {
    let (row, result) = try row([
      "ProductArn": #""arn:aws:securityhub:eu-west-1::product/prowler/prowler""#,
      "GeneratorId": #""prowler-iam_root_mfa_enabled""#,
      "ProductFields": #"{"ProviderName":"Prowler"}"#,
      "Resources": #"[{"Id":"111122223333","Type":"AwsAccount"}]"#,
    ])
    #expect(row.source == .prowler)
    #expect(result.reference(row) == .prowler("iam_root_mfa_enabled"))
    #expect(result[row.resource] == "arn:aws:iam::111122223333:root")
  }

  struct Malformed: Sendable, CustomTestStringConvertible {
    let record: String
    let line: String
    var testDescription: String { line }
  }

  static let malformed = [
    Malformed(record: "5", line: "x.json:1:638 (byte 637) record 2: expected a finding, an object"),
    Malformed(
      record: Sample.finding(["Id": ""]),
      line: "x.json:1:638 (byte 637) record 2 at /Id: expected the finding's id, a string"),
    Malformed(
      record: Sample.finding(["UpdatedAt": #""yesterday""#]),
      line:
        "x.json:1:638 (byte 637) record 2 at /UpdatedAt: expected a time such as 2026-11-20T10:11:12Z"
    ),
    Malformed(
      record: Sample.finding(["Resources": #"{"Id":"x"}"#]),
      line: "x.json:1:638 (byte 637) record 2 at /Resources: expected a list of resources"),
    Malformed(
      record: Sample.finding(["Resources": #"[{"Id":"a"},7]"#]),
      line: "x.json:1:638 (byte 637) record 2 at /Resources/1: expected an object"),
    Malformed(
      record: Sample.finding(["Resources": #"[{"Type":"a"}]"#]),
      line:
        "x.json:1:638 (byte 637) record 2 at /Resources/0/Id: expected the resource's id, a string"),
  ]

  @Test("A malformed record is named with its place, and the rest goes on", arguments: malformed)
  func rejects(_ malformed: Malformed) {
    let text = Sample.export(Sample.finding(), malformed.record, Sample.finding(["Id": #""z""#]))
    let result = reading(["x.json": text])
    #expect(result.failureLines == [])
    #expect(result.warningLines == [malformed.line])
    #expect(result.evidence.files.first?.records == 3)
    #expect(result.evidence.files.first?.rejected == 1)
    #expect(result.evidence.records.rows.map(\.number) == [1, 3])
  }

  @Test("A line that is no finding is one rejected record among many lines")
  func rejectsLine() {
    let text = [Sample.finding(), "5", #"{"a":1}"#, Sample.finding()].joined(separator: "\n")
    let result = reading(["x.ndjson": text])
    #expect(result.failureLines == [])
    #expect(result.evidence.files.first?.records == 4)
    #expect(result.evidence.files.first?.rejected == 2)
  }
}
