/// Every record with what became of it; the sums add up (rules.md 1).
package struct Reconciliation: Equatable, Sendable {
  package var records = 0
  package var outcomes: [Outcome: Int] = [:]
  /// Findings beyond the first of records with several resources.
  package var expanded = 0
  /// Findings, each counted once.
  package var unique = 0

  package init() {}

  /// Whether each record has one outcome and each finding one deciding record.
  package var isBalanced: Bool {
    let deciding =
      (outcomes[.finding] ?? 0) + (outcomes[.excepted] ?? 0) + (outcomes[.suppressed] ?? 0)
    return outcomes.values.reduce(0, +) == records && deciding + expanded == unique
  }

  /// Which of a record's row outcomes is the record's.
  private static func rank(_ outcome: Outcome) -> Int {
    switch outcome {
    case .finding: 0
    case .excepted: 1
    case .suppressed: 2
    case .merged: 3
    default: 4 + Int(outcome.rawValue)
    }
  }

  /// Counts the rows of findings record by record.
  mutating func count(_ table: RecordTable, _ outcomes: [Outcome]) {
    Self.forEachRecord(table, outcomes) { _, outcome, findings in
      add(outcome)
      expanded += max(0, findings - 1)
    }
  }

  /// How many records each source has, whatever became of them; those that could not be read, and
  /// those without a result, belong to none.
  package static func records(_ table: RecordTable, _ outcomes: [Outcome]) -> [Source: Int] {
    var counts = Source.allCases.map { _ in 0 }
    forEachRecord(table, outcomes) { row, _, _ in counts[Int(row.source.rawValue)] += 1 }
    return Dictionary(uniqueKeysWithValues: zip(Source.allCases, counts))
  }

  /// Gives each record with its outcome and how many findings it decides.
  ///
  /// Rows of a record stand together.
  private static func forEachRecord(
    _ table: RecordTable, _ outcomes: [Outcome],
    _ body: (_ first: Record, _ outcome: Outcome, _ findings: Int) -> Void
  ) {
    var index = 0
    while index < table.rows.count {
      let row = table.rows[index]
      var best = outcomes[index]
      var findings = 0
      while index < table.rows.count, table.rows[index].file == row.file,
        table.rows[index].number == row.number
      {
        let outcome = outcomes[index]
        if rank(outcome) < rank(best) { best = outcome }
        if rank(outcome) <= 2 { findings += 1 }
        index += 1
      }
      body(row, best, findings)
    }
  }

  /// Counts `number` records of one outcome.
  mutating func add(_ outcome: Outcome, _ number: Int = 1) {
    guard number > 0 else { return }
    records += number
    outcomes[outcome, default: 0] += number
  }
}
