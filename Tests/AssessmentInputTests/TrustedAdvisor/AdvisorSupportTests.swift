import AssessmentInput
import AssessmentModel
import Testing

@Suite("Outputs of the Support API about Trusted Advisor") struct AdvisorSupportTests {
  private static let group = "arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1"

  private func read(_ text: String, beside files: [String: String] = [:]) -> ReadResult {
    reading(files.merging(["r.json": text]) { $1 }, account: "111122223333")
  }

  @Test("A row becomes a record with its resource's ARN and its cells by name")
  func row() throws {
    let result = read(AdvisorSample.result(rows: AdvisorSample.row()))
    #expect(result.failureLines == [] && result.warningLines == [])
    #expect(result.advisorRows == ["failed 111122223333 eu-west-1 \(Self.group)"])
    let row = try #require(result.evidence.records.rows.first)
    #expect(result.reference(row) == .trustedAdvisor("HCP4007jGY"))
    #expect(
      result[row.reason]
        == "Region: eu-west-1; Security Group Name: web; Security Group ID: sg-1; Protocol: tcp; "
        + "Ports: 22")
    #expect(result[row.title] == "Security Groups - Specific Ports Unrestricted")
    #expect(row.updated == Instant("2026-11-20T08:00:00Z")?.seconds)
    #expect(row.source == .trustedAdvisor && row.severity == .high && row.form == .byResource)
    let file = try #require(result.evidence.files.first)
    #expect(file.kind == "Trusted Advisor result (describe-trusted-advisor-check-result)")
    #expect(file.records == 1 && file.isExport)
  }

  @Test(
    "The row's status decides, not the check's, nor a cell",
    arguments: [
      ("error", Record.Status.failed, Severity.high as Severity?),
      ("warning", .failed, .medium), ("ok", .passed, nil), ("not_available", .notAvailable, nil),
    ])
  func statuses(status: String, expected: Record.Status, severity: Severity?) {
    let text = AdvisorSample.result(
      rows: AdvisorSample.row(), AdvisorSample.row(status, region: "us-east-1"))
    let row = read(text).evidence.records.rows.last
    #expect(row?.status == expected && row?.severity == severity)
  }

  @Test("A row that is excluded in Trusted Advisor is suppressed")
  func suppressed() {
    let text = AdvisorSample.result(
      "HCP4007jGY", "ok", rows: AdvisorSample.row("warning", suppressed: true))
    #expect(
      read(text).advisorRows == ["failed 111122223333 eu-west-1 \(Self.group) suppressed"])
  }

  @Test("A row of a check that is not available passes nothing")
  func notAvailable() {
    let text = AdvisorSample.result(
      "HCP4007jGY", "not_available", rows: AdvisorSample.row("ok"), AdvisorSample.row("error"))
    #expect(
      read(text).evidence.records.rows.map(\.status) == [.notAvailable, .failed])
  }

  struct Whole: Sendable {
    let text: String
    let rows: [String]
  }

  static let wholes = [
    Whole(
      text: AdvisorSample.result("HCP4007jGY", "ok"),
      rows: ["passed 111122223333 - \(AdvisorSample.root)"]),
    Whole(
      text: AdvisorSample.result("HCP4007jGY", "not_available"),
      rows: ["notAvailable 111122223333 - \(AdvisorSample.root)"]),
    Whole(
      text: AdvisorSample.result("HCP4007jGY", "warning", flagged: 3),
      rows: ["failed 111122223333 - \(AdvisorSample.root)"]),
    // A colour that no row has is not lost.
    Whole(
      text: AdvisorSample.result("HCP4007jGY", "error", rows: AdvisorSample.row("ok")),
      rows: [
        "passed 111122223333 eu-west-1 \(group)", "failed 111122223333 - \(AdvisorSample.root)",
      ]),
    Whole(
      text: AdvisorSample.result(
        "HCP4007jGY", "error", flagged: 1, rows: AdvisorSample.row(suppressed: true)),
      rows: [
        "failed 111122223333 eu-west-1 \(group) suppressed",
        "failed 111122223333 - \(AdvisorSample.root)",
      ]),
    Whole(
      text: AdvisorSample.result(
        "HCP4007jGY", "error", flagged: 0, rows: AdvisorSample.row(suppressed: true)),
      rows: ["failed 111122223333 eu-west-1 \(group) suppressed"]),
    // AWS's own example of IAM Use: nothing is flagged, and there is a row all the same.
    Whole(
      text: AdvisorSample.result(
        "zXCkfM1nI3", "ok", flagged: 0, rows: AdvisorSample.row("ok", region: nil, cells: nil)),
      rows: ["passed 111122223333 - \(AdvisorSample.root)"]),
  ]

  @Test("A result without the rows of its colour is a record on the account", arguments: wholes)
  func whole(_ whole: Whole) {
    let result = read(whole.text)
    #expect(result.advisorRows == whole.rows)
    #expect(result.evidence.files.first?.records == whole.rows.count)
  }

  @Test(
    "A row that names no region, or none that is a code, is about the account",
    arguments: [nil, "-", "", "Global"] as [String?])
  func global(region: String?) {
    let text = AdvisorSample.result(
      "zXCkfM1nI3", "warning", rows: AdvisorSample.row("warning", region: region, cells: "[]"))
    #expect(read(text).advisorRows == ["failed 111122223333 - \(AdvisorSample.root)"])
  }

  @Test("A check without columns is about the account, whatever its row says")
  func accountCheck() {
    let text = AdvisorSample.result(
      "zXCkfM1nI3", "warning", rows: AdvisorSample.row("warning", cells: #"["x","y"]"#))
    #expect(read(text).advisorRows == ["failed 111122223333 eu-west-1 \(AdvisorSample.root)"])
  }

  @Test("The region of an option is not that of a result about the whole account")
  func noPlacedRegion() {
    let result = reading(
      ["r.json": AdvisorSample.result("HCP4007jGY", "ok")], account: "111122223333",
      region: "us-gov-west-1")
    #expect(
      result.advisorRows == ["passed 111122223333 - arn:aws-us-gov:iam::111122223333:root"])
  }

  @Test("Without an account a result is counted nowhere, and a warning says how to tell it")
  func unplaced() {
    let result = reading([
      "r.json": AdvisorSample.result(rows: AdvisorSample.row(), AdvisorSample.row())
    ])
    #expect(result.advisorRows.map { $0.prefix(8) } == ["failed -", "failed -"])
    #expect(
      result.warningLines == [
        "r.json: names no account, so its results of Trusted Advisor are counted nowhere. Tell the "
          + "account in assessment.yaml under evidence, or with --evidence-account."
      ])
  }

  // MARK: Columns

  @Test(
    "A list of checks among the evidence names columns and checks, in whatever file",
    arguments: ["a.json", "z.json"])
  func columns(name: String) throws {
    let checks = """
      {"checks":[{"id":"aaaaaaaaa1","name":"New check","category":"security","description":
      "<b>Red</b>","metadata":["Status","Resource","Reason"]},{"id":"HCP4007jGY","name":"Groups",
      "category":"security","metadata":["Zone","Name","Security Group ID","P","Status","Open"]}]}
      """
    let text =
      AdvisorSample.result(
        "aaaaaaaaa1",
        rows: AdvisorSample.row(cells: #"["Red","arn:aws:sqs:eu-west-1:111122223333:q","open"]"#))
      + AdvisorSample.result(rows: AdvisorSample.row())
    let result = read(text, beside: [name: checks])
    #expect(
      result.advisorRows == [
        "failed 111122223333 eu-west-1 arn:aws:sqs:eu-west-1:111122223333:q",
        "failed 111122223333 eu-west-1 \(Self.group)",
      ])
    let rows = result.evidence.records.rows
    #expect(rows.map { result[$0.title] } == ["New check", "Groups"])
    #expect(
      rows.map { result[$0.reason] } == [
        "Resource: arn:aws:sqs:eu-west-1:111122223333:q; Reason: open",
        "Zone: eu-west-1; Name: web; Security Group ID: sg-1; P: tcp; Open: 22",
      ])
    #expect(result.evidence.files.first { $0.name == name }?.records == 0)
  }

  @Test("A list of checks that leaves out the colour's column still names the others")
  func shortColumns() {
    let checks = """
      {"checks":[{"id":"rSs93HQwa1","name":"Snapshots","category":"security",
      "metadata":["Region","DB Instance or Cluster ID","Snapshot ID"]}]}
      """
    let text = AdvisorSample.result(
      "rSs93HQwa1", rows: AdvisorSample.row(cells: #"["Red","eu-west-1","shop","shop-1"]"#))
    let result = read(text, beside: ["c.json": checks])
    #expect(
      result.advisorRows == [
        "failed 111122223333 eu-west-1 arn:aws:rds:eu-west-1:111122223333:snapshot:shop-1"
      ])
    #expect(
      result.evidence.records.rows.map { result[$0.reason] } == [
        "Region: eu-west-1; DB Instance or Cluster ID: shop; Snapshot ID: shop-1"
      ])
  }

  @Test("Cells without a name are shown without one, and empty ones not at all")
  func unnamedCells() throws {
    let text = AdvisorSample.result(
      "unknown123", rows: AdvisorSample.row(cells: #"["eu-west-1",null,"",7,true]"#))
    let result = read(text)
    let row = try #require(result.evidence.records.rows.first)
    #expect(result[row.reason] == "eu-west-1; 7; true")
    #expect(result[row.resource] == "digest-1")
    #expect(result[row.title].isEmpty)
  }

  // MARK: Resources

  struct Named: Sendable {
    let check: String
    let region: String
    let cells: String
    let resource: String
  }

  static let resources = [
    Named(
      check: "Pfx0RwqBli", region: "cn-north-1", cells: #"["Beijing","cn-north-1","b","Red"]"#,
      resource: "arn:aws-cn:s3:::b"),
    // The column's region code stands in for the row's.
    Named(
      check: "Pfx0RwqBli", region: "-", cells: #"["Beijing","cn-north-1","b","Red"]"#,
      resource: "arn:aws-cn:s3:::b"),
    Named(
      check: "HCP4007jGY", region: "us-gov-west-1", cells: #"["x","n","sg-2","tcp","Red","1"]"#,
      resource: "arn:aws-us-gov:ec2:us-gov-west-1:111122223333:security-group/sg-2"),
    // Where the region or the column is missing, no ARN can be made.
    Named(
      check: "HCP4007jGY", region: "-", cells: #"[null,"n","sg-2","tcp","Red","1"]"#,
      resource: "digest-1"),
    Named(
      check: "HCP4007jGY", region: "eu-west-1", cells: #"["x","n",null,"tcp","Red","1"]"#,
      resource: "digest-1"),
    Named(
      check: "rSs93HQwa1", region: "eu-west-1",
      cells: #"["Red","eu-west-1","d","arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:s"]"#,
      resource: "arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:s"),
  ]

  @Test("A resource is an ARN where its check's columns make one", arguments: resources)
  func resource(_ item: Named) {
    let text = AdvisorSample.result(
      item.check, rows: AdvisorSample.row(region: item.region, cells: item.cells))
    let result = read(text)
    #expect(result.evidence.records.rows.map { result[$0.resource] } == [item.resource])
  }

  @Test(
    "A snapshot is one of a cluster where other evidence says so", arguments: ["a.json", "z.json"])
  func clusterSnapshot(name: String) {
    let arn = "arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:crm"
    let hub = Sample.export(
      Sample.finding(["Resources": #"[{"Type":"AwsRdsDbClusterSnapshot","Id":"\#(arn)"}]"#]))
    let text = AdvisorSample.result(
      "rSs93HQwa1", rows: AdvisorSample.row(cells: #"["Red","eu-west-1","crm","crm"]"#))
    let result = read(text, beside: [name: hub])
    #expect(result.evidence.records.rows.map { result[$0.resource] } == [arn, arn])
  }

  @Test("A control's account and an account's id are the account")
  func accountNames() {
    let checks = """
      {"checks":[{"id":"Hs4Ma3G140","name":"Root key","category":"security",
      "metadata":["Status","Region","Resource","Last Updated Time"]}]}
      """
    let rows = ["AWS::::Account:111122223333", "111122223333"].map {
      AdvisorSample.row(region: "us-east-1", cells: #"["Red","us-east-1","\#($0)","1"]"#)
    }
    let text = AdvisorSample.result("Hs4Ma3G140", rows: rows[0], rows[1])
    let result = read(text, beside: ["c.json": checks])
    #expect(
      result.advisorRows
        == Array(repeating: "failed 111122223333 us-east-1 \(AdvisorSample.root)", count: 2))
  }

  @Test("An item is the same record from week to week, whenever it was looked at")
  func identity() {
    let checks = """
      {"checks":[{"id":"Hs4Ma3G140","name":"Root key","category":"security",
      "metadata":["Status","Region","Resource","Last Updated Time"]}]}
      """
    let rows = ["1", "2", "2"].enumerated().map { week, time in
      AdvisorSample.row(cells: #"["Red","eu-west-1","\#(week < 2 ? "a" : "b")","\#(time)"]"#)
    }
    let text = rows.map { AdvisorSample.result("Hs4Ma3G140", rows: $0) }.joined()
    let ids = read(text, beside: ["c.json": checks]).evidence.records.rows.map(\.id)
    #expect(ids.count == 3 && ids[0] == ids[1] && ids[0] != ids[2])
  }

  @Test("Of many files each record keeps its own")
  func manyFiles() {
    let names = (10..<40).map { "\($0).json" }
    let files = Dictionary(
      uniqueKeysWithValues: names.map { ($0, AdvisorSample.result(rows: AdvisorSample.row())) })
    let result = reading(files, account: "111122223333")
    let own = result.evidence.records.rows.map { result.evidence.files[Int($0.file)].name }
    #expect(own == names)
  }

  // MARK: Summaries

  @Test("A summary is the colour of a whole check on the account, whatever it says of flags")
  func summaries() {
    let text = """
      {"summaries":[
      {"checkId":"HCP4007jGY","timestamp":"2026-11-20T08:00:00Z","status":"ok",
      "hasFlaggedResources":true,"resourcesSummary":{"resourcesFlagged":0}},
      {"checkId":"Pfx0RwqBli","timestamp":"2026-11-20T08:00:00Z","status":"error",
      "hasFlaggedResources":true}]}
      """
    let result = read(text)
    #expect(
      result.advisorRows == [
        "passed 111122223333 - \(AdvisorSample.root) byrule",
        "failed 111122223333 - \(AdvisorSample.root) byrule",
      ])
    let reasons = result.evidence.records.rows.map { result[$0.reason] }
    #expect(Set(reasons) == ["the colour of the whole check, without its resources"])
  }

  @Test("Refresh statuses and lists of checks are no evidence")
  func others() {
    let statuses = #"{"statuses":[{"checkId":"x","status":"none"}]}"#
    let result = reading(["s.json": statuses, "c.json": #"{"checkSummaries":[]}"#])
    #expect(result.failures.map(\.diagnostic.identifier) == ["no-evidence"])
    #expect(
      result.listing.map(\.kind) == [
        "Trusted Advisor checks (list-checks), names only",
        "Trusted Advisor refresh statuses, no evidence",
      ])
  }

  @Test("A list of checks says how many it names")
  func counts() {
    let list = #"{"checks":[{"id":"x","category":"security"},{"id":"y"}]}"#
    let result = reading(["c.json": list, "d.json": #"{"checkSummaries":[{"id":"x"}]}"#])
    #expect(result.listing.map(\.notes) == [["2 checks"], ["1 check"]])
  }

  // MARK: Bad input

  @Test(
    "What is no result is rejected with its place",
    arguments: [
      (AdvisorSample.result("x", "blue"), "/result/status: expected ok, warning, error or"),
      (AdvisorSample.result("", "ok"), "/result/checkId: expected the check's id"),
      (AdvisorSample.result("x", "ok", time: "soon"), "/result/timestamp: expected a time"),
      (#"{"summaries":[{"checkId":"x","status":"green"}]}"#, "/status: expected ok, warning,"),
      (#"{"summaries":[{"checkId":"","status":"ok"}]}"#, "/checkId: expected the check's id"),
    ])
  func bad(text: String, problem: String) {
    let result = read(text)
    #expect(result.failures.map(\.diagnostic.identifier) == ["no-results"])
    #expect(result.failureLines.first?.contains("record 1") == true)
    let expected = problem.split(separator: ": ")
    #expect(result.failureLines.first?.contains(expected[0]) == true)
    #expect(result.failureLines.first?.contains(expected[1]) == true)
    #expect(result.evidence.records.rows.isEmpty)
  }

  @Test("A bad row is rejected alone", arguments: ["7", AdvisorSample.row("purple")])
  func badRow(_ row: String) {
    let result = read(AdvisorSample.result(rows: AdvisorSample.row(), row))
    #expect(result.failureLines == [] && result.evidence.records.rows.map(\.number) == [1])
    #expect(result.evidence.files.first?.rejected == 1)
    #expect(
      result.evidence.malformed.flatMap(\.diagnostics).map(\.identifier) == ["malformed-record"])
  }

  @Test(
    "Other tools' files with the same words are no results",
    arguments: [#"{"result":{"rows":[]}}"#, #"{"checks":[{"name":"x"}]}"#, #"{"result":7}"#])
  func foreign(_ text: String) {
    #expect(read(text).failures.map(\.diagnostic.identifier) == ["unknown-json"])
  }

  @Test("A report of so-report is told by what it has beside its checks")
  func ownReport() {
    let text = #"{"checks":[{"id":"IAM.3"}],"reconciliation":{"outcomes":{}}}"#
    #expect(read(text, beside: ["x.json": Sample.hub]).failureLines == [])
  }
}
