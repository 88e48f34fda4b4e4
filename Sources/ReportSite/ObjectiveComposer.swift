import AssessmentModel
import Markdown

/// Composes the Markdown document of an objective.
///
/// Text of evidence goes in through `MarkdownText.escape`; guidance is Markdown of the catalogue;
/// notes of people are Markdown within limits, else plain text.
struct ObjectiveComposer {
  let report: Report
  let template: PageTemplate

  /// The whole document for a result over all accounts.
  func document(for result: ObjectiveResult) -> String {
    let objective = result.objective
    let parts = Self.parts(of: objective.guidance)
    let contradictions = contradictions(of: objective)
    let notes = notes(of: objective)
    let remediation = remediation(of: result)
    return template.render(
      [
        "label": objective.label,
        "title": MarkdownHeadingText.escape(objective.title),
        "summary": MarkdownText.escape(objective.summary),
        "verdict": "**\(result.verdict.status.word)**",
        "because": because(result),
        "facts": facts(of: result),
        "method": method(of: result),
        "contradictions": contradictions,
        "notes": notes,
        "wanted": parts.first,
        "checks": checks(of: result),
        "questions": questions(of: objective),
        "remediation": remediation,
        "guidance": parts.rest,
      ],
      flags: [
        "hasContradictions": !contradictions.isEmpty, "hasNotes": !notes.isEmpty,
        "hasRemediation": !remediation.isEmpty,
      ])
  }

  /// The guidance's first second-level section, and what follows it.
  private static func parts(of guidance: String) -> (first: String, rest: String) {
    let lines = guidance.split(separator: "\n", omittingEmptySubsequences: false)
    let headings = lines.indices.filter { lines[$0].hasPrefix("## ") }
    guard headings.count > 1 else { return (guidance, "") }
    return (
      lines[..<headings[1]].joined(separator: "\n"), lines[headings[1]...].joined(separator: "\n")
    )
  }

  // MARK: Verdict

  private func because(_ result: ObjectiveResult) -> String {
    switch result.rule {
    case .openFailure, .contradiction, .riskAnswer, .oneOfManyFailed:
      return "because " + Count.list(openings(of: result)) + "." + distance(of: result)
    case .nothingKnown: return "because nothing is known of any of its items."
    case .notAllKnown:
      return "because nothing is open, but of \(Count.of(result.counts.known.of, "item")) "
        + "\(result.counts.unknown) \(result.counts.unknown == 1 ? "is" : "are") not known: "
        + links(to: result.because) + "."
    case .metWithExceptions:
      return "because nothing is open; set aside: " + links(to: result.because) + "."
    case .allMet: return "because every item is known and met."
    }
  }

  private func openings(of result: ObjectiveResult) -> [String] {
    VerdictRule.allCases.compactMap { rule -> String? in
      let causes = result.because.filter { $0.rule == rule }
      guard !causes.isEmpty else { return nil }
      switch rule {
      case .openFailure:
        return Count.of(causes.count, "check fails", "checks fail") + " (" + links(to: causes) + ")"
      case .contradiction:
        return Count.of(causes.count, "answer is contradicted", "answers are contradicted")
          + " by failing checks (" + links(to: causes) + ")"
      case .riskAnswer:
        return Count.of(causes.count, "answer carries risk", "answers carry risk") + " ("
          + links(to: causes) + ")"
      case .oneOfManyFailed:
        return "one of several checks failed (" + links(to: causes) + ")"
      default: return nil
      }
    }
  }

  private func distance(of result: ObjectiveResult) -> String {
    guard let distance = result.distance else { return "" }
    let steps = [
      distance.findings > 0 ? Count.of(distance.findings, "finding") : nil,
      distance.questions > 0 ? Count.of(distance.questions, "answer") : nil,
      distance.ambiguous > 0 ? Count.of(distance.ambiguous, "ambiguous failure") : nil,
    ].compactMap(\.self)
    let next = distance.next.status.word.lowercased()
    return " It is \(Count.list(steps)) from “\(next)”."
  }

  /// Links to the checks and questions of causes, at most twelve.
  private func links(to causes: [Cause]) -> String {
    let shown = causes.prefix(12).map { link(toItem: $0.reference) }
    let rest = causes.count - shown.count
    return Count.list(shown + (rest > 0 ? ["\(rest) more"] : []))
  }

  /// A link to a check or a question by its id; plain text for anything else.
  private func link(toItem id: String) -> String {
    if report.catalogue.check(id) != nil { return checkLink(id) }
    if report.catalogue.lens.question(id) != nil {
      return questionLink(id)
    }
    return MarkdownText.escape(id)
  }

  private func checkLink(_ id: String) -> String {
    "[\(MarkdownText.escape(id))](\(map.link(.check(id))))"
  }

  private func questionLink(_ id: String) -> String {
    "[\(MarkdownText.escape(id))](\(report.link(toQuestion: id, on: map)))"
  }

  private let map = SiteMap(page: "so-1.html")

  private func facts(of result: ObjectiveResult) -> String {
    let known = result.counts.known
    let score = result.counts.score.map {
      $0.proven == $0.possible
        ? Count.percent($0.proven)
        : "\(Count.percent($0.proven)) proven, \(Count.percent($0.possible)) possible"
    }
    let statuses = result.checks.compactMap { report.assessment.securityHub[$0.check] }
    let hub = SecurityHubStatus.score(statuses).map { "\($0) %" }
    let counts = result.counts
    return """
      | What | Result |
      |---|---|
      | Known | \(known.count) of \(Count.of(known.of, "item")) |
      | Items | \(counts.met) met, \(counts.open) open, \(counts.unknown) not known, \
      \(counts.excepted) set aside, \(counts.outside) not counted |
      | Score | \(score ?? "none: nothing is known") |
      | Security Hub's own score of these checks | \(hub ?? "none: no data") |
      | Open findings | \(openFindings(result)) |
      """
  }

  private func openFindings(_ result: ObjectiveResult) -> String {
    let parts = Severity.allCases.reversed().compactMap { severity -> String? in
      result.openFindings[severity].map { "\(Count.grouped($0)) \(severity.word)" }
    }
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }

  private func method(of result: ObjectiveResult) -> String {
    "The rule is *\(result.rule.rawValue)*: \(result.rule.meaning) "
      + "[How a verdict is reached](\(map.link(.sources, fragment: "verdicts")))."
  }

  // MARK: Contradictions and notes

  private func contradictions(of objective: Objective) -> String {
    report.contradictions(objective).map { item in
      let question = report.catalogue.lens.question(item.question)
      let choice = question?.choices.first { $0.id == item.choice }?.title ?? item.choice
      let accounts = Count.list(report.names(of: item.accounts).map(MarkdownText.escape))
      let answer = "“\(MarkdownText.escape(choice))” (\(questionLink(item.question)))"
      switch (item.kind, item.isExcepted) {
      case (.contradicted, false):
        return "- The answer \(answer) is contradicted by \(checkLink(item.check)), which fails in "
          + "\(accounts). The evidence decides until one side is settled."
      case (.contradicted, true):
        return "- The answer \(answer) stands against a failure of \(checkLink(item.check)) in "
          + "\(accounts) that is set aside. It adds no risk."
      case (.understated, _):
        return "- The practice \(answer) was not selected, but \(checkLink(item.check)) passes in "
          + "\(accounts). The answer may understate what is in place."
      }
    }.joined(separator: "\n")
  }

  private func notes(of objective: Objective) -> String {
    report.notes.filter { $0.subject == objective.id }.map(\.text.quotation)
      .joined(separator: "\n\n---\n\n")
  }

  // MARK: Checks

  private func checks(of result: ObjectiveResult) -> String {
    let rows = result.checks.sorted { order($0) < order($1) }.map { item -> String in
      let check = report.catalogue.checks[item.check]
      let kind = item.isCore ? "" : " (extension)"
      return "| \(checkLink(check.id)) | \(MarkdownText.escape(check.title))\(kind) "
        + "| *\(report.severity(of: item).title)* | \(status(item)) | \(resources(item)) "
        + "| \(places(item)) |"
    }
    return """
      | Check | Title | Severity | Verdict | Resources failing | Places |
      |---|---|---|---|--:|---|
      \(rows.joined(separator: "\n"))
      """ + further(result)
  }

  /// Extension checks that evidence does not name: they count for nothing, and are listed.
  private func further(_ result: ObjectiveResult) -> String {
    let listed = Set(result.checks.map(\.check))
    let names = result.objective.extension.filter { id in
      report.catalogue.index(ofCheck: id).map { !listed.contains($0) } ?? false
    }
    if names.isEmpty { return "" }
    return "\n\nThe evidence has nothing about the extension "
      + "\(names.count == 1 ? "check" : "checks") \(Count.list(names.map(checkLink))), "
      + "so \(names.count == 1 ? "it does" : "they do") not count."
  }

  private func status(_ item: CheckItem) -> String {
    "**\(item.verdict.status(report.severity(of: item)).word)**"
  }

  /// Failing first, worst first, then what is not known, then the rest.
  private func order(_ item: CheckItem) -> Int {
    let group =
      switch item.verdict {
      case .failed: 0
      case .unknown, .partial, .notCovered, .noData: 1
      case .excepted: 2
      case .passed: 3
      case .notOffered, .retired: 4
      }
    let severity = Int(report.severity(of: item).rawValue)
    return group * 100_000 + (4 - severity) * 10_000 + item.check
  }

  private func resources(_ item: CheckItem) -> String {
    let counts = report.counts[item.check]
    if counts.all == 0 { return "–" }
    let text = "\(Count.grouped(counts.open)) of \(Count.grouped(counts.all))"
    return counts.aside > 0 ? text + ", \(counts.aside) set aside" : text
  }

  private func places(_ item: CheckItem) -> String { PlaceWords.sentence(item.places) }

  // MARK: Questions

  /// The most bytes of Markdown that the answers of an objective may take.
  private static let answerBytes = 60_000

  private func questions(of objective: Objective) -> String {
    let own = report.assessment.questions.filter { $0.objective == objective.id }
    if own.isEmpty {
      return
        "The questionnaire asks nothing about this objective; its verdict rests on checks alone."
    }
    return own.map {
      QuestionComposer(report: report, result: $0, map: map, limit: Self.answerBytes / own.count)
        .text
    }.joined(separator: "\n\n")
  }

  // MARK: Remediation

  private func remediation(of result: ObjectiveResult) -> String {
    let failing = result.checks.filter { $0.verdict == .failed }.sorted { order($0) < order($1) }
    return failing.map { item in
      let check = report.catalogue.checks[item.check]
      let open = report.openFindings(ofCheck: item.check)
      var parts = [
        "### \(MarkdownText.escape(check.id)) \(MarkdownHeadingText.escape(check.title))",
        "*\(report.severity(of: item).title)* · \(Count.of(open.count, "open finding")) · "
          + "[evidence, commands and all guidance](\(map.link(.check(check.id))))",
      ]
      parts.append(resources(open))
      for id in ["console", "effect", "effort"] {
        guard let section = check.guidance.first(where: { $0.id == id }) else { continue }
        parts.append("#### \(section.title)\n\n\(section.markdown)")
      }
      return parts.joined(separator: "\n\n")
    }.joined(separator: "\n\n")
  }
}

extension ObjectiveComposer {
  /// Open findings that an objective lists of one check; its page has all.
  private static let resourceLimit = 8

  /// The failing resources by name, place and citation, as a list.
  fileprivate func resources(_ open: ArraySlice<Int32>) -> String {
    let lines = open.prefix(Self.resourceLimit).map { index -> String in
      let finding = report.findings[Int(index)]
      let resource = report.text(finding.resource)
      let name = MarkdownText.escape(ShownText.short(resource, limit: 200, whole: "findings.csv"))
      let account = MarkdownText.escape(report.name(of: finding.account))
      return "- \(name), \(account), \(MarkdownText.escape(report.region(finding.region))) "
        + "(\(report.citation(Int(index))))"
    }
    let left = open.count - lines.count
    let more = left > 0 ? ["- and \(Count.of(left, "more resource")) on the check’s page"] : []
    return (lines + more).joined(separator: "\n")
  }
}

/// Places in words.
enum PlaceWords {
  /// Such as `failed in 2 of 12, not looked at in 1`.
  static func sentence(_ places: PlaceCounts) -> String {
    if places.total == 0 { return "none" }
    let parts = [
      places.failed > 0 ? "failed in \(places.failed)" : nil,
      places.excepted > 0 ? "set aside in \(places.excepted)" : nil,
      places.unknown > 0 ? "unknown in \(places.unknown)" : nil,
      places.passed > 0
        ? "passed in \(places.passed)"
          + (places.implied > 0 ? " (\(places.implied) implied)" : "") : nil,
      places.notCovered > 0 ? "not covered in \(places.notCovered)" : nil,
      places.noData > 0 ? "not looked at in \(places.noData)" : nil,
    ].compactMap(\.self)
    return parts.joined(separator: ", ") + " of \(places.total)"
  }
}

/// Text for the end of a heading, where Markdown takes number signs away (CommonMark 4.2).
enum MarkdownHeadingText {
  static func escape(_ text: String) -> String {
    let escaped = MarkdownText.escape(text)
    return escaped.unicodeScalars.last == "#" ? "\(escaped.dropLast())\\#" : escaped
  }
}
