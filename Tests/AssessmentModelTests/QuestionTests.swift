import Testing

@testable import AssessmentModel

@Suite("A question") struct QuestionTests {
  /// A builder with question `q` and one passing check in the accounts named.
  private static func builder(accounts: String = "1") -> AssessmentBuilder {
    var builder = AssessmentBuilder("S3.8")
    builder.ask("q")
    for account in AssessmentBuilder.words(accounts) {
      builder.add("hub S3.8 passed \(account) eu-west-1 a id=\(account)")
    }
    return builder
  }

  private static func result(_ builder: AssessmentBuilder) throws -> QuestionResult {
    try #require(try builder.assess().questions.first)
  }

  @Test(
    "has in an account the first verdict that holds",
    arguments: [
      ("a", false, "2026-01-01", QuestionVerdict.notApplicable, nil),
      ("", true, "2026-01-01", .unanswered, nil), ("a zzz", true, "2026-01-01", .expired, nil),
      ("a zzz", true, nil, .undetermined, nil), ("a b", true, nil, .answered, Risk.none),
      ("a", true, "2026-11-24", .answered, .medium),
      ("a", true, "2026-11-24T08:00:00Z", .answered, .medium),
      ("a", true, "2026-11-23", .expired, nil),
      ("c", true, nil, .answered, .high),
    ] as [(String, Bool, String?, QuestionVerdict, Risk?)])
  func verdict(
    choices: String, isApplicable: Bool, until: String?, verdict: QuestionVerdict, risk: Risk?
  ) throws {
    var builder = Self.builder()
    builder.answer("q", choices, day: "20", until: until, isApplicable: isApplicable)
    let result = try Self.result(builder)
    #expect(result.verdict == verdict && result.risk == risk && result.accounts.count == 1)
  }

  @Test("is unanswered where nobody answers it")
  func unanswered() throws {
    let result = try Self.result(Self.builder())
    #expect(result.verdict == .unanswered && result.accounts.map(\.answer) == [nil])
  }

  @Test("is undetermined when no risk rule applies")
  func noRule() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.ask("q", rules: [.init(condition: .selected("b"), risk: .high)])
    builder.add("hub S3.8 passed 1 eu-west-1 a")
    builder.answer("q", "a")
    #expect(try Self.result(builder).verdict == .undetermined)
  }

  @Test(
    "has the risk of the first rule that is true",
    arguments: [
      (Condition.selected("a"), true), (.selected("b"), false), (.not(.selected("b")), true),
      (.all([.selected("a"), .selected("c")]), true),
      (.all([.selected("a"), .selected("b")]), false),
      (.any([.selected("b"), .selected("c")]), true), (.any([]), false), (.all([]), true),
      (.always, true),
      (
        .any([.all([.any([.selected("b"), .selected("a")]), .selected("c")]), .selected("d")]), true
      ),
    ])
  func rules(condition: Condition, holds: Bool) {
    let question = Question(
      id: "q", title: "Q", choices: [],
      riskRules: [
        .init(condition: condition, risk: .medium), .init(condition: .always, risk: .high),
      ])
    #expect(question.risk(selecting: ["a", "c"]) == (holds ? .medium : .high))
  }

  @Test("takes the API's risk where the lens does not know a choice, and says so")
  func apiRisk() throws {
    var builder = Self.builder()
    builder.answer("q", "a zzz", risk: .low)
    let result = try Self.result(builder)
    #expect(result.risk == .low && result.accounts.map(\.riskIsFromAPI) == [true])
  }

  @Test("has the API's risk where only that is known, and nothing is contradicted or understated")
  func riskOnly() throws {
    var builder = Self.builder()
    builder.objective(
      "so-1", core: "S3.8", pillar: "pillar",
      links: [
        .init(question: "q", choice: "a", contradictedBy: ["S3.8"]),
        .init(question: "q", choice: "b", confirmedBy: ["S3.8"]),
      ])
    builder.answer("q", "", risk: .medium, isRiskOnly: true)
    let assessment = try builder.assess()
    let result = try #require(assessment.questions.first)
    #expect(result.verdict == .answered && result.risk == .medium)
    #expect(result.accounts.map(\.riskIsFromAPI) == [true])
    #expect(assessment.contradictions.isEmpty)
    builder.evidence.answers[0].isRiskOnly = false
    builder.evidence.answers[0].choices = ["a"]
    #expect(try builder.assess().contradictions.map(\.kind) == [.understated])
  }

  @Test("is undetermined where only a risk is promised and none is told")
  func noRiskTold() throws {
    var builder = Self.builder()
    builder.answer("q", "", isRiskOnly: true)
    #expect(try Self.result(builder).verdict == .undetermined)
  }

  /// Answers as `choices|workload|day|the tool's risk`; without choices only the risk is known.
  @Test(
    "takes choices before a risk alone, unless a newer report tells another risk",
    arguments: [
      (["a|w|20|medium", "|w|20|high"], 0), (["|w|19|high", "a|w|20|medium"], 1),
      (["a|w|19|medium", "|w|20|high"], 1), (["a|w|19|medium", "|w|20|medium"], 0),
      (["a|w||medium", "|w|20|high"], 1), (["a|w|19|medium", "|w||high"], 0),
      (["a|w||medium", "|w||high"], 0), (["|w|20|high", "|w|19|medium"], 0),
      (["a||20|", "|w|19|high"], 0), (["a||19|", "|w|20|high"], 1),
      (["a|w|18|medium", "c||19|", "|w|20|medium"], 0),
    ])
  func riskOnlySelection(answers: [String], holding: Int) throws {
    var builder = Self.builder()
    for text in answers {
      let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      builder.answer(
        "q", parts[0], day: parts[2].isEmpty ? nil : parts[2],
        workload: parts[1].isEmpty ? nil : parts[1],
        risk: Risk.allCases.first { $0.word == parts[3] }, isRiskOnly: parts[0].isEmpty)
    }
    #expect(try Self.result(builder).accounts.map(\.answer) == [holding])
    let outcomes = try builder.assess().answerOutcomes
    #expect(outcomes.indices.filter { outcomes[$0] == .answer } == [holding])
  }

  @Test("is unmapped where only a report over all lenses knows it")
  func riskOnlyUnmapped() throws {
    var builder = Self.builder()
    for id in ["other-1", "other-2"] { builder.answer(id, "", risk: .high, isRiskOnly: true) }
    let assessment = try builder.assess()
    #expect(assessment.answerOutcomes == [.unmapped, .unmapped])
    #expect(!assessment.warnings.contains { $0.identifier == "lens-drift" })
  }

  @Test("takes its own rules where they apply, whatever the API's risk")
  func ownRisk() throws {
    var builder = Self.builder()
    builder.answer("q", "a", risk: .high)
    let result = try Self.result(builder)
    #expect(result.risk == .medium && result.accounts.map(\.riskIsFromAPI) == [false])
  }

  // MARK: Which answer holds

  @Test(
    "takes of one workload the newest answer, of several the worst, and offline ones by date",
    arguments: [
      (["a b|w|20", "c|w|19"], Risk.none), (["c|w|19", "a b|w|20"], .none),
      (["c|w|", "a b|w|19"], .none), (["a b|w|20", "c|x|01"], .high),
      (["a b|w|20", "c|w|20"], .high), (["c|w|20", "a b|w|20"], .high),
      (["a b|w|", "c|w|"], .high),
      (["c||19", "a b|w|20"], .none), (["a b||20", "c|w|19"], .none),
      (["a b||20", "c|w|20T10"], .none),
      (["a b||20T10", "c|w|20T12"], .none), (["a b||20", "c|w|"], .none),
      (["c||", "a b|w|20"], .none),
      (["a b||", "c|w|"], .none), (["a b||20", "c||19"], .none), (["c|w|30", "a b|w|20"], .none),
    ])
  func selection(answers: [String], risk: Risk) throws {
    var builder = Self.builder()
    for text in answers {
      let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      builder.answer(
        "q", parts[0], day: parts[2].isEmpty ? nil : parts[2],
        workload: parts[1].isEmpty ? nil : parts[1])
    }
    #expect(try Self.result(builder).risk == risk)
  }

  @Test(
    "takes of offline answers of one date the one entered last",
    arguments: [
      (["c||", "a b||10"], Risk.none), (["a b||10", "c||"], .none), (["c||09", "a b||10"], .none),
      (["a b||10", "c||10"], .high), (["c|later|10", "a b||11"], .high),
    ])
  func entered(answers: [String], risk: Risk) throws {
    var builder = Self.builder()
    for text in answers {
      let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      builder.answer("q", parts[0], day: parts[1] == "later" ? "21" : "20")
      let hour = parts[2].isEmpty ? nil : "2026-11-20T\(parts[2]):00:00Z"
      builder.evidence.answers[builder.evidence.answers.count - 1].entered =
        hour.flatMap { Instant($0) }
    }
    #expect(try Self.result(builder).risk == risk)
  }

  @Test("tells which failures speak against a choice, whether it is selected or not")
  func conflicts() throws {
    var builder = Self.linked(
      "hub S3.8 failed 1 eu-west-1 x", "hub S3.8 failed 2 eu-west-1 x suppressed",
      "hub S3.9 failed 2 eu-west-1 x", "hub S3.9 failed 2 us-east-1 x")
    builder.answer("q", "c")
    let assessment = try builder.assess()
    let words = assessment.choiceConflicts.map {
      "\($0.question).\($0.choice) \($0.check) \(assessment.strings[$0.account].last ?? "?") \($0.risk)"
    }
    #expect(words == ["q.a S3.8 1 low", "q.a S3.9 2 high"])
  }

  @Test("keeps every answer, and tells which hold")
  func outcomes() throws {
    var builder = Self.builder()
    builder.answer("q", "a", day: "19", workload: "w")
    builder.answer("q", "b", day: "20", workload: "w")
    builder.answer("q", "b", day: "20", workload: "w")
    builder.answer("q", "c", day: "18", workload: "x")
    builder.answer("q", "c", day: "17")
    let assessment = try builder.assess()
    #expect(
      assessment.answerOutcomes == [.superseded, .answer, .superseded, .answer, .superseded])
    #expect(assessment.reconciliation.isBalanced)
  }

  @Test("is not applicable only when all workloads say so")
  func notApplicable() throws {
    var builder = Self.builder()
    builder.answer("q", "", day: "20", workload: "w", isApplicable: false)
    #expect(try Self.result(builder).verdict == .notApplicable)
    builder.answer("q", "a b", day: "20", workload: "x")
    #expect(try Self.result(builder).risk == Risk.none)
  }

  @Test("counts an answer of a plain date on that day, and not one of a later day")
  func plainDate() throws {
    for (date, outcome) in [("2026-11-20", Outcome.answer), ("2026-11-21", .later)] {
      var builder = Self.builder()
      builder.asOf = Instant("2026-11-20T08:00:00Z")
      builder.answer("q", "a b")
      builder.evidence.answers[0].date = Instant(date)
      #expect(try builder.assess().answerOutcomes == [outcome])
    }
  }

  // MARK: Over accounts

  @Test("is judged in each account that its answer covers", arguments: [nil, ""])
  func everyAccount(accounts: String?) throws {
    var builder = Self.builder(accounts: "1 2")
    builder.answer("q", "a", accounts: accounts)
    #expect(try Self.result(builder).accounts.map(\.risk) == [.medium, .medium])
  }

  @Test("is unanswered in an account that its answer does not cover")
  func someAccounts() throws {
    var builder = Self.builder(accounts: "1 2")
    builder.answer("q", "a b", accounts: "2 9")
    let result = try Self.result(builder)
    #expect(result.accounts.map(\.verdict) == [.unanswered, .answered])
    #expect(result.verdict == .unanswered && result.risk == nil)
  }

  @Test(
    "comes over accounts to the worst risk, else undetermined, expired, unanswered, answered",
    arguments: [
      (["a b", "a", "c"], QuestionVerdict.answered, Risk.high), (["zzz", "a"], .answered, .medium),
      (["zzz", "-", "old", "a b"], .undetermined, nil), (["old", "-", "a b"], .expired, nil),
      (["-", "a b"], .unanswered, nil), (["a b", "n/a"], .answered, Risk.none),
      (["n/a", "-"], .unanswered, nil), (["n/a", "n/a"], .notApplicable, nil),
    ] as [([String], QuestionVerdict, Risk?)])
  func combined(answers: [String], verdict: QuestionVerdict, risk: Risk?) throws {
    let accounts = answers.indices.map { "\($0 + 1)" }
    var builder = Self.builder(accounts: accounts.joined(separator: " "))
    for (account, answer) in zip(accounts, answers) where answer != "-" {
      builder.answer(
        "q", answer == "old" ? "a" : answer, accounts: account,
        until: answer == "old" ? "2026-01-01" : nil, isApplicable: answer != "n/a")
    }
    let result = try Self.result(builder)
    #expect(result.verdict == verdict && result.risk == risk)
  }

  @Test("counts an answer although no evidence names an account")
  func noAccounts() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.ask("q")
    builder.answer("q", "c", workload: "w", accounts: "1")
    let assessment = try builder.assess()
    #expect(assessment.questions.map(\.risk) == [.high])
    #expect(assessment.answerOutcomes == [.answer])
    #expect(assessment.objectives.map(\.verdict) == [.high])
  }

  @Test("does not count an answer for other accounts only")
  func otherAccounts() throws {
    var builder = Self.builder()
    builder.answer("q", "c", accounts: "9")
    let assessment = try builder.assess()
    #expect(assessment.questions.map(\.verdict) == [.unanswered])
    #expect(assessment.answerOutcomes == [.outOfScope])
  }

  // MARK: Links

  /// Question `q` of so-1; choice `a` is contradicted by S3.8 and S3.9, `c` confirmed by both.
  private static func linked(_ records: String...) -> AssessmentBuilder {
    var builder = AssessmentBuilder("S3.8 low", "S3.9 high")
    builder.objective(
      "so-1", core: "", pillar: "pillar",
      links: [
        .init(question: "q", choice: "a", contradictedBy: ["S3.8", "s3.9", "XYZ.1"]),
        .init(question: "q", choice: "c", confirmedBy: ["S3.8", "S3.9"]),
      ])
    builder.objective("so-2", core: "S3.8 S3.9")
    builder.ask("q")
    for record in records { builder.add(record) }
    return builder
  }

  @Test(
    "whose choice an open failure contradicts has the worse of the failure's and the rules' risk",
    arguments: [
      ("hub S3.8 failed 1 eu-west-1 x", "a b", Risk.high),
      ("hub S3.8 failed 1 eu-west-1 x", "b", .high),
      ("hub S3.9 failed 1 eu-west-1 x", "a b", .high),
      ("hub S3.8 warning 1 eu-west-1 x", "a b", .none),
      ("hub S3.8 failed 2 eu-west-1 x", "a b", .none),
      ("hub S3.8 failed 1 eu-west-1 x suppressed", "a b", .none),
    ])
  func contradicted(record: String, choices: String, risk: Risk) throws {
    var builder = Self.linked(record, "hub S3.8 passed 1 us-east-1 x")
    builder.answer("q", choices, accounts: "1")
    #expect(try Self.result(builder).accounts.first?.risk == risk)
  }

  @Test(
    "with no choice left is judged as if every choice were false, with the failure's risk at least",
    arguments: [
      (
        [
          Question.RiskRule(condition: .selected("a"), risk: .none),
          .init(condition: .always, risk: .medium),
        ], Risk.medium
      ),
      ([.init(condition: .always, risk: .none)], .low),
      ([.init(condition: .selected("a"), risk: .high)], .low),
    ])
  func noneLeft(rules: [Question.RiskRule], risk: Risk) throws {
    var builder = Self.linked("hub S3.8 failed 1 eu-west-1 x")
    builder.questions = []
    builder.ask("q", rules: rules)
    builder.answer("q", "a")
    let result = try Self.result(builder)
    #expect(result.risk == risk && result.verdict == .answered && result.isContradicted)
    #expect(result.accounts.map(\.contradictedChoices) == [["a"]])
  }

  @Test("is contradicted also where the lens does not know another choice")
  func contradictedWithAPIRisk() throws {
    for risk in [Risk.none, nil] {
      var builder = Self.linked("hub S3.9 failed 1 eu-west-1 x")
      builder.answer("q", "a zzz", risk: risk)
      let result = try Self.result(builder)
      #expect(result.risk == .high && result.isContradicted)
    }
  }

  @Test("lists what contradicts it, with accounts, open failures apart from excepted ones")
  func contradictions() throws {
    var builder = Self.linked(
      "hub S3.8 failed 1 eu-west-1 x", "hub S3.8 failed 2 eu-west-1 x suppressed",
      "hub S3.9 failed 1 us-east-1 x suppressed", "hub S3.8 failed 3 eu-west-1 x")
    builder.answer("q", "a b", accounts: "1 2")
    let assessment = try builder.assess()
    #expect(
      assessment.contradictionWords == [
        "contradicted q.a S3.8 1", "contradicted q.a S3.8 2 excepted",
        "contradicted q.a S3.9 1 excepted",
      ])
    #expect(assessment.questions.map(\.isContradicted) == [true])
  }

  @Test("lists what contradicts the answer of any of its workloads")
  func contradictedWorkload() throws {
    var builder = Self.linked("hub S3.8 failed 1 eu-west-1 x")
    builder.answer("q", "c", workload: "w")
    builder.answer("q", "a b", workload: "x")
    #expect(try builder.assess().contradictionWords == ["contradicted q.a S3.8 1"])
  }

  @Test("whose choice only excepted failures contradict keeps its risk")
  func exceptedOnly() throws {
    var builder = Self.linked("hub S3.9 failed 1 eu-west-1 x")
    builder.answer("q", "a b")
    builder.except { $0.check = "S3.9" }
    let assessment = try builder.assess()
    #expect(assessment.questions.map(\.risk) == [Risk.none])
    #expect(assessment.contradictionWords == ["contradicted q.a S3.9 1 excepted"])
    let objective = assessment.objectives[0]
    #expect(objective.verdict == .met && objective.rule == .metWithExceptions)
    #expect(objective.because == [Cause(rule: .metWithExceptions, reference: "q")])
  }

  @Test(
    "understates a choice that all its checks confirm in every covered account",
    arguments: [
      (["hub S3.8 passed 1 eu-west-1 x", "hub S3.9 passed 1 eu-west-1 x"], "b", true),
      (["hub S3.8 passed 1 eu-west-1 x", "hub S3.9 passed 1 eu-west-1 x"], "b c", false),
      (["hub S3.8 passed 1 eu-west-1 x", "hub S3.9 failed 1 eu-west-1 x"], "b", false),
      (["hub S3.8 passed 1 eu-west-1 x"], "b", false),
      (
        [
          "hub S3.8 passed 1 eu-west-1 x", "hub S3.9 passed 1 eu-west-1 x",
          "hub S3.9 passed 1 us-east-1 x",
        ], "b", false
      ),
      (
        [
          "hub S3.8 passed 1 eu-west-1 x", "hub S3.9 passed 1 eu-west-1 x",
          "hub S3.8 passed 2 eu-west-1 x",
        ], "b", false
      ),
      (["hub S3.8 passed 1 eu-west-1 x", "hub S3.9 passed 1 eu-west-1 x"], "", false),
    ])
  func understated(records: [String], choices: String, isUnderstated: Bool) throws {
    var builder = Self.linked()
    for record in records { builder.add(record) }
    builder.answer("q", choices)
    let words = try builder.assess().contradictionWords
    #expect(words == (isUnderstated ? ["understated q.c S3.8 1", "understated q.c S3.9 1"] : []))
  }

  @Test("understates a choice of one answer although another answer has it")
  func understatedByOne() throws {
    var builder = Self.linked(
      "hub S3.8 passed 1 eu-west-1 x", "hub S3.9 passed 1 eu-west-1 x",
      "hub S3.8 passed 2 eu-west-1 x", "hub S3.9 failed 2 eu-west-1 x")
    builder.answer("q", "b", workload: "w", accounts: "1")
    builder.answer("q", "b c", workload: "x", accounts: "2")
    #expect(
      try builder.assess().contradictionWords == [
        "understated q.c S3.8 1", "understated q.c S3.9 1",
      ])
  }

  @Test("without confirming checks, or with one that the catalogue lacks, is not understated")
  func nothingConfirms() throws {
    for checks in [[], ["S3.8", "XYZ.1"]] {
      var builder = AssessmentBuilder("S3.8")
      builder.objective(
        "so-1", core: "S3.8", pillar: "pillar",
        links: [.init(question: "q", choice: "c", confirmedBy: checks)])
      builder.ask("q")
      builder.add("hub S3.8 passed 1 eu-west-1 x")
      builder.answer("q", "b")
      #expect(try builder.assess().contradictionWords == [])
    }
  }

  @Test("that is expired or not applicable is neither contradicted nor understated")
  func notAnswered() throws {
    var builder = Self.linked(
      "hub S3.8 failed 1 eu-west-1 x", "hub S3.9 passed 1 eu-west-1 x")
    builder.answer("q", "a", until: "2026-01-01")
    #expect(try builder.assess().contradictionWords == [])
    builder.evidence.answers[0].isApplicable = false
    #expect(try builder.assess().contradictionWords == [])
  }
}
