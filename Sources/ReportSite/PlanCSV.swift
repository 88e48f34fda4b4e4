import AssessmentModel

/// plan.csv: the plan, a row for each item and account, for people to fill in and to put into the
/// assessment folder (docs/plan.md).
struct PlanCSV {
  /// The first line; owner, due, status and note are read back.
  static let columns = [
    "item", "order", "step", "objectives", "check or question", "title", "account",
    "account name", "account owner", "severity", "findings open", "verdicts moved", "effort",
    "owner", "due", "status", "note", "remediation",
  ]

  /// Without it, spreadsheets take the file for one in an encoding of their own.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  let report: Report

  private var words: PlanWords { PlanWords(report: report) }

  /// The bytes of the file, piece by piece.
  var pieces: some Sequence<[UInt8]> {
    var csv = CSV()
    for column in Self.columns { csv.append(column) }
    csv.endRow()
    let actions = report.assessment.actions
    let items = report.plan.items.enumerated().map { own(of: $1, number: $0) }
    for row in actions.rows { append(row, items[row.item], to: &csv) }
    for entry in actions.unmatched { append(entry, to: &csv) }
    return [Self.byteOrderMark, csv.bytes]
  }

  /// What rows of one item share: the cells before and behind those of the account.
  private struct Own {
    let before: [String]
    let severity: String
    let moves: String
    let effort: String
    let remediation: String
  }

  private func own(of item: RemediationPlan.Item, number: Int) -> Own {
    let step = report.plan.steps.firstIndex { $0.items.contains { $0.repair == item.repair } }
    let moves = step.map { report.plan.steps[$0].moves.map(words.text) } ?? []
    let objectives = item.objectives.map(words.label).joined(separator: ", ")
    let plans = words.question(of: item)?.choices.filter { choice in
      item.shares.contains { $0.choices.contains(choice.id) }
    }
    let links = plans?.compactMap { $0.improvement?.url } ?? []
    let check = words.check(of: item)
    let effort = words.guidance("effort", of: item)?.markdown ?? ""
    return Own(
      before: [
        "\(number + 1)", step.map { "\($0 + 1)" } ?? "", objectives, item.id,
        words.title(of: item),
      ],
      severity: item.severity.word, moves: moves.joined(separator: ", "),
      effort: effort.split(separator: "\n").joined(separator: " "),
      remediation: check?.remediation ?? check?.documentation ?? links.joined(separator: " "))
  }

  private func append(_ row: ActionPlan.Row, _ own: Own, to csv: inout CSV) {
    let details = report.assessment.details(of: row.share.account)
    csv.append(row.id)
    for cell in own.before { csv.append(cell) }
    csv.append(report.text(row.share.account))
    csv.append(details.name ?? "")
    csv.append(details.owner ?? "")
    csv.append(own.severity)
    csv.append("\(row.share.findings)")
    csv.append(own.moves)
    csv.append(own.effort)
    append(row.entry, to: &csv)
    csv.append(own.remediation)
    csv.endRow()
  }

  /// A row that is no longer in the plan keeps what people wrote.
  private func append(_ entry: ActionEntry, to csv: inout CSV) {
    csv.append(entry.item)
    for _ in 0..<4 { csv.append("") }
    csv.append(entry.title ?? "")
    for _ in 0..<7 { csv.append("") }
    append(Optional(entry), to: &csv)
    csv.append("")
    csv.endRow()
  }

  private func append(_ entry: ActionEntry?, to csv: inout CSV) {
    csv.append(entry?.owner ?? "")
    csv.append(entry?.due?.day ?? "")
    csv.append(entry?.status?.rawValue ?? "")
    csv.append(entry?.note ?? "")
  }
}
