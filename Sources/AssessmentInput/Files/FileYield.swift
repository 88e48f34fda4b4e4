import AssessmentModel

/// What was read from one file, beside the rows of its findings.
struct FileYield {
  /// The names of what is in the file, each once.
  private(set) var kinds: [String] = []
  /// Records so far, rejected and counted ones included.
  private(set) var records = 0
  private(set) var rejected = 0
  private(set) var metadata = 0
  /// Elements of answer lists that answer nothing; they are counted as metadata.
  private(set) var unanswered = 0
  var isExport = false
  /// Lists of which the file holds a page → whether the last such page names a next one.
  private(set) var pages: [String: Bool] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// All rejected records; nil when there are none.
  private(set) var malformed: MalformedRecords?
  var facts: [EnablementFact] = []
  var configRules: [ConfigRuleFact] = []
  /// Lists of AWS Config that are not clearly lists of a rule.
  var configLists: [ConfigList] = []
  /// Whether there is a list of AWS Config's results in the file, empty or not.
  var hasConfigResults = false
  /// Results of AWS Config that nothing gives an account.
  var unplacedResults = 0
  var answers: [WorkloadAnswer] = []
  var workloads: [WorkloadFact] = []
  var organization: [OrganizationFact] = []
  /// Region → lower-case id of a control → whether AWS offers it there.
  var availability: [String: [String: Bool]] = [:]
  var insights: [Insight] = []
  /// ARN of an insight → its name.
  var insightNames: [String: String] = [:]
  var offlineAnswers: [Answer] = []
  var exceptions: [Exception] = []
  var notes: [Note] = []
  /// Rows of plan.csv.
  var actions: [ActionEntry] = []
  /// The lens that assessment.yaml names.
  var ownLens: Lens?
  var logo: Logo?
  var advisor = AdvisorYield()

  private var lenses: [LensFile] = []
  private var brokenLenses: [FileProblem] = []

  /// A sentence about each kind of thing that a person should know.
  private(set) var remarks: [String] = []
  private var remarked: Set<String> = []

  init() {}

  /// The yield of a file that is known to be one thing.
  init(kind: String) { kinds = [kind] }

  /// Whether the last page of an export names a next one; nil when the file is no such page.
  var endsWithToken: Bool? {
    get { pages[""] }
    set { pages[""] = newValue }
  }

  /// Whether anything in the file is evidence.
  ///
  /// That is a result or an answer that counts somewhere, what is on, or whose answers there are. A
  /// list without results proves nothing by what it lacks.
  var isEvidence: Bool {
    records > metadata + rejected + unplaced || !facts.isEmpty || !workloads.allSatisfy(\.isName)
  }

  /// Results that nothing gives an account, so that they count nowhere.
  private var unplaced: Int { unplacedResults + advisor.rows.count { $0.account == nil } }

  /// Whether the file is a list of results with none in it.
  var isEmptyList: Bool {
    records == 0 && (isExport || hasConfigResults || kinds == ["empty list"])
  }

  /// What AWS would refuse in custom lenses.
  var lensProblems: [FileProblem] { brokenLenses + lenses.flatMap(\.violations) }

  /// Whether there is a custom lens in the file.
  var isLens: Bool { kinds.contains(Self.lensKind) }

  private static let lensKind = "custom lens"

  /// Adds to the number of the file, wherever it stands.
  mutating func addToFiles(_ first: Int) {
    for index in answers.indices { answers[index].answer.file += first }
    for index in offlineAnswers.indices { offlineAnswers[index].file += first }
    for index in configLists.indices { configLists[index].file += first }
    for index in insights.indices { insights[index].file += first }
    for index in advisor.rows.indices { advisor.rows[index].file += first }
    notes = notes.map { Note(subject: $0.subject, markdown: $0.markdown, file: $0.file + first) }
  }

  /// Names what is in the file.
  mutating func add(kind: String) {
    guard kinds.count <= Self.mostKinds, !kinds.contains(kind) else { return }
    kinds.append(kinds.count < Self.mostKinds ? kind : "others")
  }

  /// How many kinds and remarks are listed: texts in a file tell some of them.
  private static let mostKinds = 20

  /// Notes the end of a page of a list, which may go on in the same file.
  mutating func endPage(of list: String, hasNext: Bool) { pages[list] = hasNext }

  /// Counts a record and gives its number, from 1.
  mutating func nextRecord() -> Int {
    records += 1
    return records
  }

  /// Counts records.
  mutating func addRecords(_ count: Int) { records += count }

  /// Counts elements that carry no result.
  mutating func addMetadata(_ count: Int) {
    records += count
    metadata += count
  }

  /// Says that the record numbered last carries no result.
  mutating func markMetadata() { metadata += 1 }

  /// Counts an element of a list of answers that answers nothing.
  mutating func addUnanswered() {
    unanswered += 1
    addMetadata(1)
  }

  /// Counts the record of that number, which begins at the point, as rejected, and says why.
  mutating func reject(
    _ number: Int, at point: Diagnostic.Point? = nil, pointer: String, _ summary: String,
    file: String
  ) {
    rejected += 1
    var malformed = malformed.take() ?? MalformedRecords(file: file)
    malformed.append(
      MalformedRecords.Entry(number: number, point: point, pointer: pointer, summary: summary))
    self.malformed = malformed
  }

  /// Adds a custom lens, and to the list of files what it has that the format does not describe.
  mutating func add(_ lens: LensFile) {
    add(kind: Self.lensKind)
    lenses.append(lens)
    describe(lens.summary)
    for quirk in lens.quirks { describe(quirk) }
  }

  /// Adds the output of `export-lens` whose lens is no JSON.
  mutating func add(brokenLens problem: FileProblem) {
    add(kind: Self.lensKind)
    brokenLenses.append(problem)
  }

  /// Adds a warning about a problem of a file that is kept.
  mutating func warn(_ problem: FileProblem, file: String) {
    diagnostics.append(problem.diagnostic(.warning, file: file))
  }

  /// Adds a sentence for the list of files.
  mutating func describe(_ summary: String) {
    guard remarked.insert(summary).inserted, remarks.count < Self.mostKinds else { return }
    remarks.append(summary)
  }

  /// Adds how many things of a kind the file names, if any.
  mutating func describe(count: Int, _ noun: String, _ more: String = "") {
    if count > 0 { describe("\(count) \(noun)\(count == 1 ? "" : "s")\(more)") }
  }

  /// Adds a warning.
  mutating func warn(
    _ identifier: String, file: String, at place: Diagnostic.Place = .whole, _ summary: String,
    remedy: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(.warning, identifier, file: file, place: place, summary, remedy: remedy))
  }

  /// Adds a sentence for the list of files, and a diagnostic that says the same.
  mutating func remark(
    _ severity: Diagnostic.Severity, _ identifier: String, file: String, _ summary: String,
    remedy: String? = nil
  ) {
    guard !remarked.contains(summary) else { return }
    describe(summary)
    diagnostics.append(Diagnostic(severity, identifier, file: file, summary, remedy: remedy))
  }
}
