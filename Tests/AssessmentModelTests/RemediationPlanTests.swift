import AssessmentModel
import Testing

@Suite("The order in which to fix")
struct RemediationPlanTests {
  @Test("One check that decides two objectives comes before one that decides one")
  func sharedCheckFirst() throws {
    var builder = AssessmentBuilder("A high", "B high", "C high")
    builder.objective("so-1", core: "A")
    builder.objective("so-2", core: "A")
    builder.objective("so-3", core: "B")
    builder.objective("so-4", core: "C")
    builder.add(
      "hub A failed 1 eu-west-1 a", "hub B failed 1 eu-west-1 b", "hub B failed 1 eu-west-1 bb",
      "hub C passed 1 eu-west-1 c")
    #expect(
      try builder.assess().planWords == [
        "A moves so-1 high→met, so-2 high→met", "B moves so-3 high→met",
      ])
  }

  @Test("Two checks that only together move a verdict are one step")
  func togetherOnly() throws {
    var builder = AssessmentBuilder("A high", "B high", "C low", "D medium")
    builder.objective("so-1", core: "A B D")
    builder.objective("so-2", core: "C")
    builder.add(
      "hub A failed 1 eu-west-1 a", "hub B failed 1 eu-west-1 b", "hub B failed 2 eu-west-1 b",
      "hub C failed 1 eu-west-1 c", "hub D failed 1 eu-west-1 d",
      "hub A passed 2 eu-west-1 a", "hub C passed 2 eu-west-1 c", "hub D passed 2 eu-west-1 d")
    #expect(
      try builder.assess().planWords == [
        "B + A moves so-1 high→medium", "D moves so-1 medium→met", "C moves so-2 low→met",
      ])
  }

  @Test("A quick gain at medium risk comes before a long one at high risk, one at low risk behind")
  func quickGain() throws {
    var builder = AssessmentBuilder("A high", "B high", "C high", "D medium", "E low")
    builder.objective("so-1", core: "A B C")
    builder.objective("so-2", core: "D")
    builder.objective("so-3", core: "E")
    builder.add(
      "hub A failed 1 eu-west-1 a", "hub B failed 1 eu-west-1 b", "hub C failed 1 eu-west-1 c",
      "hub D failed 1 eu-west-1 d", "hub E failed 1 eu-west-1 e")
    #expect(
      try builder.assess().planWords == [
        "D moves so-2 medium→met", "A + B + C moves so-1 high→met", "E moves so-3 low→met",
      ])
  }

  @Test("Of steps that move as much, severity, then findings, then the id decide")
  func ties() throws {
    var builder = AssessmentBuilder("A medium", "B medium", "C high", "D medium")
    for (number, check) in ["A", "B", "C", "D"].enumerated() {
      builder.objective("so-\(number + 1)", core: check)
    }
    builder.add(
      "hub A failed 1 eu-west-1 a", "hub B failed 1 eu-west-1 b", "hub B failed 1 eu-west-1 bb",
      "hub C failed 1 eu-west-1 c", "hub D failed 1 eu-west-1 d")
    #expect(
      try builder.assess().planWords == [
        "C moves so-3 high→met", "B moves so-2 medium→met", "A moves so-1 medium→met",
        "D moves so-4 medium→met",
      ])
  }

  @Test("Behind the last repair a verdict is not proven while something is not known")
  func notProven() throws {
    var builder = AssessmentBuilder("A high", "B high")
    builder.add("hub A failed 1 eu-west-1 a", "hub B warning 1 eu-west-1 b")
    let assessment = try builder.assess()
    #expect(assessment.planWords == ["A moves so-1 high→notProven"])
    #expect(assessment.plan.after == [.notProven])
  }

  @Test("What is set aside stays so when the open failures beside it are repaired")
  func exceptedBeside() throws {
    var builder = AssessmentBuilder("A high")
    builder.add("hub A failed 1 eu-west-1 a", "hub A failed 1 eu-west-1 b")
    builder.except {
      $0.check = "A"
      $0.resource = "b"
    }
    let assessment = try builder.assess()
    #expect(assessment.planWords == ["A moves so-1 high→met"])
    #expect(assessment.plan.items.map(\.findings) == [1])
  }

  @Test("What a later record overwrote keeps the place of a repaired failure from passing")
  func overwrittenBeside() throws {
    var builder = AssessmentBuilder("A high")
    builder.add(
      "hub A failed 1 eu-west-1 a id=1", "hub A passed 1 eu-west-1 b id=2 at=26 created=10")
    let words = try builder.assess().planWords
    #expect(words == ["A moves so-1 high→notAssessed"])
  }

  @Test("A pass that repairs make implies others that nothing looked at")
  func implied() throws {
    var builder = AssessmentBuilder("A high", "B high")
    builder.imply("B", by: "A")
    builder.add("hub A failed 1 eu-west-1 a")
    #expect(try builder.assess().planWords == ["A moves so-1 high→met"])
  }

  @Test("Nothing moves where nothing is open")
  func nothingOpen() throws {
    var builder = AssessmentBuilder("A high", "B high")
    builder.add("hub A passed 1 eu-west-1 a", "hub B warning 1 eu-west-1 b")
    let plan = try builder.assess().plan
    #expect(plan.items.isEmpty)
    #expect(plan.after == plan.before)
  }

  @Test("A failure of one of several checks holds an objective; its other failures come last")
  func ambiguousFailure() throws {
    var builder = AssessmentBuilder("A high", "B high", "C medium")
    builder.generatorIDs = ["1.1": ["A", "B"]]
    builder.add("generator 1.1 failed 1 eu-west-1 a", "hub C failed 1 eu-west-1 c")
    let plan = try builder.assess().plan
    #expect(plan.steps.isEmpty)
    #expect(plan.rest.map(\.id) == ["C"])
    #expect(plan.obstacles == [0: .ambiguous("A or B")])
  }

  @Test("An item names what it closes in each account")
  func shares() throws {
    var builder = AssessmentBuilder("A high")
    builder.add(
      "hub A failed 2 eu-west-1 a", "hub A failed 1 eu-west-1 a", "hub A failed 2 eu-west-1 b",
      "hub A passed 3 eu-west-1 b")
    let assessment = try builder.assess()
    #expect(
      assessment.actions.rows.map { "\($0.id) \($0.share.findings)" } == [
        "A/111111111111 1", "A/222222222222 2",
      ])
  }
}

@Suite("Answers in the order in which to fix")
struct RemediationAnswerTests {
  @Test("The choices that are missing move the verdict, no more of them than needed")
  func missingChoices() throws {
    var builder = AssessmentBuilder("A high")
    builder.ask("q1")
    builder.add("hub A passed 1 eu-west-1 a")
    builder.answer("q1", "c")
    let assessment = try builder.assess()
    #expect(assessment.planWords == ["q1 moves so-1 high→met"])
    #expect(assessment.plan.items[0].shares.map(\.choices) == [["a", "b"]])
  }

  @Test("An answer that a failing check contradicts is settled by the check")
  func contradiction() throws {
    var builder = AssessmentBuilder("A high")
    builder.ask("q1")
    builder.objective(
      "so-1", core: "A", pillar: "pillar",
      links: [.init(question: "q1", choice: "a", contradictedBy: ["A"])])
    builder.add("hub A failed 1 eu-west-1 a")
    builder.answer("q1", "a b")
    #expect(try builder.assess().planWords == ["A moves so-1 high→met"])
  }

  @Test("Where the check is not enough, the missing choice is of the same step")
  func contradictionAndMissing() throws {
    var builder = AssessmentBuilder("A high")
    builder.ask(
      "q1",
      rules: [
        .init(condition: .all([.selected("a"), .selected("b")]), risk: .none),
        .init(condition: .always, risk: .high),
      ])
    builder.objective(
      "so-1", core: "A", pillar: "pillar",
      links: [.init(question: "q1", choice: "a", contradictedBy: ["A"])])
    builder.add("hub A failed 1 eu-west-1 a")
    builder.answer("q1", "a")
    let assessment = try builder.assess()
    #expect(assessment.planWords == ["A + q1 moves so-1 high→met"])
    #expect(assessment.plan.items.map { $0.shares.map(\.choices) } == [[[]], [["b"]]])
  }

  @Test("Another way to the same risk is taken before a choice that a check contradicts")
  func avoidsContradicted() throws {
    var builder = AssessmentBuilder("A low", "B high")
    builder.ask(
      "q1",
      rules: [
        .init(condition: .any([.selected("a"), .selected("c")]), risk: .none),
        .init(condition: .always, risk: .medium),
      ])
    builder.objective(
      "so-1", core: "B", pillar: "pillar",
      links: [.init(question: "q1", choice: "a", contradictedBy: ["A"])])
    builder.objective("so-2", core: "A")
    builder.add("hub A failed 1 eu-west-1 a", "hub B passed 1 eu-west-1 b")
    builder.answer("q1", "b")
    let plan = try builder.assess().plan
    #expect(plan.items.first { $0.id == "q1" }?.shares.map(\.choices) == [["c"]])
  }

  @Test("Rules that give no better risk leave the answer at the end, and say so")
  func noBetterRisk() throws {
    var builder = AssessmentBuilder("A high")
    builder.ask("q1", rules: [.init(condition: .always, risk: .high)])
    builder.add("hub A passed 1 eu-west-1 a")
    builder.answer("q1", "a")
    let plan = try builder.assess().plan
    #expect(plan.steps.isEmpty)
    #expect(plan.items.isEmpty)
    #expect(plan.obstacles == [0: .answer("q1")])
  }

  @Test("Rules that punish a practice for being there end the plan, and nothing breaks")
  func perverseRules() throws {
    var builder = AssessmentBuilder("A medium")
    builder.ask(
      "q1",
      rules: [
        .init(condition: .selected("a"), risk: .high), .init(condition: .always, risk: .low),
      ])
    builder.objective(
      "so-1", core: "A", pillar: "pillar",
      links: [.init(question: "q1", choice: "a", contradictedBy: ["A"])])
    builder.add("hub A failed 1 eu-west-1 a")
    builder.answer("q1", "a")
    let plan = try builder.assess().plan
    #expect(plan.steps.isEmpty)
    #expect(plan.rest.map(\.id) == ["A"])
  }

  @Test("Of an answer without choices those that the tool names are missing")
  func riskOnly() throws {
    var builder = AssessmentBuilder("A high")
    builder.ask("q1")
    builder.add("hub A passed 1 eu-west-1 a")
    builder.answer("q1", "", risk: .high, isRiskOnly: true)
    builder.evidence.answers[0].improvements = ["b"]
    let plan = try builder.assess().plan
    #expect(plan.items.map { $0.shares.map(\.choices) } == [[["b"]]])
  }
}

@Suite("What people wrote into plan.csv")
struct ActionPlanTests {
  private func builder() -> AssessmentBuilder {
    var builder = AssessmentBuilder("A high", "B high")
    builder.add(
      "hub A failed 1 eu-west-1 a", "hub A failed 2 eu-west-1 a", "hub B passed 1 eu-west-1 b")
    return builder
  }

  @Test("A row is found again by its item, in any case, and decides nothing")
  func joined() throws {
    var builder = builder()
    let before = try builder.assess()
    let entry = ActionEntry(item: "a/222222222222", owner: "Team", status: .done)
    builder.evidence.actions = [entry]
    let after = try builder.assess()
    #expect(after.actions.rows.map(\.entry) == [nil, entry])
    #expect(after.objectives.map(\.verdict) == before.objectives.map(\.verdict))
    #expect(after.plan.items.map(\.findings) == before.plan.items.map(\.findings))
  }

  @Test("A filled row that matches nothing is kept and named; an empty one is nothing")
  func unmatched() throws {
    var builder = builder()
    builder.evidence.actionFile = "plan.csv"
    builder.evidence.actions = [
      ActionEntry(item: "B/111111111111", note: "Done in June."), ActionEntry(item: "X"),
    ]
    let assessment = try builder.assess()
    #expect(assessment.actions.unmatched.map(\.item) == ["B/111111111111"])
    let remarks = assessment.warnings.filter { $0.identifier == "no-longer-planned" }
    #expect(
      remarks.map(\.line) == [
        "plan.csv: one filled row is no longer in the plan: B/111111111111. "
          + "plan.html lists them, with what the check says now."
      ])
  }

  @Test(
    "Overdue is what is not done the day after, at the moment of the assessment",
    arguments: [
      ("2026-11-23", ActionEntry.Status?.none, true), ("2026-11-24", nil, false),
      ("2026-11-23", .done, false), ("2026-11-23", .blocked, true),
    ])
  func overdue(due: String, status: ActionEntry.Status?, isOverdue: Bool) throws {
    let asOf = try #require(Instant("2026-11-24"))
    let entry = ActionEntry(item: "A", due: Instant(due), status: status)
    #expect(entry.isOverdue(at: asOf) == isOverdue)
  }
}

extension Assessment {
  /// The steps as `A + B moves so-1 high→medium`, and the rest as `C moves nothing`.
  fileprivate var planWords: [String] {
    plan.steps.map { step in
      let moves = step.moves.map {
        "\(catalogue.objectives[$0.objective].id) \($0.from)→\($0.to)"
      }
      return step.items.map(\.id).joined(separator: " + ") + " moves "
        + moves.joined(separator: ", ")
    } + plan.rest.map { "\($0.id) moves nothing" }
  }
}
