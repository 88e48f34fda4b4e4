/// Merges records into findings by rules.md 1 to 4.
///
/// The steps run in order; each settles the outcome of the rows that it takes out.
package struct Merging {
  private let catalogue: Catalogue
  private let asOf: Instant
  private let scope: Scope?
  private let files: [EvidenceFile]
  private let table: RecordTable
  private let global: StringID

  private var outcomes: [Outcome?]
  private var checks: [Int32]
  private var candidates: [Int: [Int]] = [:]
  /// Later rows whose record was there at the moment of the assessment.
  private var overwriting: [Int] = []
  private var merged = MergedRecords()

  /// Merges the rows of `table`; `global` must be its identifier of the word `global`.
  package static func merge(
    _ table: RecordTable, files: [EvidenceFile], catalogue: Catalogue, scope: Scope?,
    asOf: Instant, global: StringID
  ) -> MergedRecords {
    var merging = Merging(
      table: table, files: files, catalogue: catalogue, scope: scope, asOf: asOf, global: global)
    merging.run()
    return merging.merged
  }

  private init(
    table: RecordTable, files: [EvidenceFile], catalogue: Catalogue, scope: Scope?, asOf: Instant,
    global: StringID
  ) {
    self.table = table
    self.files = files
    self.catalogue = catalogue
    self.scope = scope
    self.asOf = asOf
    self.global = global
    outcomes = Array(repeating: nil, count: table.rows.count)
    checks = Array(repeating: -1, count: table.rows.count)
  }

  private mutating func run() {
    classify()
    supersedeCopies()
    supersedeSnapshots()
    var grouping = grouped()
    if !candidates.isEmpty {
      let states = definiteStates(of: grouping)
      settleAmbiguous(knowing: states)
      noteOverwrittenCandidates(knowing: states)
      grouping = grouped()
    }
    makeFindings(from: grouping)
    merged.outcomes = outcomes.map { $0 ?? .merged }
    merged.checks = checks
  }

  // MARK: Classifying

  private mutating func classify() {
    let places = declaredPlaces()
    merged.isGlobal = Array(repeating: false, count: table.rows.count)
    var meanings: [UInt64: Catalogue.Meaning] = [:]
    for (index, row) in table.rows.enumerated() {
      let key = UInt64(row.reference) << 32 | UInt64(row.resourceType.rawValue)
      let meaning: Catalogue.Meaning
      if let known = meanings[key] {
        meaning = known
      } else {
        meaning = catalogue.resolve(
          table.references[Int(row.reference)], resourceType: table.strings[row.resourceType])
        meanings[key] = meaning
      }
      classify(row, at: index, meaning: meaning, declared: places)
    }
  }

  private mutating func classify(
    _ row: Record, at index: Int, meaning: Catalogue.Meaning, declared: DeclaredPlaces?
  ) {
    let isRetired = note(meaning, of: index)
    merged.isGlobal[index] = isGlobal(meaning)
    let isInScope = declared?.contains(row, isGlobal: merged.isGlobal[index]) ?? true
    if row.account.isNone {
      outcomes[index] = .unplaced
    } else if row.updated > asOf.seconds {
      outcomes[index] = .later
      if isInScope, row.created != Record.undated, row.created <= asOf.seconds {
        overwriting.append(index)
      }
    } else if !isInScope {
      outcomes[index] = .outOfScope
    } else {
      switch meaning {
      case .otherProduct: outcomes[index] = .otherProduct
      case .unmapped: outcomes[index] = .unmapped
      case .check, .candidates: outcomes[index] = isRetired ? .retired : nil
      }
    }
  }

  /// Keeps the check that a row stands for, or those that it may stand for; tells whether its source
  /// withdrew all of them.
  private mutating func note(_ meaning: Catalogue.Meaning, of index: Int) -> Bool {
    switch meaning {
    case .unmapped, .otherProduct: return false
    case .check(let check):
      checks[index] = Int32(check)
      return catalogue.checks[check].isRetired(at: asOf)
    case .candidates(let all):
      let current = all.filter { !catalogue.checks[$0].isRetired(at: asOf) }
      if current.count == 1 { checks[index] = Int32(current[0]) }
      if current.count > 1 { candidates[index] = current }
      return current.isEmpty
    }
  }

  private func isGlobal(_ meaning: Catalogue.Meaning) -> Bool {
    switch meaning {
    case .check(let check): catalogue.checks[check].scope == .global
    case .candidates(let all): all.allSatisfy { catalogue.checks[$0].scope == .global }
    case .unmapped, .otherProduct: false
    }
  }

  /// The declared scope in the table's identifiers.
  private struct DeclaredPlaces {
    var regions: [StringID: Set<StringID>] = [:]

    func contains(_ row: Record, isGlobal: Bool) -> Bool {
      guard let regions = regions[row.account] else { return false }
      return isGlobal || row.region.isNone || regions.contains(row.region)
    }
  }

  private func declaredPlaces() -> DeclaredPlaces? {
    guard let scope else { return nil }
    var places = DeclaredPlaces()
    for account in scope.accounts {
      guard let id = table.strings.find(account.id) else { continue }
      places.regions[id] = Set(account.regions.compactMap { table.strings.find($0) })
    }
    return places
  }

  // MARK: Superseding

  /// Of one source's records with the same id the newest holds (rules.md 4, step 1).
  private mutating func supersedeCopies() {
    func key(_ row: Record) -> UInt64 {
      UInt64(row.source.rawValue) << 32 | UInt64(row.id.rawValue)
    }
    var newest: [UInt64: Int] = [:]
    for (index, row) in table.rows.enumerated() where outcomes[index] == nil && !row.id.isNone {
      if let other = newest[key(row)], !isNewer(row, than: table.rows[other]) { continue }
      newest[key(row)] = index
    }
    for (index, row) in table.rows.enumerated() where outcomes[index] == nil && !row.id.isNone {
      guard let winner = newest[key(row)] else { continue }
      let record = table.rows[winner]
      if record.file != row.file || record.number != row.number { outcomes[index] = .superseded }
    }
    overwriting.removeAll { newest[key(table.rows[$0])] != nil }
    for index in overwriting where checks[index] >= 0 {
      merged.overwritten.insert(place(of: table.rows[index], check: Int(checks[index])))
    }
  }

  /// Whether a copy replaces another; of equally old ones the one that is not closed does, then the
  /// worse.
  private func isNewer(_ row: Record, than other: Record) -> Bool {
    if row.updated != other.updated { return row.updated > other.updated }
    if row.isArchived != other.isArchived { return other.isArchived }
    return row.result > other.result
  }

  /// The newest list of a rule or check in an account and region replaces older ones (step 3);
  /// equally old and undated lists stand side by side.
  private mutating func supersedeSnapshots() {
    struct Snapshot: Hashable {
      let source: Source
      let reference: UInt32
      let account: StringID
      let region: StringID
    }
    struct SnapshotInFile: Hashable {
      let snapshot: Snapshot
      let file: UInt32
    }
    var newest: [Snapshot: Int64] = [:]
    var times: [SnapshotInFile: Int64] = [:]
    func snapshot(_ row: Record) -> Snapshot? {
      guard row.source == .config || row.source == .trustedAdvisor else { return nil }
      return Snapshot(
        source: row.source, reference: row.reference, account: row.account, region: row.region)
    }
    for (index, row) in table.rows.enumerated() where outcomes[index] == nil {
      guard let key = snapshot(row) else { continue }
      let own = SnapshotInFile(snapshot: key, file: row.file)
      newest[key] = max(newest[key] ?? Record.undated, row.updated)
      times[own] = max(times[own] ?? Record.undated, row.updated)
    }
    guard times.count > newest.count else { return }
    for (index, row) in table.rows.enumerated() where outcomes[index] == nil {
      guard let key = snapshot(row) else { continue }
      let own = SnapshotInFile(snapshot: key, file: row.file)
      if times[own] != newest[key] { outcomes[index] = .superseded }
    }
  }

  // MARK: Grouping

  private struct Key: Hashable {
    let place: PlaceKey
    let resource: StringID
  }

  private struct Group {
    let key: Key
    var rows: Range<Int>
  }

  /// Rows by finding, flat.
  private struct Grouping {
    var groups: [Group] = []
    var rows: [Int32] = []
  }

  private func place(of row: Record, check: Int) -> PlaceKey {
    let isGlobal = catalogue.checks[check].scope == .global
    return PlaceKey(check: check, account: row.account, region: isGlobal ? global : row.region)
  }

  private func grouped() -> Grouping {
    var numbers: [Key: Int] = [:]
    var keys: [Key] = []
    var counts: [Int] = []
    var groupOfRow = Array(repeating: Int32(-1), count: table.rows.count)
    for (index, row) in table.rows.enumerated() where outcomes[index] == nil && checks[index] >= 0 {
      let key = Key(place: place(of: row, check: Int(checks[index])), resource: row.resource)
      let number = numbers[key] ?? keys.count
      if number == keys.count {
        numbers[key] = number
        keys.append(key)
        counts.append(0)
      }
      counts[number] += 1
      groupOfRow[index] = Int32(number)
    }
    return flat(keys, counts, groupOfRow)
  }

  private func flat(_ keys: [Key], _ counts: [Int], _ groupOfRow: [Int32]) -> Grouping {
    var starts: [Int] = []
    var total = 0
    for count in counts {
      starts.append(total)
      total += count
    }
    var grouping = Grouping(
      groups: zip(keys, zip(starts, counts)).map { Group(key: $0, rows: $1.0..<($1.0 + $1.1)) },
      rows: Array(repeating: 0, count: total))
    var next = starts
    for (index, group) in groupOfRow.enumerated() where group >= 0 {
      grouping.rows[next[Int(group)]] = Int32(index)
      next[Int(group)] += 1
    }
    return grouping
  }

  // MARK: Merging a group

  /// What a group of rows comes to.
  private struct Decision {
    var result = Result.passed
    /// The row that decides; nil when its sources closed all of them.
    var deciding: Int?
    var current: [Int32] = []
    var superseded: [Int32] = []
    var archived: [Int32] = []
    var isDisputed = false
  }

  private func decide(_ rows: ArraySlice<Int32>) -> Decision {
    if rows.count == 1, let row = rows.first { return decide(single: row) }
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
  private func decide(single row: Int32) -> Decision {
    var decision = Decision()
    if table.rows[Int(row)].isArchived {
      decision.archived = [row]
    } else {
      decision.result = table.rows[Int(row)].result
      decision.deciding = Int(row)
      decision.current = [row]
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
    let start = decision.current.count
    for row in rows {
      let record = table.rows[Int(row)]
      let isOlder =
        record.form != reference.form || record.updated < oldestCounted(reference.updated)
      if isOlder {
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

  /// Whether two records without an id say the same in two files.
  private func isCopy(_ row: Int32, of other: Int32) -> Bool {
    let (first, second) = (table.rows[Int(row)], table.rows[Int(other)])
    return first.id.isNone && second.id.isNone && first.file != second.file
      && first.reference == second.reference && first.updated == second.updated
      && first.status == second.status && first.isSuppressed == second.isSuppressed
  }

  /// The oldest time whose records count beside one updated at `newest`: 24 hours before.
  private func oldestCounted(_ newest: Int64) -> Int64 {
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

  // MARK: Ambiguous records

  /// Places in which a check has a definite result, and which: places with an unknown or an
  /// incomplete one are left out unless something fails there.
  private func definiteStates(of grouping: Grouping) -> [PlaceKey: Result] {
    var states: [PlaceKey: Result] = [:]
    for group in grouping.groups {
      let decision = decide(grouping.rows[group.rows])
      guard decision.deciding != nil else { continue }
      let result = passesAreIncomplete(decision) ? .unknown : decision.result
      states[group.key.place] = max(states[group.key.place] ?? .passed, result)
    }
    return states.filter { $0.value != .unknown }
  }

  private mutating func settleAmbiguous(knowing states: [PlaceKey: Result]) {
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
          candidates: open, all: all, account: row.account, region: row.region, row: index,
          result: row.result, isUnexplainedFailure: isFailure))
    }
  }

  /// A later record of several checks makes those unknown that have no definite result (rule 10).
  private mutating func noteOverwrittenCandidates(knowing states: [PlaceKey: Result]) {
    for index in overwriting {
      for check in candidates[index] ?? [] {
        let place = place(of: table.rows[index], check: check)
        if states[place] == nil { merged.overwritten.insert(place) }
      }
    }
  }

  // MARK: Findings

  private mutating func makeFindings(from grouping: Grouping) {
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
      resource: key.resource, state: state(of: decision.result), deciding: deciding,
      witnesses: start..<merged.witnesses.count, isDisputed: decision.isDisputed,
      passesAreIncomplete: passesAreIncomplete(decision))
  }

  /// Whether a pass rests only on files whose next page is not there (rule 5).
  private func passesAreIncomplete(_ decision: Decision) -> Bool {
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

  /// Groups by check, account, region and resource, the last three byte by byte.
  private func sorted(_ groups: [Group]) -> [Group] {
    groups.sorted { first, second in
      let (one, two) = (first.key, second.key)
      if one.place.check != two.place.check { return one.place.check < two.place.check }
      if one.place.account != two.place.account {
        return table.strings.precedes(one.place.account, two.place.account)
      }
      if one.place.region != two.place.region {
        return table.strings.precedes(one.place.region, two.place.region)
      }
      return table.strings.precedes(one.resource, two.resource)
    }
  }
}
