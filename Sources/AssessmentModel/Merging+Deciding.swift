// What the rows of one finding come to (rules.md 4).
extension Merging {
  /// What a group of rows comes to.
  struct Decision {
    var result = Result.passed
    /// The row that decides; nil when its sources closed all of them.
    var deciding: Int?
    var current: ArraySlice<Int32> = []
    var superseded: ArraySlice<Int32> = []
    var archived: ArraySlice<Int32> = []
    var isDisputed = false
  }

  func decide(_ rows: ArraySlice<Int32>) -> Decision {
    if rows.count == 1, let row = rows.first { return decide(single: row, rows) }
    var decision = Decision()
    var perSource: [(source: Source, result: Result, row: Int32)] = []
    for source in Source.allCases {
      let own = rows.filter { table.rows[Int($0)].source == source }
      if own.isEmpty { continue }
      if let row = decide(own, into: &decision) {
        perSource.append((source, table.rows[Int(row)].result, row))
      }
    }
    guard !perSource.isEmpty else { return decision }
    if perSource.contains(where: { $0.source == .securityHub && $0.result == .setAside }) {
      for index in perSource.indices
      where perSource[index].source == .config && perSource[index].result == .failed {
        perSource[index].result = .setAside
      }
    }
    let best = perSource.reduce(perSource[0]) { best, other in
      if other.result != best.result { return other.result > best.result ? other : best }
      return isPreferred(other.row, to: best.row) ? other : best
    }
    decision.result = best.result
    decision.deciding = Int(best.row)
    decision.isDisputed = Set(perSource.map(\.result)).count > 1
    return decision
  }

  /// Most findings have one witness, which decides.
  private func decide(single row: Int32, _ rows: ArraySlice<Int32>) -> Decision {
    var decision = Decision()
    if table.rows[Int(row)].isArchived {
      decision.archived = rows
    } else {
      decision.result = table.rows[Int(row)].result
      decision.deciding = Int(row)
      decision.current = rows
    }
    return decision
  }

  /// Decides among one source's rows (step 2); returns the row that decides, or nil when all are
  /// closed.
  private func decide(_ rows: [Int32], into decision: inout Decision) -> Int32? {
    let active = rows.filter { !table.rows[Int($0)].isArchived }
    guard var newest = active.first else {
      decision.archived += rows
      return nil
    }
    for row in active where isPreferredByTime(row, to: newest) { newest = row }
    let reference = table.rows[Int(newest)]
    var best: Int32?
    let start = decision.current.endIndex
    for row in rows {
      let record = table.rows[Int(row)]
      if isOlder(record, than: reference, among: rows) {
        decision.superseded.append(row)
      } else if record.isArchived {
        decision.archived.append(row)
      } else if decision.current[start...].contains(where: { isCopy(row, of: $0) }) {
        decision.superseded.append(row)
      } else {
        decision.current.append(row)
        if let known = best, !isWorse(row, than: known) { continue }
        best = row
      }
    }
    return best
  }

  /// Whether newer rows of its source make a row count no more.
  ///
  /// What AWS Config says of a resource is a rule's newest evaluation there, however long it is that
  /// another rule was evaluated.
  /// Of Trusted Advisor, lists and copies have been settled: what is left are different items on one
  /// resource, however old.
  private func isOlder(_ record: Record, than newest: Record, among rows: [Int32]) -> Bool {
    switch record.source {
    case .trustedAdvisor: false
    case .config: record.updated < newestTime(ofRuleOf: record, among: rows)
    case .securityHub where record.form != newest.form: true
    case .securityHub, .prowler: record.updated < oldestCounted(newest.updated)
    }
  }

  /// When a rule was last evaluated in a region.
  private func newestTime(ofRuleOf record: Record, among rows: [Int32]) -> Int64 {
    rows.reduce(Record.undated) { newest, row in
      let other = table.rows[Int(row)]
      let isSame = other.reference == record.reference && other.region == record.region
      return isSame ? max(newest, other.updated) : newest
    }
  }

  /// Whether two records without an id say the same in two files.
  private func isCopy(_ row: Int32, of other: Int32) -> Bool {
    let (first, second) = (table.rows[Int(row)], table.rows[Int(other)])
    return first.id.isNone && second.id.isNone && first.file != second.file
      && first.reference == second.reference && first.updated == second.updated
      && first.status == second.status && first.isSuppressed == second.isSuppressed
  }

  /// The oldest time whose records count beside one updated at `newest`: 24 hours before.
  func oldestCounted(_ newest: Int64) -> Int64 {
    newest == Record.undated ? Record.undated : newest - 86_400
  }

  private func isPreferredByTime(_ row: Int32, to other: Int32) -> Bool {
    let (first, second) = (table.rows[Int(row)], table.rows[Int(other)])
    if first.updated != second.updated { return first.updated > second.updated }
    return isWorse(row, than: other)
  }

  private func isWorse(_ row: Int32, than other: Int32) -> Bool {
    let (first, second) = (table.rows[Int(row)], table.rows[Int(other)])
    if first.result != second.result { return first.result > second.result }
    return isPreferred(row, to: other)
  }

  /// Rule 4, step 5, between equal results: dated before undated, then the smaller record id, and
  /// a record without an id last.
  private func isPreferred(_ row: Int32, to other: Int32) -> Bool {
    let (first, second) = (table.rows[Int(row)], table.rows[Int(other)])
    let isDated = first.updated != Record.undated
    if isDated != (second.updated != Record.undated) { return isDated }
    if first.id.isNone != second.id.isNone { return second.id.isNone }
    return table.strings.precedes(first.id, second.id)
  }
}
