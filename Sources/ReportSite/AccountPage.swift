import AssessmentModel

/// The pages of one account across the objectives.
struct AccountPage {
  private static let columns: FindingRows.Columns = [.severity, .check, .anchors]

  let report: Report
  /// Index into the report's accounts.
  let number: Int

  private var entry: (account: AssessedScope.Account, results: [ObjectiveResult]) {
    report.accounts[number]
  }
  private var id: String { report.text(entry.account.id) }
  private var map: SiteMap { SiteMap(page: SiteMap.path(.account(id))) }

  var pages: [Page] {
    let own = report.worstFirst.filter {
      report.findings[$0].account == entry.account.id && report.findings[$0].state != .passed
    }
    let rows = FindingRows(report: report, map: map).rows(own, Self.columns)
    let name = report.name(of: entry.account.id)
    return Page.list(
      .account(id), title: "Account \(name)", place: name, parts: Page.packed(rows)
    ) { part, number, pager in
      heading + (number == 1 ? figures + objectives : "") + findings(part, pager)
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
    let own = report.findings.filter { $0.account == entry.account.id }
    let open = own.filter { $0.state == .failed }
    let critical = open.count { report.catalogue.checks[$0.check].severity == .critical }
    let worst = entry.results.map(\.verdict).min() ?? .notAssessed
    let atWorst = entry.results.count { $0.verdict == worst }
    let regions = entry.account.regions.map { report.text($0) }
    return """
      <dl class="figs"><div><dt>Worst verdict</dt><dd>\(Badge.status(worst.status))</dd>\
      <dd class="d"><a href="#objectives">\(Count.of(atWorst, "objective"))</a></dd></div>\
      <div><dt>Open findings</dt><dd><a href="#list">\(Count.grouped(open.count))</a></dd>\
      <dd class="d">\(critical) critical</dd></div>\
      <div><dt>Findings in all</dt><dd>\(Count.grouped(own.count))</dd>\
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

  private func findings(_ part: HTML, _ pager: Page.Pager) -> HTML {
    let rows = FindingRows(report: report, map: map)
    let table =
      part.isEmpty
      ? "<p>Nothing is open, unknown or set aside in this account.</p>" as HTML
      : rows.table(
        part, Self.columns, label: "Findings of this account that do not pass",
        id: "findings")
    return """
      <section class="long" id="list"><h2>Open, unknown and set-aside findings, worst first</h2>\
      \(table)\(pager.below)</section>
      """
  }
}
