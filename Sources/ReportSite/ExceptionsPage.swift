import AssessmentModel

/// Accepted risks: which hold, which ended, which hide nothing, and what each one hides.
struct ExceptionsPage {
  let report: Report

  private let map = SiteMap(page: "exceptions.html")

  var page: Page {
    Page(
      path: "exceptions.html", title: "Exceptions", place: "Exceptions", current: .exceptions,
      content: head + HTML(report.assessment.exceptions.map(section)) + suppressed)
  }

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

  private func section(_ result: ExceptionResult) -> HTML {
    let exception = result.exception
    let facts: [(String, String?)] = [
      ("Reason", exception.reason), ("Owner", exception.owner),
      ("Approved by", exception.approvedBy), ("Approved on", exception.approvedOn?.day),
      ("Until", exception.until.day), ("Objective", exception.objective),
      ("Check", exception.check), ("Account", exception.account), ("Region", exception.region),
      ("Resource", exception.resource),
    ]
    let items = HTML(
      facts.compactMap { name, value -> HTML? in
        value.map { "<div><dt>\(name)</dt><dd>\($0)</dd></div>" }
      })
    let broad: HTML = result.isBroad ? " \(Badge.tag("over-broad", style: "warn"))" : ""
    let (table, left) = table(
      result.findings, label: "What \(exception.id) matches",
      id: "what-\(AnchorName.exception(exception.id))")
    return """
      <section class="long" id="\(AnchorName.exception(exception.id))"><div class="sh"><h2>\(exception.id)\(broad)</h2>\
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
    let indices = Array(report.findings.indices.filter { report.findings[$0].state == .suppressed })
    let (table, left) = table(
      indices, label: "Suppressed by their source", id: "suppressed-findings")
    return """
      <section class="long" id="suppressed"><div class="sh"><h2>Suppressed by their source</h2>\
      <p class="small muted">\(Count.of(indices.count, "finding")), counted on their own, with their notes.</p></div>\
      \(indices.isEmpty ? "<p>Security Hub suppresses none of the findings.</p>" : table)\(more(left))</section>
      """
  }

  /// Each table has its share of the page.
  private func table(_ findings: [Int], label: String, id: String) -> (HTML, Int) {
    FindingRows(report: report, map: map).table(
      cutting: findings, [.severity, .check, .account], label: label, id: id,
      limit: Page.rowBytes / (report.assessment.exceptions.count + 1))
  }

  private func more(_ left: Int) -> HTML {
    left == 0
      ? ""
      : """
      <p>\(Count.of(left, "more finding")) in <a href="\(map.link(.findingsCSV))">findings.csv</a>.</p>
      """
  }
}
