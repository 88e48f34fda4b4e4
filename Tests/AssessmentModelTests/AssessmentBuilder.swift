import AssessmentModel

/// A catalogue and evidence in a few lines, so that each case of a test reads as its rule.
///
///     var builder = AssessmentBuilder("S3.8 high", "IAM.4 critical global")
///     builder.add("hub S3.8 failed 1 eu-west-1 bucket at=20")
///     let assessment = try builder.assess()
///     assessment.places(of: "S3.8")  // ["1 eu-west-1 failed"]
///
/// Accounts are one digit here and twelve of them in the evidence. A `-` stands for nothing.
/// Everything happens in November 2026; `at=20T10` is the 20th at ten. The as-of is the 24th.
struct AssessmentBuilder {
  /// One objective of all checks and questions when there is none here.
  var objectives: [Objective] = []
  var questions: [Question] = []
  var standards: [Catalogue.Standard] = []
  var generatorIDs: [String: [String]] = [:]
  var notOffered: [String: Set<String>] = [:]
  var asOf = Instant("2026-11-24")
  var evidence = Evidence()
  private var checks: [Check]

  /// Checks as `id severity scope`: severity high and scope regional when nothing else is said.
  ///
  /// Where a case needs them, with `rule=`, `made=a,b`, `asks=-,90` (values of the rule's parameter
  /// `limit`), `prowler=a,b`, `advisor=`, `retired=2026-11-01`, `standards=A,B` and `type=`.
  init(_ checks: String...) {
    self.checks = checks.map(Self.check)
    evidence.files = [Self.file("0.json")]
  }

  static func file(_ name: String) -> EvidenceFile {
    EvidenceFile(name: name, sha256: "", bytes: 0, kind: "test", isExport: true)
  }

  var catalogue: Catalogue {
    let all = Objective(
      id: "so-1", title: "Objective", pillar: "pillar", core: checks.map(\.id))
    return Catalogue(
      objectives: objectives.isEmpty ? [all] : objectives, checks: checks,
      lens: Lens(
        name: "Lens", pillars: [.init(id: "pillar", name: "Pillar", questions: questions)]),
      standards: standards, generatorIDs: generatorIDs, notOffered: notOffered)
  }

  func assess() throws -> Assessment {
    try Assessment(evidence, catalogue: catalogue, asOf: asOf)
  }

  // MARK: Catalogue

  private static func check(_ text: String) -> Check {
    var words = text.split(separator: " ").map(String.init)[...]
    var check = Check(id: words.removeFirst(), title: "Title", severity: .high)
    for word in words {
      let (key, value) = parts(word)
      let list = value.split(separator: ",").map(String.init)
      switch key {
      case "regional", "global": check.scope = key == "global" ? .global : .regional
      case "rule": check.configRule = value
      case "made": check.securityHubRules = list
      case "asks": check.configParameters = ["limit": list.map { $0 == "-" ? "" : $0 }]
      case "prowler": check.prowlerChecks = list
      case "advisor": check.trustedAdvisorChecks = list
      case "standards": check.standards = list
      case "type": check.resourceType = value
      case "retired": check.retiredOn = Instant(value)
      default:
        guard let severity = Severity(label: key) else {
          preconditionFailure("A test's check has no \(key).")
        }
        check.severity = severity
      }
    }
    return check
  }

  /// Says that a pass of `stronger` implies one of `check`.
  mutating func imply(_ check: String, by stronger: String, parameters: [String: [String]] = [:]) {
    for index in checks.indices where checks[index].id == check {
      checks[index].impliedBy.append(
        .init(check: stronger, reason: "Stronger.", onlyIfParameters: parameters))
    }
  }

  /// Adds an objective; `core` and `extension` are ids with spaces between them.
  mutating func objective(
    _ id: String, core: String, extension extra: String = "", pillar: String? = nil,
    links: [Objective.Link] = []
  ) {
    objectives.append(
      Objective(
        id: id, title: "Objective", pillar: pillar, core: Self.words(core),
        extension: Self.words(extra), links: links))
  }

  /// Adds a question with the choices `a`, `b`, `c` and none of these: `a && b` has no risk, `a`
  /// alone a medium one, anything else a high one.
  mutating func ask(_ id: String, rules: [Question.RiskRule]? = nil) {
    let usual: [Question.RiskRule] = [
      .init(condition: .all([.selected("a"), .selected("b")]), risk: .none),
      .init(condition: .selected("a"), risk: .medium),
      .init(condition: .always, risk: .high),
    ]
    questions.append(
      Question(
        id: id, title: "Question",
        choices: ["a", "b", "c", "none_no"].map { .init(id: $0, title: $0) },
        riskRules: rules ?? usual))
  }

  // MARK: Evidence

  /// Adds an answer; a `day` is one of November 2026.
  mutating func answer(
    _ question: String, _ choices: String, day: String? = nil, workload: String? = nil,
    accounts: String? = nil, until: String? = nil, risk: Risk? = nil, isApplicable: Bool = true,
    isRiskOnly: Bool = false
  ) {
    var answer = Answer(question: question, choices: Self.words(choices))
    answer.date = day.map(Self.day)
    answer.validUntil = until.flatMap { Instant($0) }
    answer.workload = workload
    answer.accounts = accounts.map { Self.words($0).map(Self.account) }
    answer.apiRisk = risk
    answer.isApplicable = isApplicable
    answer.isRiskOnly = isRiskOnly
    evidence.answers.append(answer)
  }

  /// Adds an exception that holds until the end of 2026, changed by `change`.
  mutating func except(_ id: String = "E-1", _ change: (inout Exception) -> Void) {
    var exception = Exception(
      id: id, reason: "Reason.", owner: "Owner", approvedBy: "Approver",
      until: Self.instant("2026-12-31"))
    change(&exception)
    evidence.exceptions.append(exception)
  }

  /// Declares the scope: accounts and regions with spaces between them.
  mutating func declare(accounts: String, regions: String) {
    evidence.scope = Scope(
      accounts: Self.words(accounts).map {
        .init(id: Self.account($0), regions: Self.words(regions))
      })
  }

  /// Lists the enabled standards of an account and region, and controls that are off.
  mutating func enable(_ account: String, _ region: String, _ standards: String?, off: String = "")
  {
    evidence.enablement.append(
      Enablement(
        account: Self.account(account), region: region, standards: standards.map(Self.words),
        disabled: Self.words(off)))
  }

  /// Adds records, each `source reference status account region resource` and what a case needs:
  /// `at=`, `created=`, `first=`, `undated`, `id=`, `file=`, `record=`, `archived`, `suppressed`,
  /// `legacy`, `byrule`, `byresource`, `event`, `red`, `yellow`, `note=`, `parameters=`,
  /// `standards=`, `type=`.
  mutating func add(_ lines: String...) {
    for line in lines { add(line) }
  }

  private mutating func add(_ line: String) {
    let words = Self.words(line)
    precondition(words.count >= 6, "A test's record has six words: \(line)")
    var row = Record()
    row.number = UInt32(evidence.records.rows.count + 1)
    (row.source, row.reference) = (
      Self.source(words[0]), evidence.records.intern(Self.reference(words[0], words[1]))
    )
    row.status = Self.status(words[2])
    row.account = intern(Self.account(words[3]))
    row.region = intern(words[4])
    row.resource = intern(words[5])
    row.updated = Self.day("20").seconds
    for word in words.dropFirst(6) { change(&row, word) }
    while evidence.files.count <= Int(row.file) {
      evidence.files.append(Self.file("\(evidence.files.count).json"))
    }
    evidence.records.rows.append(row)
  }

  private mutating func change(_ row: inout Record, _ word: String) {
    let (key, value) = Self.parts(word)
    switch key {
    case "at": row.updated = Self.day(value).seconds
    case "created": row.created = Self.day(value).seconds
    case "first": row.firstObserved = Self.day(value).seconds
    case "undated": row.updated = Record.undated
    case "id": row.id = intern(value)
    case "file": row.file = UInt32(value) ?? 0
    case "record": row.number = UInt32(value) ?? 0
    case "archived": row.isArchived = true
    case "suppressed": row.isSuppressed = true
    case "legacy": row.form = .perStandard
    case "byrule": row.form = .byRule
    case "byresource": row.form = .byResource
    case "asff": row.form = .asff
    case "csv": row.form = .csv
    case "ocsf": row.form = .ocsf
    case "event": row.isListed = false
    case "red": row.severity = .high
    case "yellow": row.severity = .medium
    case "note": row.note = intern(value)
    case "parameters": row.parameters = intern(value)
    case "standards": row.standards = intern(value.replacing(",", with: " "))
    case "type": row.resourceType = intern(value)
    default: preconditionFailure("A test's record has no \(key).")
    }
  }

  private mutating func intern(_ word: String) -> StringID {
    evidence.records.strings.intern(word == "-" ? "" : word)
  }

  // MARK: Words

  static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  /// The twelve digits behind one.
  static func account(_ digit: String) -> String {
    digit == "-" ? "" : String(repeating: digit, count: 12)
  }

  /// A day of November 2026, with a time of day behind a `T` where it matters.
  static func day(_ text: String) -> Instant {
    let (day, hour) = parts(text, at: "T")
    return instant("2026-11-\(day)T\(hour.isEmpty ? "00" : hour):00:00Z")
  }

  private static func instant(_ text: String) -> Instant {
    guard let instant = Instant(text) else { preconditionFailure("No time: \(text)") }
    return instant
  }

  private static func parts(_ word: String, at mark: Character = "=") -> (String, String) {
    guard let index = word.firstIndex(of: mark) else { return (word, "") }
    return (String(word[..<index]), String(word[word.index(after: index)...]))
  }

  private static func source(_ word: String) -> Source {
    switch word {
    case "config": .config
    case "advisor": .trustedAdvisor
    case "prowler": .prowler
    default: .securityHub
    }
  }

  private static func reference(_ source: String, _ name: String) -> CheckReference {
    switch source {
    case "config": .configRule(name)
    case "advisor": .trustedAdvisor(name)
    case "prowler": .prowler(name)
    case "other": .otherProduct(name)
    case "generator": .securityHub(.init(generatorID: name))
    default: .securityHub(.init(securityControlID: name))
    }
  }

  private static func status(_ word: String) -> Record.Status {
    switch word {
    case "passed": .passed
    case "failed": .failed
    case "warning": .warning
    case "not-available": .notAvailable
    default: .none
    }
  }
}
