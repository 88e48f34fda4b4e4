import AssessmentInput
import AssessmentModel
import Testing

@Suite("Events of Trusted Advisor") struct AdvisorEventTests {
  private static let group = "arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1"

  @Test("An event is one result of the check of its name, in the place that its item names")
  func event() throws {
    let result = reading(["e.json": AdvisorSample.event()])
    #expect(result.failureLines == [] && result.warningLines == [])
    #expect(result.advisorRows == ["failed 111122223333 eu-west-1 \(Self.group) event"])
    #expect(result.advisorChecks == [.trustedAdvisor("HCP4007jGY")])
    let row = try #require(result.evidence.records.rows.first)
    #expect(row.updated == Instant("2026-11-21T08:00:00Z")?.seconds && row.severity == .high)
    #expect(
      result[row.reason]
        == "Region: eu-west-1; Security Group ID: sg-1; Protocol: tcp; Ports: 22; "
        + "Security Group Name: web")
    #expect(result.evidence.files.first?.isExport == false)
  }

  @Test(
    "The status is written as events write it",
    arguments: [
      ("OK", Record.Status.passed), ("WARN", .failed), ("ERROR", .failed),
      ("NOT_AVAILABLE", .notAvailable),
    ])
  func status(word: String, status: Record.Status) {
    let result = reading(["e.json": AdvisorSample.event(word)])
    #expect(result.evidence.records.rows.map(\.status) == [status])
  }

  @Test("An item is the same record in an event and in a list")
  func identity() {
    let result = reading(
      [
        "a.json": AdvisorSample.result(rows: AdvisorSample.row()),
        "e.json": AdvisorSample.event("OK"),
        "f.json": AdvisorSample.event(
          "OK", item: #"{"Region":"eu-west-1","Security Group ID":"sg-1","Ports":"80"}"#),
      ], account: "111122223333")
    let ids = result.evidence.records.rows.map(\.id)
    #expect(ids.count == 3 && Set(ids).count == 2)
  }

  @Test("A check of a name that nothing knows is called by it")
  func unknownName() throws {
    let text = AdvisorSample.event(
      "WARN", check: "Idle things", resource: "arn:aws:rds:eu-west-1:111122223333:db:d",
      item: #"{"Name":"d"}"#)
    let result = reading(["e.json": text])
    #expect(result.advisorChecks == [.trustedAdvisor("Idle things")])
    #expect(
      result.advisorRows == [
        "failed 111122223333 eu-west-1 arn:aws:rds:eu-west-1:111122223333:db:d event"
      ])
  }

  @Test("An event about an account's check is about the account")
  func account() {
    let result = reading(["e.json": AdvisorSample.event(check: "IAM Use", item: "{}")])
    #expect(result.advisorRows == ["failed 111122223333 - \(AdvisorSample.root) event"])
  }

  @Test("Several events are read one after the other, and from a list")
  func several() {
    let two = AdvisorSample.event() + "\n" + AdvisorSample.event("WARN")
    let list = "[\(AdvisorSample.event()),\(AdvisorSample.event("WARN"))]"
    for text in [two, list] {
      #expect(reading(["e.json": text]).evidence.records.rows.count == 2)
    }
  }

  @Test("Other events of Trusted Advisor are named, and no evidence")
  func otherEvents() {
    let text = """
      {"detail-type":"AWS API Call via CloudTrail","source":"aws.trustedadvisor","detail":{}}
      """
    let result = reading(["e.json": text])
    #expect(result.failures.map(\.diagnostic.identifier) == ["no-evidence"])
    #expect(result.listing.map(\.kind) == ["AWS API Call via CloudTrail, no evidence"])
    #expect(result.evidence.files.first?.metadata == 1)
  }

  @Test("What somebody wants to send as an event is no evidence")
  func entries() {
    let text = """
      [{"DetailType":"Trusted Advisor Check Item Refresh Notification","Source":"mock","Detail":"{}"}]
      """
    let result = reading(["e.json": text, "x.json": Sample.hub])
    #expect(result.failureLines == [] && result.evidence.records.rows.isEmpty)
    #expect(result.listing.first?.kind == "events to be sent to EventBridge, no evidence")
  }

  @Test(
    "A bad event is rejected with its place",
    arguments: [
      (AdvisorSample.event("MAYBE"), "/detail/status"),
      (AdvisorSample.event().replacing("check-name", with: "name"), "/detail/check-name"),
      (AdvisorSample.event().replacing("2026-11-21T08", with: "soon"), "/time"),
    ])
  func bad(text: String, place: String) {
    let result = reading(["e.json": text])
    #expect(result.failureLines.first?.contains("at \(place)") == true)
  }

  @Test("An event that names no account needs to be told one")
  func unplaced() {
    let result = reading(["e.json": AdvisorSample.event(account: "null")])
    #expect(result.evidence.diagnostics.map(\.identifier) == ["unplaced-results"])
  }
}
