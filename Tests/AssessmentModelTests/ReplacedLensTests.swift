import AssessmentModel
import Testing

@Suite("A lens in the evidence") struct ReplacedLensTests {
  /// Two objectives; the first has the pillar `ONE` and a tie to the choice `a` of `one`.
  private static func builder() -> AssessmentBuilder {
    var builder = AssessmentBuilder("S3.8 high", "IAM.4 high global")
    builder.objective(
      "so-1", core: "S3.8", pillar: "ONE",
      links: [
        .init(question: "one", choice: "a", contradictedBy: ["S3.8"]),
        .init(question: "one", choice: "gone", contradictedBy: ["S3.8"]),
        .init(question: "gone", choice: "a", contradictedBy: ["S3.8"]),
      ])
    builder.objective("so-2", core: "IAM.4", pillar: "TWO")
    builder.add("hub S3.8 passed 1 eu-west-1 a", "hub IAM.4 passed 1 eu-west-1 root")
    return builder
  }

  private static func question(_ id: String) -> Question {
    Question(
      id: id, title: id, choices: [.init(id: "a", title: "A"), .init(id: "b", title: "B")],
      riskRules: [
        .init(condition: .selected("a"), risk: .none), .init(condition: .always, risk: .high),
      ])
  }

  /// A lens with the pillars `ONE`, `THREE` and `FOUR`, and the questions `one`, `three`, `four`.
  private static let lens = Lens(
    name: "Ours",
    pillars: ["ONE", "THREE", "FOUR"].map {
      .init(id: $0, name: $0, questions: [question($0.lowercased())])
    })

  private func assess(
    _ objectives: [String: String] = [:], _ change: (inout AssessmentBuilder) -> Void = { _ in }
  ) throws -> Assessment {
    var builder = Self.builder()
    builder.evidence.lens = Self.lens
    builder.evidence.lensObjectives = objectives
    change(&builder)
    return try builder.assess()
  }

  @Test(
    "asks its pillars where they are mapped, their own objective else, and none last",
    arguments: [
      ([:], ["one so-1", "three ", "four "]),
      (["THREE": "so-2"], ["one so-1", "three so-2", "four "]),
      (["THREE": "so-1", "FOUR": "so-1"], ["one so-1", "three so-1", "four so-1"]),
      (["ONE": "so-2", "FOUR": "so-2"], ["one so-2", "four so-2", "three "]),
    ])
  func asks(_ objectives: [String: String], _ expected: [String]) throws {
    let assessment = try assess(objectives)
    #expect(assessment.questions.map { "\($0.question.id) \($0.objective)" } == expected)
    #expect(assessment.catalogue.lens.name == "Ours")
  }

  @Test("lets a pillar without objective be judged, and decide nothing")
  func judgesUnmapped() throws {
    let assessment = try assess { builder in
      builder.answer("one", "a")
      builder.answer("four", "b")
      builder.answer("five", "b")
    }
    let four = try #require(assessment.questions.first { $0.question.id == "four" })
    #expect(four.verdict == .answered && four.risk == .high && four.objective.isEmpty)
    #expect(assessment.objectives.map(\.verdict) == [.met, .met])
    #expect(assessment.answerOutcomes == [.answer, .answer, .unmapped])
    #expect(assessment.catalogue.unmappedPillars.map(\.id) == ["THREE", "FOUR"])
  }

  @Test("decides the objective to which a pillar is mapped")
  func decidesMapped() throws {
    let assessment = try assess(["FOUR": "so-2"]) { builder in
      builder.answer("one", "a")
      builder.answer("four", "b")
    }
    #expect(assessment.objectives.map(\.verdict) == [.met, .high])
  }

  @Test("keeps only the ties to questions and choices that it has")
  func keepsLinks() throws {
    let assessment = try assess()
    let links = assessment.catalogue.objectives[0].links
    #expect(links.map { "\($0.question) \($0.choice)" } == ["one a"])
    #expect(Self.builder().catalogue.objectives[0].links.count == 3)
  }

  @Test("leaves the catalogue's own lens as it was where there is none")
  func leavesCatalogue() throws {
    let assessment = try Self.builder().assess()
    #expect(assessment.catalogue.lens.name == "Lens")
  }
}
