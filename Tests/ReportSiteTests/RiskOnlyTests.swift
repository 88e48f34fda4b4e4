import AssessmentModel
import Testing

@testable import ReportSite

@Suite("An answer of which only the risk is known")
struct RiskOnlyTests {
  private static func builder(improvements: [String] = ["b"]) -> SiteBuilder {
    var builder = SiteBuilder.one
    builder.answer([]) {
      $0.isRiskOnly = true
      $0.apiRisk = .high
      $0.improvements = improvements
      $0.workload = "w1"
      $0.workloadName = "Shop <1>"
    }
    return builder
  }

  @Test("says so in place of its choices, on the questionnaire and in the objective's document")
  func says() throws {
    let site = try Self.builder().site()
    let page = try site.page("questions.html")
    #expect(page.text.contains(AnswerWords.riskOnly))
    #expect(!page.text.contains("(not selected)") && !page.text.contains("own risk"))
    #expect(page.text.contains("High risk") && page.text.contains("workload Shop <1> (w1)"))
    let document = try #require(site.files["so-1.md"])
    #expect(document.contains(AnswerWords.riskOnly) && !document.contains("☐"))
  }

  @Test("lists as improvements what the tool names, and everything where it names nothing")
  func improves() throws {
    func plans(_ builder: SiteBuilder) throws -> Int {
      try builder.site().page("questions.html").elements.count { $0.name == "li" }
    }
    let (named, all) = (try plans(Self.builder()), try plans(Self.builder(improvements: [])))
    #expect(all == named + 1)
  }

  @Test("is marked in report.json as the tool's risk")
  func marks() throws {
    let text = try #require(Self.builder().site().files["report.json"])
    #expect(text.contains(#""riskFrom":"tool""#) && !text.contains(#""riskFrom":"lens""#))
    let own = try #require(try SiteBuilder.varied.site().files["report.json"])
    #expect(own.contains(#""riskFrom":"lens""#) && !own.contains(#""riskFrom":"tool""#))
  }
}
