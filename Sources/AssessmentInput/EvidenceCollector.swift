import AssessmentModel
import JSON
import YAML

/// Gathers what the files hold; `result` joins it.
struct EvidenceCollector {
  private(set) var context: ReadingContext

  private var evidence = Evidence()
  private var failures: [ReadFailure] = []
  private var listing: [ListedFile] = []
  private var usedEntries: Set<String> = []
  private var assessmentName: String?
  private var logo: BrandingEntry.LogoEntry?
  private var facts: [EnablementFact] = []
  private var answers: [WorkloadAnswer] = []
  private var workloads: [WorkloadFact] = []
  private var organization: [OrganizationFact] = []
  private var insightNames: [String: String] = [:]
  private var offlineAnswers: [Answer] = []
  private var configRules: [ConfigRuleFact] = []
  private var configLists: [ConfigList] = []
  private var advisor = AdvisorYield()
  private var pages: [ExportPages.Page] = []
  private var evidenceFiles = 0
  private var checkedLenses = 0

  init(_ context: ReadingContext) { self.context = context }

  /// Takes over what went wrong while the files were looked for.
  mutating func add(_ walk: InputWalk) {
    failures += walk.failures
    evidence.diagnostics += walk.diagnostics
  }

  /// Takes over what a reader read, in its order.
  mutating func add(_ reader: consuming FileReader) {
    let first = evidence.files.count
    evidence.records.append(reader.decoder.table, addingToFiles: first)
    for result in reader.results {
      noteEntries(for: result.contents.name)
      switch result.outcome {
      case .read(var yield):
        yield.addToFiles(first)
        add(yield, of: result.contents)
      case .rejected(let problems, let isSkippable):
        reject(result.contents.name, problems, isSkippable: isSkippable)
      case .unreadable(let obstacle): failUnreadable(result.contents.name, obstacle)
      }
    }
  }

  private mutating func failUnreadable(_ name: String, _ obstacle: Obstacle) {
    let diagnostic = Diagnostic(
      .error, "unreadable", file: name, obstacle.summary, remedy: obstacle.remedy)
    failures.append(ReadFailure(reason: .unreadable, diagnostic: diagnostic))
    listing.append(
      ListedFile(name: name, kind: "not read", isRejected: true, notes: [obstacle.summary]))
  }

  // MARK: assessment.yaml

  /// Reads assessment.yaml; what is wrong in it always stops the run.
  mutating func readAssessment(_ file: NamedFile) {
    guard let path = file.file.path else { return failUnreadable(file.name, .unknown) }
    let text: JSONText
    do {
      text = try context.disk.read(path)
    } catch {
      return failUnreadable(file.name, Obstacle(error))
    }
    var contents = FileContents(file.file, name: file.name, text: text)
    contents.sha256 = text.sha256Hex
    guard assessmentName == nil else {
      reject(
        contents.name, [FileProblem("second-assessment", "a run has one assessment folder")],
        isSkippable: false)
      return
    }
    assessmentName = contents.name
    context.hasAssessment = true
    do {
      let root = try YAMLNode.parse(text: contents.text)
      let file = AssessmentFile(root, objectives: context.objectives)
      guard file.problems.all.isEmpty else {
        reject(contents.name, file.problems.all, isSkippable: false)
        return
      }
      file.apply(to: &evidence)
      context.entries = file.evidence
      context.onlyAccount = file.scope.flatMap { $0.accounts.count == 1 ? $0.accounts[0].id : nil }
      context.ownLens = file.lens.map { OwnLens(entry: $0, folder: contents.folder) }
      logo = file.branding?.logo
      context.logoPath = logo.map { contents.folder + "/" + $0.file }
      var yield = FileYield(kind: "assessment.yaml")
      yield.describe("it says what is assessed and how the rest is read")
      add(yield, of: contents)
    } catch {
      reject(contents.name, [error], isSkippable: false)
    }
  }

  private mutating func noteEntries(for name: String) {
    for entry in context.entries where entry.covers(name) { usedEntries.insert(entry.file) }
  }

  // MARK: Files

  /// Keeps what was read from a file.
  private mutating func add(_ yield: FileYield, of contents: FileContents) {
    let kind = (yield.kinds + (contents.packing.map { [$0] } ?? [])).joined(separator: ", ")
    for (list, endsWithToken) in yield.pages.sorted(by: { $0.key < $1.key }) {
      pages.append(
        ExportPages.Page(
          file: evidence.files.count, folder: contents.folder,
          kind: (yield.kinds + [list]).joined(separator: ", "), sha256: contents.sha256,
          endsWithToken: endsWithToken))
    }
    evidence.files.append(
      EvidenceFile(
        name: contents.name, sha256: contents.sha256, bytes: contents.bytes, kind: kind,
        records: yield.records, rejected: yield.rejected, metadata: yield.metadata,
        isExport: yield.isExport))
    evidence.diagnostics += yield.diagnostics
    if let malformed = yield.malformed { evidence.malformed.append(malformed) }
    evidence.exceptions += yield.exceptions
    evidence.notes += yield.notes
    if !yield.actions.isEmpty { evidence.actionFile = contents.name }
    evidence.actions += yield.actions
    evidence.unansweredElements += yield.unanswered
    facts += yield.facts
    configRules += yield.configRules
    configLists += yield.configLists
    self.answers += yield.answers
    workloads += yield.workloads
    organization += yield.organization
    evidence.availability.merge(yield.availability) { known, other in
      known.merging(other) { $0 || $1 }
    }
    evidence.insights += yield.insights
    insightNames.merge(yield.insightNames) { first, _ in first }
    offlineAnswers += yield.offlineAnswers
    evidence.lens = yield.ownLens ?? evidence.lens
    evidence.branding.logo = yield.logo ?? evidence.branding.logo
    advisor.append(yield.advisor)
    if yield.isEvidence { evidenceFiles += 1 }
    if yield.isLens { addLens(yield, of: contents) }
    listing.append(
      ListedFile(
        name: contents.name, kind: kind, isEvidence: yield.isEvidence,
        records: yield.records, rejected: yield.rejected, notes: notes(about: yield)))
  }

  /// What is said of a file in the list of files; of one without evidence at least that.
  private func notes(about yield: FileYield) -> [String] {
    if yield.isEvidence || !yield.remarks.isEmpty { return yield.remarks }
    return [
      yield.isEmptyList
        ? "there is no result in it, which is not a pass" : "no evidence is read from it"
    ]
  }

  /// Counts a lens that is to be checked, and says of one among the evidence that it asks nothing.
  private mutating func addLens(_ yield: FileYield, of contents: FileContents) {
    if context.request.checksLenses {
      failures += yield.lensProblems.map {
        ReadFailure(reason: .invalid, diagnostic: $0.diagnostic(file: contents.name))
      }
      checkedLenses += 1
      if contents.isGivenAlone { return }
    }
    guard !context.isOwnLens(contents) else { return }
    evidence.diagnostics.append(
      Diagnostic(
        .note, "lens-as-evidence", file: contents.name,
        "is a custom lens, and asks no questions here",
        remedy: "To have it answered, name it in assessment.yaml under lens."))
  }

  /// Notes a file that is not what it claims.
  private mutating func reject(_ name: String, _ problems: [FileProblem], isSkippable: Bool = true)
  {
    let diagnostics = problems.map { $0.diagnostic(file: name) }
    if isSkippable, context.request.skipInvalid {
      evidence.rejectedFiles += diagnostics
    } else {
      failures += diagnostics.map { ReadFailure(reason: .invalid, diagnostic: $0) }
    }
    listing.append(
      ListedFile(
        name: name, kind: "not what it claims", isRejected: true, notes: problems.map(\.summary)))
  }

  // MARK: Result

  /// Joins everything.
  consuming func result() -> ReadResult {
    // All that follows names it; to add it later would copy the strings.
    _ = evidence.records.strings.intern(Region.global)
    evidence.enablement = EnablementJoin(facts).enablement
    evidence.answers = offlineAnswers + WorkloadJoin(workloads).answers(answers)
    ConfigListJoin(configLists, files: evidence.files).apply(to: &evidence.records)
    ConfigRuleJoin(configRules).apply(to: &evidence.records)
    let organization = OrganizationJoin(organization)
    evidence.accounts = organization.accounts(beside: evidence.accounts)
    evidence.members = organization.members
    for index in evidence.insights.indices where evidence.insights[index].name == nil {
      evidence.insights[index].name = insightNames[evidence.insights[index].arn]
    }
    joinAdvisor()
    joinPages()
    warnOfUnusedEntries()
    compareLenses()
    joinOwnLens()
    requireLogo()
    // A folder with assessment.yaml alone gives a report, in which nothing is assessed and every
    // question stands to be answered.
    if evidenceFiles == 0, checkedLenses == 0, assessmentName == nil, failures.isEmpty {
      let diagnostic = Diagnostic(
        .error, "no-evidence", "there is no evidence in what was given",
        remedy: "Give exports of Security Hub, AWS Config, Trusted Advisor or Prowler, or answers; "
          + "those of an assessment folder lie in its evidence and answers.")
      failures.append(ReadFailure(reason: .missing, diagnostic: diagnostic))
    }
    return ReadResult(
      evidence: evidence, failures: failures,
      listing: listing.sorted { $0.name.precedes($1.name) })
  }

  private mutating func joinAdvisor() {
    let checks = AdvisorChecks(context.request.advisorChecks, advisor)
    var join = AdvisorJoin(checks, files: evidence.files)
    join.append(advisor.rows, to: &evidence.records)
    evidence.diagnostics += join.diagnostics
  }

  /// Numbers pages of one export alike, and marks those whose next page may not be there.
  private mutating func joinPages() {
    let pages = ExportPages(pages, rows: evidence.records.rows)
    for (file, first) in pages.exports { evidence.files[file].export = first }
    for file in pages.incomplete { evidence.files[file].isIncomplete = true }
  }

  /// Maps the pillars of the lens that assessment.yaml names; says so when it was not found.
  private mutating func joinOwnLens() {
    guard let ownLens = context.ownLens, let assessmentName else { return }
    let isReported = failures.contains { $0.diagnostic.file == ownLens.entry.file }
    let problems = isReported && evidence.lens == nil ? [] : ownLens.problems(in: evidence.lens)
    failures += problems.map {
      ReadFailure(reason: .invalid, diagnostic: $0.diagnostic(file: assessmentName))
    }
    evidence.lensObjectives = ownLens.entry.pillarObjectives
  }

  /// Says so when the logo that assessment.yaml names was not found.
  private mutating func requireLogo() {
    guard let logo, let assessmentName, evidence.branding.logo == nil,
      !failures.contains(where: { $0.diagnostic.file == logo.file })
    else { return }
    failures.append(
      ReadFailure(reason: .invalid, diagnostic: logo.missing.diagnostic(file: assessmentName)))
  }

  private mutating func compareLenses() {
    let told = answers.filter { !$0.answer.isRiskOnly }
    evidence.diagnostics += LensComparison(told, workloads).differences.map { difference in
      Diagnostic(
        .warning, "lens-drift", file: evidence.files[difference.file].name, difference.summary)
    }
  }

  private mutating func warnOfUnusedEntries() {
    for entry in context.entries where !usedEntries.contains(entry.file) {
      evidence.diagnostics.append(
        Diagnostic(
          .warning, "unused-entry", file: assessmentName,
          place: .line(entry.line, column: entry.column),
          "evidence names \(entry.file), which was not found"))
    }
  }
}
