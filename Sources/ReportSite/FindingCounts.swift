import AssessmentModel

/// How many findings there are in each state.
struct FindingCounts: Sendable {
  private var numbers: [Int] = Array(repeating: 0, count: 5)

  subscript(state: Finding.State) -> Int {
    get { numbers[Int(state.rawValue)] }
    set { numbers[Int(state.rawValue)] = newValue }
  }

  var open: Int { self[.failed] }
  var passed: Int { self[.passed] }
  /// Failures that an exception or their source sets aside.
  var aside: Int { self[.excepted] + self[.suppressed] }
  var all: Int { numbers.reduce(0, +) }

  static func += (left: inout FindingCounts, right: FindingCounts) {
    for index in left.numbers.indices { left.numbers[index] += right.numbers[index] }
  }

  /// The findings of each check, by check index.
  static func byCheck(_ findings: [Finding], checks: Int) -> [FindingCounts] {
    var counts = Array(repeating: FindingCounts(), count: checks)
    for finding in findings { counts[finding.check][finding.state] += 1 }
    return counts
  }

  /// The findings of each account.
  static func byAccount(_ findings: [Finding]) -> [StringID: FindingCounts] {
    var counts: [StringID: FindingCounts] = [:]
    // Findings of one account stand together, so that most need no look into the dictionary.
    var account = StringID.none
    var own = FindingCounts()
    for finding in findings {
      if finding.account != account {
        counts[account, default: FindingCounts()] += own
        own = FindingCounts()
        account = finding.account
      }
      own[finding.state] += 1
    }
    counts[account, default: FindingCounts()] += own
    return counts
  }
}
