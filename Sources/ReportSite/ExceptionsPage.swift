import AssessmentModel

/// Accepted risks: which hold, which ended, which hide nothing, and what each one hides.
struct ExceptionsPage {
  /// The most bytes of the list of findings below one exception.
  private static let tableBytes = 60_000

  private let report: Report
  private let rows: FindingRows

  init(report: Report) {
    self.report = report
    // The map of no page, because a section may stand on any: its links name their page.
    rows = FindingRows(report: report, map: SiteMap(page: ""))
  }

  private var map: SiteMap { rows.map }

  /// The first page has the list that sources suppress too.
  var pages: [Page] {
    Page.list(
      .exceptions, title: "Exceptions", place: "Exceptions",
      parts: Page.packed(sections, first: Self.firstBytes)
    ) { part, number, pager in
      head + pager.above + part + pager.below + (number == 1 ? suppressed : "")
    }
  }

  /// The page on which each exception stands.
  var pageNumbers: [Int] {
    var filling = Page.Filling(first: Self.firstBytes)
    return sections.map { filling.page(of: $0) }
  }

  private static var firstBytes: Int { Page.rowBytes - tableBytes }

  private var sections: [HTML] { report.assessment.exceptions.indices.map(section) }

  private var head: HTML {
    let all = report.assessment.exceptions
    func count(_ state: ExceptionResult.State) -> Int { all.count { $0.state == state } }
    if all.isEmpty {
      return """
        <h1>Exceptions</h1><p class="lede">No accepted risk is declared. Exceptions stand in \
        exceptions.yaml of the assessment folder; <code>so-report init</code> writes one to fill in.</p>
        """
    }
    return """
      <h1>Exceptions</h1><p class="lede">\(Count.of(all.count, "exception")): \(count(.active)) active, \
      \(count(.expired)) expired, \(count(.unused)) unused, \(count(.pending)) not yet in force. \
      What is set aside stays visible with its original result.</p>
      """
  }

  private func section(_ number: Int) -> HTML {
    let result = report.assessment.exceptions[number]
    let exception = result.exception
    let anchor = report.exceptionAnchors[number]
    let name = ShownText.short(exception.id, limit: 120, whole: "exceptions.yaml")
    let facts: [(String, String?)] = [
      ("Reason", exception.reason), ("Owner", exception.owner),
      ("Approved by", exception.approvedBy), ("Approved on", exception.approvedOn?.day),
      ("Until", exception.until.day), ("Objective", exception.objective),
      ("Check", exception.check), ("Account", exception.account), ("Region", exception.region),
      ("Resource", exception.resource),
    ]
    let items = HTML(
      facts.compactMap { name, value -> HTML? in
        value.map {
          let text = ShownText.short($0, limit: 2000, whole: "exceptions.yaml")
          return "<div><dt>\(name)</dt><dd>\(text)</dd></div>"
        }
      })
    let broad: HTML = result.isBroad ? " \(Badge.tag("over-broad", style: "warn"))" : ""
    let (table, left) = table(
      result.findings.map(Int32.init), label: "What \(name) matches", id: "what-\(anchor)")
    return """
      <section class="long" id="\(anchor)"><div class="sh"><h2>\(name)\(broad)</h2>\
      <p>\(state(result.state))</p></div><dl class="facts">\(items)</dl>\
      \(result.state == .expired ? "<p>It has ended, so what it matches counts as open again.</p>" : "" as HTML)\(result.findings.isEmpty ? "<p>It matches no failure of this assessment.</p>" : table)\(more(left))</section>
      """
  }

  private func state(_ state: ExceptionResult.State) -> HTML {
    switch state {
    case .active: Badge.status(Status(word: "Active", style: "acc", symbol: "shield"))
    case .expired: Badge.status(Status(word: "Expired", style: "high", symbol: "tri"))
    case .unused: Badge.status(Status(word: "Unused", style: "none", symbol: "dash"))
    case .pending: Badge.status(Status(word: "Not yet in force", style: "none", symbol: "dash"))
    }
  }

  private var suppressed: HTML {
    let indices = report.counts.indices.flatMap {
      report.order.indices[report.order.positions(ofCheck: $0, .suppressed)]
    }
    let (table, left) = table(
      indices, label: "Suppressed by their source", id: "suppressed-findings")
    return """
      <section class="long" id="suppressed"><div class="sh"><h2>Suppressed by their source</h2>\
      <p class="small muted">\(Count.of(indices.count, "finding")), counted on their own, with their notes.</p></div>\
      \(indices.isEmpty ? "<p>Security Hub suppresses none of the findings.</p>" : table)\(more(left))</section>
      """
  }

  private func table(_ findings: [Int32], label: String, id: String) -> (HTML, Int) {
    rows.table(
      cutting: findings, [.severity, .check, .account], label: label, id: id,
      limit: Self.tableBytes)
  }

  private func more(_ left: Int) -> HTML {
    left == 0
      ? ""
      : """
      <p>\(Count.of(left, "more finding")) in <a href="\(map.link(.findingsCSV))">findings.csv</a>.</p>
      """
  }
}
