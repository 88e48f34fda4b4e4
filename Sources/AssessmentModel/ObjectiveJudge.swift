/// Judges objectives, over all accounts or in one (rules.md 8).
struct ObjectiveJudge {
  let catalogue: Catalogue
  let asOf: Instant
  let scope: AssessedScope
  private(set) var places: [[Place]]
  private(set) var questions: [QuestionResult]
  let contradictions: [Contradiction]
  let merged: MergedRecords
  /// Open findings of each check in each account, by severity.
  private var openFindings: [Int: [StringID: [Severity: Int]]]
  /// Accounts in which a failure of a check is set aside by its source without a note.
  private let unexplained: [Int: Set<StringID>]

  init(
    catalogue: Catalogue, asOf: Instant, scope: AssessedScope, places: [[Place]],
    questions: [QuestionResult], contradictions: [Contradiction], merged: MergedRecords,
    table: RecordTable
  ) {
    self.catalogue = catalogue
    self.asOf = asOf
    self.scope = scope
    self.places = places
    self.questions = questions
    self.contradictions = contradictions
    self.merged = merged
    var open: [Int: [StringID: [Severity: Int]]] = [:]
    for finding in merged.findings where finding.state == .failed {
      open[finding.check, default: [:]][finding.account, default: [:]][
        finding.severity, default: 0] += 1
    }
    openFindings = open
    var unexplained: [Int: Set<StringID>] = [:]
    for finding in merged.findings
    where finding.state == .suppressed && table.rows[finding.deciding].note.isNone {
      unexplained[finding.check, default: []].insert(finding.account)
    }
    self.unexplained = unexplained
  }

  /// Takes the open findings of a check as passed; `places` are the checks that this changes.
  mutating func repair(_ check: Int, places changed: [Int: [Place]]) {
    openFindings[check] = nil
    for (check, own) in changed { places[check] = own }
  }

  /// Puts another result in the place of a question's; failures that are set aside stay what they
  /// are, and so do the contradictions that they make.
  mutating func replace(_ result: QuestionResult) {
    for (index, old) in questions.enumerated()
    where old.question.id == result.question.id && old.objective == result.objective {
      questions[index] = result
    }
  }

  /// One thing that keeps an objective from being met, with its level.
  private struct Opening {
    let rule: VerdictRule
    let risk: Risk
    let reference: String
    let findings: Int
  }

  /// The result of an objective; `account` nil means all accounts in scope.
  func result(of objective: Objective, in account: StringID? = nil) -> ObjectiveResult {
    let checks = checkItems(of: objective, in: account)
    var counts = ItemCounts()
    for item in checks { count(item.verdict, in: &counts) }
    var openings = checks.filter { $0.verdict == .failed }
      .flatMap { failures(of: $0.check, in: account) }
    for question in questions where question.objective == objective.id {
      openings += weigh(question, in: account, counts: &counts)
    }
    openings += oneOfMany(of: objective, in: account, counts: &counts)
    let (verdict, rule) = decide(
      openings, counts: counts, objective: objective, in: account, checks: checks)
    return ObjectiveResult(
      objective: objective, verdict: verdict, rule: rule,
      because: causes(openings, rule: rule, checks: checks, in: account, objective: objective),
      distance: distance(openings, counts: counts), counts: counts, checks: checks,
      openFindings: severities(checks, in: account))
  }

  /// What a failing check brings, by the risk of its open findings.
  private func failures(of check: Int, in account: StringID?) -> [Opening] {
    let risks = Dictionary(grouping: open(check, in: account), by: \.key.risk)
    return risks.sorted { $0.key > $1.key }.map { risk, counts in
      Opening(
        rule: .openFailure, risk: risk, reference: catalogue.checks[check].id,
        findings: counts.reduce(0) { $0 + $1.value })
    }
  }

  // MARK: Items

  private func checkItems(of objective: Objective, in account: StringID?) -> [CheckItem] {
    let core = objective.core.compactMap(catalogue.index(ofCheck:))
    let extra = objective.extension.compactMap(catalogue.index(ofCheck:))
      .filter { !core.contains($0) }
    return core.map { item($0, isCore: true, in: account) }
      + extra.compactMap { check in
        let item = item(check, isCore: false, in: account)
        return item.places.total == 0 ? nil : item
      }
  }

  private func item(_ check: Int, isCore: Bool, in account: StringID?) -> CheckItem {
    let own = places[check].filter { place in
      (account == nil || place.key.account == account) && (isCore || place.hasRecord)
    }
    return CheckItem(
      check, isCore: isCore, places: own,
      isRetired: catalogue.checks[check].isRetired(at: asOf),
      hasPlaces: scope.hasPlaces(for: catalogue.checks[check].scope, in: account))
  }

  private func count(_ verdict: CheckVerdict, in counts: inout ItemCounts) {
    switch verdict {
    case .failed: counts.open += 1
    case .passed: counts.met += 1
    case .excepted: counts.excepted += 1
    case .unknown, .partial, .notCovered, .noData: counts.unknown += 1
    case .notOffered, .retired: counts.outside += 1
    }
  }

  private func weigh(
    _ question: QuestionResult, in account: StringID?, counts: inout ItemCounts
  ) -> [Opening] {
    let accounts = question.accounts.filter { account == nil || $0.account == account }
    let (verdict, risk) = QuestionResult.combined(accounts)
    switch verdict {
    case .notApplicable:
      counts.outside += 1
      return []
    case .unanswered, .expired, .undetermined:
      counts.unknown += 1
      return []
    case .answered:
      guard let risk, risk > .none else {
        counts.met += 1
        return []
      }
      counts.open += 1
      let isContradicted = accounts.contains {
        $0.risk == risk && !$0.contradictedChoices.isEmpty
      }
      return [
        Opening(
          rule: isContradicted ? .contradiction : .riskAnswer, risk: risk,
          reference: question.question.id, findings: 0)
      ]
    }
  }

  private func oneOfMany(
    of objective: Objective, in account: StringID?, counts: inout ItemCounts
  ) -> [Opening] {
    let claimed = Set(
      (objective.core + objective.extension).compactMap(catalogue.index(ofCheck:)))
    let failures = merged.ambiguous.filter { record in
      record.isUnexplainedFailure && claimed.isSuperset(of: record.all)
        && (account == nil || record.account == account)
    }
    var openings: [Opening] = []
    for candidates in Set(failures.map(\.all)).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let severity = candidates.map { catalogue.checks[$0].severity }.min() ?? .low
      if counts.unknown > 0 {
        counts.unknown -= 1
        counts.open += 1
      }
      openings.append(
        Opening(
          rule: .oneOfManyFailed, risk: severity.risk,
          reference: candidates.map { catalogue.checks[$0].id }.joined(separator: " or "),
          findings: 0))
    }
    return openings
  }

  /// Open findings of a check by severity.
  private func open(_ check: Int, in account: StringID?) -> [Severity: Int] {
    let byAccount = openFindings[check] ?? [:]
    if let account { return byAccount[account] ?? [:] }
    return byAccount.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
  }

  private func severities(_ checks: [CheckItem], in account: StringID?) -> [Severity: Int] {
    var severities: [Severity: Int] = [:]
    for item in checks where item.verdict == .failed {
      severities.merge(open(item.check, in: account), uniquingKeysWith: +)
    }
    return severities
  }

  // MARK: Deciding

  private func decide(
    _ openings: [Opening], counts: ItemCounts, objective: Objective, in account: StringID?,
    checks: [CheckItem]
  ) -> (Verdict, VerdictRule) {
    if let worst = openings.map(\.risk).max() {
      let rules = Set(openings.filter { $0.risk == worst }.map(\.rule))
      let rule = VerdictRule.allCases.first { rules.contains($0) } ?? .openFailure
      return (Verdict(worst), rule)
    }
    if counts.known.count == 0 { return (.notAssessed, .nothingKnown) }
    if counts.unknown > 0 { return (.notProven, .notAllKnown) }
    let hasException =
      checks.contains { $0.places.excepted > 0 }
      || !exceptedChoices(of: objective, in: account).isEmpty
    return (.met, hasException ? .metWithExceptions : .allMet)
  }

  private func exceptedChoices(of objective: Objective, in account: StringID?) -> [Contradiction] {
    let own = Set(questions.filter { $0.objective == objective.id }.map(\.question.id))
    return contradictions.filter { item in
      item.kind == .contradicted && item.isExcepted && own.contains(item.question)
        && (account.map { item.accounts.contains($0) } ?? true)
    }
  }

  private func causes(
    _ openings: [Opening], rule: VerdictRule, checks: [CheckItem], in account: StringID?,
    objective: Objective
  ) -> [Cause] {
    switch rule {
    case .openFailure, .contradiction, .riskAnswer, .oneOfManyFailed:
      let worst = openings.map(\.risk).max()
      return openings.filter { $0.risk == worst }
        .sorted { order(of: $0.rule) < order(of: $1.rule) }
        .map { Cause(rule: $0.rule, reference: $0.reference) }
    case .nothingKnown, .notAllKnown:
      let unknown = checks.filter {
        [.unknown, .partial, .notCovered, .noData].contains($0.verdict)
      }
      let unanswered = questions.filter { $0.objective == objective.id }.filter { question in
        let own = question.accounts.filter { account == nil || $0.account == account }
        let (verdict, _) = QuestionResult.combined(own)
        return verdict != .answered && verdict != .notApplicable
      }
      return unknown.map { Cause(rule: rule, reference: catalogue.checks[$0.check].id) }
        + unanswered.map { Cause(rule: rule, reference: $0.question.id) }
    case .metWithExceptions:
      let aside = checks.filter { $0.places.excepted > 0 }
      let withoutNote = aside.filter { lacksNote($0.check, in: account) }
      let withNote = aside.filter { !lacksNote($0.check, in: account) }
      return (withoutNote + withNote)
        .map { Cause(rule: rule, reference: catalogue.checks[$0.check].id) }
        + exceptedChoices(of: objective, in: account)
        .map { Cause(rule: rule, reference: $0.question) }
    case .allMet: return []
    }
  }

  private func lacksNote(_ check: Int, in account: StringID?) -> Bool {
    let accounts = unexplained[check] ?? []
    return account.map { accounts.contains($0) } ?? !accounts.isEmpty
  }

  private func order(of rule: VerdictRule) -> Int {
    VerdictRule.allCases.firstIndex(of: rule) ?? 0
  }

  private func distance(_ openings: [Opening], counts: ItemCounts) -> Distance? {
    guard let worst = openings.map(\.risk).max() else { return nil }
    let deciding = openings.filter { $0.risk == worst }
    let next: Verdict =
      if let rest = openings.filter({ $0.risk < worst }).map(\.risk).max() {
        Verdict(rest)
      } else {
        counts.unknown > 0 ? .notProven : .met
      }
    return Distance(
      next: next, findings: deciding.reduce(0) { $0 + $1.findings },
      questions: deciding.count { $0.rule == .contradiction || $0.rule == .riskAnswer },
      ambiguous: deciding.count { $0.rule == .oneOfManyFailed })
  }
}
