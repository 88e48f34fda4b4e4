/// Merges records into findings by rules.md 1 to 4.
///
/// The steps run in order; each settles the outcome of the rows that it takes out.
package struct Merging {
  let catalogue: Catalogue
  let asOf: Instant
  let scope: Scope?
  let files: [EvidenceFile]
  let table: RecordTable
  let global: StringID
  /// The severity of each check; nil where the rows of a result say it.
  let severities: [Severity?]
  let isGlobal: [Bool]
  /// By check: whether its source withdrew it before the assessment.
  let isRetired: [Bool]
  /// By file: whether its next page is not there.
  let isIncomplete: [Bool]

  var outcomes: [Outcome?]
  var checks: [Int32]
  var candidates: [Int: [Int]] = [:]
  /// Later rows whose record was there at the moment of the assessment.
  var overwriting: [Int] = []
  var merged = MergedRecords()

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
    severities = catalogue.checks.map { $0.leavesSeverityToRows ? nil : $0.severity }
    isGlobal = catalogue.checks.map { $0.scope == .global }
    isRetired = catalogue.checks.map { $0.isRetired(at: asOf) }
    isIncomplete = files.map(\.isIncomplete)
    outcomes = Array(repeating: nil, count: table.rows.count)
    checks = Array(repeating: -1, count: table.rows.count)
  }

  private mutating func run() {
    classify()
    // A list goes as a whole, before copies of single results do: else a result that did not change
    // could be lost with the older list.
    supersedeLists()
    supersedeCopies()
    supersedeSummaries()
    supersedeColours()
    supersedeForms()
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

  /// The place of a row, for the check that it stands for.
  func place(of row: Record, check: Int) -> PlaceKey {
    PlaceKey(
      check: check, account: row.account, region: isGlobal[check] ? global : region(of: row))
  }

  /// The region in which a row is judged.
  ///
  /// What Trusted Advisor says of an account as a whole names no region: it has a place of its own
  /// beside the regions, also where the check is regional (rule 5).
  func region(of row: Record) -> StringID {
    row.source == .trustedAdvisor && row.region.isNone ? global : row.region
  }
}
