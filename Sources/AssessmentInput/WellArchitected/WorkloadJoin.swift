import AssessmentModel

/// Gives answers the accounts and the date of their workload (rules.md 7).
struct WorkloadJoin {
  private struct MilestoneKey: Hashable {
    let workload: String
    let number: Int
  }

  private struct ReviewKey: Hashable {
    let workload: String
    let lens: String
    let milestone: Int?
  }

  private var accounts: [String: [String]] = [:]
  private var updates: [String: Instant] = [:]
  private var milestoneAccounts: [MilestoneKey: [String]] = [:]
  private var milestoneDates: [MilestoneKey: Instant] = [:]
  private var reviewDates: [ReviewKey: Instant] = [:]

  init(_ facts: [WorkloadFact]) {
    for fact in facts { add(fact) }
  }

  private mutating func add(_ fact: WorkloadFact) {
    switch fact.content {
    case .workload(let accounts, let updated):
      let known = updates[fact.workload]
      guard known == nil || updated.map({ $0 >= (known ?? $0) }) ?? false else { return }
      self.accounts[fact.workload] = accounts
      updates[fact.workload] = updated
    case .milestone(let number, let accounts, let recorded):
      let key = MilestoneKey(workload: fact.workload, number: number)
      if let accounts { milestoneAccounts[key] = accounts }
      if let recorded { milestoneDates[key] = recorded }
    case .review(let lens, _, let milestone, let updated):
      let key = ReviewKey(workload: fact.workload, lens: lens, milestone: milestone)
      if let updated { reviewDates[key] = max(reviewDates[key] ?? updated, updated) }
    }
  }

  /// The answers, those of `get-answer` first, because they carry notes and win between equals.
  func answers(_ answers: [WorkloadAnswer]) -> [Answer] {
    (answers.filter(\.isDetailed) + answers.filter { !$0.isDetailed }).map(joined)
  }

  private func joined(_ item: WorkloadAnswer) -> Answer {
    var answer = item.answer
    let workload = answer.workload ?? ""
    let review = ReviewKey(workload: workload, lens: item.lens, milestone: item.milestone)
    if let number = item.milestone {
      let key = MilestoneKey(workload: workload, number: number)
      answer.accounts = milestoneAccounts[key] ?? accounts[workload]
      answer.date = milestoneDates[key] ?? reviewDates[review]
    } else {
      answer.accounts = accounts[workload]
      answer.date = reviewDates[review] ?? updates[workload]
    }
    return answer
  }
}
