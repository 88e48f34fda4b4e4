import AssessmentModel

/// Joins what files tell about an organisation with what assessment.yaml says of its accounts.
struct OrganizationJoin {
  private var names: [String: String] = [:]
  private var states: [String: AccountState] = [:]
  /// Account → ids of its units from the root down.
  private var units: [String: [String]] = [:]
  /// Account → id of the unit or root in which it lies.
  private var parents: [String: String] = [:]
  private var unitNames: [String: String] = [:]
  /// Unit → ids of the units from the root down to itself.
  private var unitPaths: [String: [String]] = [:]
  private var ids: Set<String> = []
  private var isIncomplete = false

  init(_ facts: [OrganizationFact]) {
    for fact in facts { add(fact) }
  }

  /// Of two files that differ the first in the order of files holds; a state other than active
  /// always does.
  private mutating func add(_ fact: OrganizationFact) {
    switch fact {
    case .account(let id, let name, let state, let units):
      ids.insert(id)
      names[id] = names[id] ?? name
      self.units[id] = self.units[id] ?? units
      if let state, states[id] ?? .active == .active { states[id] = state }
    case .parent(let account, let id): parents[account] = parents[account] ?? id
    case .unit(let id, let name, let units):
      unitNames[id] = unitNames[id] ?? name
      unitPaths[id] = unitPaths[id] ?? units
    case .moreAccounts: isIncomplete = true
    }
  }

  /// The accounts of the organisation; nil where no file lists any.
  var members: OrganizationMembers? {
    ids.isEmpty ? nil : OrganizationMembers(accounts: ids.sorted(), isIncomplete: isIncomplete)
  }

  /// The accounts that people described, with what they left out, and behind them the others.
  func accounts(beside own: [AccountDetails]) -> [AccountDetails] {
    let known = Set(own.map(\.id))
    let others = ids.union(parents.keys).subtracting(known).sorted().map { AccountDetails(id: $0) }
    return (own + others).map { account in
      var account = account
      account.name = account.name ?? names[account.id]
      account.unit = account.unit ?? unit(of: account.id)
      account.state = states[account.id]
      return account
    }
  }

  /// The names of an account's units from the root down, such as `Workloads/Production`.
  private func unit(of account: String) -> String? {
    if let path = units[account] { return text(path) }
    guard let parent = parents[account] else { return nil }
    if parent.hasPrefix("r-") { return text([]) }
    return text(unitPaths[parent] ?? [parent])
  }

  /// A unit whose name no file tells is called by its id.
  private func text(_ path: [String]) -> String {
    path.isEmpty ? "Root" : path.map { unitNames[$0] ?? $0 }.joined(separator: "/")
  }
}
