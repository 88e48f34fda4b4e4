import AssessmentModel
import YAML

/// assessment.yaml: what the assessment is called, what it covers, and whose the accounts are.
struct AssessmentFile {
  private static let keys = [
    "title", "organisation", "classification", "as-of", "scope", "accounts", "assessors",
    "stale-after", "evidence", "lens", "branding", "pages",
  ]
  private static let laterKeys = ["valid-for", "thresholds"]

  /// The account and region of one file that names none.
  struct EvidenceEntry {
    let file: String
    let placement: Placement
    let line: Int
    let column: Int

    /// Whether it is about a file of that name, or about the folder in which it lies.
    func covers(_ name: String) -> Bool { file == name || name.hasPrefix(file + "/") }
  }

  private(set) var title: String?
  private(set) var organisation: String?
  private(set) var classification: String?
  private(set) var asOf: Instant?
  private(set) var scope: Scope?
  private(set) var accounts: [AccountDetails] = []
  private(set) var assessors: [String] = []
  private(set) var staleAfter: Int?
  private(set) var evidence: [EvidenceEntry] = []
  private(set) var lens: LensEntry?
  private(set) var branding: BrandingEntry?
  private(set) var problems = FormProblems()

  /// Reads the whole file; everything that is wrong is in `problems`.
  ///
  /// `objectives` are the known ids; none when they are not known.
  init(_ root: YAMLNode, objectives: [String]) {
    guard !root.isNull else { return }
    guard let form = Form(root, keys: Self.keys, apart: Self.laterKeys, &problems) else { return }
    for key in Self.laterKeys {
      guard let value = form.node.members?.first(where: { $0.name == key }) else { continue }
      problems.add(value.key, "\"\(key)\" is not supported by this version", remedy: "Remove it.")
    }
    title = form.text("title", &problems)
    organisation = form.text("organisation", &problems)
    classification = form.text("classification", &problems)
    asOf = form.time("as-of", &problems)
    assessors = form.texts("assessors", &problems) ?? []
    readStaleAfter(form)
    readScope(form)
    for node in form.list("accounts", &problems) ?? [] { readAccount(node) }
    for node in form.list("evidence", &problems) ?? [] { readEvidence(node) }
    lens = form["lens"].flatMap { LensEntry($0, objectives: objectives, &problems) }
    branding = BrandingEntry(
      branding: form["branding"], pages: form.list("pages", &problems) ?? [], &problems)
  }

  /// Writes what the file says into the evidence.
  func apply(to evidence: inout Evidence) {
    evidence.title = title
    evidence.organisation = organisation
    evidence.classification = classification
    evidence.asOf = asOf
    evidence.scope = scope
    evidence.accounts = accounts
    evidence.assessors = assessors
    if let staleAfter { evidence.staleAfter = staleAfter }
    if let branding { evidence.branding = branding.branding }
  }

  private mutating func readStaleAfter(_ form: Form) {
    guard let value = form["stale-after"] else { return }
    guard let days = value.int, days > 0 else {
      problems.add(value, "stale-after must be a number of days, such as 30")
      return
    }
    staleAfter = days
  }

  // MARK: Scope

  private mutating func readScope(_ form: Form) {
    guard let node = form["scope"],
      let own = Form(node, keys: ["accounts", "regions"], &problems)
    else { return }
    let regions = own.regions("regions", &problems) ?? []
    let nodes = own.list("accounts", &problems) ?? []
    if nodes.isEmpty { problems.add(node, "scope needs accounts, a list of account ids") }
    var accounts: [Scope.Account] = []
    for item in nodes {
      guard let account = scopeAccount(item, regions) else { continue }
      if accounts.contains(where: { $0.id == account.id }) {
        problems.add(item, "the account \(account.id) is there twice")
      }
      accounts.append(account)
    }
    scope = Scope(accounts: accounts)
  }

  private mutating func scopeAccount(_ node: YAMLNode, _ regions: [String]) -> Scope.Account? {
    var (idNode, own): (YAMLNode?, [String]?) = (node, nil)
    if node.members != nil {
      guard let form = Form(node, keys: ["id", "regions"], &problems) else { return nil }
      idNode = form["id"]
      own = form.regions("regions", &problems)
    }
    guard let id = Form.account(idNode ?? node, &problems) else { return nil }
    let covered = own ?? regions
    if covered.isEmpty {
      problems.add(
        node, "a list of accounts alone is no scope: \(id) has no regions",
        remedy: "Add scope.regions, such as [eu-central-1, us-east-1], or regions of the account.")
    }
    return Scope.Account(id: id, regions: covered)
  }

  // MARK: Accounts and evidence

  private mutating func readAccount(_ node: YAMLNode) {
    let keys = ["id", "name", "owner", "environment", "unit"]
    guard let form = Form(node, keys: keys, &problems) else { return }
    guard let idNode = form["id"] else {
      problems.add(node, "id is missing")
      return
    }
    guard let id = Form.account(idNode, &problems) else { return }
    if accounts.contains(where: { $0.id == id }) {
      problems.add(idNode, "the account \(id) is there twice")
    }
    accounts.append(
      AccountDetails(
        id: id, name: form.text("name", &problems), owner: form.text("owner", &problems),
        environment: form.text("environment", &problems), unit: form.text("unit", &problems)))
  }

  private mutating func readEvidence(_ node: YAMLNode) {
    guard let form = Form(node, keys: ["file", "account", "region"], &problems),
      let file = form.required("file", &problems)
    else { return }
    let account = form["account"].flatMap { Form.account($0, &problems) }
    let placement = Placement(account: account, region: form.text("region", &problems))
    if form["account"] == nil, placement.region == nil {
      problems.add(node, "expected an account, a region, or both")
    }
    evidence.append(
      EvidenceEntry(file: file, placement: placement, line: node.line, column: node.column))
  }
}
