/// The worst failure of each check in each account, failures that are set aside included.
struct AccountFailures {
  private struct Key: Hashable {
    let check: Int
    let account: StringID
  }

  /// The worst severity of the open ones.
  private var open: [Key: Severity] = [:]
  /// The worst of those that are set aside.
  private var aside: [Key: Finding.State] = [:]
  /// Indices of the checks whose open failures count as repaired.
  var repaired: Set<Int> = []

  init(_ merged: MergedRecords) {
    // Findings of one check and account stand together.
    var key: Key?
    var worst: Severity?
    for finding in merged.findings where finding.state >= .suppressed {
      let own = Key(check: finding.check, account: finding.account)
      if own != key {
        if let key, let worst { open[key] = worst }
        (key, worst) = (own, nil)
      }
      if finding.state == .failed {
        worst = max(worst ?? finding.severity, finding.severity)
      } else {
        aside[own] = max(aside[own] ?? .passed, finding.state)
      }
    }
    if let key, let worst { open[key] = worst }
  }

  /// Nil where nothing of the check fails in the account.
  subscript(check: Int, account: StringID) -> Finding.State? {
    openSeverity(check, account) == nil
      ? aside[Key(check: check, account: account)] : .failed
  }

  /// The worst severity of the open failures of a check in an account; nil without any.
  func openSeverity(_ check: Int, _ account: StringID) -> Severity? {
    repaired.contains(check) ? nil : open[Key(check: check, account: account)]
  }
}
