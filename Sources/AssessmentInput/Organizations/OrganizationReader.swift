import AssessmentModel
import JSON

/// Reads the outputs of AWS Organizations: what accounts are called and where they belong.
///
/// E-mail addresses are personal data and are not read.
struct OrganizationReader {
  let placement: Placement
  let name: String

  /// Adds what one output tells.
  func read(_ kind: OrganizationKind, _ document: JSONValue, into yield: inout FileYield) {
    let value = document[kind.rawValue]
    switch kind {
    case .accounts, .administrators:
      for (number, element) in value.list.enumerated() {
        readAccount(element, at: "/\(kind.rawValue)/\(number)", into: &yield)
      }
    case .account:
      if let value { readAccount(value, at: "/Account", into: &yield) }
    case .children:
      for (number, element) in value.list.enumerated()
      where element["Type"]?.isString("ACCOUNT") ?? false {
        readAccount(element, at: "/Children/\(number)", into: &yield)
      }
    case .parents: readParents(value, into: &yield)
    case .units:
      for element in value.list { readUnit(element, into: &yield) }
    case .unit:
      if let value { readUnit(value, into: &yield) }
    }
    readToken(kind, document, into: &yield)
  }

  private func readToken(
    _ kind: OrganizationKind, _ document: JSONValue, into yield: inout FileYield
  ) {
    guard document["NextToken"]?.string?.isEmpty == false else { return }
    switch kind {
    case .accounts, .children: yield.organization.append(.moreAccounts)
    default: break
    }
    yield.remark(
      .warning, "page-missing", file: name,
      "it ends with a NextToken, so the list is incomplete",
      remedy: "Let the AWS CLI fetch every page: leave out --no-paginate and --max-items.")
  }

  // MARK: Accounts

  private func readAccount(
    _ element: JSONValue, at pointer: String, into yield: inout FileYield
  ) {
    guard let id = element["Id"]?.string, Form.isAccount(id) else {
      yield.warn(
        FileProblem(
          "malformed-account",
          "at \(pointer)/Id: expected an account id of 12 digits; the account "
            + "is left out"), file: name)
      return
    }
    let path = element["Paths"]?.elements.compactMap(\.string).first
    yield.organization.append(
      .account(
        id, name: text(element["Name"]), state: state(element), units: path.map(Self.units)))
  }

  /// `Status` was retired in September 2026; `State` knows more.
  private func state(_ element: JSONValue) -> AccountState? {
    (element["State"]?.string ?? element["Status"]?.string).flatMap(AccountState.init)
  }

  /// The file does not tell whose parents these are; an entry of assessment.yaml can.
  private func readParents(_ value: JSONValue?, into yield: inout FileYield) {
    guard let account = placement.account else {
      yield.remark(
        .warning, "unplaced-parent", file: name,
        "it does not name the account whose parent this is, so it tells nothing",
        remedy: "Name the account in assessment.yaml under evidence.")
      return
    }
    for parent in value.list {
      guard let id = text(parent["Id"]) else { continue }
      yield.organization.append(.parent(ofAccount: account, id: id))
    }
  }

  // MARK: Units

  private func readUnit(_ element: JSONValue, into yield: inout FileYield) {
    guard let id = text(element["Id"]) else { return }
    yield.organization.append(
      .unit(id, name: text(element["Name"]), units: text(element["Path"]).map(Self.units)))
  }

  /// The ids of units in a path such as `o-1/r-2/ou-2-a/ou-2-b/111122223333/`.
  private static func units(ofPath path: String) -> [String] {
    path.split(separator: "/").filter { $0.hasPrefix("ou-") }.map(String.init)
  }

  private func text(_ value: JSONValue?) -> String? {
    value?.string.flatMap { $0.isEmpty ? nil : $0 }
  }
}
