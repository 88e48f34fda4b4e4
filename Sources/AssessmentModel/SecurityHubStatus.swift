/// Security Hub's own status of a control, computed its way (controls-overall-status).
package enum SecurityHubStatus: String, Sendable {
  case passed, failed, unknown, noData = "no-data"

  /// The statuses of all checks that Security Hub reports, by check index: archived and suppressed
  /// findings are left out; any failure fails, any warning or missing result is unknown.
  static func statuses(_ table: RecordTable, _ merged: MergedRecords) -> [Int: SecurityHubStatus] {
    var worst = Array(
      repeating: -1, count: Int((merged.checks.max() ?? -1) + 1))
    for (index, row) in table.rows.enumerated()
    where row.source == .securityHub && merged.checks[index] >= 0 {
      switch merged.outcomes[index] {
      case .finding, .excepted, .suppressed, .merged:
        let check = Int(merged.checks[index])
        worst[check] = max(worst[check], row.isSuppressed ? 0 : rank(of: row.status))
      default: break
      }
    }
    return worst.enumerated().reduce(into: [:]) { statuses, entry in
      if entry.element >= 0 { statuses[entry.offset] = byRank[entry.element] }
    }
  }

  /// Statuses from the one that says least to the worst.
  private static let byRank: [Self] = [.noData, .passed, .unknown, .failed]

  private static func rank(of status: Record.Status) -> Int {
    switch status {
    case .passed: 1
    case .warning, .notAvailable, .none: 2
    case .failed: 3
    }
  }

  /// Security Hub's score: passed ÷ (passed + failed + unknown) as a whole percentage; nil when
  /// nothing has data.
  package static func score(_ statuses: [SecurityHubStatus]) -> Int? {
    let all = statuses.count { $0 != .noData }
    guard all > 0 else { return nil }
    let passed = statuses.count { $0 == .passed }
    return (passed * 200 + all) / (all * 2)
  }
}
