import AssessmentModel
import Markdown

/// The questionnaire: questions by objective with answers, and the log of all answers.
struct QuestionsPage {
  let report: Report

  private let map = SiteMap(page: "questions.html")

  var pages: [Page] {
    [
      Page(
        path: "questions.html", title: "Questionnaire", place: "Questionnaire",
        current: .questions, content: head + HTML(sections) + log)
    ]
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

  private var sections: [HTML] {
    report.catalogue.objectives.compactMap { objective in
      let own = questions.filter { $0.objective == objective.id }
      guard !own.isEmpty else { return nil }
      return """
        <section class="long" id="\(objective.id)"><h2><a href="\(map.link(.objective(objective.id)))">\(objective.label) \(objective.title)</a></h2>\
        \(HTML(own.map(question)))</section>
        """
    }
  }

  private func question(_ result: QuestionResult) -> HTML {
    let question = result.question
    let blocks = AnswerBlock.blocks(of: result)
    let answers = HTML(blocks.map { answer($0, of: result) })
    return """
      <div class="q" id="\(question.id)"><div class="qh"><h3><span class="id mono">\(question.id)</span>\(question.title)</h3>\
      \(Badge.status(result.status))</div>\(prose(question.description))\(answers)\(conflicts(question))\
      \(improvements(result))</div>
      """
  }

  /// Help texts of the lens are Markdown of people.
  private func prose(_ text: String) -> HTML {
    text.isEmpty ? "" : HTML(trusted: PersonMarkdown.html(text).html)
  }

  private func answer(_ block: AnswerBlock, of result: QuestionResult) -> HTML {
    let isWhole = block.groups.count == 1 && block.accountCount == report.accounts.count
    let outcomes = HTML(
      block.groups.map { group -> HTML in
        let names = Count.list(group.accounts.map { report.name(of: $0) })
        return "<li><b>\(names)</b> \(Badge.status(group.status))</li>"
      })
    let head: HTML = isWhole ? "" : "<ul class=\"outcomes\">\(outcomes)</ul>"
    guard let index = block.answer else {
      return """
        \(head)<p class="muted">No answer is in the evidence.</p>\
        \(choices(of: result, selected: [], block))
        """
    }
    let answer = report.assessment.evidence.answers[index]
    let note: HTML = answer.note.map { "<blockquote><p>\($0)</p></blockquote>" } ?? ""
    let provenance = AnswerWords.provenance(answer, files: report.assessment.evidence.files)
    let body: HTML =
      answer.isApplicable
      ? choices(of: result, selected: answer.choices, block)
      : "<p>Marked as not applicable.</p>"
    return "\(head)\(body)<p class=\"small muted\">\(provenance)</p>\(note)"
  }

  private func choices(
    of result: QuestionResult, selected: [String], _ block: AnswerBlock
  ) -> HTML {
    let items = result.question.choices.map { choice -> HTML in
      let isSelected = selected.contains(choice.id)
      let accounts = block.contradicting(choice.id).map { report.name(of: $0) }
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
        let accounts = Count.list(item.accounts.map { report.name(of: $0) })
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
    let selected = Set(
      result.accounts.compactMap(\.answer).flatMap {
        report.assessment.evidence.answers[$0].choices
      })
    let plans = result.question.choices.filter { !selected.contains($0.id) && !$0.isNone }
      .compactMap { choice -> HTML? in
        guard let plan = choice.improvement else { return nil }
        let link: HTML =
          plan.url.map {
            " <a href=\"\($0)\" rel=\"noopener noreferrer\">AWS documentation</a>"
          } ?? ""
        return "<li><b>\(choice.title)</b> \(plan.text)\(link)</li>"
      }
    guard !plans.isEmpty else { return "" }
    return """
      <details class="x"><summary>What would lower the risk</summary><div><ul>\(HTML(plans))</ul></div></details>
      """
  }

  private var log: HTML {
    let evidence = report.assessment.evidence
    guard !evidence.answers.isEmpty else {
      return """
        <section id="log"><h2>Log of answers</h2><p>No answer is in the evidence. Put a file into \
        answers/ of the assessment folder; <code>so-report init</code> writes one to fill in.</p></section>
        """
    }
    let rows = HTML(
      zip(evidence.answers, report.assessment.answerOutcomes).map { answer, outcome -> HTML in
        let accounts = answer.accounts.map { $0.joined(separator: ", ") } ?? "all in scope"
        return """
          <tr role="row"><th role="rowheader" scope="row" class="mono">\(answer.question)</th>\
          <td role="cell" data-l="Date">\(answer.date?.day ?? "undated")</td>\
          <td role="cell" data-l="Author">\(answer.author ?? "–")</td>\
          <td role="cell" data-l="Accounts">\(accounts)</td>\
          <td role="cell" data-l="Outcome">\(outcome.word)</td>\
          <td role="cell" data-l="Source" class="small muted">\(evidence.files[answer.file].name) #\(answer.number)</td></tr>
          """
      })
    return """
      <section class="long" id="log"><h2>Log of answers</h2>\
      <div class="tw" tabindex="0" role="region" aria-label="Log of answers"><table class="stack" role="table">\
      <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Question</th>\
      <th role="columnheader" scope="col">Date</th><th role="columnheader" scope="col">Author</th>\
      <th role="columnheader" scope="col">Accounts</th><th role="columnheader" scope="col">Outcome</th>\
      <th role="columnheader" scope="col">Source</th></tr></thead><tbody role="rowgroup">\(rows)</tbody></table></div></section>
      """
  }
}
