/// Judges all questions of the lens.
struct QuestionJudge {
  let catalogue: Catalogue
  let asOf: Instant
  let answers: [Answer]
  var places: [[Place]]
  /// The worst failure of each check in each account.
  var failures: AccountFailures
  /// Ids of questions of which the choices that are missing count as done.
  var done: Set<String> = []
  /// Every question with the objective that asks it; behind those the ones that none asks.
  let asked: [(question: Question, objective: String)]
  /// The ties of each question to checks, by its id.
  let ties: [String: [ChoiceTie]]
  private let selection: AnswerSelection
  /// The accounts in which questions are judged.
  private let accounts: [(id: StringID, name: String)]

  init(
    catalogue: Catalogue, asOf: Instant, scope: AssessedScope, answers: [Answer],
    places: [[Place]], merged: MergedRecords, strings: StringTable
  ) {
    self.catalogue = catalogue
    self.asOf = asOf
    self.answers = answers
    self.places = places
    failures = AccountFailures(merged)
    asked =
      catalogue.objectives.flatMap { objective in
        catalogue.questions(of: objective).map { ($0, objective.id) }
      } + catalogue.unmappedPillars.flatMap(\.questions).map { ($0, "") }
    ties = Dictionary(
      grouping: catalogue.objectives.flatMap(\.links).map { ChoiceTie($0, in: catalogue) },
      by: \.question)
    selection = AnswerSelection(answers: answers, asOf: asOf)
    accounts = scope.judgedAccounts.map { ($0, strings[$0]) }
  }

  /// The results of all questions, and the ties to checks that disagree.
  func results() -> (questions: [QuestionResult], contradictions: [Contradiction]) {
    var questions: [QuestionResult] = []
    var contradictions: [Contradiction] = []
    for (question, objective) in asked {
      let held = held(question)
      questions.append(result(of: question, objective: objective, held))
      contradictions += self.contradictions(question, held: held.flatMap(\.self))
    }
    return (questions, contradictions)
  }

  /// The result of one question that an objective asks.
  func result(of question: Question, objective: String) -> QuestionResult {
    result(of: question, objective: objective, held(question))
  }

  private func result(
    of question: Question, objective: String, _ held: [[AccountAnswer]]
  ) -> QuestionResult {
    QuestionResult(
      question: question, objective: objective,
      accounts: zip(accounts, held).map { worst($1, account: $0.id) })
  }

  /// What the answers to a question come to that hold in each account.
  private func held(_ question: Question) -> [[AccountAnswer]] {
    let ties = ties[question.id] ?? []
    return accounts.map { id, name in
      selection.answers(to: question.id, in: name).map {
        judge($0, of: question, in: id, ties: ties)
      }
    }
  }

  /// Of several workloads the worst risk holds, and not-applicable only if all say so.
  private func worst(_ results: [AccountAnswer], account: StringID) -> AccountAnswer {
    let (verdict, risk) = QuestionResult.combined(results)
    let deciding = results.filter { $0.verdict == verdict && $0.risk == risk }
    return deciding.first { !$0.contradictedChoices.isEmpty } ?? deciding.first
      ?? AccountAnswer(account: account, verdict: .unanswered)
  }

  private func judge(
    _ index: Int, of question: Question, in account: StringID, ties: [ChoiceTie]
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
      weigh(&result, Set(answer.choices), apiRisk: answer.apiRisk, question, ties: ties)
    }
    if done.contains(question.id), let risk = result.risk, risk > .none {
      assumeDone(&result, answer, question, ties: ties)
    }
    return result
  }

  /// Runs the risk rules, without the choices that open failures contradict; where the lens does not
  /// know a choice, the API's risk stands for them.
  private func weigh(
    _ result: inout AccountAnswer, _ selected: Set<String>, apiRisk: Risk?,
    _ question: Question, ties: [ChoiceTie]
  ) {
    let isKnown = selected.isSubset(of: question.choices.map(\.id))
    result.contradictedChoices = []
    var worst: Risk?
    for tie in ties where selected.contains(tie.choice) {
      for check in tie.contradictedBy {
        guard let severity = failures.openSeverity(check, result.account) else { continue }
        worst = max(worst ?? .none, severity.risk)
        if !result.contradictedChoices.contains(tie.choice) {
          result.contradictedChoices.append(tie.choice)
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

  /// Judges an answer with risk anew, as if the choices that are missing were done.
  private func assumeDone(
    _ result: inout AccountAnswer, _ answer: Answer, _ question: Question,
    ties: [ChoiceTie]
  ) {
    let possible = question.choices.filter { !$0.isNone }.map(\.id)
    let told =
      answer.isRiskOnly
      ? Set(answer.improvements.isEmpty ? [] : possible).subtracting(answer.improvements)
      : Set(possible).intersection(answer.choices)
    let doubted = Set(
      ties.filter { tie in
        tie.contradictedBy.contains { failures[$0, result.account] == .failed }
      }.map(\.choice))
    let missing = question.missing(
      beside: told.subtracting(doubted), avoiding: doubted,
      among: possible.filter { !told.contains($0) })
    guard !missing.isEmpty else { return }
    weigh(&result, told.union(missing), apiRisk: nil, question, ties: ties)
    result.assumedChoices = missing
  }

  private func contradictions(_ question: Question, held: [AccountAnswer]) -> [Contradiction] {
    let answered = held.filter { $0.verdict == .answered }
    return (ties[question.id] ?? []).flatMap { tie -> [Contradiction] in
      let selecting = answered.filter { selects(tie.choice, $0) }
      let against = tie.contradictedBy.flatMap { check -> [Contradiction] in
        func accounts(_ isWanted: (Finding.State) -> Bool) -> [StringID] {
          unique(selecting).filter { failures[check, $0].map(isWanted) ?? false }
        }
        let open = accounts { $0 == .failed }
        let excepted = accounts { $0 == .excepted || $0 == .suppressed }
        return [(open, false), (excepted, true)].filter { !$0.0.isEmpty }.map {
          Contradiction(
            kind: .contradicted, question: question.id, choice: tie.choice,
            check: catalogue.checks[check].id, accounts: $0.0, isExcepted: $0.1)
        }
      }
      return against + understatements(tie, question, answered)
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
    _ tie: ChoiceTie, _ question: Question, _ answered: [AccountAnswer]
  ) -> [Contradiction] {
    let checks = tie.confirmedBy
    guard !checks.isEmpty else { return [] }
    let doubted = Set(
      answered.filter { result in
        selects(tie.choice, result) || isRiskOnly(result)
          || !checks.allSatisfy { passed($0, in: result.account) }
      }.map(\.answer))
    let accounts = unique(answered.filter { !doubted.contains($0.answer) })
    guard !accounts.isEmpty else { return [] }
    return checks.map {
      Contradiction(
        kind: .understated, question: question.id, choice: tie.choice,
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

/// A tie between a choice and checks, by the indices of the checks.
struct ChoiceTie {
  let question: String
  let choice: String
  let contradictedBy: [Int]
  /// Empty where one of the checks is not known: then nothing confirms the choice.
  let confirmedBy: [Int]

  init(_ link: Objective.Link, in catalogue: Catalogue) {
    question = link.question
    choice = link.choice
    contradictedBy = link.contradictedBy.compactMap(catalogue.index(ofCheck:))
    let confirming = link.confirmedBy.compactMap(catalogue.index(ofCheck:))
    confirmedBy = confirming.count == link.confirmedBy.count ? confirming : []
  }
}
