/// The accounts of an organisation, as AWS Organizations lists them.
package struct OrganizationMembers: Equatable, Sendable {
  /// Ids, in order.
  package let accounts: [String]
  /// A list ends with a NextToken, so there may be more.
  package let isIncomplete: Bool

  package init(accounts: [String], isIncomplete: Bool) {
    self.accounts = accounts
    self.isIncomplete = isIncomplete
  }
}

/// Where an account is in its life (AWS Organizations, "Monitor the state of your AWS accounts").
package enum AccountState: String, Sendable {
  case pendingActivation = "PENDING_ACTIVATION"
  case active = "ACTIVE"
  case suspended = "SUSPENDED"
  case pendingClosure = "PENDING_CLOSURE"
  case closed = "CLOSED"

  /// The word for people.
  package var word: String { rawValue.lowercased().replacing("_", with: " ") }
}

extension AccountDetails {
  /// The name, the id, and the state where it is not active.
  fileprivate var label: String {
    let words = [name == nil ? nil : id, state == .active ? nil : state?.word].compactMap(\.self)
    return (name ?? id) + (words.isEmpty ? "" : " (\(words.joined(separator: ", ")))")
  }
}

extension Assessment {
  /// Members that the warning names; pages list all.
  private static let shownMembers = 5

  /// Members of the organisation that are not in scope and that neither a record nor a list of
  /// standards names, by id.
  static func unseen(
    _ evidence: Evidence, scope: AssessedScope, strings: StringTable
  ) -> [AccountDetails] {
    guard let members = evidence.members else { return [] }
    var named = Set(evidence.enablement.map(\.account))
    named.formUnion(scope.accounts.map { strings[$0.id] })
    named.formUnion(Set(evidence.records.rows.map(\.account)).map { strings[$0] })
    let details = Dictionary(
      evidence.accounts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return members.accounts.filter { !named.contains($0) }
      .map { details[$0] ?? AccountDetails(id: $0) }
  }

  /// Says how many members nothing was looked at in; with a declared scope that is meant so.
  static func warnings(ofUnseen unseen: [AccountDetails], in scope: AssessedScope) -> [Diagnostic] {
    guard !unseen.isEmpty else { return [] }
    let rest = unseen.count - Self.shownMembers
    let list =
      unseen.prefix(Self.shownMembers).map(\.label).joined(separator: ", ")
      + (rest > 0 ? " and \(rest) more" : "")
    let (words, them) =
      unseen.count == 1
      ? ("1 account of the organisation is", "it")
      : ("\(unseen.count) accounts of the organisation are", "them")
    return [
      Diagnostic(
        scope.isDeclared ? .note : .warning, "account-not-in-evidence",
        "\(words) not in the evidence, and nothing in \(them) was looked at: \(list)",
        remedy: scope.isDeclared
          ? nil : "Export their findings too, or declare the scope in assessment.yaml.")
    ]
  }
}
