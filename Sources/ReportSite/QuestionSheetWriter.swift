import AssessmentModel

/// Writes a question for people who read: its answers with author, date and note, what disagrees
/// with them, and what would lower the risk.
struct QuestionSheetWriter {
  let report: Report

  private let map = SiteMap(page: SiteMap.path(.questions))

  /// The most bytes that the answers to one question may take; one at least is shown.
  private static let answerBytes = 40_000

  func sheet(_ result: QuestionResult) -> HTML {
    let question = result.question
    let anchor = AnchorName.question(question.id)
    let blocks = AnswerBlock.blocks(of: result)
    let answers = Page.fitting(
      blocks.lazy.map { answer($0, of: result) }, limit: Self.answerBytes
    ) { $0.byteCount }
    let left = blocks.count - answers.count
    let more: HTML =
      left > 0
      ? "<p>\(Count.of(left, "further answer")) of other accounts in report.json.</p>" : ""
    let help: HTML =
      question.description.isEmpty ? "" : question.guidance.html(idPrefix: "help-\(anchor)")
    return """
      <div class="q" id="\(anchor)"><div class="qh"><h3><span class="id mono">\(question.id)</span>\(question.title)</h3>\
      \(Badge.status(result.status))</div>\(help)\(conflicts(question))\(HTML(answers))\(more)\
      \(improvements(result))\(SupportingNote(report: report, question: question.id).html)</div>
      """
  }

  private func answer(_ block: AnswerBlock, of result: QuestionResult) -> HTML {
    let outcomes = HTML(
      block.groups.map { group -> HTML in
        let names = Count.list(report.names(of: group.accounts))
        return "<li><b>\(names)</b> \(Badge.status(group.status))</li>"
      })
    let head: HTML =
      block.isWhole(of: report.accounts.count) ? "" : "<ul class=\"outcomes\">\(outcomes)</ul>"
    guard let index = block.answer else {
      return """
        <div class="qa"><div>\(head)\(choices(of: result, selected: [], block))</div>\
        <div><p class="muted">No answer is in the evidence.</p></div></div>
        """
    }
    let answer = report.assessment.evidence.answers[index]
    let note: HTML =
      answer.note.map { "<blockquote><p>\(lines(of: AnswerWords.note($0)))</p></blockquote>" } ?? ""
    let provenance = AnswerWords.provenance(answer, files: report.assessment.evidence.files)
    let body: HTML =
      if !answer.isApplicable {
        "<p>Marked as not applicable.</p>"
      } else if answer.isRiskOnly {
        "<p>\(AnswerWords.riskOnly)</p>"
      } else {
        choices(of: result, selected: answer.choices, block)
      }
    return """
      <div class="qa"><div>\(head)\(body)</div>\
      <div>\(note)<p class="small muted">\(provenance)</p></div></div>
      """
  }

  /// A text whose line ends stay: the style sheet keeps them where a note stands.
  private func lines(of text: String) -> HTML {
    HTML(
      text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { "\($0)" as HTML },
      separator: "\n")
  }

  private func choices(
    of result: QuestionResult, selected: [String], _ block: AnswerBlock
  ) -> HTML {
    let items = result.question.choices.map { choice -> HTML in
      let isSelected = selected.contains(choice.id)
      let accounts = report.names(of: block.contradicting(choice.id))
      let tag: HTML =
        accounts.isEmpty
        ? "" : " \(Badge.tag("contradicted in \(Count.list(accounts))", style: "warn"))"
      return """
        <li class="\(isSelected ? "" : "no")"><svg class="g" aria-hidden="true"><use href="#\(isSelected ? "boxon" : "box")"/></svg>\
        <span>\(choice.title)\(tag)<span class="vh"> (\(isSelected ? "selected" : "not selected"))</span></span></li>
        """
    }
    let known = Set(result.question.choices.map(\.id))
    let others = selected.filter { !known.contains($0) }.prefix(20).map { id -> HTML in
      """
      <li><svg class="g" aria-hidden="true"><use href="#boxon"/></svg><span>\
      \(ShownText.short(id, limit: 120, whole: "its file")) \
      \(Badge.tag("not a choice of this version of the lens", style: "warn"))\
      <span class="vh"> (selected)</span></span></li>
      """
    }
    return "<ul class=\"ch\">\(HTML(items))\(HTML(others))</ul>"
  }

  private func conflicts(_ question: Question) -> HTML {
    let own = report.assessment.contradictions.filter { $0.question == question.id }
    return HTML(
      own.map { item -> HTML in
        let choice = question.choices.first { $0.id == item.choice }?.title ?? item.choice
        let accounts = Count.list(report.names(of: item.accounts))
        let link: HTML = "<a href=\"\(map.link(.check(item.check)))\">\(item.check)</a>"
        return switch (item.kind, item.isExcepted) {
        case (.contradicted, false):
          """
          <div class="note warn"><b>Answer and evidence disagree</b><p>“\(choice)” was selected, but \
          \(link) fails in \(accounts). The evidence decides until one side is settled.</p></div>
          """
        case (.contradicted, true):
          """
          <div class="note acc"><b>Answer and an accepted failure disagree</b><p>“\(choice)” was \
          selected; \(link) fails in \(accounts), and that failure is set aside. It adds no risk.</p></div>
          """
        case (.understated, _):
          """
          <div class="note"><b>The answer may say too little</b><p>“\(choice)” was not selected, but \
          \(link) passes in \(accounts).</p></div>
          """
        }
      })
  }

  /// What to do about choices that were not selected, where there is risk.
  private func improvements(_ result: QuestionResult) -> HTML {
    guard let risk = result.risk, risk > .none else { return "" }
    let answers = result.accounts.compactMap(\.answer).map {
      report.assessment.evidence.answers[$0]
    }
    let missing = Set(answers.flatMap(\.improvements))
    let isTold = answers.contains { !$0.isRiskOnly }
    let selected = Set(answers.flatMap(\.choices))
    let plans = result.question.choices.filter { choice in
      // Where no answer tells its choices, those that the tool names are known to be missing.
      let isOpen = isTold || missing.isEmpty ? !selected.contains(choice.id) : false
      return (isOpen || missing.contains(choice.id)) && !choice.isNone
    }
    .compactMap { choice -> HTML? in
      guard let plan = choice.improvement else { return nil }
      let link: HTML =
        plan.url.map { url in
          SiteMap.external(url).map {
            " <a href=\"\($0)\" rel=\"noopener noreferrer\">AWS documentation</a>"
          } ?? " \(url)"
        } ?? ""
      return "<li><b>\(choice.title)</b> \(plan.text)\(link)</li>"
    }
    guard !plans.isEmpty else { return "" }
    return """
      <details class="x lower"><summary>What would lower the risk</summary><div><ul>\(HTML(plans))</ul></div></details>
      """
  }
}
