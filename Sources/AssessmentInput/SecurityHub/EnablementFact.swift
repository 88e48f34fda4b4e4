/// One thing that a file proves about what is on in an account and region.
struct EnablementFact: Equatable {
  enum Content: Equatable {
    /// Standards that are on; complete when the file names no next page.
    case standards([String], isComplete: Bool)
    /// A control in one standard, out of a list of that standard's controls.
    case listed(control: String, standard: String, isOn: Bool)
    /// Whether a list of that standard's controls names no next page.
    case listing(standard: String, isComplete: Bool)
    /// A control in one standard, out of a list of all standards that are on.
    case associated(control: String, isOn: Bool)
    /// A control in all standards.
    case control(String, isOn: Bool)
  }

  let place: AccountRegion
  let content: Content
}

/// An account and a region.
struct AccountRegion: Hashable, Comparable {
  let account: String
  let region: String

  init(account: String, region: String) {
    self.account = account
    self.region = region
  }

  /// Takes both out of an ARN; nil when it does not name them.
  init?(arn: String) {
    let fields = arn.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count > 5, fields[0] == "arn", !fields[3].isEmpty, fields[4].utf8.count == 12
    else { return nil }
    self.init(account: String(fields[4]), region: String(fields[3]))
  }

  static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.account, lhs.region) < (rhs.account, rhs.region)
  }
}
