/// The worst failure of each check in each account, failures that are set aside included.
struct AccountFailures {
  private struct Key: Hashable {
    let check: Int
    let account: StringID
  }

  private var worst: [Key: Finding.State] = [:]
  /// The worst of those that are set aside.
  private var aside: [Key: Finding.State] = [:]
  /// Indices of the checks whose open failures count as repaired.
  var repaired: Set<Int> = []

  init(_ merged: MergedRecords) {
    for finding in merged.findings where finding.state >= .suppressed {
      let key = Key(check: finding.check, account: finding.account)
      if finding.state == .failed {
        worst[key] = .failed
      } else {
        aside[key] = max(aside[key] ?? .passed, finding.state)
      }
    }
  }

  /// Nil where nothing of the check fails in the account.
  subscript(check: Int, account: StringID) -> Finding.State? {
    let key = Key(check: check, account: account)
    return (repaired.contains(check) ? nil : worst[key]) ?? aside[key]
  }
}
