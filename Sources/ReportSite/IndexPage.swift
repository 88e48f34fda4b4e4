import AssessmentModel

/// The overview: how bad it is, where, what to fix first, and what was not looked at.
struct IndexPage {
  let report: Report
  let lists: FindingLists

  private let map = SiteMap(page: "index.html")

  var page: Page {
    Page(
      path: "index.html", title: report.title, current: .index,
      content: cover + "<h1>\(report.title)</h1><p class=\"lede\">\(lede)</p>" + figures + matrix
        + summary + CareNote(report: report, map: map).html + work + "<div class=\"two\">"
        + severities + ages + scores + coverage + sources + "</div>" + accounts + reconciliation)
  }

  // MARK: Head

  private var cover: HTML {
    let evidence = report.assessment.evidence
    return """
      <div class="cover" aria-hidden="true">\(Brand(branding: evidence.branding).picture(on: map))<p>\(evidence.organisation ?? "")</p><p>\(report.title)</p>\
      <p>As of \(report.assessment.asOf.day)</p><p>\(evidence.classification ?? "")</p></div>
      """
  }

  private var results: [ObjectiveResult] { report.assessment.objectives }

  private var lede: HTML {
    let groups: [(Verdict, String)] = [
      (.high, "at high risk"), (.medium, "at medium risk"), (.low, "at low risk"),
      (.notAssessed, "not assessed"), (.notProven, "not proven"), (.met, "met"),
    ]
    let parts = groups.compactMap { verdict, words -> String? in
      let count = results.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(count) \(count == 1 ? "is" : "are") \(words)"
    }
    let contradictions = report.assessment.contradictions
      .count { $0.kind == .contradicted && !$0.isExcepted }
    let disagree: HTML =
      contradictions == 0
      ? ""
      : " \(Count.of(contradictions, "answer does", "answers do")) not agree with the evidence."
    return """
      Of \(Count.of(results.count, "security objective")) \(Count.list(parts)), \
      on \(report.assessment.asOf.day), over \(Count.of(report.accounts.count, "account")).\(disagree)
      """
  }

  private var figures: HTML {
    let high = results.count { $0.verdict == .high }
    let open = report.openBySeverity
    let items = report.items
    let failing = items.count { $0.verdict == .failed }
    let known = knownItems
    func findings(_ severity: Severity) -> HTML {
      let number = open[severity] ?? 0
      let words = "\(Count.grouped(number)) \(severity.word)"
      return number == 0
        ? "\(words)"
        : "<a href=\"\(lists.link(toOpen: severity, in: report, on: map))\">\(words)</a>"
    }
    return """
      <dl class="figs"><div><dt>Objectives at high risk</dt><dd>\(high) <small>of \(results.count)</small></dd>\
      <dd class="d"><a href="#risk">all verdicts</a></dd></div>\
      <div><dt>Checks failing</dt><dd>\(failing) <small>of \(items.count)</small></dd>\
      <dd class="d"><a href="#known">\(items.count(where: \.isGap)) not fully known</a></dd></div>\
      <div><dt>Open findings</dt><dd><a href="\(map.link(.findings))">\(Count.grouped(open.values.reduce(0, +)))</a></dd>\
      <dd class="d">\(findings(.critical)), \(findings(.high))</dd></div>\
      <div><dt>Known</dt><dd>\(known.of == 0 ? "–" : Count.percent(Double(known.count) / Double(known.of)))</dd>\
      <dd class="d">\(known.count) of <a href="#known">\(known.of) items</a></dd></div></dl>
      """
  }

  /// Checks and questions of which something is known, each counted once.
  private var knownItems: (count: Int, of: Int) {
    let questions = report.assessment.questions.filter { $0.verdict != .notApplicable }
    let known = report.items.count { !$0.isGap }
    return (
      known + questions.count { $0.verdict == .answered }, report.items.count + questions.count
    )
  }

  private var summary: HTML {
    let notes = report.notes.filter { $0.subject == "summary" }
    guard !notes.isEmpty else { return "" }
    let bodies = notes.enumerated().map { $1.text.html(idPrefix: "summary-\($0 + 1)") }
    return """
      <section id="summary"><h2>Summary of the assessors</h2>\(HTML(bodies))</section>
      """
  }

  // MARK: Risk matrix

  private static let columns: [Severity] = [.critical, .high, .medium, .low]

  private var matrix: HTML {
    let rows = HTML(results.map(matrixRow))
    let headings = HTML(Self.columns.map { "<th scope=\"col\" class=\"h\">\($0.title)</th>" })
    return """
      <section id="risk"><div class="sh"><h2>Risk by objective</h2>\
      <p class="small muted">Open findings by severity. A check may belong to several objectives, so \
      rows must not be added up. <a href="\(map.link(.sources, fragment: "verdicts"))">How a verdict is reached</a></p></div>\
      <div class="tw" tabindex="0" role="region" aria-label="Risk by objective">\
      <table class="heat"><caption class="vh">Risk by security objective: verdict, open findings by \
      severity, checks and questions</caption><thead><tr><th scope="col">Objective</th>\
      <th scope="col" class="vd">Verdict</th>\(headings)<th scope="col">Checks</th>\
      <th scope="col">Questions</th><th scope="col" class="num">Known</th></tr></thead>\
      <tbody>\(rows)</tbody></table></div></section>
      """
  }

  private func matrixRow(_ result: ObjectiveResult) -> HTML {
    let objective = result.objective
    let badge = Badge.status(result.verdict.status)
    let link = map.link(.objective(objective.id))
    let cells = HTML(Self.columns.map { cell(result, $0) })
    let checks = result.checks.filter(\.isJudged)
    let failing = checks.count { $0.verdict == .failed }
    let unknown = checks.count(where: \.isGap)
    let bar = Bar.shares(
      [
        ("f-high", failing), ("f-pass", checks.count - failing - unknown),
        ("f-none", unknown),
      ], width: 120)
    let (answered, asked) = report.answered(objective)
    let conflicts = report.contradictions(objective)
      .count { $0.kind == .contradicted && !$0.isExcepted }
    let tag: HTML =
      conflicts > 0
      ? " " + Badge.tag(Count.of(conflicts, "contradiction"), style: "warn") : ""
    let known = result.counts.known
    return """
      <tr><th scope="row"><a href="\(link)">\(objective.label) \(objective.title)</a>\
      <span class="mv">\(badge)</span></th><td class="vd">\(badge)</td>\(cells)\
      <td>\(bar)<span class="small muted"><a href="\(link)#checks">\(failing) of \(checks.count)</a> failing</span></td>\
      <td>\(asked == 0 ? "–" : "<a href=\"\(link)#questions\">\(answered) of \(asked)</a>" as HTML)\(tag)</td>\
      <td class="num nowrap">\(known.count) of \(known.of)</td></tr>
      """
  }

  /// Open findings of a column: low ones with the informational.
  private static func open(_ result: ObjectiveResult, _ severity: Severity) -> Int {
    let lesser = severity == .low ? result.openFindings[.informational] ?? 0 : 0
    return (result.openFindings[severity] ?? 0) + lesser
  }

  private func cell(_ result: ObjectiveResult, _ severity: Severity) -> HTML {
    let count = Self.open(result, severity)
    if count == 0 { return "<td class=\"h\"><span class=\"z\">0</span></td>" }
    let most = results.map { Self.open($0, severity) }.max() ?? count
    let share = Double(String(count).count) + Double(count) / Double(max(most, 1))
    let level = most <= 1 ? 2 : min(4, max(1, Int((share - 1) * 4) + 1))
    let link = map.link(.objective(result.objective.id), fragment: "checks")
    return """
      <td class="h"><a class="\(severity.style) k\(level)" href="\(link)"><span class="vh">\(severity.title): </span>\(Count.grouped(count))</a></td>
      """
  }

  // MARK: Work list

  /// The first items of the plan, in its order.
  private var work: HTML {
    let plan = report.plan
    guard !plan.items.isEmpty else { return "" }
    let steps = plan.steps.enumerated().flatMap { number, step in
      step.items.map { ($0, Optional((number: number + 1, step: step))) }
    }
    let items = (steps + plan.rest.map { ($0, nil) }).prefix(5)
    return """
      <section id="first"><div class="sh"><h2>What to fix first</h2>\
      <p class="small">In the order in which few fixes move many verdicts: \
      <a href="\(map.link(.plan))">the whole plan, \(Count.of(plan.items.count, "fix", "fixes"))</a></p></div>\
      <ol class="work">\(HTML(items.map(workItem)))</ol></section>
      """
  }

  private func workItem(
    _ item: RemediationPlan.Item, _ step: (number: Int, step: RemediationPlan.Step)?
  ) -> HTML {
    let words = PlanWords(report: report)
    let objectives = HTML(
      item.objectives.map { "<a href=\"\(map.link(.objective($0)))\">\(words.label($0))</a>" },
      separator: ", ")
    let rows = report.assessment.actions.rows.lazy.filter { row in
      report.plan.items[row.item].repair == item.repair
    }
    let moves: HTML =
      step.map { number, step in
        let together = step.items.count > 1 ? " (\(step.items.count) fixes)" : ""
        let moves = step.moves.map(words.text).joined(separator: ", ")
        return "<span>step \(number)\(together) moves \(moves)</span>"
      } ?? ""
    let age: HTML = oldest(item).map { "<span>open for up to \($0) days</span>" } ?? ""
    return """
      <li><div><h3><a href="\(words.link(to: item, on: map))">\(words.title(of: item))</a></h3>\
      <p>\(words.extent(of: item, limit: 4)).</p>\
      <p class="meta"><span>\(objectives)</span><span>\(item.id)</span>\(moves)\(age)</p></div>\
      <div class="rt">\(Badge.severity(item.severity))<span>\(words.owners(of: rows))</span></div></li>
      """
  }

  /// The most days that a finding of the item has been open.
  private func oldest(_ item: RemediationPlan.Item) -> Int? {
    guard case .check(let check) = item.repair else { return nil }
    return report.openFindings(ofCheck: check).lazy.compactMap { report.age(Int($0)) }.max()
  }

  // MARK: Charts

  private var severities: HTML {
    let open = report.openBySeverity
    let total = open.values.reduce(0, +)
    let most = open.values.max() ?? 0
    let rows = Severity.allCases.reversed().filter { $0 != .informational || open[$0] != nil }.map {
      severity -> BarRow in
      let count = open[severity] ?? 0
      let share = total == 0 ? "" : Count.percent(Double(count) / Double(total))
      return BarRow(
        label: severity.title, parts: [("f-\(severity.style)", count)], total: max(most, 1),
        value: Count.grouped(count), detail: share,
        link: count > 0 ? lists.link(toOpen: severity, in: report, on: map) : nil)
    }
    return Bar.table("Open findings by severity", id: "severity", rows: rows)
  }

  private var ages: HTML {
    let bands: [(String, Range<Int>)] = [
      ("under 30 days", 0..<30), ("30–89 days", 30..<90), ("90–179 days", 90..<180),
      ("180 days or more", 180..<Int.max),
    ]
    // The last band is that of findings without a date.
    var counts = Array(repeating: [Severity: Int](), count: bands.count + 1)
    for check in report.checks.indices {
      for index in report.openFindings(ofCheck: check) {
        let age = report.age(Int(index))
        let band = age.flatMap { age in bands.firstIndex { $0.1.contains(age) } }
        let severity = report.findings[Int(index)].severity
        counts[band ?? bands.count][severity, default: 0] += 1
      }
    }
    let sums = counts.map { $0.values.reduce(0, +) }
    let most = max(sums.dropLast().max() ?? 0, 1)
    var rows = bands.indices.map { band -> BarRow in
      let parts = Severity.allCases.reversed().map { severity in
        ("f-\(severity.style)", counts[band][severity] ?? 0)
      }
      return BarRow(
        label: bands[band].0, parts: parts, total: most, value: Count.grouped(sums[band]),
        detail: "")
    }
    let undated = sums[bands.count]
    if undated > 0 {
      rows.append(
        BarRow(
          label: "no date", parts: [("f-none", undated)], total: most,
          value: Count.grouped(undated), detail: ""))
    }
    return Bar.table("How long they have been open", id: "age", rows: rows)
  }

  /// Of each objective the share of items that is met for certain, and what it may be at most.
  private var scores: HTML {
    let rows = results.map { result -> BarRow in
      let counts = result.counts
      let all = counts.met + counts.open + counts.unknown
      let range = counts.score.map { score in
        let (least, most) = (Count.percent(score.proven), Count.percent(score.possible))
        return least == most ? least : "\(least) to \(most)"
      }
      return BarRow(
        label: result.objective.label,
        parts: [("f-pass", counts.met), ("f-may", counts.unknown), ("f-line", counts.open)],
        total: max(all, 1), value: range ?? "none", detail: range == nil ? "nothing known" : "",
        link: map.link(.objective(result.objective.id)))
    }
    return Bar.table(
      "Score, from proven to possible", id: "score", rows: rows,
      legend: [
        ("f-pass", "met"), ("f-may", "not known, never counted as met"), ("f-line", "open"),
      ])
  }

  private var coverage: HTML {
    let rows = results.map { result -> BarRow in
      let checks = result.checks.count { [.failed, .passed, .excepted].contains($0.verdict) }
      let answers = report.answered(result.objective).answered
      let known = result.counts.known
      return BarRow(
        label: result.objective.label,
        parts: [("f-link", checks), ("f-acc", answers), ("f-line", known.of - checks - answers)],
        total: max(known.of, 1),
        value: known.of == 0 ? "–" : Count.percent(Double(known.count) / Double(known.of)),
        detail: "\(known.count) of \(known.of)",
        link: map.link(.objective(result.objective.id), fragment: "verdict"))
    }
    return Bar.table(
      "How much is known", id: "known", rows: rows,
      legend: [("f-link", "Checks"), ("f-acc", "Answers"), ("f-line", "Not known")])
  }

  private var sources: HTML {
    var counts: [Source: Int] = [:]
    for (row, outcome) in zip(
      report.assessment.evidence.records.rows, report.assessment.merged.outcomes)
    where outcome != .rejected { counts[row.source, default: 0] += 1 }
    let answers = report.assessment.evidence.answers.count
    let most = max(counts.values.max() ?? 0, answers, 1)
    var rows = Source.allCases.compactMap { source -> BarRow? in
      counts[source].map {
        BarRow(
          label: source.name, parts: [("f-link", $0)], total: most, value: Count.grouped($0),
          detail: "results", link: map.link(.sources, fragment: "coverage"))
      }
    }
    rows.append(
      BarRow(
        label: "Answers", parts: [("f-acc", answers)], total: most, value: Count.grouped(answers),
        detail: "by people", link: report.link(toLogOn: map)))
    return Bar.table("Where results come from", id: "from", rows: rows)
  }

  // MARK: Accounts and reconciliation

  private var accounts: HTML {
    guard !report.accounts.isEmpty else { return "" }
    let matrix = AccountMatrix(report: report, map: map)
    let worst = report.accounts.indices.sorted { rank($0) < rank($1) }
    let shown = report.accounts.count <= Self.accountLimit ? Array(report.accounts.indices) : worst
    let rows = HTML(Array(matrix.rows(shown.prefix(Self.accountLimit))))
    let left = report.accounts.count - Self.accountLimit
    let more: HTML =
      left > 0
      ? """
      <p><a href="\(map.link(.accounts))">\(Count.of(left, "more account")), less urgent</a></p>
      """ : ""
    return """
      <section id="accounts"><div class="sh"><h2>Accounts</h2><p class="small muted">Each objective \
      judged by the account’s own results and answers.</p></div>\(matrix.table(rows))\(more)</section>
      """
  }

  /// Accounts that the overview shows; more have a page of their own.
  private static let accountLimit = 30

  /// Worst verdict first, then most open findings, then the order of numbers.
  private func rank(_ number: Int) -> (UInt8, Int, Int) {
    let entry = report.accounts[number]
    let worst = entry.results.map(\.verdict).min() ?? .met
    return (worst.rawValue, -(report.accountCounts[entry.account.id]?.open ?? 0), number)
  }

  private var reconciliation: HTML {
    let counts = report.assessment.reconciliation
    return """
      <section id="reconciliation"><h2>Every record accounted for</h2>\
      <p>\(Count.of(counts.records, "record")) in \
      <a href="\(map.link(.sources, fragment: "files"))">\(Count.of(report.assessment.evidence.files.count, "file"))</a> \
      became <a href="\(map.link(.findings))">\(Count.of(counts.unique, "finding"))</a>, each counted once\
      \(counts.isBalanced ? "" : "; the sums do not add up, please report this"). \
      <a href="\(map.link(.sources, fragment: "reconciliation"))">What became of each record</a></p></section>
      """
  }
}
