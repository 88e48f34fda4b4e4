import AssessmentModel

/// Puts the frame around a page: header, navigation, breadcrumb and footer.
///
/// Pages of one folder share it but for what the navigation marks as current, and most are no entry
/// of it: their frame is rendered once.
struct PageFrame: Sendable {
  private static let slots = ["title", "scripts", "breadcrumb", "content"]

  private let report: Report
  private let template: PageTemplate
  /// The frame of pages that are no entry of the navigation, by their folder.
  private var shells: [String: PageShell] = [:]
  private let entries: Set<SiteMap.Target>

  init(report: Report, template: PageTemplate) {
    self.report = report
    self.template = template
    let listed = report.accounts.prefix(Self.accountLimit)
    entries = Set(
      [.accounts] + Self.pages(report).map(\.target)
        + report.assessment.objectives.map { .objective($0.objective.id) }
        + listed.map { .account(report.text($0.account.id)) })
    shells = ["", "checks/", "accounts/", "standards/", "workpapers/"].reduce(into: [:]) {
      shells, folder in
      shells[folder] = shell(SiteMap(page: folder), current: nil)
    }
  }

  /// The whole page as HTML, in pieces that follow each other.
  func html(of page: Page) -> [[UInt8]] {
    let isOverview = page.path == SiteMap.path(.index)
    return shell(of: page).filled([
      "title": isOverview ? "\(page.title)" : "\(page.title) · \(report.title)",
      "scripts": HTML(
        page.scripts.map { "\n<script src=\"\(page.map.link($0))\" defer></script>" }),
      "breadcrumb": breadcrumb(of: page),
      "content": page.content,
    ])
  }

  /// One file with the contents of all pages, in pieces that follow each other.
  func html(
    ofAll content: HTML, title: String, links: SingleFileLinks, assets: SingleFile.Assets
  ) throws(TemplateError) -> [[UInt8]] {
    let home = SiteMap.path(.index)
    let map = SiteMap(page: home)
    var values = values(map, current: nil)
    for name in ["navigation", "footer", "logo"] {
      values[name] = links.rewriting(HTML(trusted: values[name] ?? ""), on: home).markup
    }
    values["navigation"]? += """
      <h2>This file</h2><ul><li><a href="#\(SingleFileLinks.about)"><span>About this file</span></a></li>\
      <li><a href="#everything"><span>All pages at once</span></a></li></ul>
      """
    values["home"] = "#" + SingleFileLinks.id(of: home)
    values["icon"] = SingleFile.Assets.address(assets.icon, "image/svg+xml")
    values["policy"] = assets.policy
    values["inlineStyle"] = assets.style
    values["inlineScript"] = assets.script
    let shell = template.shell(
      values, flags: flags.merging(["isSingle": true]) { $1 }, slots: Self.slots)
    guard shell.contains("<style>\(assets.style)</style>") else {
      throw TemplateError(
        file: "page.mustache",
        message: "has no <style>{{{inlineStyle}}}</style>, which a report in one file needs")
    }
    let pieces = shell.filled([
      "title": "\(title)", "content": "<span id=\"everything\"></span>" + content,
    ])
    let start = pieces.first?.drop { $0 != UInt8(ascii: "<") } ?? []
    let mark = SingleFile.mark.dropLast("<!doctype html>".utf8.count)
    return [Array(mark + start)] + pieces.dropFirst()
  }

  private func shell(of page: Page) -> PageShell {
    let current = page.current.flatMap { entries.contains($0) ? $0 : nil }
    if current == nil, let shell = shells[page.map.folder] { return shell }
    return shell(page.map, current: current)
  }

  private func shell(_ map: SiteMap, current: SiteMap.Target?) -> PageShell {
    template.shell(values(map, current: current), flags: flags, slots: Self.slots)
  }

  private var flags: [String: Bool] { ["hasLogo": brand.branding.logo != nil, "isSingle": false] }

  private func values(_ map: SiteMap, current: SiteMap.Target?) -> [String: String] {
    [
      "style": map.link(.style),
      "script": map.link(.script),
      "icon": map.link(.icon),
      "home": map.link(.index),
      "sigil": sigil.markup,
      "logo": brand.picture(on: map).markup,
      "foot": brand.branding.footer.map { " · \($0)" } ?? "",
      "organisation": report.assessment.evidence.organisation ?? report.title,
      "classification": report.assessment.evidence.classification ?? "",
      "navigation": navigation(map, current: current).markup,
      "footer": footer(map).markup,
      "policy": "", "inlineStyle": "", "inlineScript": "",
    ]
  }

  private var brand: Brand { Brand(branding: report.assessment.evidence.branding) }

  /// Accounts that the navigation lists.
  private static let accountLimit = 12

  /// Eight cells, one an objective, coloured by verdict.
  private var sigil: HTML {
    HTML(
      report.assessment.objectives.prefix(9).enumerated().map { number, result in
        """
        <rect class="f-\(result.verdict.status.style)" x="\(1 + number % 3 * 9)" y="\(1 + number / 3 * 9)"/>
        """
      })
  }

  private static func pages(
    _ report: Report
  ) -> [(title: String, target: SiteMap.Target, count: String)] {
    let open = report.openBySeverity.values.reduce(0, +)
    let questions = report.assessment.questions.filter { $0.verdict != .notApplicable }
    let answered = questions.count { $0.verdict == .answered }
    return [
      ("Overview", .index, ""),
      ("Plan", .plan, "\(Count.grouped(report.plan.items.count))"),
      ("Findings", .findings, "\(Count.grouped(open)) open"),
      ("Questionnaire", .questions, "\(answered) of \(questions.count)"),
      ("Exceptions", .exceptions, "\(report.assessment.exceptions.count)"),
      ("What was not looked at", .gaps, ""),
      ("Other findings", .otherFindings, ""),
      ("Method and sources", .sources, ""),
    ]
  }

  private func navigation(_ map: SiteMap, current: SiteMap.Target?) -> HTML {
    var parts = Self.pages(report).map { title, target, count in
      let html = item(target, map, current: current, "<span>\(title)</span>", count: "\(count)")
      return (name: NavigationEntry(target), entry: (list: "Report", html: html))
    }
    let objectives = HTML(report.assessment.objectives.map { objective($0, map, current) })
    let accounts = report.accounts.prefix(Self.accountLimit).map { entry -> HTML in
      let id = report.text(entry.account.id)
      return item(
        .account(id), map, current: current,
        "<span>\(report.name(of: entry.account.id))</span>", count: "")
    }
    let all = item(
      .accounts, map, current: current, "<span>All accounts</span>",
      count: "\(report.accounts.count)")
    parts += [
      (name: .objectives, entry: (list: "Security objectives", html: objectives)),
      (name: .accounts, entry: (list: "Accounts", html: all + HTML(accounts))),
    ]
    return Self.lists(brand.ordered(parts))
  }

  /// Lists with their headings; pages behind another list stand under a heading of their own.
  private static func lists(_ parts: [(list: String, html: HTML)]) -> HTML {
    var html = HTML()
    var seen: [String] = []
    for (index, part) in parts.enumerated() {
      if index == 0 || parts[index - 1].list != part.list {
        let heading = seen.contains(part.list) ? "More of the report" : part.list
        seen.append(part.list)
        html += "\(index == 0 ? "" : "</ul>" as HTML)<h2>\(heading)</h2><ul>"
      }
      html += part.html
    }
    return html + "</ul>"
  }

  private func objective(
    _ result: ObjectiveResult, _ map: SiteMap, _ current: SiteMap.Target?
  ) -> HTML {
    let failing = result.checks.count { $0.verdict == .failed }
    let status = result.verdict.status
    return item(
      .objective(result.objective.id), map, current: current,
      "\(Badge.symbol(status))<span>\(result.objective.label) \(result.objective.title)</span>",
      count: """
        <span class="vh">, \(status.word), </span>\(failing)<span class="vh"> checks failing</span>
        """)
  }

  private func item(
    _ target: SiteMap.Target, _ map: SiteMap, current: SiteMap.Target?, _ label: HTML, count: HTML
  ) -> HTML {
    let mark: HTML = current == target ? " aria-current=\"page\"" : ""
    let number: HTML = count.isEmpty ? "" : "<span class=\"ct\">\(count)</span>"
    return """
      <li><a href="\(map.link(target))"\(mark)>\(label)\(number)</a></li>
      """
  }

  func breadcrumb(of page: Page) -> HTML {
    guard !page.place.isEmpty else { return "" }
    let trail = [(title: "Overview", target: SiteMap.Target.index)] + page.trail
    let links = HTML(
      trail.map { "<li><a href=\"\(page.map.link($0.target))\">\($0.title)</a></li>" })
    return """
      <nav class="crumb" aria-label="Breadcrumb"><ol>\(links)<li aria-current="page">\(page.place)</li></ol></nav>
      """
  }

  private func footer(_ map: SiteMap) -> HTML {
    """
    \(brand.branding.footer.map { "<p>\($0)</p>" } ?? "" as HTML)\
    <p>As of \(report.assessment.asOf.rfc3339)</p><p>All times are UTC</p><p>so-report \(report.version)</p>\
    <p>Report digest <span class="mono">\(report.digest)</span></p>\
    <p><a href="\(map.link(.sources))">How to check this report</a></p>
    """
  }
}
