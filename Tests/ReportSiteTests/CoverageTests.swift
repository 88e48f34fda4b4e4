import AssessmentModel
import Testing

@testable import ReportSite

@Suite("Coverage by account, source and region")
struct CoverageTests {
  /// Fresh results of one account, old ones of another, which has two regions.
  private static var builder: SiteBuilder {
    var builder = SiteBuilder()
    builder.evidence.scope = Scope(accounts: [
      .init(id: SiteBuilder.account(1), regions: ["eu-west-1"]),
      .init(id: SiteBuilder.account(2), regions: ["eu-west-1", "us-east-1"]),
    ])
    builder.add("IAM.3", .passed, account: 1, region: "eu-west-1")
    builder.add("IAM.4", .failed, account: 1, region: "eu-west-1")
    builder.add("S3.8", .passed, account: 2, region: "us-east-1") { row, _ in
      row.updated = Instant("2026-10-01T00:00:00Z")?.seconds ?? 0
    }
    return builder
  }

  /// The cells of the grid's rows on a page, their text only.
  private static func cells(on path: String) throws -> [String] {
    let text = try builder.site().page(path).text
    let grid = try #require(text.firstRange(of: "Account and source"))
    let end = try #require(text.firstRange(of: "only results older than"))
    return text[grid.upperBound..<end.lowerBound].split(whereSeparator: \.isWhitespace)
      .map(String.init)
  }

  @Test("Says how many results there are, how old they are, and where there is nothing")
  func grid() throws {
    let words = try Self.cells(on: "sources.html").joined(separator: " ")
    #expect(words.contains("\(SiteBuilder.account(1)) Security Hub2·"))
    #expect(words.contains("\(SiteBuilder.account(2)) Security Hubnothing154 d old"))
  }

  @Test("An account's own page shows its own rows only")
  func account() throws {
    let words = try Self.cells(on: "accounts/\(SiteBuilder.account(2)).html")
      .joined(separator: " ")
    #expect(words.hasSuffix("Security Hubnothing154 d oldresults") && !words.contains("Hub2"))
  }

  @Test("Where evidence of an account is old, the overview and the list of accounts say so")
  func stale() throws {
    for path in ["index.html", "accounts.html"] {
      let text = try Self.builder.site().page(path).text
      #expect(text.contains("Security Hub 54 days old"))
      #expect(!text.contains("Security Hub 4 days old"))
    }
  }

  @Test("The score of an objective is drawn from what is proven to what is possible")
  func score() throws {
    let text = try Self.builder.site().page("index.html").text
    #expect(text.contains("Score, from proven to possible"))
    #expect(text.contains("nothing known"))
  }
}
