/// Finds the steps of a plan, one after the other.
struct RemediationPlanner {
  /// The state behind the steps so far.
  private var state: RepairedAssessment
  private var open: [Repair: RemediationPlan.Item]
  private(set) var obstacles: [Int: RemediationPlan.Obstacle] = [:]
  /// What each objective needs, as far as nothing has touched it since.
  private var needs: [Int: Set<Repair>] = [:]
  /// Indices of the objectives whose needs are not known.
  private var touched: Set<Int>

  init(_ today: RepairedAssessment) {
    state = today
    touched = Set(today.results.indices)
    // A question that several objectives ask is one item.
    open = Dictionary(
      RemediationItems(today).all.map { ($0.repair, $0) },
      uniquingKeysWith: { $0.also(in: $1.objectives) })
  }

  /// A set of repairs that may be the next step.
  private struct Candidate {
    let repairs: Set<Repair>
    /// What the objectives weigh that need nothing else to move.
    let gain: Int
    let items: [RemediationPlan.Item]
  }

  /// Steps until no repair moves a verdict any more.
  mutating func steps() -> [RemediationPlan.Step] {
    var steps: [RemediationPlan.Step] = []
    while let step = nextStep() {
      steps.append(step)
      for item in step.items { open[item.repair] = nil }
    }
    return steps
  }

  /// What is left behind the steps, worst first; answers that repaired checks have settled are not.
  func rest() -> [RemediationPlan.Item] {
    let settled = Set(state.questions.filter { !$0.hasRisk }.map(\.question.id))
    return open.values.filter { item in
      if case .answer(let id) = item.repair { !settled.contains(id) } else { true }
    }.sorted(by: Self.precedes)
  }

  /// Makes the best set of repairs that moves a verdict; nil when none does.
  private mutating func nextStep() -> RemediationPlan.Step? {
    let before = state.verdicts
    for candidate in candidates() {
      var after = state
      let touched = after.make(candidate.repairs)
      let moves = before.indices.filter { after.verdicts[$0] != before[$0] }.map {
        RemediationPlan.Move(objective: $0, from: before[$0], to: after.verdicts[$0])
      }
      // Rules that punish a practice for being there can take a move away again.
      guard moves.contains(where: { $0.to > $0.from }) else { continue }
      let items = candidate.repairs.compactMap { item($0, after) }.sorted(by: Self.precedes)
      state = after
      self.touched = touched
      return .init(items: items, moves: moves, verdicts: after.verdicts)
    }
    return nil
  }

  /// The sets of repairs that move an objective, the one that gains most with each repair first.
  private mutating func candidates() -> [Candidate] {
    for index in touched {
      obstacles[index] = nil
      needs[index] = need(of: index)
    }
    touched = []
    let needs = needs.map { (repairs: $1, weight: state.results[$0].verdict.weight) }
    return Set(needs.map(\.repairs)).map { repairs in
      Candidate(
        repairs: repairs,
        gain: needs.reduce(0) { $0 + ($1.repairs.isSubset(of: repairs) ? $1.weight : 0) },
        items: repairs.compactMap { open[$0] })
    }.sorted(by: Self.precedes)
  }

  // MARK: What an objective needs

  /// The repairs without which an objective keeps its verdict and with which it has a better one;
  /// nil when nothing is open, or when no repair settles something of it.
  private mutating func need(of index: Int) -> Set<Repair>? {
    let result = state.results[index]
    guard result.distance != nil else { return nil }
    var repairs: Set<Repair> = []
    for cause in result.because where cause.rule == .openFailure {
      if let check = state.catalogue.index(ofCheck: cause.reference) {
        repairs.insert(.check(check))
      }
    }
    for cause in result.because where cause.rule != .openFailure {
      guard cause.rule != .oneOfManyFailed else {
        obstacles[index] = .ambiguous(cause.reference)
        return nil
      }
      guard let own = need(ofQuestion: cause.reference, beside: repairs) else {
        obstacles[index] = .answer(cause.reference)
        return nil
      }
      repairs.formUnion(own)
    }
    return repairs.isEmpty ? nil : repairs
  }

  /// The fewest repairs that lower the risk of a question, others being made already.
  private func need(ofQuestion id: String, beside made: Set<Repair>) -> Set<Repair>? {
    guard let today = state.questions.first(where: { $0.question.id == id }),
      let risk = today.risk
    else { return nil }
    let answer: Set<Repair> = [.answer(id)]
    let done = state.result(of: today, after: made.union(answer))
    let severe = contradicting(today, done, from: risk)
    let all = contradicting(today, done, from: .low)
    let options = [[], answer, severe, all, severe.union(answer), all.union(answer)]
    // The fewest first; of as many, in this order.
    let different = options.enumerated().filter { options.firstIndex(of: $1) == $0 }
    let ordered = different.sorted {
      ($0.element.count, $0.offset) < ($1.element.count, $1.offset)
    }
    return ordered.map(\.element).first { option in
      let later = state.result(of: today, after: made.union(option))
      return (later.risk ?? Risk.none) < risk && later.verdict == .answered
    }
  }

  /// The checks whose open failures, of a risk or a higher one, contradict choices of a question,
  /// those taken as done included.
  private func contradicting(
    _ today: QuestionResult, _ done: QuestionResult, from risk: Risk
  ) -> Set<Repair> {
    let ties = state.questionJudge.ties[today.question.id] ?? []
    let failures = state.questionJudge.failures
    var repairs: Set<Repair> = []
    for answer in today.accounts + done.accounts where !answer.contradictedChoices.isEmpty {
      for tie in ties where answer.contradictedChoices.contains(tie.choice) {
        for check in tie.contradictedBy {
          if let severity = failures.openSeverity(check, answer.account), severity.risk >= risk {
            repairs.insert(.check(check))
          }
        }
      }
    }
    return repairs
  }

  // MARK: Items and their order

  /// The item of a repair; of an answer with the choices that count as done behind the step.
  private func item(_ repair: Repair, _ after: RepairedAssessment) -> RemediationPlan.Item? {
    guard let item = open[repair], case .answer(let id) = repair,
      let result = after.questions.first(where: { $0.question.id == id })
    else { return open[repair] }
    return item.choosing(result)
  }

  /// The worst first, then the one with more findings, then by id.
  private static func precedes(_ one: RemediationPlan.Item, _ other: RemediationPlan.Item) -> Bool {
    if one.severity != other.severity { return one.severity > other.severity }
    if one.findings != other.findings { return one.findings > other.findings }
    return one.id.utf8.lexicographicallyPrecedes(other.id.utf8)
  }

  /// More gain for each repair first, then fewer repairs, then the order of items.
  private static func precedes(_ one: Candidate, _ other: Candidate) -> Bool {
    let gains = (one.gain * other.repairs.count, other.gain * one.repairs.count)
    if gains.0 != gains.1 { return gains.0 > gains.1 }
    if one.repairs.count != other.repairs.count { return one.repairs.count < other.repairs.count }
    let severities = (one.items.map(\.severity).max(), other.items.map(\.severity).max())
    if let first = severities.0, let second = severities.1, first != second {
      return first > second
    }
    let findings = [one, other].map { $0.items.reduce(0) { $0 + $1.findings } }
    if findings[0] != findings[1] { return findings[0] > findings[1] }
    let ids = [one, other].map { $0.items.map(\.id).sorted().joined(separator: " ") }
    return ids[0].utf8.lexicographicallyPrecedes(ids[1].utf8)
  }
}

extension Verdict {
  /// What a move to a better verdict weighs: each level of risk twice as much as the one below, so
  /// that a quick gain comes early, and one at low risk not before the worst.
  fileprivate var weight: Int {
    switch self {
    case .high: 4
    case .medium: 2
    case .low: 1
    case .notAssessed, .notProven, .met: 0
    }
  }
}
