import AssessmentModel

/// All findings, worst first, on as many pages as they need.
struct FindingsPage {
  let report: Report
  let rows: FindingRows
  let list: FindingList

  /// A page by its number, from 1.
  func page(_ number: Int) -> Page {
    Page.single(
      number, of: list.pageCount, .findings, title: "Findings", place: "Findings",
      scripts: number == 1 ? FindingsData.scripts(report) : []
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
      \(number == 1 ? Self.explorer : Self.way(map))\
      <div id="pages">\(pager.above)\(table)\(pager.below)</div>
      """
  }

  /// Where the script puts its explorer of all findings, which then stands for the pages.
  private static let explorer: HTML = """
    <p class="small muted needjs noprint" id="explorer-state" role="status"></p>\
    <div id="explorer" hidden></div>
    """

  /// The way from a further page to the explorer.
  private static func way(_ map: SiteMap) -> HTML {
    """
    <p class="needjs noprint"><a href="\(map.link(.findings))">Search, filter and sort all findings</a></p>
    """
  }
}
