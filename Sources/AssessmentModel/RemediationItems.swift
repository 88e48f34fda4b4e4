/// Everything that a plan can repair today: failing checks and answers with risk.
struct RemediationItems {
  private(set) var all: [RemediationPlan.Item] = []

  init(_ today: RepairedAssessment) {
    let catalogue = today.catalogue
    for check in catalogue.checks.indices
    where catalogue.isClaimed(check) && today.places[check].contains(where: { $0.state == .failed })
    {
      all.append(Self.item(ofCheck: check, today))
    }
    let checks = Set(all.map(\.repair))
    for question in today.questions where question.hasRisk {
      // What is missing can depend on choices that failing checks contradict today.
      let answer: Set<Repair> = [.answer(question.question.id)]
      let item = [answer, checks.union(answer)].lazy.compactMap { repairs in
        Self.item(of: question, today.result(of: question, after: repairs))
      }.first
      if let item { all.append(item) }
    }
  }

  private static func item(ofCheck check: Int, _ today: RepairedAssessment) -> RemediationPlan.Item
  {
    let id = today.catalogue.checks[check].id
    var severity = Severity.informational
    var shares: [RemediationPlan.Item.Share] = []
    for finding in today.merged.findings(ofCheck: check) where finding.state == .failed {
      severity = max(severity, finding.severity)
      // Findings of one account stand together.
      let count = shares.last?.account == finding.account ? shares.removeLast().findings : 0
      shares.append(.init(account: finding.account, findings: count + 1, choices: []))
    }
    return RemediationPlan.Item(
      repair: .check(check), id: id, severity: severity, shares: shares,
      objectives: today.catalogue.objectives(claiming: id).map(\.id))
  }

  /// The item of an answer; nil where no choice is missing, because failing checks alone make the
  /// risk.
  private static func item(
    of today: QuestionResult, _ done: QuestionResult
  ) -> RemediationPlan.Item? {
    let severity: Severity =
      switch today.risk {
      case .high: .high
      case .medium: .medium
      default: .low
      }
    let item = RemediationPlan.Item(
      repair: .answer(today.question.id), id: today.question.id, severity: severity, shares: [],
      objectives: today.objective.isEmpty ? [] : [today.objective]
    ).choosing(done)
    return item.shares.isEmpty ? nil : item
  }
}

extension RemediationPlan.Item {
  /// The same item, counting in more objectives.
  func also(in more: [String]) -> RemediationPlan.Item {
    RemediationPlan.Item(
      repair: repair, id: id, severity: severity, shares: shares, objectives: objectives + more)
  }

  /// The same item with the choices that a result takes as done.
  func choosing(_ result: QuestionResult) -> RemediationPlan.Item {
    let shares = result.accounts.filter { !$0.assumedChoices.isEmpty }.map {
      Share(account: $0.account, findings: 0, choices: $0.assumedChoices)
    }
    return RemediationPlan.Item(
      repair: repair, id: id, severity: severity, shares: shares, objectives: objectives)
  }
}
