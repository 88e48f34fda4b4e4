import AssessmentModel
import Testing

@testable import ReportSite

@Suite("Accounts of an organisation on pages")
struct OrganizationPagesTests {
  private static func builder(members: Int = 3, isIncomplete: Bool = false) -> SiteBuilder {
    var builder = SiteBuilder.varied
    builder.evidence.accounts[0].unit = "Workloads/Production"
    builder.evidence.accounts[1].state = .suspended
    builder.evidence.accounts.append(
      AccountDetails(
        id: SiteBuilder.account(3), name: "forgotten", unit: "Sandbox", state: .pendingClosure))
    builder.evidence.members = OrganizationMembers(
      accounts: (1...members).map { SiteBuilder.account($0) }, isIncomplete: isIncomplete)
    return builder
  }

  @Test("Unit and state stand beside owner and environment")
  func details() throws {
    let site = try Self.builder().site()
    let first = try site.page("accounts/\(SiteBuilder.account(1)).html").text
    #expect(first.contains("production, unit: Workloads/Production, owner: Platform"))
    let second = try site.page("accounts/\(SiteBuilder.account(2)).html").text
    #expect(second.contains("suspended") && !first.contains("suspended"))
    for path in ["index.html", "accounts.html"] {
      let text = try site.page(path).text
      #expect(text.contains("Platform, Workloads/Production") && text.contains("suspended"))
    }
  }

  @Test("The page of gaps lists what is in the organisation and not in the evidence")
  func unseen() throws {
    let site = try Self.builder().site()
    let text = try site.page("gaps.html").text
    #expect(text.contains("In the organisation and not in the evidence"))
    for word in [SiteBuilder.account(3), "forgotten", "Sandbox", "pending closure"] {
      #expect(text.contains(word))
    }
    #expect(!text.contains("list of accounts is incomplete"))
    #expect(
      try Self.builder(isIncomplete: true).site().page("gaps.html").text
        .contains("list of accounts is incomplete"))
    #expect(try !Sample.varied.site.page("gaps.html").text.contains("In the organisation"))
    let json = try #require(site.files["report.json"])
    let unseen = """
      "unseenAccounts":[
      {"id":"\(SiteBuilder.account(3))","name":"forgotten","unit":"Sandbox","state":"pending closure"}
      """
    #expect(
      json.filter { $0 != "\n" && $0 != " " }.contains(unseen.filter { $0 != "\n" && $0 != " " }))
    #expect(site.files["accounts/\(SiteBuilder.account(3)).html"] == nil)
  }

  @Test("Thousands of accounts do not make the page of gaps too long")
  func many() throws {
    let site = try Self.builder(members: 5000).site()
    let page = try #require(site.files["gaps.html"])
    #expect(page.utf8.count < 200_000 && page.contains("further accounts in report.json"))
  }
}
