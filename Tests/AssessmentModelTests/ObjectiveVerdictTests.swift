import Testing

@testable import AssessmentModel

@Suite("The verdict of an objective") struct ObjectiveVerdictTests {
  private static func objective(_ builder: AssessmentBuilder) throws -> ObjectiveResult {
    try #require(try builder.assess().objectives.first)
  }

  @Test(
    "follows the severity of what is open",
    arguments: [
      ("critical", Verdict.high), ("high", .high), ("medium", .medium), ("low", .low),
      ("informational", .low),
    ])
  func severities(severity: String, verdict: Verdict) throws {
    var builder = AssessmentBuilder("S3.8 \(severity)", "S3.9")
    builder.add("hub S3.8 failed 1 eu-west-1 a")
    let result = try Self.objective(builder)
    #expect(result.verdict == verdict && result.rule == .openFailure)
    #expect(result.because == [Cause(rule: .openFailure, reference: "S3.8")])
  }

  @Test(
    "is the worst of its items, else not assessed, not proven or met",
    arguments: [
      (["S3.7 failed", "S3.8 passed", "S3.9 passed"], Verdict.low, VerdictRule.openFailure),
      (["S3.7 failed", "S3.8 failed", "S3.9 failed"], .high, .openFailure),
      (["S3.7 failed", "S3.8 failed"], .medium, .openFailure),
      ([], .notAssessed, .nothingKnown), (["S3.8 warning"], .notAssessed, .nothingKnown),
      (["S3.8 passed"], .notProven, .notAllKnown),
      (["S3.7 passed", "S3.8 passed", "S3.9 warning"], .notProven, .notAllKnown),
      (["S3.7 failed suppressed"], .notProven, .notAllKnown),
      (["S3.7 passed", "S3.8 passed", "S3.9 passed"], .met, .allMet),
      (["S3.7 failed suppressed", "S3.8 passed", "S3.9 passed"], .met, .metWithExceptions),
    ])
  func levels(records: [String], verdict: Verdict, rule: VerdictRule) throws {
    var builder = AssessmentBuilder("S3.7 low", "S3.8 medium", "S3.9 high")
    builder.declare(accounts: "1", regions: "eu-west-1")
    for record in records {
      let words = AssessmentBuilder.words(record)
      let rest = words.dropFirst(2).joined(separator: " ")
      builder.add("hub \(words[0]) \(words[1]) 1 eu-west-1 a \(rest)")
    }
    let result = try Self.objective(builder)
    #expect(result.verdict == verdict && result.rule == rule)
  }

  @Test(
    "is not proven while an item is partial, no data or not covered",
    arguments: ["us-east-1", "eu-west-1"])
  func gaps(region: String) throws {
    var builder = AssessmentBuilder("S3.8", "S3.9")
    builder.declare(accounts: "1", regions: "eu-west-1 us-east-1")
    builder.enable("1", region, nil, off: "S3.8")
    builder.add(
      "hub S3.9 passed 1 eu-west-1 a id=1", "hub S3.9 passed 1 us-east-1 a id=2",
      "hub S3.8 passed 1 eu-west-1 a id=3")
    let result = try Self.objective(builder)
    #expect(result.verdict == .notProven && result.counts == ItemCounts(met: 1, unknown: 1))
    #expect(result.because == [Cause(rule: .notAllKnown, reference: "S3.8")])
  }

  @Test(
    "is not proven while a question is unanswered, expired or undetermined",
    arguments: ["-", "old", "zzz"])
  func questionGaps(answer: String) throws {
    var builder = AssessmentBuilder("S3.8")
    builder.ask("q")
    builder.add("hub S3.8 passed 1 eu-west-1 a")
    if answer != "-" { builder.answer("q", answer, until: answer == "old" ? "2026-01-01" : nil) }
    let result = try Self.objective(builder)
    #expect(result.verdict == .notProven && result.known == "1 of 2")
    #expect(result.because == [Cause(rule: .notAllKnown, reference: "q")])
  }

  @Test("follows the risk of an answer, and leaves a question that is not applicable out")
  func answers() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.ask("q")
    builder.add("hub S3.8 passed 1 eu-west-1 a")
    builder.answer("q", "a")
    var result = try Self.objective(builder)
    #expect(result.verdict == .medium && result.rule == .riskAnswer)
    #expect(result.because == [Cause(rule: .riskAnswer, reference: "q")])
    builder.evidence.answers[0].isApplicable = false
    result = try Self.objective(builder)
    #expect(result.verdict == .met && result.counts == ItemCounts(met: 1, outside: 1))
  }

  @Test(
    "has as items its own checks: core ones everywhere, extension ones where evidence names them")
  func items() throws {
    var builder = AssessmentBuilder(
      "S3.7", "S3.8", "S3.9", "S3.10 retired=2026-01-01", "S3.11", "S3.12")
    builder.notOffered = ["eu-west-1": ["s3.11"]]
    builder.objective("so-1", core: "S3.7 S3.10 S3.11", extension: "S3.7 S3.8 S3.9")
    builder.objective("so-2", core: "S3.8 S3.12")
    builder.declare(accounts: "1 2", regions: "eu-west-1")
    builder.add("hub S3.8 passed 1 eu-west-1 a")
    let assessment = try builder.assess()
    let items = assessment.objectives.map { result in
      result.checks.map { "\(assessment.catalogue.checks[$0.check].id) \($0.verdict)" }
    }
    #expect(
      items == [
        ["S3.7 noData", "S3.10 retired", "S3.11 notOffered", "S3.8 passed"],
        ["S3.8 partial", "S3.12 noData"],
      ])
    #expect(assessment.objectives[0].counts == ItemCounts(met: 1, unknown: 1, outside: 2))
    #expect(assessment.objectives[0].checks.map(\.isCore) == [true, true, true, false])
  }

  @Test(
    "is named by the first of several causes at the deciding level",
    arguments: [
      (["failed", "contradicted", "answer", "ambiguous"], VerdictRule.openFailure),
      (["contradicted", "answer", "ambiguous"], .contradiction),
      (["answer", "ambiguous"], .riskAnswer),
      (["ambiguous"], .oneOfManyFailed),
    ])
  func naming(causes: [String], rule: VerdictRule) throws {
    var builder = AssessmentBuilder("S3.7", "S3.8", "S3.9", "S3.10", "S3.11")
    builder.generatorIDs = ["cis/1": ["S3.8", "S3.9"]]
    builder.objective(
      "so-1", core: "S3.7 S3.8 S3.9", pillar: "pillar",
      links: [.init(question: "q1", choice: "a", contradictedBy: ["S3.10"])])
    builder.objective("so-2", core: "S3.10 S3.11")
    builder.ask("q1")
    builder.ask("q2")
    builder.add("hub S3.11 passed 1 eu-west-1 a")
    for cause in causes {
      switch cause {
      case "failed": builder.add("hub S3.7 failed 1 eu-west-1 a")
      case "contradicted":
        builder.add("hub S3.10 failed 1 eu-west-1 a")
        builder.answer("q1", "a b")
      case "answer": builder.answer("q2", "c")
      default: builder.add("generator cis/1 failed 1 eu-west-1 a")
      }
    }
    let result = try Self.objective(builder)
    #expect(result.verdict == .high && result.rule == rule)
    let order = [
      "failed": "S3.7", "contradicted": "q1", "answer": "q2", "ambiguous": "S3.8 or S3.9",
    ]
    #expect(result.because.map(\.reference) == causes.map { order[$0] })
  }

  @Test("is not named by a cause below the deciding level")
  func deciding() throws {
    var builder = AssessmentBuilder("S3.8 low")
    builder.ask("q")
    builder.add("hub S3.8 failed 1 eu-west-1 a")
    builder.answer("q", "c")
    let result = try Self.objective(builder)
    #expect(result.verdict == .high && result.rule == .riskAnswer)
    #expect(result.because == [Cause(rule: .riskAnswer, reference: "q")])
  }

  @Test("lists first what is set aside without a note")
  func withoutNote() throws {
    var builder = AssessmentBuilder("S3.7", "S3.8", "S3.9")
    builder.add(
      "hub S3.7 failed 1 eu-west-1 a suppressed note=Accepted", "hub S3.8 failed 1 eu-west-1 a",
      "hub S3.9 failed 1 eu-west-1 a suppressed")
    builder.except { $0.check = "S3.8" }
    let result = try Self.objective(builder)
    #expect(result.rule == .metWithExceptions)
    #expect(result.because.map(\.reference) == ["S3.9", "S3.7", "S3.8"])
  }

  @Test("tells the distance to the next better one")
  func distance() throws {
    var builder = AssessmentBuilder("S3.7 medium", "S3.8 high", "S3.9 high")
    builder.ask("q")
    builder.add(
      "hub S3.7 failed 1 eu-west-1 a", "hub S3.8 failed 1 eu-west-1 a",
      "hub S3.8 failed 1 eu-west-1 b", "hub S3.8 passed 1 eu-west-1 c")
    builder.answer("q", "c")
    #expect(
      try Self.objective(builder).distance
        == Distance(next: .medium, findings: 2, questions: 1, ambiguous: 0))
    builder.evidence.records.rows.remove(at: 0)
    #expect(try Self.objective(builder).distance?.next == .notProven)
    builder.add("hub S3.7 passed 1 eu-west-1 a id=1", "hub S3.9 passed 1 eu-west-1 a id=2")
    #expect(try Self.objective(builder).distance?.next == .met)
  }

  @Test("has no distance when nothing is open")
  func noDistance() throws {
    #expect(try Self.objective(AssessmentBuilder("S3.8")).distance == nil)
  }

  @Test("counts open findings by severity, a check of two objectives in both")
  func openFindings() throws {
    var builder = AssessmentBuilder("S3.7 low", "S3.8 critical")
    builder.objective("so-1", core: "S3.7 S3.8")
    builder.objective("so-2", core: "S3.8")
    builder.add(
      "hub S3.7 failed 1 eu-west-1 a", "hub S3.8 failed 1 eu-west-1 a",
      "hub S3.8 failed 2 eu-west-1 b", "hub S3.8 failed 1 eu-west-1 c suppressed")
    let assessment = try builder.assess()
    #expect(
      assessment.objectives.map(\.openFindings) == [[.low: 1, .critical: 2], [.critical: 2]])
    #expect(assessment.reconciliation.unique == 4)
  }

  @Test("applies in one account the same rules to its places and answers")
  func inAccount() throws {
    var builder = AssessmentBuilder("S3.8 high", "S3.9 low")
    builder.generatorIDs = ["cis/1": ["S3.8", "S3.9"]]
    builder.ask("q")
    builder.add(
      "hub S3.8 failed 1 eu-west-1 a", "hub S3.8 failed 1 eu-west-1 b",
      "hub S3.9 passed 1 eu-west-1 a",
      "hub S3.8 passed 2 eu-west-1 a", "hub S3.9 passed 2 eu-west-1 a",
      "generator cis/1 failed 3 eu-west-1 a")
    builder.answer("q", "a b", accounts: "1 2")
    builder.answer("q", "a", accounts: "3")
    let assessment = try builder.assess()
    let objective = assessment.catalogue.objectives[0]
    let results = try ["1", "2", "3"].map { digit in
      assessment.result(of: objective, in: try #require(assessment.account(digit)))
    }
    #expect(results.map(\.verdict) == [.high, .met, .medium])
    #expect(results.map(\.rule) == [.openFailure, .allMet, .riskAnswer])
    #expect(results.map(\.known) == ["3 of 3", "3 of 3", "2 of 3"])
    #expect(results[0].distance == Distance(next: .met, findings: 2, questions: 0, ambiguous: 0))
    #expect(results.map(\.openFindings) == [[.high: 2], [:], [:]])
    #expect(assessment.objectives[0].verdict == .high)
  }

  @Test("is not met by checks that have no place because nothing names a region or an account")
  func withoutPlaces() throws {
    var builder = AssessmentBuilder("S3.8", "IAM.4 global")
    builder.add("hub IAM.4 passed 1 eu-west-1 root")
    let assessment = try builder.assess()
    #expect(assessment.verdict(of: "S3.8") == .noData)
    #expect(assessment.objectives.map(\.verdict) == [.notProven])
    builder.add("hub S3.8 passed 2 eu-west-1 a", "hub IAM.4 passed 2 eu-west-1 root")
    let both = try builder.assess()
    let result = both.result(
      of: both.catalogue.objectives[0], in: try #require(both.account("1")))
    #expect(result.checks.map(\.verdict) == [.noData, .passed] && result.verdict == .notProven)
  }

  @Test("is not met by answers alone")
  func answersAlone() throws {
    var builder = AssessmentBuilder("S3.8", "IAM.4 global", "IAM.5 retired=2026-01-01")
    builder.ask("q")
    builder.answer("q", "a b")
    let result = try Self.objective(builder)
    #expect(result.verdict == .notProven && result.known == "1 of 3")
    #expect(result.checks.map(\.verdict) == [.noData, .noData, .retired])
  }

  @Test("is ordered worst first, as --fail-on needs it")
  func order() {
    #expect(
      Verdict.allCases.sorted().map(\.word) == [
        "high", "medium", "low", "not-assessed", "not-proven", "met",
      ])
  }
}

extension ObjectiveResult {
  /// `n of m`.
  fileprivate var known: String { "\(counts.known.count) of \(counts.known.of)" }
}
