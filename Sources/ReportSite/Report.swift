import AssessmentModel

/// An assessment with what pages ask of it again and again, computed once.
struct Report {
  let assessment: Assessment
  /// The version of the program that writes the pages.
  let version: String
  /// A digest of inputs, options and version that every page prints.
  let digest: String
  /// Verdicts of each account, by objective.
  let accounts: [(account: AssessedScope.Account, results: [ObjectiveResult])]
  /// Indices into the findings, worst first.
  let worstFirst: [Int]
  /// Open findings over all checks, each counted once, by severity.
  let openBySeverity: [Severity: Int]
  /// Open findings of each account.
  let openFindings: [StringID: Int]
  /// The verdict and places of each check over all accounts.
  let checks: [CheckItem]

  init(_ assessment: Assessment, version: String, digest: String) {
    self.assessment = assessment
    self.version = version
    self.digest = digest
    accounts = assessment.scope.accounts.map { account in
      let results = assessment.catalogue.objectives.map {
        assessment.result(of: $0, in: account.id)
      }
      return (account, results)
    }
    checks = assessment.catalogue.checks.indices.map { index in
      CheckItem(
        index, isCore: true, places: assessment.places[index],
        isRetired: assessment.catalogue.checks[index].isRetired(at: assessment.asOf))
    }
    openBySeverity = assessment.merged.findings.reduce(into: [:]) { counts, finding in
      guard finding.state == .failed else { return }
      counts[assessment.catalogue.checks[finding.check].severity, default: 0] += 1
    }
    openFindings = assessment.merged.findings.reduce(into: [:]) { counts, finding in
      if finding.state == .failed { counts[finding.account, default: 0] += 1 }
    }
    worstFirst = Self.worstFirst(assessment)
  }

  /// Open before set aside before unknown before passed; then severity; then the findings' order.
  private static func worstFirst(_ assessment: Assessment) -> [Int] {
    let findings = assessment.merged.findings
    let severities = assessment.catalogue.checks.map(\.severity)
    func rank(_ index: Int) -> Int {
      let state =
        switch findings[index].state {
        case .failed: 0
        case .unknown: 1
        case .excepted: 2
        case .suppressed: 3
        case .passed: 4
        }
      return state * 10 + 4 - Int(severities[findings[index].check].rawValue)
    }
    var buckets: [[Int]] = Array(repeating: [], count: 50)
    for index in findings.indices { buckets[rank(index)].append(index) }
    return buckets.flatMap(\.self)
  }

  var catalogue: Catalogue { assessment.catalogue }
  var findings: [Finding] { assessment.merged.findings }

  /// The text behind an identifier.
  func text(_ id: StringID) -> String { assessment.strings[id] }

  /// The account's name, or its id where it has none.
  func name(of account: StringID) -> String {
    assessment.details(of: account).name ?? text(account)
  }

  /// The region for people: `global` and a missing one in words.
  func region(_ id: StringID) -> String {
    id.isNone ? "no region named" : text(id)
  }

  /// The title of the report.
  var title: String { assessment.evidence.title ?? "Security objectives assessment" }

  /// `2 of 5 answered` and the like are made of these.
  func answered(_ objective: Objective) -> (answered: Int, of: Int) {
    let own = assessment.questions.filter {
      $0.objective == objective.id && $0.verdict != .notApplicable
    }
    return (own.count { $0.verdict == .answered }, own.count)
  }

  /// Whether the selected choices of any question of the objective disagree with checks.
  func contradictions(_ objective: Objective) -> [Contradiction] {
    let own = Set(catalogue.questions(of: objective).map(\.id))
    return assessment.contradictions.filter { own.contains($0.question) }
  }

  /// How many days a finding has been open, where its first day is known.
  func age(_ finding: Finding) -> Int? {
    assessment.since(finding).map { max(0, $0.days(to: assessment.asOf)) }
  }
}
