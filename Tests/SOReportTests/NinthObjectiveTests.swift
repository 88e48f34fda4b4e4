import AssessmentInput
import AssessmentModel
import EmbeddedFiles
import Foundation
import Testing

@testable import SOReport

/// The worked example of docs/catalogue.md: an objective added by a folder of templates alone.
@Suite struct NinthObjectiveTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/examples/ninth-objective").path()

  @Test("A folder of templates adds an objective with its checks and its question")
  func extends() throws {
    let files = try FileSet(templates: Self.folder, assets: nil)
    let catalogue = try FileSet.catalogue(of: files)
    #expect(catalogue.objectives.count == 9)
    let ninth = try #require(catalogue.objectives.last)
    #expect(ninth.id == "so-9" && ninth.core == ["RDS.11", "DynamoDB.2"])
    #expect(catalogue.questions(of: ninth).map(\.id) == ["so_9_1"])
    let result = EvidenceReader.read(
      EvidenceRequest(inputs: ["sample"]),
      disk: .files(files, below: "templates/sample", as: "sample"),
      objectives: catalogue.objectives.map(\.id), generatorIDs: catalogue.generatorIDs)
    let assessment = try Assessment(result.evidence, catalogue: catalogue)
    #expect(assessment.objectives.last?.objective.label == "SO 9")
    // The sample has failures of the extension check alone.
    #expect(assessment.objectives.last?.because.map(\.reference) == ["S3.14"])
    #expect(assessment.objectives.last?.verdict == .low)
  }
}
