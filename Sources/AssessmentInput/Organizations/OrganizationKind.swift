import JSON

/// The outputs of AWS Organizations that this version reads; the raw value is the member that tells
/// them.
enum OrganizationKind: String, CaseIterable {
  case accounts = "Accounts"
  case account = "Account"
  case administrators = "DelegatedAdministrators"
  case parents = "Parents"
  case children = "Children"
  case units = "OrganizationalUnits"
  case unit = "OrganizationalUnit"

  /// The kind of an object; nil when it is none of them.
  init?(_ shape: JSONShape) {
    let kind = Self.allCases.first { shape.member($0.rawValue, $0.container) != nil }
    guard let kind else { return nil }
    self = kind
  }

  private var container: JSONValue.Kind {
    switch self {
    case .account, .unit: .object
    default: .array
    }
  }

  /// Whether a document is what its member says; other services use the same plain words.
  func fits(_ document: JSONValue) -> Bool {
    guard let value = document[rawValue] else { return false }
    let first = container == .array ? value.elements.first { _ in true } : value
    return first.map(isElement) ?? true
  }

  private func isElement(_ element: JSONValue) -> Bool {
    switch self {
    case .accounts, .account, .administrators, .units, .unit:
      element["Arn"]?.string?.contains(":organizations:") ?? false
    case .parents: isOne(element, of: ["ROOT", "ORGANIZATIONAL_UNIT"])
    case .children: isOne(element, of: ["ACCOUNT", "ORGANIZATIONAL_UNIT"])
    }
  }

  private func isOne(_ element: JSONValue, of types: [String]) -> Bool {
    element["Id"] != nil && types.contains { element["Type"]?.isString($0) ?? false }
  }

  /// What a file of it is called.
  var name: String {
    switch self {
    case .accounts: "Organizations accounts (list-accounts)"
    case .account: "Organizations account (describe-account)"
    case .administrators: "Organizations accounts (list-delegated-administrators)"
    case .parents: "Organizations parent of an account (list-parents)"
    case .children: "Organizations accounts (list-children)"
    case .units: "Organizations units (list-organizational-units-for-parent)"
    case .unit: "Organizations unit (describe-organizational-unit)"
    }
  }
}
