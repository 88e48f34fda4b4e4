import AssessmentInput
import AssessmentModel
import EmbeddedFiles
import Testing

@testable import SOReport

@Suite struct SampleTests {
  /// A row of the table of verdicts in the sample's README, which was worked out by hand.
  struct Row: CustomTestStringConvertible {
    let objective: String
    let verdict: String
    let rule: String
    let known: String

    var testDescription: String { objective }
  }

  static let rows: [Row] = {
    let readme = (try? FileSet())?.text("templates/sample/README.md") ?? ""
    return readme.split(separator: "\n").filter { $0.hasPrefix("| SO ") }.map { line in
      let cells = line.split(separator: "|").map { $0.trimming(while: \.isWhitespace) }
      return Row(objective: cells[0], verdict: cells[1], rule: cells[2], known: cells[3])
    }
  }()

  private static let assessment: Assessment? = {
    guard let files = try? FileSet(), let catalogue = try? FileSet.catalogue(of: files) else {
      return nil
    }
    let result = EvidenceReader.read(
      EvidenceRequest(inputs: ["sample"], advisorChecks: catalogue.advisorChecks),
      disk: .files(files, below: "templates/sample", as: "sample"),
      objectives: catalogue.objectives.map(\.id), generatorIDs: catalogue.generatorIDs)
    return try? Assessment(result.evidence, catalogue: catalogue)
  }()

  @Test("The table has a row for each objective")
  func complete() { #expect(Self.rows.count == 8) }

  @Test("The sample has the verdicts that were worked out by hand", arguments: rows)
  func verdicts(row: Row) throws {
    let assessment = try #require(Self.assessment)
    let result = try #require(
      assessment.objectives.first { $0.objective.label == row.objective })
    #expect(result.verdict.word == row.verdict)
    #expect(result.rule.rawValue == row.rule)
    #expect("\(result.counts.known.count) of \(result.counts.known.of)" == row.known)
  }

  @Test("Every record of the sample has one outcome, and each finding one deciding record")
  func reconciles() throws {
    let counts = try #require(Self.assessment).reconciliation
    #expect(counts.isBalanced)
    #expect(counts.outcomes[.rejected] == nil)
    #expect(counts.unique > 140)
  }

  @Test("The sample shows contradictions, an understated and an expired answer, and all exceptions")
  func shows() throws {
    let assessment = try #require(Self.assessment)
    let open = assessment.contradictions.filter { $0.kind == .contradicted && !$0.isExcepted }
    #expect(open.count >= 2)
    #expect(assessment.contradictions.contains { $0.kind == .understated })
    #expect(assessment.questions.contains { $0.verdict == .expired })
    #expect(assessment.questions.count { $0.verdict == .unanswered } == 1)
    #expect(
      Set(assessment.exceptions.map(\.state)) == [.active, .expired, .unused])
  }
}

extension StringProtocol {
  /// The text without leading and trailing characters that `isLeftOut` names.
  fileprivate func trimming(while isLeftOut: (Character) -> Bool) -> String {
    let start = drop(while: isLeftOut)
    return String(start.reversed().drop(while: isLeftOut).reversed())
  }
}
