import AssessmentModel
import Testing

@testable import ReportSite

@Suite("Counts of insights on pages")
struct InsightPageTests {
  private static func builder(counts: Int) -> SiteBuilder {
    var builder = SiteBuilder.varied
    builder.evidence.insights = [
      Insight(
        arn: "arn:x/custom/tail", name: "Top resources", groupedBy: "ResourceId",
        counts: (0..<counts).map { .init(value: "resource-number-\($0)", findings: $0 + 1000) },
        time: Instant("2026-11-01T10:00:00Z"), file: 0),
      Insight(arn: "arn:x/custom/tail", groupedBy: "", counts: [], file: 0),
    ]
    return builder
  }

  @Test("stand on the page of other findings, and change nothing else")
  func shown() throws {
    let site = try Self.builder(counts: 2).site()
    let text = try site.page("other-findings.html").text
    for word in ["Top resources", "ResourceId", "resource-number-1", "1,001", "2026-11-01"] {
      #expect(text.contains(word))
    }
    #expect(text.contains("tail") && text.contains("nothing"))
    let other = try Sample.varied.site
    #expect(site.files["report.json"] == other.files["report.json"])
    #expect(site.files["findings.csv"] == other.files["findings.csv"])
    #expect(try !other.page("other-findings.html").text.contains(InsightTable.heading))
  }

  @Test("go on over several pages where there are many")
  func long() throws {
    let site = try Self.builder(counts: 3000).site()
    for path in site.htmlPaths where path.hasPrefix("other-findings") {
      #expect(site.files[path].map { $0.utf8.count < 300_000 } == true, "\(path)")
    }
    #expect(site.files["other-findings-2.html"] != nil)
    #expect(try SiteLinks(site).faults == [])
  }
}
