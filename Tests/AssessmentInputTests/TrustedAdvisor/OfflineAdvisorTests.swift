import AssessmentInput
import AssessmentModel
import Testing

@Suite("Results copied from the console of Trusted Advisor") struct OfflineAdvisorTests {
  private static let group = "arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1"

  private func read(
    _ text: String, as name: String = "evidence/ta.yaml",
    assessment: String = "scope: {accounts: [\"111122223333\"], regions: [eu-west-1]}\n"
  ) -> ReadResult {
    reading(["assessment.yaml": assessment, name: text])
  }

  private static let full = """
    # Copied on Friday.
    trusted-advisor:
      - check: Security Groups – Specific Ports Unrestricted
        colour: red
        date: 2026-11-20
        account: "444455556666"
        resources:
          - region: eu-west-1
            resource: sg-1
            columns: {Ports: 22, Protocol: tcp, Nothing: }
            note: the bastion
          - region: us-east-1
            resource: sg-2
            colour: yellow
          - region: us-east-1
            resource: arn:aws:ec2:us-east-1:444455556666:security-group/sg-3
            excluded: true
            note: a mail server
      - check: zXCkfM1nI3
        colour: green
        date: 2026-11-20
        note: two users
    """

  @Test(
    "A file is read with all its keys, wherever it lies",
    arguments: ["evidence/ta.yaml", "answers/ta.yaml", "ta"])
  func reads(name: String) throws {
    let result = read(Self.full, as: name)
    #expect(result.failureLines == [] && result.warningLines == [])
    let account = "444455556666"
    #expect(
      result.advisorRows == [
        "failed \(account) eu-west-1 arn:aws:ec2:eu-west-1:\(account):security-group/sg-1",
        "failed \(account) us-east-1 arn:aws:ec2:us-east-1:\(account):security-group/sg-2",
        "failed \(account) us-east-1 arn:aws:ec2:us-east-1:\(account):security-group/sg-3 suppressed",
        "passed 111122223333 - \(AdvisorSample.root)",
      ])
    let rows = result.evidence.records.rows
    #expect(rows.map(\.severity) == [.high, .medium, .high, nil])
    #expect(
      rows.map { result[$0.reason] } == [
        "Ports: 22; Protocol: tcp; the bastion", "", "", "two users",
      ])
    #expect(rows.map { result[$0.note] } == ["", "", "a mail server", ""])
    #expect(Set(rows.map(\.updated)) == [Instant("2026-11-20")?.seconds])
    let file = try #require(result.evidence.files.last)
    #expect(file.kind == "Trusted Advisor results from the console")
    #expect(file.records == 4 && file.isExport)
  }

  @Test("JSON will do, too")
  func json() {
    let text = """
      {"trusted-advisor":[{"check":"TA.HCP4007jGY","colour":"Red","date":"2026-11-20"}]}
      """
    let result = read(text)
    #expect(result.failureLines == [])
    #expect(result.advisorRows == ["failed 111122223333 - \(AdvisorSample.root)"])
  }

  @Test("An empty list is a file without results")
  func empty() {
    let result = read("# - check: x\ntrusted-advisor: []\n")
    // Beside assessment.yaml it is no error: the questions can still be answered in the report.
    #expect(result.failureLines == [])
    #expect(result.listing.last?.isEvidence == false)
    #expect(result.listing.last?.notes == ["there is no result in it, which is not a pass"])
  }

  // MARK: Accounts

  @Test(
    "The account is the file's entry in assessment.yaml, else the only one of the scope",
    arguments: [
      ("scope: {accounts: [\"111122223333\"], regions: [eu-west-1]}", "111122223333"),
      ("evidence: [{file: evidence/ta.yaml, account: \"444455556666\"}]", "444455556666"),
      ("scope: {accounts: [\"111122223333\", \"444455556666\"], regions: [eu-west-1]}", ""),
      ("title: x", ""),
    ])
  func accounts(assessment: String, account: String) {
    let text = "trusted-advisor:\n- {check: IAM Use, colour: yellow, date: 2026-11-20}\n"
    let result = read(text, assessment: assessment + "\n")
    #expect(result.evidence.records.rows.map { result[$0.account] } == [account])
    let expected = account.isEmpty ? ["unplaced-results"] : []
    #expect(result.evidence.diagnostics.map(\.identifier) == expected)
  }

  // MARK: Colours

  @Test("A colour that no resource has is one of the account")
  func whole() {
    let text = """
      trusted-advisor:
        - check: HCP4007jGY
          colour: red
          date: 2026-11-20
          resources: [{region: eu-west-1, resource: sg-1, colour: green}]
        - check: Pfx0RwqBli
          colour: red
          date: 2026-11-20
          resources: [{region: eu-west-1, resource: b, excluded: true}]
      """
    #expect(
      read(text).advisorRows == [
        "passed 111122223333 eu-west-1 \(Self.group)",
        "failed 111122223333 - \(AdvisorSample.root)",
        "failed 111122223333 eu-west-1 arn:aws:s3:::b suppressed",
      ])
  }

  // MARK: Bad input

  struct Bad: Sendable {
    let text: String
    let line: String
  }

  private static func entry(_ more: String) -> String {
    "trusted-advisor:\n  - check: HCP4007jGY\n    colour: red\n    date: 2026-11-20\n    \(more)\n"
  }

  private static let names =
    "Known names: Security Groups - Specific Ports Unrestricted, Amazon RDS Public Snapshots, "
    + "Amazon S3 Bucket Permissions, IAM Use. Write any other by its id."

  static let bad = [
    Bad(
      text: "trusted_advisor: []\n",
      line: "1:1: the key \"trusted_advisor\" is not known here. Did you mean \"trusted-advisor\"? "
        + "Known keys: trusted-advisor."),
    Bad(
      text: "trusted-advisor: {}\n", line: "1:18: trusted-advisor must be a list"),
    Bad(
      text: entry("color: red"),
      line: "5:5: the key \"color\" is not known here. Did you mean \"colour\"? Known keys: check, "
        + "colour, date, account, note, resources."),
    Bad(
      text: "trusted-advisor:\n- {colour: red, date: 2026-11-20}\n", line: "2:3: check is missing"),
    Bad(
      text: "trusted-advisor:\n- {check: IAM Use, date: 2026-11-20}\n",
      line: "2:3: colour is missing"),
    Bad(
      text: "trusted-advisor:\n- {check: IAM Use, colour: red}\n", line: "2:3: date is missing"),
    Bad(
      text: "trusted-advisor:\n- {check: IAM Use, colour: orange, date: 2026-11-20}\n",
      line: "2:28: colour must be red, yellow or green"),
    Bad(
      text: "trusted-advisor:\n- {check: IAM Usage, colour: red, date: 2026-11-20}\n",
      line: "2:11: there is no check IAM Usage. Did you mean \"IAM Use\"? \(names)"),
    Bad(
      text: entry("account: 42"), line: "5:14: expected an account id of 12 digits"),
    Bad(
      text: entry("resources: [{region: eu-west-1}]"), line: "5:17: resource is missing"),
    Bad(
      text: entry("resources: [{resource: sg-1}]"), line: "5:17: region is missing"),
    Bad(
      text: entry("resources: [{resource: sg-1, region: Ireland}]"),
      line: "5:42: region must be a region code, such as eu-central-1"),
    Bad(
      text: entry("resources: [{resource: sg-1, region: eu-west-1, excluded: perhaps}]"),
      line: "5:63: excluded must be true or false"),
    Bad(
      text: entry("resources: [{resource: sg-1, region: eu-west-1, columns: [a]}]"),
      line: "5:62: columns must be a mapping of columns to what stands in them"),
    Bad(
      text: entry("resources: [{resource: sg-1, region: eu-west-1, columns: {a: [b]}}]"),
      line: "5:66: expected text in columns"),
    Bad(
      text:
        "trusted-advisor:\n- check: HCP4007jGY\n  colour: yellow\n  date: 2026-11-20\n"
        + "  resources: [{resource: sg-1, region: eu-west-1, colour: red}]\n",
      line: "5:59: the resource is red while its check is yellow. A check has the colour of its "
        + "worst resource."),
    Bad(
      text:
        "trusted-advisor:\n- check: IAM Use\n  colour: red\n  date: 2026-11-20\n"
        + "  resources: [{resource: x}]\n",
      line: "5:15: IAM Use is about the account, and has no resources. Leave out resources."),
    Bad(
      text: "trusted-advisor:\n- &x {check: IAM Use, colour: red, date: 2026-11-20}\n"
        + "- {check: zXCkfM1nI3, colour: green, date: 2026-11-20}\n",
      line: "3:3: the check zXCkfM1nI3 is there twice for this day"),
  ]

  @Test("What is wrong is named with line and column", arguments: bad)
  func fails(_ bad: Bad) {
    let result = read(bad.text)
    #expect(result.failureLines == ["evidence/ta.yaml:" + bad.line])
    #expect(result.evidence.records.rows.isEmpty)
  }

  @Test("Several wrong places of one file are all named")
  func namesAll() {
    #expect(read("trusted-advisor:\n- {check: x, colour: y, date: z, w: 1}\n").failures.count == 4)
  }
}
