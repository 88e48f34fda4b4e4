import AssessmentModel

/// The improvement plans of choices that answers do not select, question by question.
struct PlanImprovements {
  let report: Report
  let map: SiteMap

  /// A block for each question of which an answer leaves choices out.
  var blocks: [HTML] { report.assessment.questions.compactMap(block) }

  private func block(_ result: QuestionResult) -> HTML? {
    let lines = result.question.choices.compactMap { choice -> HTML? in
      guard !choice.isNone, choice.improvement != nil else { return nil }
      let accounts = result.accounts.filter { lacks(choice.id, $0) }.map(\.account)
      return accounts.isEmpty ? nil : Self.line(choice, in: accounts, report)
    }
    guard !lines.isEmpty else { return nil }
    let lacking = result.accounts.filter { answer in
      result.question.choices.contains { !$0.isNone && lacks($0.id, answer) }
    }
    let owners = Set(lacking.compactMap { report.assessment.details(of: $0.account).owner })
      .sorted().map { ShownText.short($0, limit: 120, whole: "assessment.yaml") }
    let named = owners.prefix(3) + (owners.count > 3 ? ["\(owners.count - 3) more"] : [])
    let question = result.question
    return """
      <div class="q"><div class="qh"><h3><a href="\(report.link(toQuestion: question.id, on: map))">\
      <span class="id mono">\(question.id)</span>\(question.title)</a></h3>\(Badge.status(result.status))</div>\
      <p class="small muted">Owner: \(named.isEmpty ? "no owner named" : Count.list(Array(named)))</p>\
      <ul>\(HTML(lines))</ul></div>
      """
  }

  /// Whether the answer that holds there leaves the choice out.
  private func lacks(_ choice: String, _ account: AccountAnswer) -> Bool {
    guard account.verdict == .answered, let index = account.answer else { return false }
    let answer = report.assessment.evidence.answers[index]
    return answer.isRiskOnly
      ? answer.improvements.contains(choice) : !answer.choices.contains(choice)
  }

  /// A choice with its improvement plan, and the accounts that lack it where not all do.
  static func line(
    _ choice: Question.Choice, in accounts: [StringID], _ report: Report
  ) -> HTML {
    let isEverywhere = accounts.count >= max(report.accounts.count, 1)
    let place: HTML =
      isEverywhere
      ? "" : " <span class=\"muted\">(\(Count.list(report.names(of: accounts))))</span>"
    let link: HTML =
      choice.improvement?.url.flatMap(SiteMap.external).map { url in
        """
         <a href="\(url)" rel="noopener noreferrer">AWS documentation<span class="vh"> on \(choice.title)</span></a>
        """
      } ?? ""
    return "<li><b>\(choice.title)</b>\(place) \(choice.improvement?.text ?? "")\(link)</li>"
  }
}
