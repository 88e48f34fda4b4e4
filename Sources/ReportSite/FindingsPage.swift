import AssessmentModel

/// All findings, worst first, on as many pages as they need.
struct FindingsPage {
  let report: Report
  let rows: FindingRows
  let list: FindingList

  /// A page by its number, from 1.
  func page(_ number: Int) -> Page {
    Page.single(
      number, of: list.pageCount, .findings, title: "Findings", place: "Findings"
    ) { pager in content(number, pager) }
  }

  private func content(_ number: Int, _ pager: Page.Pager) -> HTML {
    let map = SiteMap(page: SiteMap.path(.findings, number: number))
    let open = report.openBySeverity
    let severities = Severity.allCases.reversed().compactMap { severity in
      open[severity].map { "\(Count.grouped($0)) \(severity.word)" }
    }
    let total = open.values.reduce(0, +)
    let lede: HTML = """
      \(Count.of(total, "finding")) of \(Count.grouped(report.findings.count)) \
      \(total == 1 ? "is" : "are") open\(severities.isEmpty ? "" : ": " + severities.joined(separator: ", ")). \
      Open ones come first, worst first.
      """
    let table = rows.table(
      list.page(number), FindingLists.columns, label: "Findings", id: "findings")
    return """
      <h1>Findings</h1><p class="lede">\(lede)</p>\
      <p class="noprint"><a href="\(map.link(.findingsCSV))">All findings as CSV</a></p>\
      \(Self.filters(report))\(pager.above)\(table)\(pager.below)
      """
  }

  /// Filters of the rows on this page; the script shows them.
  static func filters(_ report: Report) -> HTML {
    func options(_ values: [(String, String)]) -> HTML {
      HTML(values.map { "<option value=\"\($0.0)\">\($0.1)</option>" })
    }
    let severities = options(Severity.allCases.reversed().map { ($0.word, $0.title) })
    let states = options(
      [("open", "Open"), ("unknown", "Unknown"), ("excepted", "Excepted")]
        + [("suppressed", "Suppressed"), ("passed", "Passed")])
    // Of more accounts the list alone would fill the page; the text filter finds them too.
    let accounts = options(
      report.accounts.prefix(500).map {
        (SiteMap.fileName(report.text($0.account.id)), report.name(of: $0.account.id))
      })
    return """
      <form class="filters needjs noprint" role="search" aria-label="Filter the rows on this page">\
      <label for="filter">Text on this page <input type="search" id="filter" autocomplete="off"></label>\
      <label for="filter-sev">Severity <select id="filter-sev" data-filter="sev"><option value="">All</option>\(severities)</select></label>\
      <label for="filter-state">State <select id="filter-state" data-filter="state"><option value="">All</option>\(states)</select></label>\
      <label for="filter-account">Account <select id="filter-account" data-filter="account"><option value="">All</option>\(accounts)</select></label>\
      </form><p class="small muted needjs" id="filter-count" aria-live="polite"></p>
      """
  }
}
