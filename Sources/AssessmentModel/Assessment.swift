/// The unified model: everything that was read, merged and judged at one moment.
///
///     let assessment = try Assessment(evidence, catalogue: catalogue, asOf: nil)
///     assessment.objectives[2].verdict  // .high
package struct Assessment: Sendable {
  /// Why nothing can be judged.
  package enum Failure: Error, Equatable {
    /// No time stands anywhere: neither an as-of nor a dated observation.
    case noTime
  }

  package let catalogue: Catalogue
  package let evidence: Evidence
  package let asOf: Instant
  /// Where the as-of comes from: given, or the newest observation.
  package let asOfIsObserved: Bool
  package let strings: StringTable
  package let scope: AssessedScope
  package let merged: MergedRecords
  /// By check index, in the order of account and region.
  package let places: [[Place]]
  package let questions: [QuestionResult]
  package let contradictions: [Contradiction]
  package let objectives: [ObjectiveResult]
  /// What to fix, in an order in which few fixes move many verdicts.
  package let plan: RemediationPlan
  /// The plan by account, with what people wrote into plan.csv.
  package let actions: ActionPlan
  package let exceptions: [ExceptionResult]
  /// By check index; nil where Security Hub reports nothing.
  package let securityHub: [Int: SecurityHubStatus]
  package let reconciliation: Reconciliation
  package let answerOutcomes: [Outcome]
  package let warnings: [Diagnostic]
  /// Accounts of the organisation that are neither in scope nor named by evidence, by id.
  package let unseenMembers: [AccountDetails]

  private let judge: ObjectiveJudge
  private let accountDetails: [StringID: AccountDetails]
  /// The time of each source's newest record that is not later.
  private let newest: [Source: Int64]

  /// Judges `evidence` at `asOf`, at the evidence's own as-of, or at its newest observation.
  ///
  /// A lens in the evidence replaces the catalogue's. `whenMerged` is called between merging and
  /// judging.
  package init(
    _ evidence: Evidence, catalogue: Catalogue, asOf given: Instant? = nil,
    whenMerged: () -> Void = {}
  ) throws(Failure) {
    guard let asOf = given ?? evidence.asOf ?? evidence.newestObservation else { throw .noTime }
    let catalogue =
      (evidence.lens.map { catalogue.replacingLens($0, pillars: evidence.lensObjectives) }
      ?? catalogue).offering(evidence.availability)
    var strings = evidence.records.strings
    let global = strings.intern(Region.global)
    var merged = Merging.merge(
      evidence.records, files: evidence.files, catalogue: catalogue, scope: evidence.scope,
      asOf: asOf, global: global)
    whenMerged()
    let exceptions = Self.apply(
      evidence.exceptions, to: &merged, catalogue: catalogue, strings: strings, asOf: asOf)
    let scope =
      if let declared = evidence.scope {
        AssessedScope(declared, strings: &strings, global: global)
      } else {
        AssessedScope(
          observing: evidence.records, merged: merged, enablement: evidence.enablement,
          strings: &strings, global: global)
      }
    let enablement = EnablementIndex(
      evidence.enablement, table: evidence.records, merged: merged, strings: &strings)
    let placeJudge = PlaceJudge(
      catalogue: catalogue, asOf: asOf, scope: scope, table: evidence.records,
      files: evidence.files, merged: merged, enablement: enablement, strings: strings)
    let recorded = placeJudge.recorded()
    let places = placeJudge.places(recorded)
    let questionJudge = QuestionJudge(
      catalogue: catalogue, asOf: asOf, scope: scope, answers: evidence.answers, places: places,
      merged: merged, strings: strings)
    let (questions, contradictions) = questionJudge.results()
    judge = ObjectiveJudge(
      catalogue: catalogue, asOf: asOf, scope: scope, places: places, questions: questions,
      contradictions: contradictions, merged: merged, table: evidence.records)
    objectives = catalogue.objectives.map { [judge] in judge.result(of: $0) }
    plan = RemediationPlan(
      RepairedAssessment(
        places: placeJudge, recorded: recorded, questions: questionJudge, objectives: judge,
        results: objectives))
    actions = ActionPlan(plan, entries: evidence.actions) { [strings] in strings[$0] }
    securityHub = SecurityHubStatus.statuses(evidence.records, merged)
    answerOutcomes = Self.outcomes(
      of: evidence.answers, catalogue: catalogue, asOf: asOf, scope: scope, strings: strings)
    reconciliation = Self.reconcile(evidence, merged, answerOutcomes)
    unseenMembers = Self.unseen(evidence, scope: scope, strings: strings)
    accountDetails = Dictionary(
      evidence.accounts.compactMap { account in strings.find(account.id).map { ($0, account) } },
      uniquingKeysWith: { first, _ in first })
    warnings =
      evidence.diagnostics + Self.warnings(ofUnseen: unseenMembers, in: scope)
      + actions.remarks(file: evidence.actionFile)
      + Warnings(evidence: evidence, merged: merged, catalogue: catalogue, asOf: asOf).all
      + LensDrift(evidence, lens: catalogue.lens).warnings
    self.catalogue = catalogue
    self.evidence = evidence
    self.asOf = asOf
    newest = Self.newestTimes(evidence.records, merged)
    asOfIsObserved = given == nil && evidence.asOf == nil
    self.strings = strings
    self.scope = scope
    self.merged = merged
    self.places = places
    self.questions = questions
    self.contradictions = contradictions
    self.exceptions = exceptions
  }

  /// The result of an objective in one account, by the same rules.
  package func result(of objective: Objective, in account: StringID) -> ObjectiveResult {
    judge.result(of: objective, in: account)
  }

  /// The row of a finding that decides it.
  package func record(of finding: Finding) -> Record { evidence.records.rows[finding.deciding] }

  /// Days between the newest record of the source that decides a finding and the last time that this
  /// source saw it; nil when undated.
  package func daysBehind(_ finding: Finding) -> Int? {
    let source = record(of: finding).source
    let times = merged.witnesses[finding.witnesses].map { evidence.records.rows[Int($0)] }
      .filter { $0.source == source }.map(\.updated)
    guard let seen = times.max(), seen != Record.undated, let newest = newest[source] else {
      return nil
    }
    return Instant(seconds: seen).days(to: Instant(seconds: newest))
  }

  /// The account's name, owner and the like, where they are told.
  package func details(of account: StringID) -> AccountDetails {
    accountDetails[account] ?? AccountDetails(id: strings[account])
  }

  // MARK: Steps

  private static func apply(
    _ exceptions: [Exception], to merged: inout MergedRecords, catalogue: Catalogue,
    strings: StringTable, asOf: Instant
  ) -> [ExceptionResult] {
    if exceptions.isEmpty { return [] }
    let failures = FailuresByCheck(merged, catalogue: catalogue, strings: strings)
    return exceptions.enumerated().map { number, exception in
      let holds = exception.holds(at: asOf)
      let matched = failures.findings(of: exception)
      for index in matched where holds && merged.findings[index].exception == nil {
        merged.findings[index].state = .excepted
        merged.findings[index].exception = number
        merged.outcomes[merged.findings[index].deciding] = .excepted
      }
      let state: ExceptionResult.State =
        if !holds {
          asOf > exception.until.endOfDay ? .expired : .pending
        } else {
          matched.isEmpty ? .unused : .active
        }
      return ExceptionResult(
        exception: exception, state: state, isBroad: exception.isBroad, findings: matched)
    }
  }

  private static func outcomes(
    of answers: [Answer], catalogue: Catalogue, asOf: Instant, scope: AssessedScope,
    strings: StringTable
  ) -> [Outcome] {
    let selection = AnswerSelection(answers: answers, asOf: asOf)
    let inScope = scope.judgedAccounts.map { strings[$0] }
    let held = selection.answers(heldIn: inScope)
    let known = Set(answers.map(\.question)).filter { catalogue.lens.question($0) != nil }
    return answers.enumerated().map { index, answer in
      if let date = answer.date, AnswerSelection.isLater(date, than: asOf) { return .later }
      if !inScope.contains(where: answer.covers) { return .outOfScope }
      if !known.contains(answer.question) { return .unmapped }
      return held.contains(index) ? .answer : .superseded
    }
  }

  private static func newestTimes(
    _ table: RecordTable, _ merged: MergedRecords
  ) -> [Source: Int64] {
    var times = Source.allCases.map { _ in Record.undated }
    for (row, outcome) in zip(table.rows, merged.outcomes) where outcome != .later {
      let source = Int(row.source.rawValue)
      times[source] = max(times[source], row.updated)
    }
    return Dictionary(uniqueKeysWithValues: zip(Source.allCases, times))
  }

  private static func reconcile(
    _ evidence: Evidence, _ merged: MergedRecords, _ answers: [Outcome]
  ) -> Reconciliation {
    var reconciliation = Reconciliation()
    reconciliation.count(evidence.records, merged.outcomes)
    for outcome in answers { reconciliation.add(outcome) }
    reconciliation.add(.rejected, evidence.files.reduce(0) { $0 + $1.rejected })
    reconciliation.add(.metadata, evidence.files.reduce(0) { $0 + $1.metadata })
    reconciliation.unique = merged.findings.count
    return reconciliation
  }
}

extension Evidence {
  /// The newest time of a record or an answer.
  package var newestObservation: Instant? {
    let records = records.rows.map(\.updated).max().flatMap { time in
      time == Record.undated ? nil : Instant(seconds: time)
    }
    let answers = answers.compactMap(\.date).max()
    return [records, answers].compactMap(\.self).max()
  }
}
