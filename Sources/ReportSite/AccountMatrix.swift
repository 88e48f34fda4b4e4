import AssessmentModel

/// Accounts by objectives: each cell is the verdict of the account's own results and answers.
struct AccountMatrix {
  let report: Report
  let map: SiteMap

  /// A row for each account, in the order of the report.
  func rows(_ numbers: some Sequence<Int>) -> some Sequence<HTML> {
    numbers.lazy.map { row(report.accounts[$0]) }
  }

  /// A table around rows, with what its symbols mean below.
  func table(_ rows: HTML) -> HTML {
    let headings = HTML(
      report.assessment.objectives.map { result -> HTML in
        """
        <th scope="col" class="h"><abbr title="\(result.objective.title)">\(result.objective.label)</abbr></th>
        """
      })
    let seen = Set(report.accounts.flatMap { $0.results.map(\.verdict) })
    let legend = HTML(
      Verdict.allCases.filter(seen.contains).map { "<li>\(Badge.status($0.status))</li>" as HTML })
    return """
      <div class="tw" tabindex="0" role="region" aria-label="Verdicts by account">\
      <table class="grid"><caption class="vh">Verdicts by account and objective</caption>\
      <thead><tr><th scope="col">Account</th>\(headings)<th scope="col" class="num">Open</th></tr></thead>\
      <tbody>\(rows)</tbody></table></div><ul class="legend">\(legend)</ul>
      """
  }

  private func row(
    _ entry: (account: AssessedScope.Account, results: [ObjectiveResult])
  ) -> HTML {
    let id = report.text(entry.account.id)
    let cells = HTML(
      entry.results.map { result -> HTML in
        let status = result.verdict.status
        return """
          <td class="h">\(Badge.symbol(status))<span class="vh">\(status.word)</span></td>
          """
      })
    let count = report.accountCounts[entry.account.id]?.open ?? 0
    let open: HTML =
      count == 0
      ? "0" : "<a href=\"\(map.link(.account(id), fragment: "list"))\">\(Count.grouped(count))</a>"
    let details = report.assessment.details(of: entry.account.id)
    let stale = HTML(
      report.coverage.stale(entry.account.id).map { source, days in
        " " + Badge.tag("\(source.name) \(days) days old", style: "warn")
      })
    let words = [details.owner ?? "No owner", details.unit].compactMap(\.self)
    return """
      <tr><th scope="row"><a href="\(map.link(.account(id)))">\(report.name(of: entry.account.id))</a>\
      <span class="small muted"> \(words.joined(separator: ", "))</span>\(Badge.state(of: details))\(stale)</th>\(cells)\
      <td class="num">\(open)</td></tr>
      """
  }
}

/// All accounts, on as many pages as they need.
struct AccountsPage {
  let report: Report

  var pages: [Page] {
    let matrix = AccountMatrix(report: report, map: SiteMap(page: SiteMap.path(.accounts)))
    return Page.list(
      .accounts, title: "Accounts", place: "Accounts",
      parts: Page.packed(matrix.rows(report.accounts.indices))
    ) { part, _, pager in
      """
      <h1>Accounts</h1><p class="lede">\(Count.of(report.accounts.count, "account")) in scope, \
      each judged by its own results and answers.</p>\(pager.above)\(matrix.table(part))\(pager.below)
      """
    }
  }
}
