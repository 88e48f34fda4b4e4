/// Judges all questions of the lens.
struct QuestionJudge {
  let catalogue: Catalogue
  let asOf: Instant
  let scope: AssessedScope
  let answers: [Answer]
  let merged: MergedRecords
  let strings: StringTable
  var places: [[Place]]
  /// The worst failure of each check in each account.
  var failures: AccountFailures
  /// Ids of questions of which the choices that are missing count as done.
  var done: Set<String> = []
  private let selection: AnswerSelection

  init(
    catalogue: Catalogue, asOf: Instant, scope: AssessedScope, answers: [Answer],
    places: [[Place]], merged: MergedRecords, strings: StringTable
  ) {
    self.catalogue = catalogue
    self.asOf = asOf
    self.scope = scope
    self.answers = answers
    self.places = places
    self.merged = merged
    self.strings = strings
    failures = AccountFailures(merged)
    selection = AnswerSelection(answers: answers, asOf: asOf)
  }

  /// The results of all questions, and the ties to checks that disagree.
  func results() -> (questions: [QuestionResult], contradictions: [Contradiction]) {
    var questions: [QuestionResult] = []
    var contradictions: [Contradiction] = []
    for (question, objective) in asked {
      let (result, ties) = result(of: question, objective: objective)
      questions.append(result)
      contradictions += ties
    }
    return (questions, contradictions)
  }

  /// The result of one question that an objective asks, and its ties to checks that disagree.
  func result(
    of question: Question, objective: String
  ) -> (question: QuestionResult, contradictions: [Contradiction]) {
    let links = catalogue.objectives.flatMap(\.links).filter { $0.question == question.id }
    var accounts: [AccountAnswer] = []
    var held: [AccountAnswer] = []
    for account in scope.judgedAccounts {
      let results = selection.answers(to: question.id, in: strings[account]).map {
        judge($0, of: question, in: account, links: links)
      }
      held += results
      accounts.append(worst(results, account: account))
    }
    return (
      QuestionResult(question: question, objective: objective, accounts: accounts),
      contradictions(question, held: held, links: links)
    )
  }

  /// Every question with the objective that asks it; behind those the ones that none asks.
  var asked: [(question: Question, objective: String)] {
    catalogue.objectives.flatMap { objective in
      catalogue.questions(of: objective).map { ($0, objective.id) }
    } + catalogue.unmappedPillars.flatMap(\.questions).map { ($0, "") }
  }

  /// Of several workloads the worst risk holds, and not-applicable only if all say so.
  private func worst(_ results: [AccountAnswer], account: StringID) -> AccountAnswer {
    let (verdict, risk) = QuestionResult.combined(results)
    let deciding = results.filter { $0.verdict == verdict && $0.risk == risk }
    return deciding.first { !$0.contradictedChoices.isEmpty } ?? deciding.first
      ?? AccountAnswer(account: account, verdict: .unanswered)
  }

  private func judge(
    _ index: Int, of question: Question, in account: StringID, links: [Objective.Link]
  ) -> AccountAnswer {
    let answer = answers[index]
    var result = AccountAnswer(account: account, verdict: .answered, answer: index)
    if !answer.isApplicable {
      result.verdict = .notApplicable
    } else if answer.isRiskOnly {
      (result.risk, result.riskIsFromAPI) = (answer.apiRisk, true)
      if answer.apiRisk == nil { result.verdict = .undetermined }
    } else if answer.choices.isEmpty {
      result.verdict = .unanswered
    } else if let until = answer.validUntil, until.endOfDay < asOf {
      result.verdict = .expired
    } else {
      weigh(&result, Set(answer.choices), apiRisk: answer.apiRisk, question, links: links)
    }
    if done.contains(question.id), let risk = result.risk, risk > .none {
      assumeDone(&result, answer, question, links: links)
    }
    return result
  }

  /// Runs the risk rules, without the choices that open failures contradict; where the lens does not
  /// know a choice, the API's risk stands for them.
  private func weigh(
    _ result: inout AccountAnswer, _ selected: Set<String>, apiRisk: Risk?,
    _ question: Question, links: [Objective.Link]
  ) {
    let isKnown = selected.isSubset(of: question.choices.map(\.id))
    result.contradictedChoices = []
    var worst: Risk?
    for link in links where selected.contains(link.choice) {
      for check in contradicting(link, in: result.account) {
        let severity = merged.openSeverity(ofCheck: check, in: result.account)
        worst = max(worst ?? .none, (severity ?? catalogue.checks[check].severity).risk)
        if !result.contradictedChoices.contains(link.choice) {
          result.contradictedChoices.append(link.choice)
        }
      }
    }
    let kept = selected.subtracting(result.contradictedChoices)
    let byRules = isKnown ? question.risk(selecting: kept) : apiRisk
    result.riskIsFromAPI = !isKnown && apiRisk != nil
    if let worst {
      result.risk = max(worst, byRules ?? .none)
    } else if let byRules {
      result.risk = byRules
    } else {
      result.verdict = .undetermined
    }
  }

  /// The checks of a tie whose open failures say that its choice is not true.
  private func contradicting(_ link: Objective.Link, in account: StringID) -> [Int] {
    link.contradictedBy.compactMap(catalogue.index(ofCheck:)).filter { check in
      failures[check, account] == .failed
    }
  }

  /// Judges an answer with risk anew, as if the choices that are missing were done.
  private func assumeDone(
    _ result: inout AccountAnswer, _ answer: Answer, _ question: Question,
    links: [Objective.Link]
  ) {
    let possible = question.choices.filter { !$0.isNone }.map(\.id)
    let told =
      answer.isRiskOnly
      ? Set(answer.improvements.isEmpty ? [] : possible).subtracting(answer.improvements)
      : Set(possible).intersection(answer.choices)
    let doubted = Set(
      links.filter { !contradicting($0, in: result.account).isEmpty }.map(\.choice))
    let missing = question.missing(
      beside: told.subtracting(doubted), avoiding: doubted,
      among: possible.filter { !told.contains($0) })
    guard !missing.isEmpty else { return }
    weigh(&result, told.union(missing), apiRisk: nil, question, links: links)
    result.assumedChoices = missing
  }

  private func contradictions(
    _ question: Question, held: [AccountAnswer], links: [Objective.Link]
  ) -> [Contradiction] {
    let answered = held.filter { $0.verdict == .answered }
    return links.flatMap { link -> [Contradiction] in
      let selecting = answered.filter { selects(link.choice, $0) }
      let against = link.contradictedBy.flatMap { id -> [Contradiction] in
        guard let check = catalogue.index(ofCheck: id) else { return [] }
        func accounts(_ isWanted: (Finding.State) -> Bool) -> [StringID] {
          unique(selecting).filter { account in
            failures[check, account].map(isWanted) ?? false
          }
        }
        let open = accounts { $0 == .failed }
        let excepted = accounts { $0 == .excepted || $0 == .suppressed }
        return [(open, false), (excepted, true)].filter { !$0.0.isEmpty }.map {
          Contradiction(
            kind: .contradicted, question: question.id, choice: link.choice,
            check: catalogue.checks[check].id, accounts: $0.0, isExcepted: $0.1)
        }
      }
      return against + understatements(link, question, answered)
    }
  }

  /// The accounts of results, each once.
  private func unique(_ results: [AccountAnswer]) -> [StringID] {
    var seen: Set<StringID> = []
    return results.map(\.account).filter { seen.insert($0).inserted }
  }

  /// A choice is understated by an answer when its checks passed in every account that it covers.
  ///
  /// Of an answer whose choices are not told nothing is known to be missing.
  private func understatements(
    _ link: Objective.Link, _ question: Question, _ answered: [AccountAnswer]
  ) -> [Contradiction] {
    let checks = link.confirmedBy.compactMap(catalogue.index(ofCheck:))
    guard !checks.isEmpty, checks.count == link.confirmedBy.count else { return [] }
    let doubted = Set(
      answered.filter { result in
        selects(link.choice, result) || isRiskOnly(result)
          || !checks.allSatisfy { passed($0, in: result.account) }
      }.map(\.answer))
    let accounts = unique(answered.filter { !doubted.contains($0.answer) })
    guard !accounts.isEmpty else { return [] }
    return checks.map {
      Contradiction(
        kind: .understated, question: question.id, choice: link.choice,
        check: catalogue.checks[$0].id, accounts: accounts, isExcepted: false)
    }
  }

  private func selects(_ choice: String, _ account: AccountAnswer) -> Bool {
    account.answer.map { answers[$0].choices.contains(choice) } ?? false
  }

  private func isRiskOnly(_ account: AccountAnswer) -> Bool {
    account.answer.map { answers[$0].isRiskOnly } ?? false
  }

  private func passed(_ check: Int, in account: StringID) -> Bool {
    let own = places[check].filter { $0.key.account == account }
    return !own.isEmpty && own.allSatisfy { $0.state == .passed || $0.state == .implied }
  }
}
