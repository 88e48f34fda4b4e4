import AssessmentModel

/// The questionnaire: questions by objective with answers, and the log of all answers.
struct QuestionsPage {
  let report: Report

  private let map = SiteMap(page: SiteMap.path(.questions))

  /// The most bytes that the answers to one question may take; one at least is shown.
  private static let answerBytes = 40_000

  /// The questions and behind them the log of answers, on one page where they fit.
  var pages: [Page] {
    let asked = sections
    let log = logParts(first: Page.rowBytes - (asked.last?.byteCount ?? 0))
    var parts = asked.isEmpty ? [HTML()] : asked
    parts[parts.count - 1] += log[0]
    parts += log.dropFirst()
    return Page.list(.questions, title: "Questionnaire", place: "Questionnaire", parts: parts) {
      part, _, pager in head + pager.above + part + pager.below
    }
  }

  /// The page on which each question stands, by its id.
  var pageNumbers: [String: Int] {
    var filling = Page.Filling()
    return Dictionary(
      questions.map { ($0.question.id, filling.page(of: question($0))) },
      uniquingKeysWith: { first, _ in first })
  }

  private var questions: [QuestionResult] { report.assessment.questions }

  private var head: HTML {
    let applicable = questions.filter { $0.verdict != .notApplicable }
    let answered = applicable.count { $0.verdict == .answered }
    return """
      <h1>Questionnaire</h1><p class="lede">\(answered) of \(Count.of(applicable.count, "question")) \
      answered. Questions come from the custom lens “\(report.catalogue.lens.name)”.</p>
      """
  }

  /// The questions of each page, by objective.
  private var sections: [HTML] {
    let pages = Dictionary(grouping: questions) { report.questionPages[$0.question.id] ?? 1 }
    return pages.keys.sorted().map { page in
      let own = pages[page] ?? []
      return HTML(report.catalogue.objectives.map { section(of: $0, asking: own) })
        + HTML(report.catalogue.unmappedPillars.map { section(of: $0, asking: own) })
    }
  }

  private func section(of objective: Objective, asking all: [QuestionResult]) -> HTML {
    let own = all.filter { $0.objective == objective.id }
    guard !own.isEmpty else { return "" }
    return """
      <section class="long" id="\(objective.id)"><h2><a href="\(map.link(.objective(objective.id)))">\(objective.label) \(objective.title)</a></h2>\
      \(HTML(own.map(question)))</section>
      """
  }

  /// A pillar of a user's lens that belongs to no objective.
  private func section(of pillar: Lens.Pillar, asking all: [QuestionResult]) -> HTML {
    let ids = Set(pillar.questions.map(\.id))
    let own = all.filter { $0.objective.isEmpty && ids.contains($0.question.id) }
    guard !own.isEmpty else { return "" }
    return """
      <section class="long"><h2>\(pillar.name)</h2><p class="small muted">This pillar of the lens \
      belongs to no objective: its answers decide no verdict.</p>\(HTML(own.map(question)))</section>
      """
  }

  private func question(_ result: QuestionResult) -> HTML {
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
      \(Badge.status(result.status))</div>\(help)\(HTML(answers))\(more)\(conflicts(question))\
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
        \(head)<p class="muted">No answer is in the evidence.</p>\
        \(choices(of: result, selected: [], block))
        """
    }
    let answer = report.assessment.evidence.answers[index]
    let note: HTML =
      answer.note.map { "<blockquote><p>\(AnswerWords.note($0))</p></blockquote>" } ?? ""
    let provenance = AnswerWords.provenance(answer, files: report.assessment.evidence.files)
    let body: HTML =
      if !answer.isApplicable {
        "<p>Marked as not applicable.</p>"
      } else if answer.isRiskOnly {
        "<p>\(AnswerWords.riskOnly)</p>"
      } else {
        choices(of: result, selected: answer.choices, block)
      }
    return "\(head)\(body)<p class=\"small muted\">\(provenance)</p>\(note)"
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
    return "<ul class=\"ch\">\(HTML(items))</ul>"
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
      <details class="x"><summary>What would lower the risk</summary><div><ul>\(HTML(plans))</ul></div></details>
      """
  }

  /// The log of answers, cut into pages; the first stands below the questions.
  private func logParts(first: Int) -> [HTML] {
    let evidence = report.assessment.evidence
    guard !evidence.answers.isEmpty else {
      return [
        """
        <section id="log"><h2>Log of answers</h2><p>No answer is in the evidence. Put a file into \
        answers/ of the assessment folder; <code>so-report init</code> writes one to fill in.</p></section>
        """
      ]
    }
    let rows = zip(evidence.answers, report.assessment.answerOutcomes).map { answer, outcome in
      logRow(answer, outcome)
    }
    let table = Table(
      label: "Log of answers",
      columns: ["Question", "Date", "Author", "Accounts", "Outcome", "Source"].map {
        Table.Column($0)
      }, rows: rows)
    return Page.packed(table.bodyRows, first: max(first, 20_000)).map {
      """
      <section class="long" id="log"><h2>Log of answers</h2>\(table.html(around: $0))</section>
      """
    }
  }

  private func logRow(_ answer: Answer, _ outcome: Outcome) -> [HTML] {
    func short(_ text: String) -> String {
      ShownText.short(text, limit: 200, whole: "the file")
    }
    let accounts = answer.accounts.map { $0.joined(separator: ", ") } ?? "all in scope"
    let file = report.assessment.evidence.files[answer.file].name
    return [
      "<span class=\"mono\">\(short(answer.question))</span>", "\(answer.date?.day ?? "undated")",
      "\(answer.author.map(short) ?? "–")", "\(short(accounts))", "\(outcome.word)",
      "<span class=\"small muted\">\(short(file)) #\(answer.number)</span>",
    ]
  }
}
