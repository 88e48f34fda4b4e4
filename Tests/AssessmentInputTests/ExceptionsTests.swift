import AssessmentInput
import AssessmentModel
import Testing

@Suite("Accepted risks")
struct ExceptionsTests {
  private func read(_ text: String) -> ReadResult {
    reading(["assessment.yaml": "title: x\n", "exceptions.yaml": text, "e.json": Sample.hub])
  }

  private static let needed = "  reason: r\n  owner: o\n  approved-by: a\n  until: 2026-12-31\n"

  @Test("An exception is read with all its keys")
  func readsAll() throws {
    let result = read(
      """
      - id: EX-1
        objective: so-3
        check: IAM.3
        account: "111122223333"
        region: eu-west-1
        resource: arn:aws:iam::*:user/ada
        approved-on: 2026-01-02
      \(Self.needed)
      """)
    #expect(result.failureLines == [])
    let exception = try #require(result.evidence.exceptions.first)
    #expect(exception.id == "EX-1" && exception.objective == "so-3" && exception.check == "IAM.3")
    #expect(exception.account == "111122223333" && exception.region == "eu-west-1")
    #expect(exception.resource == "arn:aws:iam::*:user/ada" && exception.reason == "r")
    #expect(exception.owner == "o" && exception.approvedBy == "a")
    #expect(exception.approvedOn?.day == "2026-01-02" && exception.until.day == "2026-12-31")
  }

  @Test("An exception without an id is named by its number")
  func numbers() {
    let result = read("- check: IAM.3\n" + Self.needed + "- check: IAM.4\n" + Self.needed)
    #expect(result.evidence.exceptions.map(\.id) == ["exception-1", "exception-2"])
  }

  @Test("What is missing or wrong is named with its place")
  func fails() {
    let result = read(
      "- check: IAM.3\n  until: never\n  reasn: x\n- objective: so-9\n" + Self.needed)
    #expect(
      result.failureLines == [
        "exceptions.yaml:3:3: the key \"reasn\" is not known here. Did you mean \"reason\"? Known "
          + "keys: id, objective, check, account, region, resource, reason, owner, approved-by, "
          + "approved-on, until.",
        "exceptions.yaml:1:3: reason is missing", "exceptions.yaml:1:3: owner is missing",
        "exceptions.yaml:1:3: approved-by is missing",
        "exceptions.yaml:2:10: until must be a date such as 2026-11-20",
        "exceptions.yaml:4:14: there is no objective so-9. Known objectives: so-1, so-2, so-3.",
      ])
  }

  @Test("An exception that is over before it begins is an error with its line")
  func failsOnOrder() {
    let result = read("- check: IAM.3\n  approved-on: 2027-01-01\n" + Self.needed)
    #expect(
      result.failureLines == [
        "exceptions.yaml:2:16: approved-on (2027-01-01) is after until (2026-12-31), so it would "
          + "never hold. Mend one of the two."
      ])
    let sameDay = Self.needed.replacing("until: 2026-12-31", with: "until: 2026-12-31T10:00:00Z")
    #expect(read("- check: IAM.3\n  approved-on: 2026-12-31\n" + sameDay).failureLines == [])
    for day in ["2026-12-31", "2026-12-31T10:00:00Z"] {
      let text = "- check: IAM.3\n  approved-on: \(day)\n" + Self.needed
      #expect(read(text).failureLines == [])
    }
  }

  @Test("An exception that would set aside everything is an error")
  func failsOnEverything() {
    let result = read("- id: all\n" + Self.needed)
    #expect(
      result.failureLines == [
        "exceptions.yaml:1:3: it would set aside every finding. Name at least one of objective, "
          + "check, account, region, resource."
      ])
  }
}
