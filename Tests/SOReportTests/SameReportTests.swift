import AssessmentInput
import AssessmentModel
import EmbeddedFiles
import Foundation
import SyntheticFindings
import Testing

@testable import ReportSite
@testable import SOReport

/// Two thousand findings, many of which are about the same thing, in every shape of file.
@Suite struct SameReportTests {
  /// How the findings lie on the disk.
  enum Shape: CaseIterable {
    case object, list, lines, gzip, otherOrder, manyFiles
  }

  private static let export = SyntheticExport(findings: 2000, hasTwins: true)

  private static let catalogue: AssessmentModel.Catalogue? = {
    guard let files = try? FileSet() else { return nil }
    return try? FileSet.catalogue(of: files)
  }()

  /// The report of the findings as `get-findings` prints them, read by one thread.
  private static let expected: String? = try? reportJSON(threads: 1) { folder in
    try write(export, .object, to: folder.appending(path: "findings.json"))
  }

  @Test(
    "The same findings give the same report.json in any file, on one thread and on two",
    arguments: Shape.allCases, [1, 2])
  func isTheSame(shape: Shape, threads: Int) throws {
    let report = try Self.reportJSON(threads: threads) { folder in
      let file = folder.appending(path: "findings.json")
      var random = SeededRandom(seed: 2)
      switch shape {
      case .object: try Self.write(Self.export, .object, to: file)
      case .list: try Self.write(Self.export, .list, to: file)
      case .lines: try Self.write(Self.export, .lines, to: file)
      case .otherOrder:
        try Self.write(random.shuffled(Array(Self.export)), .object, to: file)
      case .manyFiles:
        let all = random.shuffled(Array(Self.export))
        for start in stride(from: 0, to: all.count, by: 50) {
          try Self.write(
            all[start..<(start + 50)], .object, to: folder.appending(path: "part-\(start).json"))
        }
      case .gzip:
        try Self.write(Self.export, .object, to: file)
        let process = try Process.run(
          URL(filePath: "/usr/bin/env"), arguments: ["gzip", "--fast", file.path()])
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
      }
    }
    let lines = report.split(separator: "\n")
    let expected = try #require(Self.expected).split(separator: "\n")
    #expect(lines.count == expected.count)
    // Not both texts as a whole: they are long.
    let difference = zip(lines, expected).first { $0 != $1 }
    #expect(difference == nil)
  }

  @Test("Twins become one finding, and what its source closed becomes none")
  func merges() throws {
    let assessment = try Self.assessment(threads: 2) { folder in
      try Self.write(Self.export, .object, to: folder.appending(path: "findings.json"))
    }
    let catalogue = try #require(Self.catalogue)
    var newest: [String: SyntheticFinding] = [:]
    for finding in Self.export where catalogue.check(finding.controlID) != nil {
      if let other = newest[finding.id], other.updated >= finding.updated { continue }
      newest[finding.id] = finding
    }
    let open = Set(newest.values.filter { !$0.isArchived }.map(\.fact))
    #expect(assessment.merged.findings.count == open.count)
    #expect(open.count < 1200)
    #expect(assessment.reconciliation.isBalanced)
  }

  // MARK: Building

  private static func write(
    _ findings: some Sequence<SyntheticFinding>, _ envelope: ExportEnvelope, to file: URL
  ) throws {
    var text = ""
    envelope.write(findings) { text += $0 }
    try Data(text.utf8).write(to: file)
  }

  /// The assessment of the files that `fill` writes into a new folder.
  private static func assessment(
    threads: Int, _ fill: (URL) throws -> Void
  ) throws -> Assessment {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try fill(folder)
    let catalogue = try #require(catalogue)
    var request = EvidenceRequest(inputs: [folder.path()])
    request.threads = threads
    let result = EvidenceReader.read(
      request, objectives: catalogue.objectives.map(\.id),
      generatorIDs: catalogue.generatorIDs)
    #expect(result.failures.isEmpty)
    return try Assessment(result.evidence, catalogue: catalogue)
  }

  /// report.json up to its list of files, which name their digests.
  private static func reportJSON(
    threads: Int, _ fill: (URL) throws -> Void
  ) throws -> String {
    let report = Report(try assessment(threads: threads, fill), version: "1", digest: "d")
    let bytes = Array(ReportJSON(report: report).pieces.joined())
    let text = String(decoding: bytes, as: UTF8.self)
    let files = try #require(text.range(of: "\"sources\""))
    return String(text[..<files.lowerBound])
  }
}
