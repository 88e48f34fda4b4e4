import Foundation
import SyntheticFindings
import Testing

@Suite struct SyntheticExportTests {
  private func text(_ export: SyntheticExport, _ envelope: ExportEnvelope = .object) -> String {
    var text = ""
    envelope.write(export) { text += $0 }
    return text
  }

  @Test("Equal properties give equal bytes, and another seed others")
  func isDeterministic() {
    let export = SyntheticExport(findings: 200, hasTwins: true)
    let other = SyntheticExport(findings: 200, seed: 2, hasTwins: true)
    #expect(text(export) == text(export))
    #expect(text(export) != text(other))
  }

  @Test("The numbers are those of SplitMix64, on every machine")
  func drawsKnownNumbers() {
    var random = SeededRandom(seed: 1_234_567)
    let first = (0..<3).map { _ in random.next() }
    #expect(
      first == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test("Each envelope is JSON and holds as many findings as asked for, of real size")
  func isJSON() throws {
    let export = SyntheticExport(findings: 300, hasTwins: true)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(text(export).utf8)) as? [String: [[String: Any]]])
    let list = try #require(
      JSONSerialization.jsonObject(with: Data(text(export, .list).utf8)) as? [[String: Any]])
    let lines = text(export, .lines).split(separator: "\n")
    #expect([object["Findings"]?.count, list.count, lines.count] == [300, 300, 300])
    for line in lines {
      #expect(2500...3700 ~= line.utf8.count)
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
    #expect(lines.map(String.init) == export.map(\.json))
  }

  @Test("Without twins every finding is about something else")
  func hasNoTwins() {
    let export = SyntheticExport(findings: 1000)
    #expect(Set(export.map(\.resource)).count == 1000)
    #expect(Set(export.map(\.id)).count == 1000)
    #expect(export.allSatisfy { $0.form == .consolidated })
  }

  @Test("Twins are of every kind: standards, regions, copies, old versions, and closed ones")
  func hasTwins() {
    let twins = Dictionary(
      grouping: SyntheticExport(findings: 3000, hasTwins: true), by: \.fact
    ).values.filter { $0.count > 1 }
    func holds(_ isTwin: ([SyntheticFinding]) -> Bool) -> Bool { twins.contains(where: isTwin) }
    #expect(twins.allSatisfy { Set($0.map(\.controlID)).count == 1 })
    #expect(holds { $0.allSatisfy { $0.form != .consolidated } })
    #expect(holds { $0.contains { $0.form == .consolidated } && Set($0.map(\.form)).count == 3 })
    #expect(holds { Set($0.map(\.region)).count == 3 && Set($0.map(\.resource)).count == 1 })
    #expect(holds { Set($0.map(\.json)).count == 1 })
    #expect(holds { Set($0.map(\.id)).count == 1 && Set($0.map(\.status)).count == 2 })
    #expect(holds { Set($0.map(\.id)).count == 2 && Set($0.map(\.isArchived)).count == 2 })
    #expect(holds { Set($0.map(\.id)).count == 1 && Set($0.map(\.isArchived)).count == 2 })
  }
}
