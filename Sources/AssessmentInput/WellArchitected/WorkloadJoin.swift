import AssessmentModel

/// Gives answers the accounts, the date and the name of their workload (rules.md 7).
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

  private var names: [String: String] = [:]
  /// The accounts of a workload and when they were so; the newest.
  private var accounts: [String: (ids: [String]?, updated: Instant?)] = [:]
  private var updates: [String: Instant] = [:]
  private var milestoneAccounts: [MilestoneKey: [String]] = [:]
  private var milestoneDates: [MilestoneKey: Instant] = [:]
  private var reviewDates: [ReviewKey: Instant] = [:]

  init(_ facts: [WorkloadFact]) {
    for fact in facts { add(fact) }
  }

  private mutating func add(_ fact: WorkloadFact) {
    switch fact.content {
    case .name(let name, let updated):
      if names[fact.workload] == nil { names[fact.workload] = name }
      note(updated, of: fact.workload)
    case .workload(let ids, let updated):
      note(updated, of: fact.workload)
      if let known = accounts[fact.workload]?.updated, updated.map({ $0 < known }) ?? true {
        return
      }
      accounts[fact.workload] = (ids, updated)
    case .milestone(let number, let accounts, let recorded):
      let key = MilestoneKey(workload: fact.workload, number: number)
      if let accounts { milestoneAccounts[key] = accounts }
      if let recorded { milestoneDates[key] = recorded }
    case .review(let lens, _, let milestone, let updated):
      let key = ReviewKey(workload: fact.workload, lens: lens, milestone: milestone)
      if let updated { reviewDates[key] = max(reviewDates[key] ?? updated, updated) }
    }
  }

  private mutating func note(_ updated: Instant?, of workload: String) {
    if let updated { updates[workload] = max(updates[workload] ?? updated, updated) }
  }

  /// The answers, those of `get-answer` first, because they carry notes and win between equals.
  func answers(_ answers: [WorkloadAnswer]) -> [Answer] {
    (answers.filter(\.isDetailed) + answers.filter { !$0.isDetailed }).map(joined)
  }

  private func joined(_ item: WorkloadAnswer) -> Answer {
    var answer = item.answer
    let workload = answer.workload ?? ""
    let review = ReviewKey(workload: workload, lens: item.lens, milestone: item.milestone)
    answer.workloadName = names[workload]
    if let number = item.milestone {
      let key = MilestoneKey(workload: workload, number: number)
      answer.accounts = milestoneAccounts[key] ?? accounts[workload]?.ids
      answer.date = answer.date ?? milestoneDates[key] ?? reviewDates[review]
    } else {
      answer.accounts = accounts[workload]?.ids
      answer.date = answer.date ?? reviewDates[review] ?? updates[workload]
    }
    return answer
  }
}
