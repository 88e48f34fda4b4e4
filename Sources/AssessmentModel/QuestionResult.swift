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
  /// Choices that a plan takes as done; none in what is reported of the answer itself.
  package var assumedChoices: [String] = []
}

/// What a question comes to over the accounts in scope.
package struct QuestionResult: Sendable {
  package let question: Question
  /// The id of the objective that asks it; empty for a pillar that belongs to none.
  package let objective: String
  package let verdict: QuestionVerdict
  package let risk: Risk?
  package let accounts: [AccountAnswer]

  /// Whether an answer carries risk in any account.
  package var hasRisk: Bool { risk.map { $0 > Risk.none } ?? false }

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
