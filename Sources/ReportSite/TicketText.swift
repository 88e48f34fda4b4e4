import AssessmentModel
import Markdown

/// An item of the plan as Markdown for a ticket: why, what to change where, how, what it can break,
/// how to see that it is done, and which report says so.
///
/// Text of evidence goes in through `MarkdownText`; guidance is Markdown of the catalogue.
struct TicketText {
  let report: Report
  let item: RemediationPlan.Item
  /// The number of the step, from 1, and the step itself; nil for what moves no verdict.
  let step: (number: Int, step: RemediationPlan.Step)?

  /// Resources that a ticket lists.
  static let limit = 20

  private var words: PlanWords { PlanWords(report: report) }

  /// The whole text.
  var markdown: String {
    let body =
      switch item.repair {
      case .check(let check): parts(ofCheck: check)
      case .answer: answer
      }
    return ([heading, why] + body + [source]).joined(separator: "\n\n") + "\n"
  }

  private var heading: String {
    "# \(MarkdownText.escape(item.id)): \(MarkdownHeadingText.escape(words.title(of: item)))"
  }

  private var why: String {
    var sentences = [
      "\(item.severity.title) \(item.findings > 0 ? "severity" : "risk"): "
        + MarkdownText.escape(words.extent(of: item)) + "."
    ]
    if !item.objectives.isEmpty {
      let labels = item.objectives.map { MarkdownText.escape(words.label($0)) }
      sentences.append("It counts in \(Count.list(labels)).")
    }
    if let step {
      let moves = step.step.moves.map { MarkdownText.escape(words.text(of: $0)) }
      let others = step.step.items.filter { $0.repair != item.repair }.map(\.id)
      let shown = others.prefix(6) + (others.count > 6 ? ["\(others.count - 6) more"] : [])
      let together =
        others.isEmpty
        ? "" : " together with \(Count.list(shown.map(MarkdownText.escape)))"
      sentences.append("Step \(step.number) of the plan\(together) moves \(Count.list(moves)).")
    }
    return sentences.joined(separator: " ")
  }

  // MARK: A check

  private func parts(ofCheck index: Int) -> [String] {
    let check = report.catalogue.checks[index]
    let open = report.openFindings(ofCheck: index)
    let lines = open.prefix(Self.limit).map { line(of: Int($0)) }
    let left = open.count - lines.count
    let more = left > 0 ? ["- and \(Count.grouped(left)) more in findings.csv of the report"] : []
    let wanted = ["meaning", "console", "cli", "template", "effect", "effort", "verify"]
    let sections = wanted.compactMap { id in check.guidance.first { $0.id == id } }
    let places = "## Where\n\n" + (lines + more).joined(separator: "\n")
    let parts = sections.map { "## \($0.title)\n\n\($0.markdown)" }
    return [places] + parts
      + [check.remediation].compactMap(\.self).compactMap(SiteMap.external)
      .map { "AWS on this check: <\($0)>" }
  }

  private func line(of index: Int) -> String {
    let finding = report.findings[index]
    let resource = ShownText.short(report.text(finding.resource), limit: 200, whole: "findings.csv")
    let id = report.text(finding.account)
    let name = report.name(of: finding.account)
    let account = name == id ? id : "\(name) (\(id))"
    let since = report.since(index).map { ", open since \($0.day)" } ?? ""
    return "- \(MarkdownText.escape(resource)), \(MarkdownText.escape(account)), "
      + "\(MarkdownText.escape(report.region(finding.region)))\(since) "
      + "(\(MarkdownText.escape(report.citation(index))))"
  }

  // MARK: An answer

  private var answer: [String] {
    let question = words.question(of: item)
    let groups = Dictionary(grouping: item.shares, by: \.choices)
    let parts = groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { choices -> String in
      let accounts = (groups[choices] ?? []).map(\.account)
      let names = Count.list(report.names(of: accounts).map(MarkdownText.escape))
      let lines = choices.map { id -> String in
        let choice = question?.choices.first { $0.id == id }
        return "- \(MarkdownText.escape(choice?.title ?? id))" + Self.improvement(choice)
      }
      return "In \(names):\n\n\(lines.joined(separator: "\n"))"
    }
    return [
      "## Practices that are missing", parts.joined(separator: "\n\n"),
      "## How to see that it is done\n\nAnswer the question anew, with author and date, and put "
        + "the answer beside the evidence of the next report.",
    ]
  }

  private static func improvement(_ choice: Question.Choice?) -> String {
    guard let plan = choice?.improvement else { return "" }
    let link = plan.url.flatMap(SiteMap.external).map { " <\($0)>" } ?? ""
    return ": \(MarkdownText.escape(plan.text))\(link)"
  }

  // MARK: Source

  private var source: String {
    let page =
      switch item.repair {
      case .check: SiteMap.path(.check(item.id))
      case .answer: SiteMap.path(.questions, number: report.questionPages[item.id] ?? 1)
      }
    return """
      ## Source

      \(MarkdownText.escape(report.title)), as of \(report.assessment.asOf.rfc3339) (UTC), page \
      \(page). Report digest \(report.digest), so-report \(report.version).
      """
  }
}
