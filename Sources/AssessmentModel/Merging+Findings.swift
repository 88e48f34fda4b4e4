// The findings.
extension Merging {
  /// Makes a finding of each group that its sources have not closed.
  mutating func makeFindings(from grouping: Grouping) {
    merged.findings.reserveCapacity(grouping.groups.count)
    merged.witnesses.reserveCapacity(grouping.rows.count)
    for group in grouping.groups {
      let decision = decide(grouping.rows[group.rows])
      for row in decision.superseded { outcomes[Int(row)] = .superseded }
      for row in decision.archived { outcomes[Int(row)] = .archived }
      guard let deciding = decision.deciding else { continue }
      merged.findings.append(finding(group.key, decision, deciding: deciding))
    }
  }

  private mutating func finding(
    _ key: Key, _ decision: Decision, deciding: Int
  ) -> Finding {
    let start = merged.witnesses.count
    merged.witnesses.append(Int32(deciding))
    merged.witnesses += decision.current.filter { Int($0) != deciding }
    for row in decision.current where Int(row) != deciding {
      outcomes[Int(row)] = .merged
    }
    outcomes[deciding] = decision.result == .setAside ? .suppressed : .finding
    return Finding(
      check: key.place.check, account: key.place.account, region: key.place.region,
      resource: key.resource, severity: severity(of: key.place.check, decision),
      state: state(of: decision.result), deciding: deciding,
      witnesses: start..<merged.witnesses.count, isDisputed: decision.isDisputed,
      passesAreIncomplete: passesAreIncomplete(decision))
  }

  /// The catalogue's severity; of one of Trusted Advisor's own checks the worst that the rows of the
  /// result say (rule 3).
  private func severity(of check: Int, _ decision: Decision) -> Severity {
    if let severity = severities[check] { return severity }
    let rows = decision.current.lazy.map { table.rows[Int($0)] }
    return rows.filter { $0.result == decision.result }.compactMap(\.severity).max()
      ?? catalogue.checks[check].severity
  }

  /// Whether a pass rests only on files whose next page is not there (rule 5).
  func passesAreIncomplete(_ decision: Decision) -> Bool {
    decision.result == .passed
      && decision.current.allSatisfy { row in
        table.rows[Int(row)].result != .passed || isIncomplete[Int(table.rows[Int(row)].file)]
      }
  }

  private func state(of result: Result) -> Finding.State {
    switch result {
    case .passed: .passed
    case .unknown: .unknown
    case .setAside: .suppressed
    case .failed: .failed
    }
  }
}
