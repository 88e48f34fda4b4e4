import AssessmentModel

/// What was read and stands outside the objectives: other controls, other products, ambiguous and
/// retired ones.
struct OtherFindingsPage {
  private static let outcomes: [Outcome] = [.unmapped, .otherProduct, .ambiguous, .retired]

  let report: Report

  private var assessment: Assessment { report.assessment }

  /// Results of one name, by what they say.
  private struct Tally {
    var failed = 0
    var passed = 0
    var other = 0
    var title = ""

    var total: Int { failed + passed + other }
  }

  var pages: [Page] {
    let tallies = tallies
    let tables = Self.outcomes.compactMap { outcome -> (String, String, Table)? in
      guard let own = tallies[outcome], !own.isEmpty else { return nil }
      return (Self.heading(outcome), outcome.word, table(own, of: outcome))
    }
    var parts = (tables + insights).flatMap { title, id, table -> [HTML] in
      Page.packed(table.bodyRows, limit: 150_000).enumerated().map { number, rows in
        // Two parts may share a page, where an id must stand once.
        let anchor: HTML = number > 0 ? "" : " id=\"\(id)\""
        return """
          <section class="long"\(anchor)><h2>\(title)\(number > 0 ? ", continued" : "")</h2>\
          \(id == Self.insights ? Self.aboutInsights : "")\(table.html(around: rows))</section>
          """
      }
    }
    if parts.isEmpty { parts = ["<p>Everything that was read belongs to an objective.</p>"] }
    return Page.list(
      .otherFindings, title: "Other findings", place: "Other findings", parts: Page.packed(parts)
    ) { body, number, pager in
      let map = SiteMap(page: SiteMap.path(.otherFindings, number: number))
      return """
        <h1>Other findings</h1><p class="lede">What was read and stands outside the objectives. It \
        decides no verdict. Other records that decide nothing are counted on \
        <a href="\(map.link(.sources, fragment: "reconciliation"))">method and sources</a>.</p>\
        \(body)\(pager.below)
        """
    }
  }

  private static let insights = "insights"

  private static let aboutInsights: HTML = """
    <p>Security Hub made these counts by the filters of its insights. They stand here as they were \
    exported, are in no other figure of this report and decide no verdict.</p>
    """

  private var insights: [(String, String, Table)] {
    guard !assessment.evidence.insights.isEmpty else { return [] }
    return [(InsightTable.heading, Self.insights, InsightTable(report: report).table)]
  }

  private static func heading(_ outcome: Outcome) -> String {
    switch outcome {
    case .otherProduct: "Other products"
    case .ambiguous: "One id for several checks"
    case .retired: "Checks that AWS withdrew"
    default: "Checks outside the objectives"
    }
  }

  // MARK: Counting

  private var tallies: [Outcome: [String: Tally]] {
    let wanted = Set(Self.outcomes)
    var tallies: [Outcome: [String: Tally]] = [:]
    for (index, outcome) in assessment.merged.outcomes.enumerated() where wanted.contains(outcome) {
      let row = assessment.evidence.records.rows[index]
      let name = name(of: row)
      var tally = tallies[outcome]?[name] ?? Tally()
      switch row.result {
      case .failed, .setAside: tally.failed += 1
      case .passed: tally.passed += 1
      case .unknown: tally.other += 1
      }
      if tally.title.isEmpty { tally.title = WitnessText(report: report).title(of: row) }
      tallies[outcome, default: [:]][name] = tally
    }
    return tallies
  }

  private func name(of row: Record) -> String {
    switch report.meaning(of: row) {
    case .check(let check): return report.catalogue.checks[check].id
    case .candidates(let checks):
      return checks.map { report.catalogue.checks[$0].id }.joined(separator: " or ")
    case .unmapped(let name): return name
    case .otherProduct(let name):
      let title = report.text(row.title)
      return title.isEmpty
        ? name : "\(name): \(ShownText.short(title, limit: 160, whole: "the evidence"))"
    }
  }

  // MARK: Table

  private func table(_ tallies: [String: Tally], of outcome: Outcome) -> Table {
    let rows = tallies.sorted { order($0.key) < order($1.key) }.map { name, tally in
      outcome == .unmapped ? controlRow(name, tally) : row(name, tally)
    }
    if outcome == .unmapped {
      return Table(
        label: Self.heading(outcome),
        columns: [
          .init("Check"), .init("Service"), .init("Title"), .init("Severity"),
          .init("Failed", isNumber: true), .init("Passed", isNumber: true),
          .init("Other", isNumber: true),
        ], rows: rows)
    }
    return Table(
      label: Self.heading(outcome),
      columns: [.init("What"), .init("Results", isNumber: true)], rows: rows)
  }

  private func row(_ name: String, _ tally: Tally) -> [HTML] {
    ["\(name)", "\(Count.grouped(tally.total))"]
  }

  private func controlRow(_ name: String, _ tally: Tally) -> [HTML] {
    let known = report.catalogue.knownControls[name]
    let service = known == nil ? "" : String(name.split(separator: ".").first ?? "")
    let link: HTML =
      known == nil
      ? "\(ShownText.short(name, limit: 160, whole: "the evidence"))"
      : """
      <a href="https://docs.aws.amazon.com/console/securityhub/\(name)/remediation" \
      rel="noopener noreferrer">\(name)</a>
      """
    return [
      link, "\(service)",
      "\(known?.title ?? ShownText.short(tally.title, limit: 200, whole: "the evidence"))",
      known.map { Badge.severity($0.severity) } ?? "–",
      "\(Count.grouped(tally.failed))", "\(Count.grouped(tally.passed))",
      "\(Count.grouped(tally.other))",
    ]
  }

  /// By service, then by number, then by name.
  private func order(_ name: String) -> (String, Int, String) {
    let parts = name.split(separator: ".")
    let number = parts.count == 2 ? Int(parts[1]) : nil
    return (String(parts.first ?? "").lowercased(), number ?? Int.max, name)
  }
}
