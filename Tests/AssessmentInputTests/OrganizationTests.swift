import AssessmentInput
import AssessmentModel
import Testing

@Suite("What AWS Organizations tells of accounts")
struct OrganizationTests {
  private static let first = "111122223333"
  private static let second = "444455556666"

  private static func account(
    _ id: String, _ name: String, state: String? = "ACTIVE", path: String? = nil
  ) -> String {
    let state = state.map { ",\"State\":\"\($0)\"" } ?? ""
    let path = path.map { ",\"Paths\":[\"o-a/r-b/\($0)\(id)/\"]" } ?? ""
    return """
      {"Id":"\(id)","Arn":"arn:aws:organizations::999988887777:account/o-a/\(id)",\
      "Email":"owner-of-\(id)@example.org","Name":"\(name)","Status":"SUSPENDED"\(state)\(path)}
      """
  }

  private static func accounts(_ accounts: String..., token: String? = nil) -> String {
    let end = token.map { ",\"NextToken\":\"\($0)\"" } ?? ""
    return "{\"Accounts\":[\(accounts.joined(separator: ","))]\(end)}"
  }

  private static func unit(_ id: String, _ name: String, path: String? = nil) -> String {
    let path = path.map { ",\"Path\":\"o-a/r-b/\($0)\"" } ?? ""
    return """
      {"Id":"\(id)","Arn":"arn:aws:organizations::999988887777:ou/o-a/\(id)","Name":"\(name)"\(path)}
      """
  }

  private func read(_ files: [String: String]) -> ReadResult {
    reading(["e.json": Sample.export(Sample.finding())].merging(files) { $1 })
  }

  @Test("A list of accounts tells names, states and members, and no e-mail address")
  func readsAccounts() throws {
    let result = read([
      "a.json": Self.accounts(
        Self.account(Self.second, "Test", state: "SUSPENDED"), Self.account(Self.first, "Shop"))
    ])
    #expect(result.failureLines == [] && result.warningLines == [])
    #expect(
      result.evidence.accounts == [
        AccountDetails(id: Self.first, name: "Shop", state: .active),
        AccountDetails(id: Self.second, name: "Test", state: .suspended),
      ])
    #expect(
      result.evidence.members
        == OrganizationMembers(accounts: [Self.first, Self.second], isIncomplete: false))
    #expect(result.listing.first?.kind == "Organizations accounts (list-accounts)")
    #expect(result.evidence.files.map(\.records) == [0, 1])
    #expect(!"\(result)".contains("@example.org"))
  }

  @Test("An older list tells the state as Status")
  func readsStatus() {
    let result = read(["a.json": Self.accounts(Self.account(Self.first, "Shop", state: nil))])
    #expect(result.evidence.accounts.map(\.state) == [.suspended])
  }

  @Test("What assessment.yaml says of an account stands; the organisation fills the rest")
  func mergesDetails() {
    let own = """
      accounts:
        - {id: "\(Self.first)", name: Ours, owner: team}
        - {id: "\(Self.second)", unit: Sandbox}
      """
    let result = read([
      "assessment.yaml": own,
      "a.json": Self.accounts(
        Self.account(Self.first, "Shop", path: "ou-b-1/"),
        Self.account(Self.second, "Test", path: "ou-b-1/")),
    ])
    #expect(
      result.evidence.accounts == [
        AccountDetails(
          id: Self.first, name: "Ours", owner: "team", unit: "ou-b-1", state: .active),
        AccountDetails(id: Self.second, name: "Test", unit: "Sandbox", state: .active),
      ])
  }

  static let units: [(files: [String: String], unit: String?)] = [
    ([:], nil),
    (["a.json": accounts(account(first, "Shop", path: ""))], "Root"),
    (["a.json": accounts(account(first, "Shop", path: "ou-b-1/ou-b-2/"))], "ou-b-1/ou-b-2"),
    (
      [
        "a.json": accounts(account(first, "Shop", path: "ou-b-1/ou-b-2/")),
        "u.json": #"{"OrganizationalUnits":[\#(unit("ou-b-1", "Workloads"))]}"#,
        "v.json": #"{"OrganizationalUnit":\#(unit("ou-b-2", "Production"))}"#,
      ], "Workloads/Production"
    ),
    (
      [
        "a.json": #"{"Account":\#(account(first, "Shop", path: "ou-b-1/"))}"#,
        "v.json": #"{"OrganizationalUnit":\#(unit("ou-b-1", "Workloads"))}"#,
      ], "Workloads"
    ),
    (
      [
        "assessment.yaml": "evidence: [{file: p.json, account: \"\(first)\"}]",
        "p.json": #"{"Parents":[{"Id":"ou-b-2","Type":"ORGANIZATIONAL_UNIT"}]}"#,
        "u.json": #"{"OrganizationalUnits":[\#(unit("ou-b-1", "Workloads"))]}"#,
        "v.json":
          #"{"OrganizationalUnit":\#(unit("ou-b-2", "Production", path: "ou-b-1/ou-b-2/"))}"#,
      ], "Workloads/Production"
    ),
    (
      [
        "assessment.yaml": "evidence: [{file: p.json, account: \"\(first)\"}]",
        "p.json": #"{"Parents":[{"Id":"r-b","Type":"ROOT"}]}"#,
      ], "Root"
    ),
    (
      [
        "assessment.yaml": "evidence: [{file: p.json, account: \"\(first)\"}]",
        "p.json": #"{"Parents":[{"Id":"ou-b-2","Type":"ORGANIZATIONAL_UNIT"}]}"#,
      ], "ou-b-2"
    ),
  ]

  @Test("The unit of an account is named where files tell it", arguments: 0..<units.count)
  func namesUnit(_ number: Int) {
    let (files, unit) = Self.units[number]
    let result = read(files)
    #expect(result.failureLines == [] && result.warningLines == [])
    #expect(result.evidence.accounts.first { $0.id == Self.first }?.unit == unit)
  }

  @Test("A parent of nobody knows whom tells nothing, and says so")
  func warnsOfParents() {
    let result = read(["p.json": #"{"Parents":[{"Id":"r-b","Type":"ROOT"}]}"#])
    #expect(
      result.warningLines == [
        "p.json: it does not name the account whose parent this is, so it tells nothing. Name the "
          + "account in assessment.yaml under evidence."
      ])
    #expect(result.evidence.accounts.isEmpty && result.evidence.members == nil)
  }

  @Test("Children and delegated administrators are members")
  func readsOthers() {
    let result = read([
      "c.json": """
      {"Children":[{"Id":"\(Self.first)","Type":"ACCOUNT"}]}
      {"Children":[{"Id":"ou-b-1","Type":"ORGANIZATIONAL_UNIT"}]}
      """,
      "d.json": #"{"DelegatedAdministrators":[\#(Self.account(Self.second, "Audit"))]}"#,
    ])
    #expect(result.failureLines == [] && result.warningLines == [])
    #expect(result.evidence.members?.accounts == [Self.first, Self.second])
    #expect(result.evidence.accounts.map(\.name) == [nil, "Audit"])
  }

  @Test("A list that names a next page is said to be incomplete")
  func warnsOfPage() {
    let page = Self.accounts(Self.account(Self.first, "Shop"), token: "t")
    let result = read(["a.json": page])
    #expect(result.evidence.members?.isIncomplete == true)
    #expect(
      result.warningLines == [
        "a.json: it ends with a NextToken, so the list is incomplete. Let the AWS CLI fetch every "
          + "page: leave out --no-paginate and --max-items."
      ])
  }

  @Test("An account without twelve digits is left out, and its place is said")
  func rejectsAccounts() {
    let text = Self.accounts(Self.account(Self.first, "Shop"), Self.account("12", "Test"))
    let result = read(["a.json": text])
    #expect(
      result.warningLines == [
        "a.json: at /Accounts/1/Id: expected an account id of 12 digits; the account is left out"
      ])
    #expect(result.evidence.members?.accounts == [Self.first])
  }

  @Test(
    "Other services' lists under the same names are no accounts",
    arguments: [
      #"{"Accounts":[{"id":"x"}]}"#, #"{"Parents":[{"name":"x"}]}"#,
      #"{"Children":[{"Id":"x","Type":"FOLDER"}]}"#,
    ])
  func knowsOthers(_ text: String) {
    #expect(reading(["a.json": text]).failures.map(\.diagnostic.identifier) == ["unknown-json"])
  }

  @Test(
    "What tells nothing of an account is named and is no evidence",
    arguments: [
      (
        #"{"Tags":[{"Key":"Owner","Value":"x"}]}"#,
        "tags of a resource that they do not name, no evidence"
      ),
      (
        #"{"Organization":{"FeatureSet":"ALL","MasterAccountEmail":"x@example.org"}}"#,
        "Organizations describe-organization, no evidence"
      ),
      (#"{"Roots":[{"Id":"r-b","Arn":"a"}]}"#, "Organizations list-roots, no evidence"),
    ])
  func namesOthers(_ text: String, _ kind: String) {
    let result = read(["a.json": text])
    #expect(result.failureLines == [] && result.listing.first?.kind == kind)
  }

  @Test("A resource with tags among other things is not taken for a list of tags")
  func knowsTagged() {
    let text = #"{"InstanceId":"i-1","Tags":[{"Key":"Owner","Value":"x"}]}"#
    #expect(reading(["a.json": text]).failures.map(\.diagnostic.identifier) == ["unknown-json"])
  }

  @Test("Lists of accounts alone are no evidence")
  func needsEvidence() {
    let result = reading(["a.json": Self.accounts(Self.account(Self.first, "Shop"))])
    #expect(result.failures.map(\.diagnostic.identifier) == ["no-evidence"])
  }
}
