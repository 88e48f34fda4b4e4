import AssessmentModel

/// All findings as CSV (RFC 4180), one row each, worst first.
struct FindingsCSV: Sendable {
  private static let columns = [
    "id", "state", "severity", "check", "title", "objectives", "account", "account_name", "region",
    "resource", "open_since", "last_seen", "sources", "exception", "standards", "remediation",
    "evidence",
  ]
  /// Findings of one piece.
  private static let pieceLength = 2048

  let report: Report
  /// By check: with what citations begin.
  let citations: [[UInt8]]
  /// By severity.
  let severities: Fragments<CSV>
  /// By check: check, title and objectives.
  let heads: Fragments<CSV>
  /// By check: standards and remediation.
  let tails: Fragments<CSV>
  /// By state.
  let states: Fragments<CSV>
  /// By the set of sources: a bit for each.
  let sources: Fragments<CSV>

  init(report: Report) {
    self.report = report
    let checks = report.catalogue.checks
    citations = checks.map { Array(($0.id + "-").utf8) }
    severities = Fragments(Severity.allCases.map { CSV(cells: [$0.word]) })
    heads = Fragments(
      checks.map { check in
        let objectives = report.catalogue.objectives(claiming: check.id).map(\.label)
        return CSV(cells: [check.id, check.title, objectives.joined(separator: " ")])
      })
    tails = Fragments(
      checks.map { CSV(cells: [$0.standards.joined(separator: "; "), $0.remediation ?? ""]) })
    states = Fragments(Finding.State.allCases.map { CSV(cells: [$0.word]) })
    sources = Fragments(
      (0..<(1 << Source.allCases.count)).map { set in
        let names = Source.allCases.filter { set & (1 << Int($0.rawValue)) != 0 }.map(\.name)
        return CSV(cells: [names.joined(separator: " ")])
      })
  }

  /// The bytes of the file, piece by piece.
  var pieces: some Sequence<[UInt8]> {
    let count = report.order.indices.count
    return stride(from: -1, to: count, by: Self.pieceLength).lazy.map { start in
      var writer = FindingsCSVWriter(self)
      // The headings stand before the first piece.
      if start < 0 { writer.append(headings: Self.columns) }
      for position in max(start, 0)..<min(start + Self.pieceLength, count) {
        writer.append(Int(report.order.indices[position]))
      }
      return writer.csv.bytes
    }
  }
}
