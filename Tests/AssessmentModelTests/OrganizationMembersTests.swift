import AssessmentModel
import Testing

@Suite("Accounts of the organisation") struct OrganizationMembersTests {
  private static func builder(_ members: String) -> AssessmentBuilder {
    var builder = AssessmentBuilder("S3.8")
    builder.add("hub S3.8 passed 1 eu-west-1 a", "other guardduty none 2 eu-west-1 b")
    builder.evidence.members = OrganizationMembers(
      accounts: AssessmentBuilder.words(members).map(AssessmentBuilder.account),
      isIncomplete: false)
    builder.evidence.accounts = [
      AccountDetails(id: AssessmentBuilder.account("4"), name: "Test", state: .suspended)
    ]
    return builder
  }

  private func warnings(_ assessment: Assessment) -> [String] {
    assessment.warnings.filter { $0.identifier == "account-not-in-evidence" }
      .map { "\($0.severity.rawValue): \($0.line)" }
  }

  @Test("that no evidence names are told, and get no place")
  func unseen() throws {
    var builder = Self.builder("1 2 3 4 5")
    builder.enable("3", "eu-west-1", nil)
    let assessment = try builder.assess()
    #expect(assessment.unseenMembers.map(\.id) == ["444444444444", "555555555555"])
    #expect(assessment.unseenMembers.map(\.name) == ["Test", nil])
    #expect(assessment.scope.accounts.map { assessment.strings[$0.id].first } == ["1", "2", "3"])
    #expect(
      warnings(assessment) == [
        "warning: 2 accounts of the organisation are not in the evidence, and nothing in them was "
          + "looked at: Test (444444444444, suspended), 555555555555. Export their findings too, or "
          + "declare the scope in assessment.yaml."
      ])
  }

  @Test("are left alone where all of them are in the evidence")
  func seen() throws {
    let assessment = try Self.builder("1 2").assess()
    #expect(assessment.unseenMembers.isEmpty && warnings(assessment) == [])
  }

  @Test("outside a declared scope are noted, and those in it count as in the report")
  func declared() throws {
    var builder = Self.builder("1 5 6")
    builder.declare(accounts: "1 6", regions: "eu-west-1")
    let assessment = try builder.assess()
    #expect(
      warnings(assessment) == [
        "note: 1 account of the organisation is not in the evidence, and nothing in it was looked "
          + "at: 555555555555"
      ])
  }

  @Test("outside a declared scope are in the evidence where a record or a list names them")
  func outside() throws {
    var builder = Self.builder("1 2 3")
    builder.declare(accounts: "1", regions: "eu-west-1")
    builder.enable("3", "eu-west-1", nil)
    #expect(try builder.assess().unseenMembers.isEmpty)
  }

  @Test("of many the first five are named")
  func many() throws {
    let line = try warnings(Self.builder("3 5 6 7 8 9").assess()).first ?? ""
    #expect(line.contains("888888888888 and 1 more") && !line.contains("999999999999"))
  }

  @Test("that assessment.yaml names twice are called by the first")
  func twice() throws {
    var builder = Self.builder("1")
    builder.evidence.accounts = ["A", "B"].map {
      AccountDetails(id: AssessmentBuilder.account("1"), name: $0)
    }
    let assessment = try builder.assess()
    #expect(assessment.details(of: assessment.scope.accounts[0].id).name == "A")
    #expect(assessment.details(of: assessment.scope.accounts[1].id).name == nil)
  }
}
