import AssessmentModel

/// What to fix, in which order and by when: steps with their verdicts, work with a date, and the
/// improvement plans of what answers leave out.
struct PlanPage {
  let report: Report

  private let map = SiteMap(page: SiteMap.path(.plan))
  private var plan: RemediationPlan { report.plan }
  private var words: PlanWords { PlanWords(report: report) }

  /// The first page has the figures, the chart and the work with a date; steps, the rest and
  /// improvement plans follow, on further pages where they are long.
  var pages: [Page] {
    let work = PlanWork(report: report, map: map).html
    let blocks = steps + rest + improvements
    let firstLimit = max(Page.rowBytes - work.byteCount - 40_000, 60_000)
    var filling = Page.Filling(first: firstLimit)
    let numbers = blocks.map { filling.page(of: $0.html) }
    var stepPages: [Int] = []
    for (block, number) in zip(blocks, numbers) where block.startsStep { stepPages.append(number) }
    let progress = PlanProgress(report: report, map: map, pages: stepPages).html
    let improving = zip(blocks, numbers).first { $0.0.startsImprovements }?.1
    var parts = Array(repeating: HTML(), count: numbers.last ?? 1)
    for (block, number) in zip(blocks, numbers) {
      if parts[number - 1].isEmpty { parts[number - 1] = block.continuation }
      parts[number - 1] += block.html
    }
    let isFilled = PlanWork(report: report, map: map).summary != nil
    parts[0] = head(improvementsOn: improving) + progress + (isFilled ? work : "") + parts[0]
    if !isFilled { parts[parts.count - 1] += work }
    let count = parts.count
    return parts.enumerated().map { index, part in
      var page = Page.single(
        index + 1, of: count, .plan, title: "Plan", place: "Plan"
      ) { pager in
        (index == 0 ? part : "<h1>Plan</h1>" + pager.above + part) + pager.below
      }
      page.scripts = [.pageScript("plan")]
      return page
    }
  }

  /// A part that stays together on one page.
  private struct Block {
    let html: HTML
    /// Headings for a page that begins with it.
    var continuation = HTML()
    var startsStep = false
    var startsImprovements = false
  }

  // MARK: Head

  private func head(improvementsOn page: Int?) -> HTML {
    """
    <h1>Plan</h1><p class="lede">\(lede)</p>\(figures)\
    <p class="noprint"><a class="btn" href="\(map.link(.planCSV))" download="plan.csv">plan.csv, to fill in</a></p>\(explanation(page))
    """
  }

  private var lede: HTML {
    let items = plan.steps.flatMap(\.items).count
    guard let first = plan.steps.first else {
      return plan.items.isEmpty
        ? "Nothing is open, so there is nothing to fix." : "No fix moves a verdict by itself."
    }
    let moving = Set(plan.steps.flatMap(\.moves).map(\.objective)).count
    return """
      \(Count.of(items, "fix", "fixes")) in \(Count.of(plan.steps.count, "step")) \
      \(items == 1 ? "brings" : "bring") \(Count.of(moving, "objective")) to a better verdict. \
      The first step \(first.items.count == 1 ? "is one fix and" : "takes \(first.items.count) fixes and") \
      moves \(Count.list(first.moves.map(words.text))).
      """
  }

  private var figures: HTML {
    let inSteps = plan.steps.flatMap(\.items)
    let closed = inSteps.reduce(0) { $0 + $1.findings }
    let high = [plan.before, plan.after].map { verdicts in verdicts.count { $0 == .high } }
    let work = PlanWork(report: report, map: map)
    let resources = plan.items.reduce(0) { $0 + $1.findings }
    return """
      <dl class="figs"><div><dt>Fixes</dt><dd>\(plan.items.count)</dd>\
      <dd class="d">\(inSteps.count) of them move verdicts</dd></div>\
      <div><dt>Objectives at high risk</dt><dd>\(high[0]) → \(high[1])</dd>\
      <dd class="d">today and with the plan</dd></div>\
      <div><dt>Open findings closed</dt><dd>\(Count.grouped(closed))</dd>\
      <dd class="d">of \(Count.grouped(resources)) in the plan</dd></div>\
      <div><dt>Overdue</dt><dd>\(work.summary == nil ? "0" : "<a href=\"#work\">\(work.overdue)</a>" as HTML)</dd>\
      <dd class="d">\(work.summary ?? "nothing has a date yet")</dd></div></dl>
      """
  }

  private func explanation(_ improvements: Int?) -> HTML {
    let link: HTML =
      improvements.map { page in
        """
         Below the fixes stand the \
        <a href="\(map.link(.plan, number: page, fragment: "improvements"))">improvement plans of choices \
        not selected</a>.
        """
      } ?? ""
    return """
      <p class="small muted">A fix is one check that passes wherever it fails now, or the practices that \
      an answer with risk lacks. A step is the smallest set of fixes that brings an objective to its next \
      better verdict; the step that moves most verdicts for each fix comes first, where one at high risk \
      weighs as much as two at medium and four at low risk. Between equals the more severe comes first, \
      then the one that closes more findings. Effort is what the guidance of the check says of one \
      account or resource; no sum is made of it.\(link)</p>
      """
  }

  // MARK: Steps

  private var anchors: [String] {
    AnchorName.unique(plan.items.map { "fix-\(SiteMap.fileName($0.id))" })
  }

  private var rowsByItem: [Int: [ActionPlan.Row]] {
    Dictionary(grouping: report.assessment.actions.rows, by: \.item)
  }

  private var steps: [Block] {
    let (anchors, rows) = (anchors, rowsByItem)
    var number = 0
    return plan.steps.enumerated().flatMap { index, step in
      step.items.enumerated().map { position, item in
        number += 1
        let block = PlanItemBlock(
          report: report, map: map, item: item, number: number, rows: rows[number - 1] ?? [],
          step: (index + 1, step), anchor: anchors[number - 1])
        let title: HTML = index == 0 ? "<h2 class=\"part\" id=\"first\">What to fix first</h2>" : ""
        return position == 0
          ? Block(
            html: title + heading(step, index + 1) + block.html,
            continuation: index == 0 ? "" : continued, startsStep: true)
          : Block(
            html: block.html,
            continuation: continued
              + "<h3 class=\"stp\">Step \(index + 1), continued</h3>")
      }
    }
  }

  private let continued: HTML = "<h2 class=\"part\">What to fix first, continued</h2>"

  private func heading(_ step: RemediationPlan.Step, _ number: Int) -> HTML {
    let moves = HTML(
      step.moves.map { move -> HTML in
        let objective = report.catalogue.objectives[move.objective]
        return """
          <li><a href="\(map.link(.objective(objective.id)))">\(objective.label) \(objective.title)</a> \
          \(Badge.status(move.from.status)) <span aria-hidden="true">→</span><span class="vh"> becomes </span> \
          \(Badge.status(move.to.status))</li>
          """
      })
    let findings = step.items.reduce(0) { $0 + $1.findings }
    let together = step.items.count > 1 ? "together they move" : "it moves"
    return """
      <h3 class="stp" id="step-\(number)">Step \(number)</h3><p>\
      \(Count.of(step.items.count, "fix", "fixes")), \(Count.of(findings, "open finding")) closed; \(together)</p>\
      <ul class="moves">\(moves)</ul>
      """
  }

  private var rest: [Block] {
    guard !plan.rest.isEmpty else { return [] }
    let (anchors, rows) = (anchors, rowsByItem)
    let start = plan.items.count - plan.rest.count
    let title: HTML = """
      <h2 class="part" id="rest">What else is open</h2><p>After the steps, these fixes move no verdict. The worst \
      stand first.</p>
      """
    return plan.rest.enumerated().map { offset, item in
      let block = PlanItemBlock(
        report: report, map: map, item: item, number: start + offset + 1,
        rows: rows[start + offset] ?? [], step: nil, anchor: anchors[start + offset])
      return offset == 0
        ? Block(html: title + block.html)
        : Block(
          html: block.html, continuation: "<h2 class=\"part\">What else is open, continued</h2>")
    }
  }

  private var improvements: [Block] {
    let unanswered = report.assessment.questions.count { $0.verdict == .unanswered }
    let open: HTML =
      unanswered == 0
      ? ""
      : """
       \(Count.of(unanswered, "question")) \(unanswered == 1 ? "has" : "have") no answer: \
      <a href="\(map.link(.questions))">questionnaire</a>.
      """
    let title: HTML = """
      <h2 class="part" id="improvements">Improvement plans of choices not selected</h2><p>What the questionnaire \
      advises where an answer leaves a practice out, with risk or without.\(open)</p>
      """
    return PlanImprovements(report: report, map: map).blocks.enumerated().map { index, block in
      index == 0
        ? Block(html: title + block, startsImprovements: true)
        : Block(
          html: block,
          continuation:
            "<h2 class=\"part\">Improvement plans of choices not selected, continued</h2>")
    }
  }
}
