import AssessmentModel
import EmbeddedFiles
import ReportSite
import Synchronization

/// A small assessment and the site that is made of it.
///
///     var builder = SiteBuilder()
///     builder.add("IAM.3", .failed, account: 1, region: "eu-west-1", resource: "key")
///     let site = try builder.site()
///     site.page("checks/iam-3.html")
///
/// SO 1 asks one question and has IAM.3 and IAM.4; SO 2 shares IAM.3, has S3.8 and, as an extension,
/// TA.Rows; SO 3 has EC2.2, of which nothing is ever known, and EC2.29, which is retired.
struct SiteBuilder {
  var evidence = Evidence()
  var asOf = Instant("2026-11-24")
  /// What every title of the catalogue and the lens is.
  var title = "Title"
  /// The id of the one question.
  var question = "so_1_1"
  /// What the lens says below the question and about its first choice.
  var help = "Help of the *lens*."
  var improvement = Resource(text: "Improve.", url: "https://docs.aws.amazon.com/x")
  /// Questions beyond the first, `so_1_2` and so on.
  var furtherQuestions = 0
  var guidance = "## What is wanted\n\nOrder.\n\n## How to get there\n\nWork."

  init() {
    evidence.files = [Self.file("evidence/findings.json")]
  }

  static func file(_ name: String) -> EvidenceFile {
    EvidenceFile(
      name: name, sha256: String(repeating: "a", count: 64), bytes: 1, kind: "test", records: 1)
  }

  /// Twelve digits for a number.
  static func account(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 12 - digits.count) + digits
  }

  // MARK: Evidence

  /// Adds a record of Security Hub of 20 November, about an account by its number.
  mutating func add(
    _ check: String, _ status: Record.Status, account: Int = 1, region: String = "eu-west-1",
    resource: String = "resource", created: String = "2026-10-01", file: Int = 0,
    _ change: (inout Record, inout RecordTable) -> Void = { _, _ in }
  ) {
    var row = Record()
    row.file = UInt32(file)
    row.number = UInt32(evidence.records.rows.count + 1)
    row.reference = evidence.records.intern(.securityHub(.init(securityControlID: check)))
    row.status = status
    row.account = evidence.records.strings.intern(Self.account(account))
    row.region = evidence.records.strings.intern(region)
    row.resource = evidence.records.strings.intern(resource)
    row.updated = Instant("2026-11-20T00:00:00Z")?.seconds ?? Record.undated
    row.created = Instant(created)?.seconds ?? Record.undated
    change(&row, &evidence.records)
    evidence.records.rows.append(row)
  }

  /// Adds an answer to the question of SO 1.
  mutating func answer(_ choices: [String], _ change: (inout Answer) -> Void = { _ in }) {
    var answer = Answer(question: question, choices: choices, number: 1)
    answer.date = Instant("2026-11-20")
    change(&answer)
    evidence.answers.append(answer)
  }

  /// Adds an exception for IAM.3 that holds until the end of the year.
  mutating func except(_ id: String, _ change: (inout Exception) -> Void = { _ in }) {
    var exception = Exception(
      id: id, reason: "Reason", owner: "Owner", approvedBy: "Approver",
      until: Instant("2026-12-31") ?? Instant(seconds: 0))
    exception.check = "IAM.3"
    change(&exception)
    evidence.exceptions.append(exception)
  }

  // MARK: Results

  var catalogue: Catalogue {
    var checks = [
      Check(id: "IAM.3", title: title, severity: .medium, scope: .global),
      Check(id: "IAM.4", title: title, severity: .critical, scope: .global),
      Check(id: "S3.8", title: title, severity: .high),
      Check(id: "EC2.2", title: title, severity: .low),
      Check(id: "TA.Rows", title: title, severity: .informational),
      Check(id: "EC2.29", title: title, severity: .low),
    ]
    checks[2].configRule = "block"
    checks[2].trustedAdvisorChecks = ["twin1", "other2"]
    checks[4].statusNote = "Only in older exports."
    checks[5].retiredOn = Instant("2026-01-01")
    for index in checks.indices {
      checks[index].guidance = [
        .init(id: "console", title: "In the console", markdown: "1. Open it.\n2. Repair it.")
      ]
    }
    return Catalogue(
      objectives: [
        Objective(
          id: "so-1", title: title, summary: title, pillar: "SO_1", core: ["IAM.3", "IAM.4"],
          links: [.init(question: question, choice: "a", contradictedBy: ["IAM.4"])],
          guidance: guidance),
        Objective(
          id: "so-2", title: title, summary: title, core: ["S3.8", "IAM.3"],
          extension: ["TA.Rows"], guidance: guidance),
        Objective(
          id: "so-3", title: title, summary: title, core: ["EC2.2", "EC2.29"], guidance: guidance),
      ], checks: checks, lens: lens,
      advisorChecks: [
        TrustedAdvisorCheck(id: "Rows", name: "Rows of things"),
        TrustedAdvisorCheck(id: "twin1", name: "The twin of S3.8"),
        TrustedAdvisorCheck(id: "other1", name: "Of no objective"),
      ], digest: "digest")
  }

  private var lens: Lens {
    let ids = [question] + (0..<furtherQuestions).map { "so_1_\($0 + 2)" }
    let questions = ids.map { id in
      Question(
        id: id, title: title, description: help,
        choices: [
          .init(id: "a", title: title, improvement: improvement),
          .init(id: "b", title: title, improvement: improvement),
          .init(id: "so_1_no", title: title),
        ],
        riskRules: [
          .init(condition: .selected("a"), risk: .none), .init(condition: .always, risk: .high),
        ])
    }
    return Lens(name: title, pillars: [.init(id: "SO_1", name: title, questions: questions)])
  }

  func assessment() throws -> Assessment {
    try Assessment(evidence, catalogue: catalogue, asOf: asOf)
  }

  func site() throws -> Site { try Site(assessment()) }
}

extension SiteBuilder {
  /// Nothing but a moment.
  static var empty: SiteBuilder { SiteBuilder() }

  /// One open finding.
  static var one: SiteBuilder {
    var builder = SiteBuilder()
    builder.add("IAM.3", .failed)
    return builder
  }

  /// Something of everything that pages show.
  static var varied: SiteBuilder {
    var builder = SiteBuilder()
    builder.evidence.title = "Assessment of a shop"
    builder.evidence.organisation = "Shop"
    builder.evidence.classification = "Internal"
    builder.evidence.accounts = [
      AccountDetails(
        id: account(1), name: "production", owner: "Platform", environment: "production"),
      AccountDetails(id: account(2), name: "staging"),
    ]
    builder.add("IAM.3", .failed, resource: "user-1")
    builder.add("IAM.3", .failed, account: 2, resource: "user-2")
    builder.add("IAM.3", .failed, account: 2, resource: "user-3", created: "2026-01-01")
    builder.add("IAM.3", .passed, resource: "user-4")
    builder.add("IAM.4", .failed, resource: "root")
    builder.add("S3.8", .failed, resource: "open") { row, table in
      row.isSuppressed = true
      row.note = table.strings.intern("On purpose.")
    }
    builder.add("S3.8", .failed, resource: "open-too")
    builder.add("S3.8", .warning, account: 2, resource: "unsure")
    builder.add("Lambda.1", .failed, resource: "unmapped")
    builder.except("E-1") { $0.resource = "user-2" }
    builder.except("E-2") { $0.until = Instant("2026-10-31") ?? $0.until }
    builder.except("E-3") { $0.account = account(7) }
    builder.answer(["a"]) {
      $0.author = "A. Person"
      $0.note = "From memory."
    }
    builder.evidence.notes = [
      Note(subject: "so-1", markdown: "# A note\n\nWith *words*.", file: 0),
      Note(subject: "summary", markdown: "## In short\n\nDo it.", file: 0),
    ]
    builder.evidence.diagnostics = [
      Diagnostic(.warning, "bad-record", file: "evidence/findings.json", "a record is not readable")
    ]
    return builder
  }

  /// 5,000 findings over 60 accounts and 17 regions, with answers of each account.
  static var large: SiteBuilder {
    var builder = SiteBuilder()
    let regions = (1...17).map { "region-with-a-name-\($0)" }
    let checks = ["IAM.3", "IAM.4", "S3.8", "TA.Rows"]
    for number in 0..<5000 {
      builder.add(
        checks[number % 4], number % 7 == 0 ? .passed : .failed, account: number % 60 + 1,
        region: regions[number / 60 % 17],
        resource: "arn:aws:s3:::a-bucket-with-a-rather-long-name-of-its-own-\(number)")
    }
    for account in 1...60 {
      builder.answer(account % 2 == 0 ? ["a"] : ["b"]) {
        $0.accounts = [Self.account(account)]
        $0.note = String(repeating: "What account \(account) says. ", count: 100)
        $0.number = account
      }
    }
    return builder
  }
}

/// Assessments of which many tests look at one and the same site.
enum Sample: String, CaseIterable {
  case empty, one, varied, large

  private static let sites = Dictionary(
    uniqueKeysWithValues: allCases.map { sample in
      (sample, Swift.Result { try sample.builder.site() })
    })

  var builder: SiteBuilder {
    switch self {
    case .empty: .empty
    case .one: .one
    case .varied: .varied
    case .large: .large
    }
  }

  var site: Site {
    get throws { try Self.sites[self]?.get() ?? builder.site() }
  }
}

/// The files of a site by their paths.
struct Site {
  let files: [String: String]
  let assessment: Assessment

  /// Each file, and each path written once.
  init(_ assessment: Assessment) throws {
    let templates = try FileSet()
    let site = try ReportSite(
      assessment,
      templates: SiteTemplates(
        page: templates.text("templates/pages/page.mustache") ?? "",
        objective: templates.text("templates/pages/objective.md.mustache") ?? ""),
      version: "1.2.3", digest: "0123456789abcdef")
    let files = Mutex<[String: String]>([:])
    try site.write { (file) throws(WrittenTwice) in
      let text = String(decoding: Array(file.pieces.joined()), as: UTF8.self)
      let earlier = files.withLock { $0.updateValue(text, forKey: file.path) }
      if earlier != nil { throw WrittenTwice(path: file.path) }
    }
    self.files = files.withLock { $0 }
    self.assessment = assessment
  }

  struct WrittenTwice: Error { let path: String }

  var htmlPaths: [String] { files.keys.filter { $0.hasSuffix(".html") }.sorted() }

  /// A page, read strictly; one without content where there is none.
  func page(_ path: String) throws -> HTMLReader { try HTMLReader(files[path] ?? "") }
}
