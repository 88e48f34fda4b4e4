import AssessmentModel
import Testing

@Suite("Trusted Advisor's results") struct AdvisorTests {
  // MARK: Lists

  struct Colours: Sendable, CustomTestStringConvertible {
    /// The list of 18 November.
    let list: [String]
    /// The colour without rows, on the account.
    let colour: String
    /// The outcomes of the list's rows and of the colour.
    let outcomes: [String]

    var testDescription: String { "\(list) and \(colour)" }
  }

  static let colours = [
    Colours(list: [], colour: "failed red", outcomes: ["finding"]),
    Colours(list: ["failed red"], colour: "passed at=17", outcomes: ["finding", "superseded"]),
    Colours(list: ["failed red"], colour: "failed red at=18", outcomes: ["finding", "superseded"]),
    Colours(list: ["failed red"], colour: "failed red at=20", outcomes: ["finding", "superseded"]),
    Colours(list: ["failed yellow"], colour: "failed red at=20", outcomes: ["finding", "finding"]),
    Colours(list: ["failed red"], colour: "passed at=20", outcomes: ["superseded", "finding"]),
    Colours(list: ["passed"], colour: "failed yellow at=20", outcomes: ["finding", "finding"]),
    Colours(list: ["passed"], colour: "not-available at=20", outcomes: ["finding", "finding"]),
    Colours(list: ["not-available"], colour: "passed at=20", outcomes: ["superseded", "finding"]),
    Colours(
      list: ["failed red suppressed", "passed"], colour: "passed at=20",
      outcomes: ["suppressed", "finding", "finding"]),
  ]

  @Test(
    "in a colour without rows count where no list is as new, and end or confirm an older one",
    arguments: colours)
  func coloursAndLists(_ item: Colours) throws {
    var builder = AssessmentBuilder("TA.ta")
    for (number, row) in item.list.enumerated() {
      let words = AssessmentBuilder.words(row)
      let rest = words.dropFirst().joined(separator: " ")
      builder.add("advisor ta \(words[0]) 1 eu-west-1 r\(number) at=18 byresource \(rest)")
    }
    let words = AssessmentBuilder.words(item.colour)
    builder.add(
      "advisor ta \(words[0]) 1 - root byrule file=1 \(words.dropFirst().joined(separator: " "))")
    #expect(try builder.assess().outcomes == item.outcomes)
  }

  @Test("in a colour say nothing of other accounts and checks")
  func otherColours() throws {
    var builder = AssessmentBuilder("TA.ta", "TA.tb")
    builder.add(
      "advisor ta failed 1 eu-west-1 a at=18 byresource",
      "advisor ta passed 2 - root at=20 byrule file=1",
      "advisor tb passed 1 - root at=20 byrule file=1")
    #expect(try builder.assess().outcomes == ["finding", "finding", "finding"])
  }

  @Test("end an older event with a newer green colour")
  func colourAndEvent() throws {
    var builder = AssessmentBuilder("TA.ta")
    builder.add(
      "advisor ta passed 1 eu-west-1 b at=17 byresource",
      "advisor ta failed 1 eu-west-1 a at=18 byresource event file=1",
      "advisor ta passed 1 - root at=20 byrule file=2")
    #expect(try builder.assess().outcomes == ["finding", "superseded", "finding"])
  }

  @Test("in a list whose next page is not there replace no older list")
  func incompleteList() throws {
    var builder = AssessmentBuilder("TA.ta")
    builder.add(
      "advisor ta failed 1 eu-west-1 a at=18 file=0 id=a",
      "advisor ta failed 1 eu-west-1 b at=20 file=1 id=b")
    builder.evidence.files[1].isIncomplete = true
    #expect(try builder.assess().outcomes == ["finding", "finding"])
    builder.evidence.files[1].isIncomplete = false
    #expect(try builder.assess().outcomes == ["superseded", "finding"])
  }

  @Test("that did not change between two lists are kept with the newer one")
  func unchanged() throws {
    var builder = AssessmentBuilder("TA.ta")
    builder.add(
      "advisor ta failed 1 eu-west-1 a at=10 file=0 id=a",
      "advisor ta failed 1 eu-west-1 gone at=18 file=0 id=gone",
      "advisor ta failed 1 eu-west-1 a at=10 file=1 id=a",
      "advisor ta failed 1 eu-west-1 new at=20 file=1 id=new")
    #expect(
      try builder.assess().findings(of: "TA.ta") == [
        "1 eu-west-1 a failed", "1 eu-west-1 new failed",
      ])
  }

  @Test("about one resource are items of their own, of which the worst counts, however old")
  func items() throws {
    var builder = AssessmentBuilder("TA.ta")
    builder.add(
      "advisor ta failed 1 eu-west-1 group at=10 byresource id=port-22",
      "advisor ta failed 1 eu-west-1 group at=10 byresource id=port-3389",
      "advisor ta passed 1 eu-west-1 group at=20 byresource event id=port-22 file=1")
    let assessment = try builder.assess()
    #expect(assessment.outcomes == ["superseded", "finding", "merged"])
    #expect(assessment.state(of: "TA.ta") == .failed)
  }

  // MARK: Places

  @Test("about a whole account have a place of their own, and none of the regions'")
  func accountPlace() throws {
    var builder = AssessmentBuilder("S3.8 advisor=ta")
    builder.declare(accounts: "1", regions: "eu-west-1 us-east-1")
    builder.add("advisor ta passed 1 - root byresource", "hub S3.8 passed 1 eu-west-1 b")
    let assessment = try builder.assess()
    #expect(
      assessment.places(of: "S3.8") == [
        "1 eu-west-1 passed", "1 global passed", "1 us-east-1 no-data",
      ])
    #expect(assessment.verdict(of: "S3.8") == .partial)
  }

  @Test("about a whole account fail in that place, and are unknown there when ambiguous")
  func accountFailure() throws {
    var builder = AssessmentBuilder("S3.8 advisor=ta", "S3.9 advisor=tb", "S3.7 advisor=tb")
    builder.add("advisor ta failed 1 - root byrule", "advisor tb failed 1 - root byrule")
    let assessment = try builder.assess()
    #expect(assessment.places(of: "S3.8") == ["1 global failed"])
    #expect(assessment.places(of: "S3.9") == ["1 global unknown"])
  }

  @Test("outside the objectives name their account only")
  func scope() throws {
    var builder = AssessmentBuilder("S3.8 advisor=ta")
    builder.add(
      "advisor limits passed 1 eu-north-1 a", "advisor ta passed 1 eu-west-1 a",
      "advisor limits passed 2 eu-north-1 a")
    #expect(try builder.assess().scopeWords == ["1: eu-west-1", "2: "])
  }

  // MARK: Severity

  @Test(
    "are as severe as their colour in checks of Trusted Advisor's own, else as the control",
    arguments: [
      ("TA.ta critical", "red", Severity.high, Verdict.high),
      ("TA.ta critical", "yellow", .medium, .medium),
      ("S3.8 low advisor=ta", "red", .low, .low),
      ("TA.ta low", "", .low, .low),
    ])
  func severities(check: String, colour: String, severity: Severity, verdict: Verdict) throws {
    var builder = AssessmentBuilder(check)
    builder.add("advisor ta failed 1 eu-west-1 a \(colour)")
    let assessment = try builder.assess()
    #expect(assessment.merged.findings.map(\.severity) == [severity])
    #expect(assessment.objectives.first?.verdict == verdict)
    #expect(assessment.objectives.first?.openFindings == [severity: 1])
  }

  @Test("of one resource are as severe as the worst row that fails")
  func worstRow() throws {
    var builder = AssessmentBuilder("TA.ta low")
    builder.add(
      "advisor ta failed 1 eu-west-1 a yellow id=1", "advisor ta failed 1 eu-west-1 a red id=2",
      "advisor ta passed 1 eu-west-1 a id=3", "advisor ta failed 1 eu-west-1 b yellow id=4",
      "advisor ta failed 1 eu-west-1 b red id=5 suppressed")
    #expect(try builder.assess().merged.findings.map(\.severity) == [.high, .medium])
  }

  @Test("weigh in each account by what is open there")
  func severityByAccount() throws {
    var builder = AssessmentBuilder("TA.ta low")
    builder.add(
      "advisor ta failed 1 eu-west-1 a red", "advisor ta failed 2 eu-west-1 a yellow",
      "advisor ta failed 2 eu-west-1 b red")
    builder.except {
      $0.account = AssessmentBuilder.account("2"); $0.resource = "b"
    }
    let assessment = try builder.assess()
    let objective = try #require(assessment.objectives.first?.objective)
    let verdicts = try ["1", "2"].map { digit in
      assessment.result(of: objective, in: try #require(assessment.account(digit))).verdict
    }
    #expect(verdicts == [.high, .medium])
    #expect(assessment.merged.openSeverity(ofCheck: 0) == .high)
  }

  @Test("hold a better verdict back by what is as severe, and no more")
  func distance() throws {
    var builder = AssessmentBuilder("TA.ta low")
    builder.add(
      "advisor ta failed 1 eu-west-1 a red", "advisor ta failed 1 eu-west-1 b yellow",
      "advisor ta failed 1 eu-west-1 c yellow")
    let result = try #require(try builder.assess().objectives.first)
    #expect(result.distance?.next == .medium && result.distance?.findings == 1)
    #expect(result.because.map(\.reference) == ["TA.ta"] && result.counts.open == 1)
  }

  @Test("contradict an answer with the risk of their colour", arguments: ["red", "yellow"])
  func contradiction(colour: String) throws {
    var builder = AssessmentBuilder("TA.ta low")
    builder.objective(
      "so-1", core: "TA.ta", pillar: "pillar",
      links: [.init(question: "q", choice: "b", contradictedBy: ["TA.ta"])])
    builder.ask(
      "q", rules: [.init(condition: .selected("a"), risk: .none)])
    builder.add("advisor ta failed 1 eu-west-1 a \(colour)")
    builder.answer("q", "a b", day: "20")
    let risk = try builder.assess().questions.first?.risk
    #expect(risk == (colour == "red" ? .high : .medium))
  }
}
