import AssessmentModel

/// How verdicts go from step to step: a chart of how many stand where, and each objective's way.
struct PlanProgress {
  let report: Report
  let map: SiteMap
  /// The page of each step, by its index.
  let pages: [Int]

  private var plan: RemediationPlan { report.plan }
  private var words: PlanWords { PlanWords(report: report) }

  var html: HTML { plan.steps.isEmpty ? ways : chart + ways }

  // MARK: Chart

  private static let parts: [(style: String, word: String, verdicts: [Verdict])] = [
    ("f-high", "High", [.high]), ("f-med", "Medium", [.medium]),
    ("f-low", "Low", [.low]), ("f-none", "Not proven", [.notAssessed, .notProven]),
    ("f-pass", "No risk", [.met]),
  ]

  /// How many objectives have each verdict, today and after each step: a bar and its numbers.
  private var chart: HTML {
    let heads = HTML(
      Self.parts.map { part -> HTML in
        """
        <th scope="col" class="num"><svg class="key" viewBox="0 0 12 12" aria-hidden="true">\
        <rect class="\(part.style)" width="12" height="12" rx="2"/></svg> \(part.word)</th>
        """
      })
    let steps = plan.steps.enumerated().map { number, step in
      row(
        "<a href=\"\(link(toStep: number))\">Step \(number + 1)</a>",
        fixes: Count.of(step.items.count, "fix", "fixes"), step.verdicts)
    }
    return """
      <section id="progress"><h2>Verdicts, step by step</h2><table class="bars steps">\
      <caption class="vh">How many objectives have each verdict, today and after each step</caption>\
      <thead><tr><th scope="col">After</th><td></td>\(heads)</tr></thead>\
      <tbody>\(row("Today", fixes: "", plan.before))\(HTML(steps))</tbody></table></section>
      """
  }

  private func row(_ label: HTML, fixes: String, _ verdicts: [Verdict]) -> HTML {
    let counts = Self.parts.map { part in verdicts.count { part.verdicts.contains($0) } }
    let cells = HTML(
      counts.map { count -> HTML in
        count == 0
          ? "<td class=\"num muted\">0</td>" : "<td class=\"num\"><b>\(count)</b></td>"
      })
    return """
      <tr><th scope="row">\(label) <span class="muted fx-n">\(fixes)</span></th>\
      <td><svg aria-hidden="true">\(bars(counts))</svg></td>\(cells)</tr>
      """
  }

  /// Parts of a bar, their widths in hundredths of its width, rounded down.
  private func bars(_ counts: [Int]) -> HTML {
    let total = max(counts.reduce(0, +), 1)
    var start = 0
    var bars = HTML()
    for (part, count) in zip(Self.parts, counts) where count > 0 {
      let (from, to) = (start * 1000 / total, (start + count) * 1000 / total)
      bars += """
        <rect class="\(part.style)" x="\(Self.percent(from))" y="2" width="\(Self.percent(to - from))" height="14"/>
        """
      start += count
    }
    return bars
  }

  private static func percent(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)%" }

  // MARK: Ways

  private var ways: HTML {
    let rows = report.catalogue.objectives.enumerated().map { index, objective -> [HTML] in
      [
        "<a href=\"\(map.link(.objective(objective.id)))\">\(objective.label) \(objective.title)</a>",
        Badge.status(plan.before[index].status), way(of: index), end(of: index),
      ]
    }
    let table = Table(
      label: "The way of each verdict",
      columns: [.init("Objective"), .init("Today"), .init("With the plan"), .init("Then")],
      rows: rows)
    return """
      <section id="ways"><div class="sh"><h2>The way of each verdict</h2>\
      <p class="small muted">Judged again after every step by the <a href="\(map.link(.sources, fragment: "verdicts"))">same rules</a>, \
      with the open findings of the fixes so far passed.</p></div>\(table.html)</section>
      """
  }

  private func way(of objective: Int) -> HTML {
    let moves = plan.steps.enumerated().flatMap { number, step in
      step.moves.filter { $0.objective == objective }.map { (number, $0) }
    }
    if moves.isEmpty { return "<span class=\"muted\">no step moves it</span>" }
    return HTML(
      moves.map { number, move -> HTML in
        """
        <span class="way"><a href="\(link(toStep: number))">step \(number + 1)</a> \
        \(Badge.status(move.to.status))</span>
        """
      }, separator: " ")
  }

  private func link(toStep number: Int) -> String {
    map.link(
      .plan, number: pages.indices.contains(number) ? pages[number] : 1,
      fragment: "step-\(number + 1)")
  }

  /// What holds the verdict when the plan is done.
  private func end(of objective: Int) -> HTML {
    if let obstacle = plan.obstacles[objective] { return "held by \(words(of: obstacle))" }
    let unknown = report.assessment.objectives[objective].counts.unknown
    switch plan.after[objective] {
    case .met: return "–"
    case .notAssessed, .notProven:
      return """
        held by <a href="\(map.link(.gaps))">what is not known</a>\
        \(unknown > 0 ? ", \(Count.of(unknown, "item")) today" : "")
        """
    case .high, .medium, .low: return "no fix of the plan moves it"
    }
  }

  private func words(of obstacle: RemediationPlan.Obstacle) -> HTML {
    switch obstacle {
    case .ambiguous(let checks):
      return "a failure that stands for \(checks), until evidence names which"
    case .answer(let id):
      return """
        the answer to <a href="\(report.link(toQuestion: id, on: map))">\(id)</a>, \
        for which the rules have no better risk
        """
    }
  }
}
