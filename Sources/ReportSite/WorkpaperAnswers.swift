import AssessmentModel

/// What people said about an objective: answers with author and date, accepted risks, and where
/// answers and evidence disagree.
struct WorkpaperAnswers {
  let report: Report
  let objective: Objective

  /// The most bytes of the answers.
  private static let answerBytes = 90_000
  private static let exceptionBytes = 30_000

  private var evidence: Evidence { report.assessment.evidence }

  // MARK: Answers

  var html: HTML {
    let own = report.assessment.questions.filter { $0.objective == objective.id }
    guard !own.isEmpty else {
      return """
        <section id="answers"><h2>3 Answers</h2><p>No question was asked.</p></section>
        """
    }
    let rows = own.flatMap { result in
      AnswerBlock.blocks(of: result).map { row($0, of: result) }
    }
    let table = Table(
      label: "Answers about \(objective.label)",
      columns: [
        .init("Question"), .init("Answer"), .init("By and on"), .init("Accounts and result"),
        .init("Source"),
      ], rows: rows)
    return """
      <section id="answers"><h2>3 Answers</h2><div class="said">\
      \(cut(table, to: Self.answerBytes, rest: "answer"))</div></section>
      """
  }

  private func row(_ block: AnswerBlock, of result: QuestionResult) -> [HTML] {
    let outcomes = HTML(
      block.groups.map { group -> HTML in
        let names =
          block.isWhole(of: report.accounts.count)
          ? "all" : Count.list(report.names(of: group.accounts))
        return "<p>\(names): \(Badge.status(group.status))</p>"
      })
    let question: HTML = """
      <span class="mono small">\(result.question.id)</span> \(result.question.title)
      """
    guard let index = block.answer else {
      return [question, "No answer is in the evidence.", "–", outcomes, "–"]
    }
    let answer = evidence.answers[index]
    let by = [
      answer.author.map { short($0) }, answer.date.map(\.day),
      answer.validUntil.map { "valid until \($0.day)" },
    ].compactMap(\.self)
    let note: HTML = answer.note.map { "<p class=\"small\">Note: \(short($0, 600))</p>" } ?? ""
    let attached =
      answer.attachments.isEmpty
      ? "" : " Attachments: \(short(answer.attachments.joined(separator: ", ")))."
    return [
      question, choices(answer, result, block) + note,
      "\(by.isEmpty ? "not named" : by.joined(separator: ", "))", outcomes,
      """
      \(short(evidence.files[answer.file].name)), answer \(answer.number).\(attached)
      """,
    ]
  }

  private func choices(_ answer: Answer, _ result: QuestionResult, _ block: AnswerBlock) -> HTML {
    if !answer.isApplicable { return "Marked as not applicable." }
    if answer.isRiskOnly { return "\(AnswerWords.riskOnly)" }
    let items = HTML(
      result.question.choices.map { choice -> HTML in
        let mark = answer.choices.contains(choice.id) ? "☑" : "☐"
        let against = block.contradicting(choice.id).isEmpty ? "" : " (contradicted by a check)"
        return "<li>\(mark) \(choice.title)\(against)</li>"
      })
    return "<ul class=\"plain\">\(items)</ul>"
  }

  private func short(_ text: String, _ limit: Int = 200) -> String {
    ShownText.short(text, limit: limit, whole: "its file")
  }

  // MARK: Exceptions

  /// Accepted risks that set failures of this objective's checks aside, or would.
  var exceptions: HTML {
    let checks = Set(
      (objective.core + objective.extension).compactMap(report.catalogue.index(ofCheck:)))
    let findings = report.findings
    let own = report.assessment.exceptions.compactMap { item -> (ExceptionResult, Int)? in
      let count = item.findings.count { checks.contains(findings[$0].check) }
      return count > 0 ? (item, count) : nil
    }
    let suppressed = checks.reduce(0) { $0 + report.counts[$1][.suppressed] }
    let source =
      suppressed == 0
      ? "None is suppressed by its source."
      : "Suppressed by their source: \(Count.of(suppressed, "finding"))."
    guard !own.isEmpty else {
      return """
        <section id="exceptions"><h2>5 Exceptions</h2><p>No accepted risk of exceptions.yaml is about a \
        failure of these checks. \(source)</p></section>
        """
    }
    let table = Table(
      label: "Accepted risks of \(objective.label)",
      columns: [
        .init("Exception"), .init("Reason"), .init("Owner"), .init("Approved by"), .init("Until"),
        .init("State"), .init("Findings", isNumber: true),
      ],
      rows: own.map { item, count in
        let exception = item.exception
        let on = exception.approvedOn.map { ", \($0.day)" } ?? ""
        return [
          "\(short(exception.id, 120))", "\(short(exception.reason, 600))",
          "\(short(exception.owner))", "\(short(exception.approvedBy))\(on)",
          "<span class=\"nowrap\">\(exception.until.day)</span>", "\(item.state.rawValue)",
          "\(Count.grouped(count))",
        ]
      })
    return """
      <section id="exceptions"><h2>5 Exceptions</h2>\
      \(cut(table, to: Self.exceptionBytes, rest: "exception"))<p>\(source)</p></section>
      """
  }

  // MARK: Contradictions

  var contradictions: HTML {
    let own = report.contradictions(objective)
    let items = own.map { item -> HTML in
      let question = report.catalogue.lens.question(item.question)
      let choice = question?.choices.first { $0.id == item.choice }?.title ?? item.choice
      let names = Count.list(report.names(of: item.accounts))
      let what =
        switch (item.kind, item.isExcepted) {
        case (.contradicted, false): "was selected, but \(item.check) fails in \(names)"
        case (.contradicted, true):
          "was selected; \(item.check) fails in \(names), and that failure is set aside"
        case (.understated, _): "was not selected, but \(item.check) passes in \(names)"
        }
      return "<li><span class=\"mono small\">\(item.question)</span> “\(choice)” \(what).</li>"
    }
    let body: HTML =
      items.isEmpty ? "<p>No answer and no check disagree.</p>" : "<ul>\(HTML(items))</ul>"
    return """
      <section id="contradictions"><h2>6 Where answers and evidence disagree</h2>\(body)</section>
      """
  }

  /// The table with the rows that fit, and how many more there are.
  private func cut(_ table: Table, to limit: Int, rest: String) -> HTML {
    let rows = table.bodyRows
    let shown = Page.fitting(rows, limit: limit, size: \.byteCount)
    let left = rows.count - shown.count
    let more: HTML =
      left > 0 ? "<p>\(Count.of(left, "more \(rest)")) in the report itself.</p>" : ""
    return table.html(around: HTML(shown)) + more
  }
}
