import AssessmentInput
import AssessmentModel
import Testing

@Suite("An assessment folder")
struct AssessmentFolderTests {
  private func read(
    _ assessment: String, _ files: [String: String] = [:], skipInvalid: Bool = false
  ) -> ReadResult {
    reading(
      ["assessment.yaml": assessment, "evidence/e.json": Sample.hub].merging(files) { $1 },
      skipInvalid: skipInvalid)
  }

  @Test("assessment.yaml is read with all its keys")
  func readsAll() throws {
    let result = read(
      """
      title: Autumn
      organisation: Org
      classification: Internal
      as-of: 2026-11-20
      scope:
        accounts: [111122223333, {id: "444455556666", regions: [us-east-1]}]
        regions: [eu-west-1, eu-central-1]
      accounts:
        - {id: 111122223333, name: Prod, owner: ada, environment: production}
      assessors: [ada, bob]
      stale-after: 14
      """)
    #expect(result.failureLines == [])
    let evidence = result.evidence
    #expect(evidence.title == "Autumn" && evidence.organisation == "Org")
    #expect(evidence.classification == "Internal" && evidence.staleAfter == 14)
    #expect(evidence.asOf?.rfc3339 == "2026-11-20T23:59:59Z")
    #expect(evidence.assessors == ["ada", "bob"])
    let scope = try #require(evidence.scope)
    #expect(scope.accounts.map(\.id) == ["111122223333", "444455556666"])
    #expect(scope.accounts.map(\.regions) == [["eu-west-1", "eu-central-1"], ["us-east-1"]])
    let account = try #require(evidence.accounts.first)
    #expect(account.name == "Prod" && account.owner == "ada" && account.environment == "production")
  }

  struct Bad: Sendable {
    let text: String
    let line: String
  }

  static let bad = [
    Bad(
      text: "titel: x\n",
      line: "assessment.yaml:1:1: the key \"titel\" is not known here. Did you mean \"title\"? "
        + "Known keys: title, organisation, classification, as-of, scope, accounts, assessors, "
        + "stale-after, evidence, lens, branding, pages."),
    Bad(
      text: "- x\n",
      line: "assessment.yaml:1:1: expected a mapping with the keys title, "
        + "organisation, classification, as-of, scope, accounts, assessors, stale-after, evidence, "
        + "lens, branding, pages"),
    Bad(
      text: "title: x\nthresholds: {logo: x}\n",
      line: "assessment.yaml:2:1: \"thresholds\" is not supported by this version. Remove it."),
    Bad(
      text: "as-of: soon\n", line: "assessment.yaml:1:8: as-of must be a date such as 2026-11-20"),
    Bad(
      text: "stale-after: -1\n",
      line: "assessment.yaml:1:14: stale-after must be a number of days, such as 30"),
    Bad(
      text: "scope:\n  accounts: [111122223333]\n",
      line: "assessment.yaml:2:14: a list of accounts alone is no scope: 111122223333 has no "
        + "regions. Add scope.regions, such as [eu-central-1, us-east-1], or regions of the "
        + "account."),
    Bad(
      text: "scope:\n  regions: [eu-west-1]\n",
      line: "assessment.yaml:2:3: scope needs accounts, a list of account ids"),
    Bad(
      text: "scope: {accounts: [1], regions: [eu-west-1]}\n",
      line: "assessment.yaml:1:20: expected an account id of 12 digits"),
    Bad(text: "accounts: [{name: x}]\n", line: "assessment.yaml:1:12: id is missing"),
    Bad(
      text: "evidence: [{file: x}]\n",
      line: "assessment.yaml:1:12: expected an account, a region, or both"),
    Bad(text: "title: [a]\n", line: "assessment.yaml:1:8: title must be text"),
  ]

  @Test("What is wrong in assessment.yaml is named with its place", arguments: bad)
  func fails(_ bad: Bad) {
    #expect(read(bad.text).failureLines == [bad.line])
  }

  @Test("A broken assessment.yaml stops the run even with skip-invalid")
  func isNeverSkipped() {
    #expect(read("x: 1\n", skipInvalid: true).failures.map(\.reason) == [.invalid])
  }

  @Test("An evidence entry places the records of its file; an unused one is a warning")
  func placesRecords() {
    let finding = Sample.finding([
      "AwsAccountId": "", "Region": "", "Id": #""f""#, "Resources": #"[{"Id":"i-1"}]"#,
      "ProductArn": #""arn:aws:securityhub:::product/aws/securityhub""#,
    ])
    let result = read(
      """
      evidence:
        - {file: evidence/hub.json, account: 222233334444, region: eu-north-1}
        - {file: evidence/gone.json, region: eu-north-1}
      """, ["evidence/hub.json": Sample.export(finding)])
    #expect(result.evidence.records.rows.map { result[$0.account] } == ["222233334444"])
    #expect(result.evidence.records.rows.map { result[$0.region] } == ["eu-north-1"])
    #expect(
      result.warningLines
        == ["assessment.yaml:3:5: evidence names evidence/gone.json, which was not found"])
  }

  @Test("Notes of objectives and the summary are read; others are a warning")
  func readsNotes() {
    let result = read(
      "title: x\n",
      ["notes/so-3.md": "# Three", "notes/summary.md": "All well", "notes/so-33.md": "x"])
    #expect(result.failureLines == [])
    #expect(result.evidence.notes.map(\.subject) == ["so-3", "summary"])
    #expect(result.evidence.notes.map(\.markdown) == ["# Three", "All well"])
    #expect(
      result.evidence.notes.map { result.evidence.files[$0.file].name } == [
        "notes/so-3.md", "notes/summary.md",
      ])
    #expect(result.evidence.diagnostics.map(\.identifier) == ["unknown-note"])
  }

  @Test("The earlier report is listed and noted, and not read")
  func listsReserved() {
    let result = read("title: x\n", ["previous.json": "{"])
    #expect(result.failureLines == [])
    #expect(
      result.listing.map(\.kind) == [
        "assessment.yaml", "Security Hub (describe-hub)",
        "earlier report (not read by this version)",
      ])
    #expect(result.evidence.diagnostics.map(\.severity) == [.note])
  }

  @Test("A README among the answers is text")
  func knowsReadme() {
    let result = read("title: x\n", ["answers/README.md": "# How to answer"])
    #expect(result.failureLines == [])
    #expect(result.listing.map(\.kind).contains("text, not evidence"))
  }

  @Test("A run has one assessment folder")
  func failsOnSecond() {
    let yaml = Array("title: x\n".utf8)
    let result = EvidenceReader.read(
      EvidenceRequest(inputs: ["a", "b"]),
      disk: .holding(["a/assessment.yaml": yaml, "b/assessment.yaml": yaml]), objectives: [])
    #expect(result.failureLines == ["assessment.yaml (2): a run has one assessment folder"])
  }

  @Test("Without assessment.yaml these names mean nothing")
  func isPlainFolder() {
    let result = reading([
      "exceptions.yaml": "- x: 1\n", "notes/so-3.md": "x", "a.json": Sample.hub,
    ])
    #expect(result.failureLines == [])
    let text = "text, not evidence"
    #expect(result.listing.map(\.kind) == ["Security Hub (describe-hub)", text, text])
  }
}
