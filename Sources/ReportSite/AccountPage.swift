import AssessmentModel

/// The pages of one account across the objectives.
struct AccountPage {
  private static let columns: FindingRows.Columns = [.severity, .check, .anchors]
  /// Findings that the page lists; of more it has counts by check, with links to the check's pages.
  private static let findingLimit = 100

  let report: Report
  /// Index into the report's accounts.
  let number: Int
  let rows: FindingRows
  let lists: FindingLists

  private var entry: (account: AssessedScope.Account, results: [ObjectiveResult]) {
    report.accounts[number]
  }
  private var id: String { report.text(entry.account.id) }
  private var map: SiteMap { SiteMap(page: SiteMap.path(.account(id))) }
  private var counts: FindingCounts {
    report.accountCounts[entry.account.id] ?? FindingCounts()
  }
  private var runs: [FindingLists.Run] { lists.accounts[entry.account.id] ?? [] }

  var pages: [Page] {
    let name = report.name(of: entry.account.id)
    let isListed = counts.all - counts.passed <= Self.findingLimit
    let parts = isListed ? [list] : Page.packed(checkTable.bodyRows).map(checkTable.html(around:))
    return Page.list(.account(id), title: "Account \(name)", place: name, parts: parts) {
      part, number, pager in
      heading + (number == 1 ? figures + objectives + changes : "") + """
        <section class="long" id="list"><h2>\(isListed ? Self.listTitle : Self.tableTitle)</h2>\
        \(part)\(pager.below)</section>
        """ + (number == 1 ? coverage : "")
    }
  }

  private var heading: HTML {
    let details = report.assessment.details(of: entry.account.id)
    let items = [
      details.environment, details.unit.map { "unit: \($0)" }, details.owner.map { "owner: \($0)" },
    ].compactMap(\.self)
    let lede: HTML = items.isEmpty ? "" : "<p class=\"lede\">\(items.joined(separator: ", "))</p>"
    let name = report.name(of: entry.account.id)
    let number: HTML = name == id ? "" : " <span class=\"cid\">\(id)</span>"
    return "<h1>\(name)\(number)\(Badge.state(of: details))</h1>\(lede)"
  }

  private var figures: HTML {
    let critical = runs.filter { run in
      run.state == .failed && report.severities[run.check] == .critical
    }.flatMap { lists.checks[$0.check].indices[$0.positions] }
      .count { report.findings[Int($0)].severity == .critical }
    let worst = entry.results.map(\.verdict).min() ?? .notAssessed
    let atWorst = entry.results.count { $0.verdict == worst }
    let regions = entry.account.regions.map { report.text($0) }
    return """
      <dl class="figs"><div><dt>Worst verdict</dt><dd>\(Badge.status(worst.status))</dd>\
      <dd class="d"><a href="#objectives">\(Count.of(atWorst, "objective"))</a></dd></div>\
      <div><dt>Open findings</dt><dd><a href="#list">\(Count.grouped(counts.open))</a></dd>\
      <dd class="d">\(critical) critical</dd></div>\
      <div><dt>Findings in all</dt><dd>\(Count.grouped(counts.all))</dd>\
      <dd class="d">each counted once</dd></div>\
      <div><dt>Regions in scope</dt><dd>\(regions.count)</dd>\
      <dd class="d">\(regions.joined(separator: ", "))</dd></div></dl>
      """
  }

  private var objectives: HTML {
    let rows = HTML(
      entry.results.map { result -> HTML in
        let known = result.counts.known
        let open = result.openFindings.values.reduce(0, +)
        let causes = result.because.prefix(6).map { cause -> HTML in
          if report.catalogue.check(cause.reference) != nil {
            return "<a href=\"\(map.link(.check(cause.reference)))\">\(cause.reference)</a>"
          }
          if report.catalogue.lens.question(cause.reference) != nil {
            let link = report.link(toQuestion: cause.reference, on: map)
            return "<a href=\"\(link)\">\(cause.reference)</a>"
          }
          return "\(cause.reference)"
        }
        let rest = result.because.count - causes.count
        let more: HTML = rest > 0 ? " and \(rest) more" : ""
        return """
          <tr role="row"><th role="rowheader" scope="row"><a href="\(map.link(.objective(result.objective.id)))">\(result.objective.label) \(result.objective.title)</a></th>\
          <td role="cell" data-l="Verdict">\(Badge.status(result.verdict.status))</td>\
          <td role="cell" data-l="Because">\(HTML(causes, separator: ", "))\(more)</td>\
          <td role="cell" data-l="Open" class="num">\(Count.grouped(open))</td>\
          <td role="cell" data-l="Known" class="num">\(known.count) of \(known.of)</td></tr>
          """
      })
    return """
      <section id="objectives"><h2>Objectives in this account</h2>\
      <div class="tw" tabindex="0" role="region" aria-label="Objectives in this account">\
      <table class="stack" role="table"><thead role="rowgroup"><tr role="row">\
      <th role="columnheader" scope="col">Objective</th><th role="columnheader" scope="col">Verdict</th>\
      <th role="columnheader" scope="col">Because of</th>\
      <th role="columnheader" scope="col" class="num">Open findings</th>\
      <th role="columnheader" scope="col" class="num">Items known</th></tr></thead>\
      <tbody role="rowgroup">\(rows)</tbody></table></div></section>
      """
  }

  /// What the plan has for this account, in its order.
  private var changes: HTML {
    let (words, items) = (PlanWords(report: report), report.plan.items)
    let rows = (report.planShares[entry.account.id] ?? []).map { place -> [HTML] in
      let item = items[place.item]
      let share = item.shares[place.share]
      let what =
        share.choices.isEmpty
        ? Count.of(share.findings, "open finding")
        : Count.of(share.choices.count, "missing practice")
      let objectives = item.objectives.map(words.label).joined(separator: ", ")
      return [
        "<a href=\"\(words.link(to: item, on: map))\">\(words.title(of: item))</a> <span class=\"small muted\">\(item.id)</span>",
        Badge.severity(item.severity), "\(what)", "\(objectives)",
      ]
    }
    guard !rows.isEmpty else { return "" }
    let shown = Page.fitting(rows, limit: 60_000) { $0.reduce(80) { $0 + $1.byteCount } }
    let left = rows.count - shown.count
    let table = Table(
      label: "What to change in this account",
      columns: [.init("Fix"), .init("Severity"), .init("Here"), .init("Counts in")], rows: shown)
    return """
      <section id="changes"><div class="sh"><h2>What to change in this account</h2>\
      <p class="small muted">In the order of the <a href="\(map.link(.plan))">plan</a>\
      \(left > 0 ? ", which has \(left) more" : "").</p></div>\(table.html)</section>
      """
  }

  private var coverage: HTML {
    let grid = CoverageGrid(report: report, map: map)
    let label = "Who looked where in this account"
    return """
      <section id="coverage"><h2>\(label)</h2>\
      \(grid.table(HTML(grid.rows(of: [entry.account])), label: label))</section>
      """
  }

  // MARK: Findings

  private static let listTitle = "Open, unknown and set-aside findings, worst first"
  private static let tableTitle = "Open, unknown and set-aside findings by check"

  /// All findings that do not pass.
  private var list: HTML {
    if runs.isEmpty { return "<p>Nothing is open, unknown or set aside in this account.</p>" }
    let indices = ordered(runs).flatMap { lists.checks[$0.check].indices[$0.positions] }
    return rows.table(
      indices, Self.columns, label: "Findings of this account that do not pass", id: "findings")
  }

  /// Worst first, as the list of all findings is.
  private func ordered(_ runs: [FindingLists.Run]) -> [FindingLists.Run] {
    runs.map { run in
      (report.order.positions(ofCheck: run.check, run.state).lowerBound, run)
    }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// How many findings of each check do not pass, worst first.
  private var checkTable: Table {
    var checks: [Int] = []
    for run in ordered(runs) where !checks.contains(run.check) { checks.append(run.check) }
    let own = Dictionary(grouping: runs, by: \.check)
    return Table(
      label: "Findings of this account that do not pass, by check",
      columns: [
        .init("Check"), .init("Severity"), .init("Open", isNumber: true),
        .init("Unknown", isNumber: true), .init("Excepted", isNumber: true),
        .init("Suppressed", isNumber: true),
      ],
      rows: checks.map { row(of: $0, own[$0] ?? []) })
  }

  /// The worst of the check's open findings in this account, else the catalogue's.
  private func severity(of check: Int) -> Severity {
    let item = report.catalogue.checks[check]
    let merged = report.assessment.merged
    let isOfRows = item.leavesSeverityToRows
    return (isOfRows ? merged.openSeverity(ofCheck: check, in: entry.account.id) : nil)
      ?? item.severity
  }

  private func row(of check: Int, _ runs: [FindingLists.Run]) -> [HTML] {
    let item = report.catalogue.checks[check]
    func count(_ state: Finding.State) -> HTML {
      guard let run = runs.first(where: { $0.state == state }) else { return "0" }
      let link = lists.link(to: run, in: report, on: map)
      return "<a href=\"\(link)\">\(Count.grouped(run.positions.count))</a>"
    }
    return [
      "<a href=\"\(map.link(.check(item.id)))\">\(item.id)</a> \(item.title)",
      Badge.severity(severity(of: check)), count(.failed), count(.unknown), count(.excepted),
      count(.suppressed),
    ]
  }
}
