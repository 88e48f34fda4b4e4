/// The verdict of a question (rules.md 7).
package enum QuestionVerdict: String, CaseIterable, Sendable {
  case answered, unanswered, expired, undetermined, notApplicable

  /// The word that report.json uses.
  package var word: String { self == .notApplicable ? "not-applicable" : rawValue }
}

/// What a question comes to in one account.
package struct AccountAnswer: Sendable {
  package let account: StringID
  package var verdict: QuestionVerdict
  package var risk: Risk?
  /// Index of the answer that holds; nil when nothing covers the account.
  package var answer: Int?
  /// Choices of that answer that an open failure says are not true.
  package var contradictedChoices: [String] = []
  /// The risk comes from the API: the lens does not know a selected choice, or none is told.
  package var riskIsFromAPI = false
}

/// What a question comes to over the accounts in scope.
package struct QuestionResult: Sendable {
  package let question: Question
  /// The id of the objective that asks it; empty for a pillar that belongs to none.
  package let objective: String
  package let verdict: QuestionVerdict
  package let risk: Risk?
  package let accounts: [AccountAnswer]

  /// Whether an open failure contradicts a selected choice in any account.
  package var isContradicted: Bool { accounts.contains { !$0.contradictedChoices.isEmpty } }

  init(question: Question, objective: String, accounts: [AccountAnswer]) {
    self.question = question
    self.objective = objective
    self.accounts = accounts
    (verdict, risk) = Self.combined(accounts)
  }

  /// The worst risk, else undetermined, expired, unanswered, answered; not-applicable left out.
  static func combined(_ accounts: [AccountAnswer]) -> (QuestionVerdict, Risk?) {
    let applicable = accounts.filter { $0.verdict != .notApplicable }
    if applicable.isEmpty { return (accounts.isEmpty ? .unanswered : .notApplicable, nil) }
    let risk = applicable.compactMap(\.risk).max()
    if let risk, risk > .none { return (.answered, risk) }
    for verdict in [QuestionVerdict.undetermined, .expired, .unanswered]
    where applicable.contains(where: { $0.verdict == verdict }) {
      return (verdict, nil)
    }
    return (.answered, risk)
  }
}

/// A disagreement, or an understatement, between a choice and checks.
package struct Contradiction: Sendable {
  package enum Kind: String, Sendable { case contradicted, understated }

  package let kind: Kind
  package let question: String
  package let choice: String
  /// The check's id.
  package let check: String
  package let accounts: [StringID]
  /// Only failures that are set aside contradict the choice.
  package let isExcepted: Bool
}

/// Judges all questions of the lens.
struct QuestionJudge {
  let catalogue: Catalogue
  let asOf: Instant
  let scope: AssessedScope
  let answers: [Answer]
  let places: [[Place]]
  let merged: MergedRecords
  let strings: StringTable

  private struct CheckInAccount: Hashable {
    let check: Int
    let account: StringID
  }

  /// The worst failure of each check in each account.
  private func failures() -> [CheckInAccount: Finding.State] {
    var failures: [CheckInAccount: Finding.State] = [:]
    for finding in merged.findings where finding.state >= .suppressed {
      let key = CheckInAccount(check: finding.check, account: finding.account)
      failures[key] = max(failures[key] ?? .passed, finding.state)
    }
    return failures
  }

  /// The results of all questions, the ties to checks that disagree, and which answers hold.
  func results() -> (questions: [QuestionResult], contradictions: [Contradiction]) {
    let failures = failures()
    let selection = AnswerSelection(answers: answers, asOf: asOf)
    var questions: [QuestionResult] = []
    var contradictions: [Contradiction] = []
    for (question, objective) in asked {
      let links = catalogue.objectives.flatMap(\.links).filter { $0.question == question.id }
      var accounts: [AccountAnswer] = []
      var held: [AccountAnswer] = []
      for account in scope.judgedAccounts {
        let results = selection.answers(to: question.id, in: strings[account]).map {
          judge($0, of: question, in: account, links: links, failures: failures)
        }
        held += results
        accounts.append(worst(results, account: account))
      }
      contradictions += self.contradictions(
        question, held: held, links: links, failures: failures)
      questions.append(
        QuestionResult(question: question, objective: objective, accounts: accounts))
    }
    return (questions, contradictions)
  }

  /// Every question with the objective that asks it; behind those the ones that none asks.
  private var asked: [(question: Question, objective: String)] {
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
    _ index: Int, of question: Question, in account: StringID, links: [Objective.Link],
    failures: [CheckInAccount: Finding.State]
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
      weigh(&result, answer, question, links: links, failures: failures)
    }
    return result
  }

  /// Runs the risk rules, without the choices that open failures contradict; where the lens does not
  /// know a choice, the API's risk stands for them.
  private func weigh(
    _ result: inout AccountAnswer, _ answer: Answer, _ question: Question,
    links: [Objective.Link], failures: [CheckInAccount: Finding.State]
  ) {
    let selected = Set(answer.choices)
    let isKnown = selected.isSubset(of: question.choices.map(\.id))
    var worst: Risk?
    for link in links where selected.contains(link.choice) {
      for id in link.contradictedBy {
        guard let check = catalogue.index(ofCheck: id),
          failures[CheckInAccount(check: check, account: result.account)] == .failed
        else { continue }
        let severity = merged.openSeverity(ofCheck: check, in: result.account)
        worst = max(worst ?? .none, (severity ?? catalogue.checks[check].severity).risk)
        if !result.contradictedChoices.contains(link.choice) {
          result.contradictedChoices.append(link.choice)
        }
      }
    }
    let kept = selected.subtracting(result.contradictedChoices)
    let byRules = isKnown ? question.risk(selecting: kept) : answer.apiRisk
    result.riskIsFromAPI = !isKnown && answer.apiRisk != nil
    if let worst {
      result.risk = max(worst, byRules ?? .none)
    } else if let byRules {
      result.risk = byRules
    } else {
      result.verdict = .undetermined
    }
  }

  private func contradictions(
    _ question: Question, held: [AccountAnswer], links: [Objective.Link],
    failures: [CheckInAccount: Finding.State]
  ) -> [Contradiction] {
    let answered = held.filter { $0.verdict == .answered }
    return links.flatMap { link -> [Contradiction] in
      let selecting = answered.filter { selects(link.choice, $0) }
      let against = link.contradictedBy.flatMap { id -> [Contradiction] in
        guard let check = catalogue.index(ofCheck: id) else { return [] }
        func accounts(_ isWanted: (Finding.State) -> Bool) -> [StringID] {
          unique(selecting).filter { account in
            failures[CheckInAccount(check: check, account: account)].map(isWanted) ?? false
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
