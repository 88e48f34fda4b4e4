import AssessmentModel
import Parallel

/// An assessment with what pages ask of it again and again, computed once.
struct Report {
  let assessment: Assessment
  /// The version of the program that writes the pages.
  let version: String
  /// A digest of inputs, options and version that every page prints.
  let digest: String
  /// Verdicts of each account, by objective.
  let accounts: [(account: AssessedScope.Account, results: [ObjectiveResult])]
  private let meanings: [UInt64: Catalogue.Meaning]
  /// The findings, worst first.
  let order: FindingOrder
  /// The findings of each check, by check index.
  let counts: [FindingCounts]
  /// The findings of each account.
  let accountCounts: [StringID: FindingCounts]
  /// The severity of each check: the worst of its open findings, the catalogue's without any.
  let severities: [Severity]
  /// Open findings over all checks, each counted once, by severity.
  let openBySeverity: [Severity: Int]
  /// What rows show of each finding.
  let facts: FindingFacts
  /// The evidence files, as pages list them.
  let files: EvidenceFileList
  /// The verdict and places of each check over all accounts.
  let checks: [CheckItem]
  /// Notes of people as parts of pages.
  let notes: [PersonNote]
  /// Names of files that people put beside their answers, by what they are.
  let supportingFiles: [String: [String]]
  /// What a reader should know, of the assessment and of texts that pages show as plain text.
  let warnings: [Diagnostic]
  /// Items of the plan by account: numbers of the item and of its share.
  let planShares: [StringID: [(item: Int, share: Int)]]
  /// Which source looked where, and when.
  let coverage: Coverage
  /// Fragments of the exceptions, each once.
  let exceptionAnchors: [String]
  /// On which page each exception stands.
  private(set) var exceptionPages: [Int] = []
  /// The questions as the questionnaire shows them, composed once.
  private(set) var questionSheets: [QuestionSheet] = []
  /// On which page each question stands, by its id.
  private(set) var questionPages: [String: Int] = [:]

  init(_ assessment: Assessment, version: String, digest: String) {
    self.assessment = assessment
    meanings = Self.meanings(assessment)
    self.version = version
    self.digest = digest
    let all = assessment.scope.accounts
    accounts = Parallel.map(all.count) { number in
      let results = assessment.catalogue.objectives.map {
        assessment.result(of: $0, in: all[number].id)
      }
      return (all[number], results)
    }
    let core = Set(assessment.catalogue.objectives.flatMap(\.core))
    checks = assessment.catalogue.checks.indices.map { index in
      let check = assessment.catalogue.checks[index]
      let isCore = core.contains(check.id)
      // An extension check that no record names has no place, though AWS may offer it.
      return CheckItem(
        index, isCore: isCore, places: assessment.places[index],
        isRetired: check.isRetired(at: assessment.asOf),
        hasPlaces: isCore && assessment.scope.hasPlaces(for: check.scope))
    }
    let findings = assessment.merged.findings
    let severities = Self.severities(assessment)
    self.severities = severities
    let counts = FindingCounts.byCheck(findings, checks: severities.count)
    self.counts = counts
    accountCounts = FindingCounts.byAccount(findings)
    openBySeverity = Self.openBySeverity(assessment, counts)
    order = FindingOrder(findings, counts: counts, severities: severities)
    facts = FindingFacts(assessment)
    files = EvidenceFileList(assessment.evidence)
    coverage = Coverage(assessment)
    planShares = Self.planShares(assessment.plan)
    notes = PersonNote.all(of: assessment.evidence)
    supportingFiles = Self.supportingFiles(assessment)
    warnings =
      assessment.evidence.malformed.flatMap { $0.diagnostics(first: 20) }
      + assessment.warnings + notes.compactMap(\.warning) + assessment.catalogue.lens.warnings
    exceptionAnchors = AnchorName.unique(
      assessment.exceptions.map { AnchorName.exception($0.exception.id) })
    // The pages themselves say what fits on each.
    exceptionPages = ExceptionsPage(report: self).pageNumbers
    questionSheets = QuestionSheet.all(of: self)
    questionPages = Dictionary(
      questionSheets.map { ($0.question, $0.page) }, uniquingKeysWith: { first, _ in first })
  }

  private static func supportingFiles(_ assessment: Assessment) -> [String: [String]] {
    let kinds = Set(assessment.catalogue.objectives.flatMap(\.supporting).map(\.outputKind))
    return assessment.evidence.files.reduce(into: [:]) { files, file in
      if kinds.contains(file.kind) { files[file.kind, default: []].append(file.name) }
    }
  }

  private static func planShares(
    _ plan: RemediationPlan
  ) -> [StringID: [(item: Int, share: Int)]] {
    var shares: [StringID: [(item: Int, share: Int)]] = [:]
    for (number, item) in plan.items.enumerated() {
      for (index, share) in item.shares.enumerated() {
        shares[share.account, default: []].append((number, index))
      }
    }
    return shares
  }

  private static func severities(_ assessment: Assessment) -> [Severity] {
    assessment.catalogue.checks.enumerated().map { index, check in
      let isOfRows = check.leavesSeverityToRows
      return (isOfRows ? assessment.merged.openSeverity(ofCheck: index) : nil) ?? check.severity
    }
  }

  private static func openBySeverity(
    _ assessment: Assessment, _ counts: [FindingCounts]
  ) -> [Severity: Int] {
    assessment.catalogue.checks.enumerated().reduce(into: [:]) { open, item in
      let (index, check) = item
      if counts[index].open == 0 { return }
      guard check.leavesSeverityToRows else {
        open[check.severity, default: 0] += counts[index].open
        return
      }
      for finding in assessment.merged.findings(ofCheck: index) where finding.state == .failed {
        open[finding.severity, default: 0] += 1
      }
    }
  }

  /// The severity of the item's check: the worst of its open findings, else the catalogue's.
  func severity(of item: CheckItem) -> Severity { severities[item.check] }

  /// What a row's reference stands for; resolved once for rows that share it.
  func meaning(of row: Record) -> Catalogue.Meaning {
    meanings[Self.key(row)]
      ?? catalogue.resolve(
        assessment.evidence.records.references[Int(row.reference)],
        resourceType: text(row.resourceType))
  }

  private static func key(_ row: Record) -> UInt64 {
    UInt64(row.reference) << 32 | UInt64(row.resourceType.rawValue)
  }

  /// The meanings of all rows that decide nothing.
  private static func meanings(_ assessment: Assessment) -> [UInt64: Catalogue.Meaning] {
    var meanings: [UInt64: Catalogue.Meaning] = [:]
    let records = assessment.evidence.records
    for (row, outcome) in zip(records.rows, assessment.merged.outcomes)
    where outcome != .finding && outcome != .merged && meanings[key(row)] == nil {
      meanings[key(row)] = assessment.catalogue.resolve(
        records.references[Int(row.reference)], resourceType: assessment.strings[row.resourceType])
    }
    return meanings
  }

  var catalogue: Catalogue { assessment.catalogue }
  var plan: RemediationPlan { assessment.plan }
  var findings: [Finding] { assessment.merged.findings }

  /// The text behind an identifier.
  func text(_ id: StringID) -> String { assessment.strings[id] }

  /// The account's name, or its id where it has none.
  func name(of account: StringID) -> String {
    if account.isNone { return "no account named" }
    let name = assessment.details(of: account).name ?? text(account)
    return ShownText.short(name, limit: 120, whole: "findings.csv")
  }

  /// The names of accounts; of many the first, and how many more there are.
  func names(of accounts: [StringID]) -> [String] {
    let shown = accounts.prefix(12).map { name(of: $0) }
    let rest = accounts.count - shown.count
    return shown + (rest > 0 ? ["\(rest) more"] : [])
  }

  /// Checks that an objective claims and that can fail: what overviews count.
  var items: [CheckItem] {
    checks.filter { item in
      item.isJudged && catalogue.isClaimed(item.check) && (item.isCore || item.places.total > 0)
    }
  }

  /// The region for people: `global` and a missing one in words.
  func region(_ id: StringID) -> String {
    id.isNone ? "no region named" : ShownText.short(text(id), limit: 60, whole: "findings.csv")
  }

  /// The title of the report.
  var title: String { assessment.evidence.title ?? "Security objectives assessment" }

  /// The link to a question of the questionnaire.
  func link(toQuestion id: String, on map: SiteMap) -> String {
    map.link(.question(id), number: questionPages[id] ?? 1)
  }

  /// The link to the log of answers, which begins behind the last question.
  func link(toLogOn map: SiteMap) -> String {
    map.link(.questions, number: questionPages.values.max() ?? 1, fragment: "log")
  }

  /// The link to an exception by its number.
  func link(toException number: Int, on map: SiteMap) -> String {
    let page = exceptionPages.indices.contains(number) ? exceptionPages[number] : 1
    return map.link(.exceptions, number: page, fragment: exceptionAnchors[number])
  }

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

  /// When any witness saw a finding first, by its index.
  func since(_ index: Int) -> Instant? {
    let first = facts.all[index].first
    return first == Record.undated ? nil : Instant(seconds: first)
  }

  /// How many days a finding has been open, where its first day is known.
  func age(_ index: Int) -> Int? {
    since(index).map { max(0, $0.days(to: assessment.asOf)) }
  }

  /// The short stable id of a finding, such as `IAM.3-4T9W0K2M7C`.
  func citation(_ index: Int) -> String {
    var text = Array((catalogue.checks[findings[index].check].id + "-").utf8)
    facts.all[index].citation.appendDigits(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The indices of the open findings of a check, in the order of account and region.
  func openFindings(ofCheck check: Int) -> ArraySlice<Int32> {
    order.indices[order.positions(ofCheck: check, .failed)]
  }
}
