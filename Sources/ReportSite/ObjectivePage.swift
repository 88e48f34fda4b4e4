import AssessmentModel
import Markdown

/// The page of an objective: its Markdown document, rendered, with figures added at its top.
struct ObjectivePage {
  let report: Report
  let result: ObjectiveResult
  let document: String

  var page: Page {
    let objective = result.objective
    return Page(
      path: SiteMap.path(.objective(objective.id)),
      title: "\(objective.label) \(objective.title)", place: objective.label,
      current: .objective(objective.id),
      content: HTML(trusted: MarkdownDocument(parsing: document).html(style)) + neighbours)
  }

  private var style: MarkdownStyle {
    var style = MarkdownStyle.report
    style.insertions = ["top": figures.markup]
    let sections = Set(
      MarkdownDocument(parsing: document).headings().filter { $0.level == 2 }
        .map { MarkdownStyle.slug($0.text) })
    style.headingID = { level, text in
      if level == 1 { return "top" }
      let first = text.split(separator: " ").first.map(String.init) ?? text
      if level == 3, first.contains(".") { return AnchorName.free(SiteMap.fileName(first)) }
      if level == 3, first.contains("_") { return AnchorName.question(first) }
      let slug = AnchorName.free(MarkdownStyle.slug(text))
      // A heading of a note never takes the name of a section that others link to.
      return level > 2 && sections.contains(slug) ? "about-\(slug)" : slug
    }
    return style
  }

  private var figures: HTML {
    let judged = result.checks.filter(\.isJudged)
    let failing = judged.count { $0.verdict == .failed }
    let open = result.openFindings.values.reduce(0, +)
    let (answered, asked) = report.answered(result.objective)
    let contradictions = report.contradictions(result.objective)
      .count { $0.kind == .contradicted && !$0.isExcepted }
    let known = result.counts.known
    return """
      <dl class="figs"><div><dt>Verdict</dt><dd>\(Badge.status(result.verdict.status))</dd>\
      <dd class="d">\(known.count) of \(known.of) items known</dd></div>\
      <div><dt>Checks failing</dt><dd><a href="#checks">\(failing)</a> <small>of \(judged.count)</small></dd>\
      <dd class="d">\(Count.of(result.counts.unknown, "item")) not known</dd></div>\
      <div><dt>Open findings</dt><dd>\(Count.grouped(open))</dd>\
      <dd class="d">\(severities)</dd></div>\
      <div><dt>Questions answered</dt><dd><a href="#questions">\(answered)</a> <small>of \(asked)</small></dd>\
      <dd class="d">\(Count.of(contradictions, "contradiction"))</dd></div></dl>
      """
  }

  private var severities: String {
    let parts = Severity.allCases.reversed().compactMap { severity in
      result.openFindings[severity].map { "\(Count.grouped($0)) \(severity.word)" }
    }
    return parts.isEmpty ? "none open" : parts.joined(separator: ", ")
  }

  private var neighbours: HTML {
    let all = report.assessment.objectives.map(\.objective)
    guard let index = all.firstIndex(where: { $0.id == result.objective.id }) else { return "" }
    let map = SiteMap(page: SiteMap.path(.objective(result.objective.id)))
    func link(_ number: Int, _ word: String) -> HTML {
      guard all.indices.contains(number) else { return "<span></span>" }
      let other = all[number]
      return """
        <a href="\(map.link(.objective(other.id)))"><small>\(word)</small>\(other.label) \(other.title)</a>
        """
    }
    let twin = map.link(.objectiveMarkdown(result.objective.id))
    return """
      <p class="small noprint"><a href="\(twin)">This page as Markdown</a> · \
      <a href="\(map.link(.workpaper(result.objective.id)))">Workpaper to print and sign</a></p>\
      <nav class="pn" aria-label="Objectives">\(link(index - 1, "Previous"))\(link(index + 1, "Next"))</nav>
      """
  }
}

extension MarkdownStyle {
  /// The style of the report's pages: sections, stacking tables, badges for statuses and severities.
  static var report: MarkdownStyle {
    var style = MarkdownStyle()
    style.sections = true
    style.tableClass = "stack"
    style.tableRoles = true
    style.strong = { word in
      if word == "Failing" { return Badge.status(CheckVerdict.failed.status(.high)).markup }
      return Status.byWord[word].map { Badge.status($0).markup }
    }
    style.emphasis = { word in
      Severity.allCases.first { $0.title == word }.map { Badge.severity($0).markup }
    }
    return style
  }
}
