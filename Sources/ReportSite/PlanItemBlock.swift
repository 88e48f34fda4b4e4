import AssessmentModel
import Markdown

/// One item of the plan: what closes, where, whose it is, what it takes and can break, its ticket.
struct PlanItemBlock {
  let report: Report
  let map: SiteMap
  let item: RemediationPlan.Item
  /// From 1, in the order of the plan.
  let number: Int
  let rows: [ActionPlan.Row]
  let step: (number: Int, step: RemediationPlan.Step)?
  let anchor: String

  /// Rows of plan.csv that an item shows.
  private static let rowLimit = 12

  private var words: PlanWords { PlanWords(report: report) }

  /// Below the heading of a step stands one of the fourth level, else of the third.
  var html: HTML {
    let title: HTML = """
      <span class="no">\(number)</span> \
      <a href="\(words.link(to: item, on: map))">\(words.title(of: item))</a>
      """
    let heading: HTML = step == nil ? "<h3>\(title)</h3>" : "<h4>\(title)</h4>"
    return """
      <article class="fix" id="\(anchor)"><div class="fh">\(heading)\
      \(Badge.severity(item.severity))</div>\
      <p><span class="mono small">\(item.id)</span> · \(words.extent(of: item)).</p>\
      \(practices)<dl class="facts">\(facts)</dl>\(work)\(ticket)</article>
      """
  }

  // MARK: Facts

  private var facts: HTML {
    let objectives = HTML(
      item.objectives.map { "<a href=\"\(map.link(.objective($0)))\">\(words.label($0))</a>" },
      separator: ", ")
    var items: [(String, HTML)] = [
      ("Counts in", item.objectives.isEmpty ? "no objective" : objectives),
      ("Owner", "\(words.owners(of: rows))"),
    ]
    for (id, label) in [("effort", "Effort"), ("effect", "What it can break")] {
      guard let section = words.guidance(id, of: item) else { continue }
      items.append((label, markdown(section.markdown, id)))
    }
    return HTML(items.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })
  }

  private func markdown(_ text: String, _ id: String) -> HTML {
    var style = MarkdownStyle.report
    style.sections = false
    style.headingID = { [anchor] _, text in "\(anchor)-\(id)-\(MarkdownStyle.slug(text))" }
    return HTML(trusted: MarkdownDocument(parsing: text).html(style))
  }

  /// The choices of an answer that are to be done, with the accounts that lack them.
  private var practices: HTML {
    guard let question = words.question(of: item) else { return "" }
    let lines = question.choices.compactMap { choice -> HTML? in
      let accounts = item.shares.filter { $0.choices.contains(choice.id) }.map(\.account)
      guard !accounts.isEmpty else { return nil }
      return PlanImprovements.line(choice, in: accounts, report)
    }
    return "<ul>\(HTML(lines))</ul>"
  }

  // MARK: What people wrote

  private var work: HTML {
    let filled = rows.filter { $0.entry?.isFilled == true }
    guard !filled.isEmpty else { return "" }
    let lines = filled.prefix(Self.rowLimit).map { row in
      "<li><b>\(report.name(of: row.share.account))</b>: \(PlanWork.words(of: row, report))</li>"
        as HTML
    }
    let left = filled.count - lines.count
    let more: HTML = left > 0 ? "<li>and \(Count.of(left, "more account")) in plan.csv</li>" : ""
    return "<ul class=\"small\">\(HTML(lines))\(more)</ul>"
  }

  private var ticket: HTML {
    let text = TicketText(report: report, item: item, step: step).markdown
    return """
      <div class="ticket noprint"><details class="x"><summary>Ticket text<span class="vh"> for \(item.id)</span></summary>\
      <pre tabindex="0">\(text)</pre></details></div>
      """
  }
}
