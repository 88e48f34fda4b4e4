// The findings.
extension Merging {
  /// Makes a finding of each group that its sources have not closed.
  mutating func makeFindings(from grouping: Grouping) {
    for group in sorted(grouping.groups) {
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
        table.rows[Int(row)].result != .passed || files[Int(table.rows[Int(row)].file)].isIncomplete
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

  /// A group as it is sorted: its place as one number, since most groups differ in that.
  private struct SortedGroup {
    let place: UInt64
    let resource: StringID
    let number: Int
  }

  /// Groups by check, account, region and resource, the last three byte by byte.
  private func sorted(_ groups: [Group]) -> [Group] {
    let accounts = ranks(of: Set(groups.lazy.map(\.key.place.account)))
    let regions = ranks(of: Set(groups.lazy.map(\.key.place.region)))
    let keys = groups.enumerated().map { number, group in
      let place = group.key.place
      let ranks = (accounts[place.account] ?? 0) << 20 | (regions[place.region] ?? 0)
      return SortedGroup(
        place: UInt64(place.check) << 48 | ranks, resource: group.key.resource, number: number)
    }
    return keys.sorted { first, second in
      first.place == second.place
        ? table.strings.precedes(first.resource, second.resource) : first.place < second.place
    }
    .map { groups[$0.number] }
  }

  /// The places of accounts or regions in their order; the table's strings may not have the word
  /// `global`.
  private func ranks(of ids: Set<StringID>) -> [StringID: UInt64] {
    let texts = ids.map { ($0, $0 == global ? Region.global : table.strings[$0]) }
    let sorted = texts.sorted { $0.1.utf8.lexicographicallyPrecedes($1.1.utf8) }
    return Dictionary(
      uniqueKeysWithValues: sorted.enumerated().map { ($1.0, UInt64($0)) })
  }
}
