import AssessmentModel
import Catalogue
import EmbeddedFiles
import Foundation
import Testing

@testable import ReportSite

/// The risk rules as the questionnaire page has them, against the rules themselves.
@Suite("The risk rules of the questionnaire page")
struct LensRisksTests {
  /// The risk of every selection of choices, by question.
  ///
  /// A digit from 0 (none) to 3 (high) stands for each; the bits of its place, counted from 0, are
  /// the choices that are selected. The browser test compares the page with it.
  /// `SO_REPORT_RECORD=1` writes it anew.
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Browser/lens-risks.txt")

  private static func questions() throws -> [Question] {
    try CatalogueFiles.load(FileSet()).lens.pillars.flatMap(\.questions)
  }

  private static func selections(of question: Question) -> [Set<String>] {
    (0..<(1 << question.choices.count)).map { bits in
      Set(question.choices.indices.filter { bits & (1 << $0) != 0 }.map { question.choices[$0].id })
    }
  }

  @Test("They are those of the lens for every selection of choices of every question")
  func agree() throws {
    for question in try Self.questions() {
      let program = RiskProgram(question)
      for selection in Self.selections(of: question) {
        #expect(
          Self.risk(program, question, selection) == question.risk(selecting: selection),
          "\(question.id) \(selection.sorted())")
      }
    }
  }

  @Test(
    "Every kind of condition is written down",
    arguments: [
      (Condition.always, "t"), (.all([]), "t"), (.any([]), "f"), (.selected("zzz"), "f"),
      (.not(.selected("b")), "1 !"), (.all([.selected("a")]), "0"),
      (
        .any([.selected("a"), .not(.any([.selected("b"), .selected("c")])), .always]),
        "0 1 2 | ! | t |"
      ),
      (.all([.selected("a"), .selected("b"), .selected("c")]), "0 1 & 2 &"),
    ])
  func writes(condition: Condition, tokens: String) {
    let question = Question(
      id: "q", title: "Q", choices: ["a", "b", "c"].map { .init(id: $0, title: $0) },
      riskRules: [.init(condition: condition, risk: .high)])
    #expect(RiskProgram(question).rules.map(\.tokens) == [tokens])
  }

  @Test("The list for the browser test is that of the lens")
  func isRecorded() throws {
    let lines = try Self.questions().map { question in
      let risks = Self.selections(of: question).map { selection in
        question.risk(selecting: selection).map { String($0.rawValue) } ?? "-"
      }
      return "\(question.id) \(risks.joined())\n"
    }
    if ProcessInfo.processInfo.environment["SO_REPORT_RECORD"] != nil {
      try Data(lines.joined().utf8).write(to: Self.file)
      Issue.record("\(Self.file.lastPathComponent) was written anew: look at it")
    }
    #expect(try String(contentsOf: Self.file, encoding: .utf8) == lines.joined())
  }

  /// What assets/answers.js does.
  private static func risk(
    _ program: RiskProgram, _ question: Question, _ selection: Set<String>
  ) -> Risk? {
    program.rules.first { _, tokens in
      var stack: [Bool] = []
      for token in tokens.split(separator: " ") {
        switch token {
        case "!": stack.append(!stack.removeLast())
        case "&", "|":
          let (second, first) = (stack.removeLast(), stack.removeLast())
          stack.append(token == "&" ? first && second : first || second)
        case "t", "f": stack.append(token == "t")
        default:
          let number = Int(token) ?? -1
          stack.append(selection.contains(question.choices[number].id))
        }
      }
      return stack == [true]
    }?.risk
  }
}
