import AssessmentModel
import Testing

@testable import ReportSite

/// How the evidence came in, on sources.html.
@Suite("The ways of the evidence") struct EvidenceWaysTests {
  /// Records of three sources: two findings of Security Hub, of which Config sees one, an answer
  /// of a file and one of the tool, and a rejected record.
  private static var builder: SiteBuilder {
    var builder = SiteBuilder()
    builder.evidence.files = ["hub", "config", "answers"].map(SiteBuilder.file)
    builder.add("IAM.3", .failed, resource: "one")
    builder.add("IAM.3", .passed, resource: "two")
    builder.add("IAM.3", .failed, resource: "one", file: 1) { row, _ in row.source = .config }
    builder.answer(["a"]) { $0.file = 2 }
    builder.answer(["a"]) {
      $0.file = 2
      $0.workload = "w"
      $0.date = Instant("2026-11-18")
    }
    builder.evidence.files[0].rejected = 1
    return builder
  }

  private static func ways(_ builder: SiteBuilder) throws -> [EvidenceWay] {
    EvidenceWays(Report(try builder.assessment(), version: "1", digest: "d")).all
  }

  @Test("have files, records and results, and their records add up to all")
  func counts() throws {
    let ways = try Self.ways(Self.builder)
    #expect(
      ways.map(\.title) == [
        "AWS Config rules → Security Hub", "Questionnaire", "AWS Config, read directly",
        "Trusted Advisor",
      ])
    #expect(ways.map(\.files) == [1, 1, 1, 0])
    #expect(ways.map(\.records) == [2, 2, 1, 0])
    #expect(ways.map(\.results) == [2, 1, 1, 0])
    #expect(ways.map(\.byObjective) == [[2, 2, 0], [1, 0, 0], [1, 1, 0], [0, 0, 0]])
    #expect(ways[1].newest?.dayOrTime == "2026-11-20")
    #expect(ways[1].detail == "1 from files of answers and 1 from the Well-Architected Tool")
    let page = try Self.builder.site().page("sources.html")
    #expect(page.text.contains("Of no way–1"))
    #expect(page.text.contains("Together these are the 6 records of what became of each record"))
  }

  @Test("are drawn with words for those who do not see the drawing, and lead to what is missing")
  func drawing() throws {
    let page = try Self.builder.site().page("sources.html")
    let drawing = page.elements.first { $0.attributes["class"] == "flow" }
    let label = try #require(drawing?.attributes["aria-label"])
    #expect(
      label.contains("Security Hub: 1 file, 2 records, 2 findings")
        && label.contains("Trusted Advisor: nothing in the evidence"))
    #expect(page.text.contains("No Trusted Advisor evidence. Add the output of aws support"))
    let empty = try SiteBuilder.empty.site().page("sources.html").text
    #expect(
      empty.contains("No Security Hub evidence.") && empty.contains("Fill in the questionnaire"))
  }

  @Test("A file stands with its whole digest, and every page says that times are UTC")
  func times() throws {
    let site = try Self.builder.site()
    let page = try site.page("sources.html")
    let digests = page.texts { _, attributes in attributes["class"] == "hash mono" }
    #expect(digests == Array(repeating: String(repeating: "a", count: 64), count: 3))
    for path in site.htmlPaths {
      #expect(try site.page(path).text.contains("All times are UTC"), "\(path)")
    }
  }
}
