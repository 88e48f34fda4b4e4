import AssessmentModel
import JSON
import YAML

/// Gathers what the files hold; `result` joins it.
struct EvidenceCollector {
  let request: EvidenceRequest
  let objectives: [String]
  let generatorIDs: [String: [String]]

  var evidence = Evidence()
  var decoder = FindingDecoder()
  var failures: [ReadFailure] = []
  var listing: [ListedFile] = []
  private var entries: [AssessmentFile.EvidenceEntry] = []
  private var usedEntries: Set<String> = []
  private var assessmentName: String?
  private var ownLens: OwnLens?
  private var facts: [EnablementFact] = []
  private var answers: [WorkloadAnswer] = []
  private var workloads: [WorkloadFact] = []
  private var offlineAnswers: [Answer] = []
  private var pages: [(file: Int, folder: String, endsWithToken: Bool)] = []
  private var evidenceFiles = 0
  private var checkedLenses = 0

  init(_ request: EvidenceRequest, objectives: [String], generatorIDs: [String: [String]]) {
    self.request = request
    self.objectives = objectives
    self.generatorIDs = generatorIDs
  }

  /// Takes over what went wrong while the files were looked for.
  mutating func add(_ walk: InputWalk) {
    failures += walk.failures
    evidence.diagnostics += walk.diagnostics
  }

  /// Notes a file that cannot be opened or read.
  mutating func failUnreadable(_ file: InputFile) {
    let diagnostic = Diagnostic(
      .error, "unreadable", file: file.name, "cannot be opened or read",
      remedy: "Check its permissions.")
    failures.append(ReadFailure(reason: .unreadable, diagnostic: diagnostic))
    list(file.name, kind: "not read", isRejected: true)
  }

  // MARK: assessment.yaml

  /// Reads assessment.yaml; what is wrong in it always stops the run.
  mutating func readAssessment(_ loaded: LoadedFile) {
    let contents = FileContents(loaded)
    guard assessmentName == nil else {
      reject(
        contents.name, [FileProblem("second-assessment", "a run has one assessment folder")],
        isSkippable: false)
      return
    }
    assessmentName = loaded.name
    do {
      let root = try Self.parse(contents.text)
      let file = AssessmentFile(root, objectives: objectives)
      guard file.problems.all.isEmpty else {
        reject(contents.name, file.problems.all, isSkippable: false)
        return
      }
      file.apply(to: &evidence)
      entries = file.evidence
      ownLens = file.lens.map { OwnLens(entry: $0, folder: contents.folder) }
      add(FileYield(kind: "assessment.yaml"), of: contents)
    } catch {
      reject(contents.name, [error], isSkippable: false)
    }
  }

  /// Parses YAML, which must be text.
  static func parse(_ text: JSONText) throws(FileProblem) -> YAMLNode {
    let string = try FileText(text).string()
    do {
      return try YAMLNode.parse(string)
    } catch {
      throw FileProblem(error)
    }
  }

  /// The account and region of a file's records that name none.
  mutating func placement(of contents: FileContents) -> Placement {
    var placement = Placement(
      account: request.evidenceAccount, region: request.evidenceRegion)
    for entry in entries
    where entry.file == contents.name || contents.name.hasPrefix(entry.file + "/") {
      usedEntries.insert(entry.file)
      placement.account = entry.placement.account ?? placement.account
      placement.region = entry.placement.region ?? placement.region
    }
    return placement
  }

  /// Whether this is the lens that assessment.yaml names.
  func isOwnLens(_ contents: FileContents) -> Bool {
    ownLens.map { contents.path == $0.path } ?? false
  }

  // MARK: Files

  /// Keeps what was read from a file.
  mutating func add(_ yield: FileYield, of contents: FileContents) {
    let kind = (yield.kinds + (contents.packing.map { [$0] } ?? [])).joined(separator: ", ")
    let answers = yield.answers.count + yield.offlineAnswers.count
    if yield.endsWithToken != nil {
      pages.append((evidence.files.count, contents.folder, yield.endsWithToken ?? false))
    }
    evidence.files.append(
      EvidenceFile(
        name: contents.name, sha256: contents.sha256, bytes: contents.bytes, kind: kind,
        records: yield.records, rejected: yield.rejected, metadata: yield.metadata,
        isExport: yield.isExport))
    evidence.diagnostics += yield.diagnostics
    evidence.exceptions += yield.exceptions
    evidence.notes += yield.notes
    evidence.unansweredElements += yield.unanswered
    facts += yield.facts
    self.answers += yield.answers
    workloads += yield.workloads
    offlineAnswers += yield.offlineAnswers
    if yield.isEvidence || answers > 0 { evidenceFiles += 1 }
    if yield.isLens { addLens(yield, of: contents) }
    list(
      contents.name, kind: kind, records: yield.records, rejected: yield.rejected,
      notes: yield.remarks)
  }

  /// Counts a lens that is to be checked, and says of one among the evidence that it asks nothing.
  private mutating func addLens(_ yield: FileYield, of contents: FileContents) {
    if request.checksLenses {
      failures += yield.lensProblems.map {
        ReadFailure(reason: .invalid, diagnostic: $0.diagnostic(file: contents.name))
      }
      checkedLenses += 1
      if contents.isGivenAlone { return }
    }
    guard !isOwnLens(contents) else { return }
    evidence.diagnostics.append(
      Diagnostic(
        .note, "lens-as-evidence", file: contents.name,
        "is a custom lens, and asks no questions here",
        remedy: "To have it answered, name it in assessment.yaml under lens."))
  }

  /// Notes a file that is not what it claims.
  mutating func reject(_ name: String, _ problems: [FileProblem], isSkippable: Bool = true) {
    let diagnostics = problems.map { $0.diagnostic(file: name) }
    if isSkippable, request.skipInvalid {
      evidence.rejectedFiles += diagnostics
    } else {
      failures += diagnostics.map { ReadFailure(reason: .invalid, diagnostic: $0) }
    }
    list(name, kind: "not what it claims", isRejected: true, notes: problems.map(\.summary))
  }

  private mutating func list(
    _ name: String, kind: String, isRejected: Bool = false, records: Int = 0, rejected: Int = 0,
    notes: [String] = []
  ) {
    listing.append(
      ListedFile(
        name: name, kind: kind, isRejected: isRejected, records: records, rejected: rejected,
        notes: notes))
  }

  // MARK: Result

  /// Joins everything.
  consuming func result() -> ReadResult {
    evidence.enablement = EnablementJoin(facts).enablement
    evidence.answers = offlineAnswers + WorkloadJoin(workloads).answers(answers)
    evidence.records = decoder.table
    joinPages()
    markIncompletePages()
    warnOfUnusedEntries()
    compareLenses()
    joinOwnLens()
    if evidenceFiles == 0, checkedLenses == 0, failures.isEmpty {
      let diagnostic = Diagnostic(
        .error, "no-evidence", "there is no evidence in what was given",
        remedy: "Name a folder or files with findings of Security Hub.")
      failures.append(ReadFailure(reason: .missing, diagnostic: diagnostic))
    }
    return ReadResult(
      evidence: evidence, failures: failures,
      listing: listing.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
  }

  /// Gives pages in files of their own the number of their first one: in the order of their names,
  /// each page that names a next one is followed by it.
  private mutating func joinPages() {
    var last: [String: (file: Int, hasNext: Bool)] = [:]
    for page in pages {
      let key = page.folder + "\n" + evidence.files[page.file].kind
      if let previous = last[key], previous.hasNext {
        evidence.files[page.file].export = evidence.files[previous.file].export ?? previous.file
      }
      last[key] = (page.file, page.endsWithToken)
    }
  }

  /// A page is incomplete unless a last page stands in the same folder that holds results of one of
  /// its accounts and regions: exports of other accounts say nothing about it.
  private mutating func markIncompletePages() {
    guard pages.contains(where: \.endsWithToken) else { return }
    var places: [Int: Set<UInt64>] = [:]
    for row in evidence.records.rows {
      let place = UInt64(row.account.rawValue) << 32 | UInt64(row.region.rawValue)
      places[Int(row.file), default: []].insert(place)
    }
    for page in pages where page.endsWithToken {
      let own = places[page.file] ?? []
      let hasLast = pages.contains { other in
        !other.endsWithToken && other.folder == page.folder
          && !own.isDisjoint(with: places[other.file] ?? [])
      }
      evidence.files[page.file].isIncomplete = !hasLast
    }
  }

  /// Maps the pillars of the lens that assessment.yaml names; says so when it was not found.
  private mutating func joinOwnLens() {
    guard let ownLens, let assessmentName else { return }
    let isReported = failures.contains { $0.diagnostic.file == ownLens.entry.file }
    let problems = isReported && evidence.lens == nil ? [] : ownLens.problems(in: evidence.lens)
    failures += problems.map {
      ReadFailure(reason: .invalid, diagnostic: $0.diagnostic(file: assessmentName))
    }
    evidence.lensObjectives = ownLens.entry.pillarObjectives
  }

  private mutating func compareLenses() {
    evidence.diagnostics += LensComparison(answers, workloads).differences.map { difference in
      Diagnostic(
        .warning, "lens-drift", file: evidence.files[difference.file].name, difference.summary)
    }
  }

  private mutating func warnOfUnusedEntries() {
    for entry in entries where !usedEntries.contains(entry.file) {
      evidence.diagnostics.append(
        Diagnostic(
          .warning, "unused-entry", file: assessmentName,
          place: .line(entry.line, column: entry.column),
          "evidence names \(entry.file), which was not found"))
    }
  }
}
