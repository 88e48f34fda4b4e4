// Records that stand for one of several checks (rules.md 3).
extension Merging {
  /// Places in which a check has a definite result, and which: places with an unknown or an
  /// incomplete one are left out unless something fails there.
  func definiteStates(of grouping: Grouping) -> [PlaceKey: Result] {
    var states: [PlaceKey: Result] = [:]
    for group in grouping.groups {
      let decision = decide(grouping.rows[group.rows])
      guard decision.deciding != nil else { continue }
      let result = passesAreIncomplete(decision) ? .unknown : decision.result
      states[group.key.place] = max(states[group.key.place] ?? .passed, result)
    }
    return states.filter { $0.value != .unknown }
  }

  mutating func settleAmbiguous(knowing states: [PlaceKey: Result]) {
    for index in candidates.keys.sorted() where outcomes[index] == nil {
      guard let all = candidates[index] else { continue }
      let row = table.rows[index]
      if row.isArchived {
        outcomes[index] = .archived
        continue
      }
      if row.source == .prowler && row.status == .passed {
        outcomes[index] = .ambiguous
        continue
      }
      let open = all.filter { states[place(of: row, check: $0)] == nil }
      if open.count == 1 {
        checks[index] = Int32(open[0])
        continue
      }
      let isExplained = all.contains { (states[place(of: row, check: $0)] ?? .passed) >= .setAside }
      let isFailure = row.result == .failed && !isExplained
      if open.isEmpty && !isFailure {
        outcomes[index] = .merged
        continue
      }
      outcomes[index] = .ambiguous
      merged.ambiguous.append(
        AmbiguousRecord(
          candidates: open, all: all, account: row.account, region: region(of: row), row: index,
          result: row.result, isUnexplainedFailure: isFailure))
    }
  }

  /// A later record of several checks makes those unknown that have no definite result (rule 10).
  mutating func noteOverwrittenCandidates(knowing states: [PlaceKey: Result]) {
    for index in overwriting {
      for check in candidates[index] ?? [] {
        let place = place(of: table.rows[index], check: check)
        if states[place] == nil { merged.overwritten.insert(place) }
      }
    }
  }
}
