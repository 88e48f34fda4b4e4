import AssessmentModel
import Markdown

/// The pages of one check: verdict, resources, guidance, places and mappings.
struct CheckPage {
  let report: Report
  let item: CheckItem
  let rows: FindingRows
  let lists: FindingLists

  private var check: Check { report.catalogue.checks[item.check] }
  private var map: SiteMap { SiteMap(page: SiteMap.path(.check(check.id))) }
  private var list: FindingList { lists.checks[item.check] }
  private var counts: FindingCounts { report.counts[item.check] }

  /// A page by its number, from 1: the first has everything; further ones carry on the list of
  /// resources.
  func page(_ number: Int) -> Page {
    Page.single(
      number, of: list.pageCount, .check(check.id), title: "\(check.id) \(check.title)",
      place: check.id, trail: trail
    ) { pager in
      number == 1 ? first(pager) : further(number, pager)
    }
  }

  private var objectives: [Objective] { report.catalogue.objectives(claiming: check.id) }

  private var trail: [(title: String, target: SiteMap.Target)] {
    objectives.prefix(1).map { ($0.label, .objective($0.id)) }
  }

  private var heading: HTML {
    "<h1><span class=\"cid\">\(check.id)</span> \(check.title)</h1>"
  }

  private func first(_ pager: Page.Pager) -> HTML {
    var html = heading + figures
    html += "<div class=\"note\"><p>\(verdict)</p></div>"
    html += retirement
    html += resources(1, pager)
    html += HTML(trusted: MarkdownDocument(parsing: guidance).html(style))
    html += CheckPlaces(report: report, item: item, lists: lists).html + facts
    return html
  }

  private func further(_ number: Int, _ pager: Page.Pager) -> HTML {
    """
    \(heading)<p><a href="\(map.link(.check(check.id)))">Verdict and guidance</a></p>\
    \(resources(number, pager))
    """
  }

  // MARK: Verdict

  private var figures: HTML {
    let places = item.places
    return """
      <dl class="figs"><div><dt>Verdict</dt><dd>\(Badge.status(item.verdict.status(severity)))</dd>\
      <dd class="d">\(objectives.map(\.label).joined(separator: ", "))</dd></div>\
      <div><dt>Severity</dt><dd>\(Badge.severity(severity))</dd>\
      <dd class="d">\(severitySource)</dd></div>\
      <div><dt>Resources failing</dt><dd><a href="#affected">\(Count.grouped(counts.open))</a> \
      <small>of \(Count.grouped(counts.all))</small></dd>\
      <dd class="d">\(counts.aside) set aside</dd></div>\
      <div><dt>Places failing</dt><dd>\(placesFailing) <small>of \(places.total)</small></dd>\
      <dd class="d">\(places.notLooked) not looked at</dd></div></dl>
      """
  }

  private var severity: Severity { report.severity(of: item) }

  private var severitySource: String {
    check.leavesSeverityToRows && item.verdict == .failed
      ? "of the worst open finding"
      : (["of the catalogue"] + OtherSeverities(of: item.check, in: report).words)
        .joined(separator: "; ")
  }

  private var placesFailing: HTML {
    let count = Count.grouped(item.places.failed)
    return item.places.total == 0 ? "\(count)" : "<a href=\"#places\">\(count)</a>"
  }

  private var verdict: HTML {
    let words = PlaceWords.sentence(item.places)
    var html: HTML = "\(item.verdict.meaning)"
    if item.places.total > 0 { html += " Places: \(words)." }
    if let status = report.assessment.securityHub[item.check] {
      let own = status.rawValue.replacing("-", with: " ")
      html += " Security Hub’s own status: \(own)."
      if let why = SecurityHubWords.difference(item.verdict, status) { html += " \(why)" }
    }
    return html + """
       <a href="\(map.link(.sources, fragment: "verdicts"))">How a verdict is reached</a>
      """
  }

  private var retirement: HTML {
    guard let day = check.retiredOn else { return "" }
    let successors = HTML(
      check.successors.map { id -> HTML in
        report.catalogue.check(id) == nil
          ? "\(id)" : "<a href=\"\(map.link(.check(id)))\">\(id)</a>"
      }, separator: ", ")
    let next: HTML = check.successors.isEmpty ? "" : " Successor: \(successors)."
    return """
      <div class="note warn"><p>AWS withdrew this check on \(day.day).\(next) \(check.statusNote ?? "")</p></div>
      """
  }

  // MARK: Resources

  private func resources(_ number: Int, _ pager: Page.Pager) -> HTML {
    let passed = counts.passed
    let summary: HTML =
      passed == 0
      ? ""
      : """
      <p class="small muted">\(Count.of(passed, "resource")) passed and \
      \(passed == 1 ? "is" : "are") listed with <a href="\(firstPassed)">all findings</a>.</p>
      """
    let table: HTML =
      list.indices.isEmpty
      ? "<p>No resource fails, is set aside or unknown.</p>"
      : rows.table(
        list.page(number), FindingLists.checkColumns,
        label: "Resources that do not pass \(check.id)", id: "resources")
    return """
      <section class="long" id="affected"><div class="sh"><h2>Affected resources</h2>\(summary)</div>\
      \(table)\(pager.below)</section>
      """
  }

  /// The link to the check's first passed resource among all findings.
  private var firstPassed: String {
    let passed = report.order.positions(ofCheck: item.check, .passed)
    return lists.link(toPosition: passed.lowerBound, in: report, on: map)
  }

  // MARK: Guidance

  private var guidance: String {
    check.guidance.map { "## \($0.title)\n\n\($0.markdown)" }.joined(separator: "\n\n")
  }

  /// Ids of the page's own sections.
  private static let sectionIDs = ["affected", "resources", "places", "facts"]

  private var style: MarkdownStyle {
    var style = MarkdownStyle.report
    let ids = Dictionary(
      check.guidance.map { ($0.title, $0.id) }, uniquingKeysWith: { first, _ in first })
    style.headingID = { _, text in
      let id = ids[text] ?? MarkdownStyle.slug(text)
      return Self.sectionIDs.contains(id) ? "guidance-\(id)" : AnchorName.free(id)
    }
    return style
  }

  // MARK: Facts

  private var facts: HTML {
    var items: [(String, HTML)] = [
      ("Scope", check.scope == .global ? "judged once an account" : "judged in each region")
    ]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { items.append((name, "\(value)")) }
    }
    add("Former title", check.formerTitle)
    add("Config rule", check.configRule)
    add("Resource type", check.resourceType)
    add("Category", check.category)
    add("Schedule", check.schedule)
    if !check.standards.isEmpty {
      items.append(
        (
          "Standards",
          HTML(
            check.standards.map {
              StandardPage.link($0, to: $0, in: report.catalogue, map: map)
            }, separator: ", ")
        ))
    }
    for requirement in check.requirements {
      add(requirement.standard, requirement.numbers.joined(separator: ", "))
    }
    add("Prowler checks", check.prowlerChecks.joined(separator: ", "))
    let advisors = check.trustedAdvisorChecks.map(report.catalogue.advisorName)
    add("Trusted Advisor checks", advisors.joined(separator: ", "))
    for implication in check.impliedBy {
      let link: HTML =
        report.catalogue.check(implication.check) == nil
        ? "\(implication.check)"
        : "<a href=\"\(map.link(.check(implication.check)))\">\(implication.check)</a>"
      items.append(("Implied by", "\(link): \(implication.reason)"))
    }
    let list = HTML(items.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })
    return
      "<section id=\"facts\"><h2>Facts and mappings</h2><dl class=\"facts\">\(list)</dl></section>"
  }
}

/// Why Security Hub's status of a control differs from the report's.
enum SecurityHubWords {
  static func difference(_ verdict: CheckVerdict, _ status: SecurityHubStatus) -> String? {
    switch (verdict, status) {
    case (.failed, .failed), (.passed, .passed), (.unknown, .unknown), (.noData, .noData):
      nil
    case (.failed, _): "A source other than Security Hub reports the failure."
    case (.excepted, .failed): "The failures are accepted risks of this assessment."
    case (.excepted, .passed), (.excepted, .noData):
      "Security Hub leaves suppressed findings out; here they stay visible as set aside."
    case (.partial, _): "Security Hub does not count places where it has no finding."
    case (.unknown, _): "At least one place has no definite result here."
    case (.passed, _): "Older or doubtful findings were settled by newer ones."
    default: "Security Hub judges other places."
    }
  }
}
