import AssessmentModel
import Catalogue
import EmbeddedFiles
import Foundation
import Testing

/// docs/coverage.md: every best practice of AWS's security workshop has a check or a question.
@Suite("The table of coverage")
struct CoverageTests {
  private struct Row {
    let item: String
    let checks: [String]
    let questions: [String]
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func rows() throws -> [Row] {
    let text = try String(
      contentsOf: root.appending(path: "docs/coverage.md"), encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("| SO ") }.map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      func ids(_ cell: String) -> [String] {
        cell == "–"
          ? [] : cell.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      }
      return Row(item: cells[1], checks: ids(cells[2]), questions: ids(cells[3]))
    }
  }

  @Test("It has a row for each of the 35 best practices, in the numbers of the objectives")
  func isWhole() throws {
    let rows = try Self.rows()
    let counts = [1: 4, 2: 7, 3: 4, 4: 4, 5: 6, 6: 2, 7: 4, 8: 4]
    for (objective, count) in counts {
      #expect(rows.count { $0.item.hasPrefix("SO \(objective).") } == count, "SO \(objective)")
    }
    #expect(Set(rows.map(\.item)).count == 35)
  }

  @Test("Every best practice is asked about, and every id of the table exists")
  func isTrue() throws {
    let catalogue = try CatalogueFiles.load(try FileSet())
    for row in try Self.rows() {
      #expect(!row.questions.isEmpty, "\(row.item)")
      for check in row.checks {
        #expect(catalogue.check(check) != nil, "\(row.item): \(check)")
      }
      for question in row.questions {
        #expect(catalogue.lens.question(question) != nil, "\(row.item): \(question)")
      }
    }
  }

  @Test("Every question belongs to a best practice")
  func namesAllQuestions() throws {
    let catalogue = try CatalogueFiles.load(try FileSet())
    let named = Set(try Self.rows().flatMap(\.questions))
    for question in catalogue.lens.pillars.flatMap(\.questions) {
      #expect(named.contains(question.id), "\(question.id)")
    }
  }
}

/// What the questionnaire promises (docs/catalogue.md).
@Suite("The questionnaire")
struct QuestionnaireTests {
  private static let questions: [Question] =
    (try? CatalogueFiles.load(try FileSet()))?.lens.pillars.flatMap(\.questions) ?? []

  @Test("It has 40 to 60 questions, three to ten a pillar, one pillar an objective")
  func hasMeasure() throws {
    let catalogue = try CatalogueFiles.load(try FileSet())
    #expect((40...60).contains(Self.questions.count))
    for pillar in catalogue.lens.pillars { #expect((3...10).contains(pillar.questions.count)) }
    #expect(
      catalogue.lens.pillars.map(\.id) == catalogue.objectives.compactMap(\.pillar))
  }

  @Test("Every question says why it matters and offers two to six practices and none of these")
  func isComplete() {
    for question in Self.questions {
      #expect(!question.description.isEmpty && question.help != nil, "\(question.id)")
      #expect(question.choices.count { $0.isNone } == 1, "\(question.id)")
      let practices = question.choices.filter { !$0.isNone }
      #expect((2...6).contains(practices.count), "\(question.id)")
      for choice in practices {
        #expect(choice.help != nil && choice.improvement != nil, "\(choice.id)")
      }
    }
  }

  @Test("All practices together carry no risk, none of them does")
  func judges() {
    for question in Self.questions {
      let practices = question.choices.filter { !$0.isNone }.map(\.id)
      #expect(question.risk(selecting: Set(practices)) == Risk.none, "\(question.id)")
      let nothing = question.risk(selecting: [])
      #expect(nothing == .high || nothing == .medium, "\(question.id)")
    }
  }

  @Test("A third of the questions or more weigh partial practice with Boolean rules")
  func weighs() {
    let weighing = Self.questions.filter { question in
      question.riskRules.contains { rule in
        switch rule.condition {
        case .all, .any, .not: rule.risk == .medium
        case .always, .selected: false
        }
      }
    }
    #expect(weighing.count * 3 >= Self.questions.count)
  }
}

/// What every check page promises.
@Suite("The guidance")
struct GuidanceTests {
  private static let sections = [
    "meaning", "cause", "console", "cli", "template", "verify", "effect", "effort", "exception",
    "reference",
  ]

  @Test("Every check has all ten sections, in their order; one that does not apply says why")
  func isComplete() throws {
    for check in try CatalogueFiles.load(try FileSet()).checks {
      #expect(check.guidance.map(\.id) == Self.sections, "\(check.id)")
      for section in check.guidance where section.id != "effort" {
        #expect(section.markdown.count > 40, "\(check.id) \(section.id)")
      }
    }
  }

  @Test("A check that AWS withdrew says so, and what holds today")
  func explainsRetired() throws {
    for check in try CatalogueFiles.load(try FileSet()).checks where check.retiredOn != nil {
      let meaning = try #require(check.guidance.first { $0.id == "meaning" }).markdown
      #expect(meaning.contains("withdr"), "\(check.id)")
      #expect(check.statusNote != nil, "\(check.id)")
    }
  }

  @Test("No two checks share a text but where one takes it from the other")
  func isOwn() throws {
    let checks = try CatalogueFiles.load(try FileSet()).checks
    let meanings = checks.compactMap { check in
      check.guidance.first { $0.id == "meaning" }?.markdown
    }
    #expect(Set(meanings).count == checks.count)
  }
}
