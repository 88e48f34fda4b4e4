// Which rows newer or better ones replace (rules.md 3 and 4).
extension Merging {
  /// What makes records copies of each other: their source and id.
  ///
  /// Prowler's ids name a resource by its short name, and are the same in CSV and OCSF: two
  /// resources of one name are no copies, and which form counts is settled later.
  private struct CopyKey: Hashable {
    let sourceAndID: UInt64
    var form = Record.Form.consolidated
    var resource = StringID.none

    init(_ row: Record) {
      sourceAndID = UInt64(row.source.rawValue) << 32 | UInt64(row.id.rawValue)
      guard row.source == .prowler else { return }
      form = row.form
      resource = row.resource
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(sourceAndID)
      if !resource.isNone { hasher.combine(resource) }
    }
  }

  /// Of one source's records with the same id the newest holds (rules.md 4, step 1).
  mutating func supersedeCopies() {
    let shared = rowsOfSharedIDs()
    var newest: [CopyKey: Int] = [:]
    for index in shared where outcomes[index] == nil {
      let row = table.rows[index]
      let key = CopyKey(row)
      if let other = newest[key], !isNewer(row, than: table.rows[other]) { continue }
      newest[key] = index
    }
    for index in shared where outcomes[index] == nil {
      let row = table.rows[index]
      guard let winner = newest[CopyKey(row)] else { continue }
      let record = table.rows[winner]
      if record.file != row.file || record.number != row.number { outcomes[index] = .superseded }
    }
    overwriting.removeAll { newest[CopyKey(table.rows[$0])] != nil }
    for index in overwriting where checks[index] >= 0 {
      merged.overwritten.insert(place(of: table.rows[index], check: Int(checks[index])))
    }
  }

  /// The rows whose id another row has, too: nothing else can be a copy, and most ids are unique.
  private func rowsOfSharedIDs() -> [Int] {
    var counts = Array(repeating: UInt8(0), count: table.strings.count)
    for row in table.rows where counts[Int(row.id.rawValue)] < 2 {
      counts[Int(row.id.rawValue)] += 1
    }
    return table.rows.indices.filter { index in
      let id = table.rows[index].id
      return !id.isNone && counts[Int(id.rawValue)] > 1
    }
  }

  /// Whether a copy replaces another; of equally old ones the one that is not closed does, then the
  /// worse.
  private func isNewer(_ row: Record, than other: Record) -> Bool {
    if Self.isOlder(other.updated, than: row.updated, of: row.source) { return true }
    if Self.isOlder(row.updated, than: other.updated, of: row.source) { return false }
    if row.isArchived != other.isArchived { return other.isArchived }
    return row.result > other.result
  }

  /// Whether a source's results come as lists of a rule or check.
  private static func hasLists(_ source: Source) -> Bool {
    source == .config || source == .trustedAdvisor
  }

  /// One source's list of the results of a rule or check: of an account and region for AWS Config,
  /// of an account for Trusted Advisor.
  struct List: Hashable {
    let source: Source
    let reference: UInt32
    let account: StringID
    let region: StringID

    init(_ row: Record) {
      source = row.source
      reference = row.reference
      account = row.account
      region = row.source == .config ? row.region : .none
    }
  }

  /// A list as one export has it, by resource or for the whole rule.
  private struct ExportedList: Hashable {
    let list: List
    let form: Record.Form
    let export: Int
  }

  private struct ListForm: Hashable {
    let list: List
    let form: Record.Form
  }

  /// The newest list of a rule or check replaces older ones whole (step 3).
  ///
  /// Equally old and undated lists stand side by side. A single result replaces no list, and a
  /// newer list replaces it. A list whose next page is not there replaces nothing.
  mutating func supersedeLists() {
    var newest: [ListForm: Int64] = [:]
    var times: [ExportedList: Int64] = [:]
    for (index, row) in table.rows.enumerated()
    where outcomes[index] == nil && row.isListed && Self.hasLists(row.source) {
      if !files[Int(row.file)].isIncomplete {
        let list = ListForm(list: List(row), form: row.form)
        newest[list] = max(newest[list] ?? Record.undated, row.updated)
      }
      let own = exportedList(row)
      times[own] = max(times[own] ?? Record.undated, row.updated)
    }
    for (index, row) in table.rows.enumerated()
    where outcomes[index] == nil && Self.hasLists(row.source) {
      guard let time = newest[ListForm(list: List(row), form: row.form)] else { continue }
      let own = row.isListed ? times[exportedList(row)] ?? time : row.updated
      if Self.isOlder(own, than: time, of: row.source) { outcomes[index] = .superseded }
    }
  }

  /// Whether a newer time of a source replaces an older one: a person's result of Trusted Advisor
  /// has a day only, which is not later than anything on that day.
  private static func isOlder(_ time: Int64, than newer: Int64, of source: Source) -> Bool {
    guard time < newer else { return false }
    let isDay = source == .trustedAdvisor && newer % 86_400 == 86_399
    return !isDay || time / 86_400 != newer / 86_400
  }

  private func exportedList(_ row: Record) -> ExportedList {
    let export = files[Int(row.file)].export ?? Int(row.file)
    return ExportedList(list: List(row), form: row.form, export: export)
  }

  /// AWS Config's result of a whole rule counts only where its results by resource are not known
  /// (rule 3).
  mutating func supersedeSummaries() {
    var detailed: Set<List> = []
    var hasSummaries = false
    for (index, row) in table.rows.enumerated()
    where outcomes[index] == nil && row.source == .config {
      if row.form == .byResource { detailed.insert(List(row)) }
      if row.form == .byRule { hasSummaries = true }
    }
    guard hasSummaries else { return }
    for (index, row) in table.rows.enumerated()
    where outcomes[index] == nil && row.source == .config && row.form == .byRule
      && detailed.contains(List(row))
    {
      outcomes[index] = .superseded
    }
  }

  /// What a Prowler check says of a resource, in several forms of one run.
  private struct RunResult: Hashable {
    let reference: UInt32
    let account: StringID
    let region: StringID
    let resource: StringID

    init(_ row: Record) {
      reference = row.reference
      account = row.account
      region = row.region
      resource = row.resource
    }
  }

  /// The forms of one run of Prowler are one result, taken from the best (rule 3); what was found
  /// within a day is one run.
  mutating func supersedeForms() {
    var newest: [RunResult: Int64] = [:]
    for (index, row) in table.rows.enumerated()
    where outcomes[index] == nil && row.source == .prowler {
      newest[RunResult(row)] = max(newest[RunResult(row)] ?? Record.undated, row.updated)
    }
    guard !newest.isEmpty else { return }
    var best: [RunResult: Record.Form] = [:]
    for (index, row) in table.rows.enumerated()
    where outcomes[index] == nil && row.source == .prowler {
      let key = RunResult(row)
      guard row.updated >= oldestCounted(newest[key] ?? Record.undated) else { continue }
      best[key] = max(best[key] ?? row.form, row.form)
    }
    for (index, row) in table.rows.enumerated()
    where outcomes[index] == nil && row.source == .prowler {
      if let form = best[RunResult(row)], row.form < form { outcomes[index] = .superseded }
    }
  }
}
