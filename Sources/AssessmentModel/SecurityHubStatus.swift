/// Security Hub's own status of a control, computed its way (controls-overall-status).
package enum SecurityHubStatus: String, Sendable {
  case passed, failed, unknown, noData = "no-data"

  /// The statuses of all checks that Security Hub reports, by check index: archived and suppressed
  /// findings are left out; any failure fails, any warning or missing result is unknown.
  static func statuses(_ table: RecordTable, _ merged: MergedRecords) -> [Int: SecurityHubStatus] {
    var statuses: [Int: SecurityHubStatus] = [:]
    let counted: Set<Outcome> = [.finding, .excepted, .suppressed, .merged]
    for (index, row) in table.rows.enumerated()
    where row.source == .securityHub && merged.checks[index] >= 0
      && counted.contains(merged.outcomes[index])
    {
      let check = Int(merged.checks[index])
      let known = statuses[check] ?? .noData
      if row.isSuppressed {
        statuses[check] = known
        continue
      }
      let own: SecurityHubStatus =
        switch row.status {
        case .failed: .failed
        case .passed: .passed
        case .warning, .notAvailable, .none: .unknown
        }
      statuses[check] = worse(known, own)
    }
    return statuses
  }

  private static func worse(_ first: Self, _ second: Self) -> Self {
    let order: [Self] = [.noData, .passed, .unknown, .failed]
    let ranks = (order.firstIndex(of: first) ?? 0, order.firstIndex(of: second) ?? 0)
    return ranks.0 >= ranks.1 ? first : second
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
