import AssessmentModel
import Testing

@testable import ReportSite

@Suite("Pages about Trusted Advisor") struct AdvisorPagesTests {
  /// A record of Trusted Advisor about an account by its number.
  private static func add(
    _ builder: inout SiteBuilder, _ check: String, account: Int = 1, region: String = ""
  ) {
    builder.add("", .passed, account: account, region: region) { row, table in
      row.source = .trustedAdvisor
      row.reference = table.intern(.trustedAdvisor(check))
    }
  }

  private static func gaps(_ builder: SiteBuilder) throws -> String {
    let sections = try builder.site().page("gaps.html").texts { name, attributes in
      name == "section" && attributes["id"] == "trusted-advisor"
    }
    return sections.joined()
  }

  @Test("Gaps name what was not asked in how many accounts, as what it counts, and how to add it")
  func gaps() throws {
    var builder = SiteBuilder()
    builder.add("IAM.3", .passed, account: 1)
    builder.add("IAM.3", .passed, account: 2)
    Self.add(&builder, "twin1", account: 2, region: "eu-west-1")
    let text = try Self.gaps(builder)
    #expect(text.contains("Rows of things RowsTA.Rows2 of 2Only in older exports."))
    #expect(text.contains("The twin of S3.8 twin1S3.81 of 2"))
    #expect(!text.contains("Of no objective"))
    #expect(text.contains("describe-trusted-advisor-check-result"))
    #expect(text.contains("evidence/trusted-advisor.yaml"))
  }

  @Test("Gaps say nothing where every account has a result of each")
  func noGaps() throws {
    var builder = SiteBuilder()
    Self.add(&builder, "twin1", region: "eu-west-1")
    #expect(try Self.gaps(builder).contains("Rows of things"))
    Self.add(&builder, "Rows")
    #expect(try Self.gaps(builder).isEmpty)
  }

  @Test("What Trusted Advisor does not name is not said to be nothing")
  func coverage() throws {
    var builder = SiteBuilder()
    builder.add("S3.8", .passed, region: "us-east-1")
    Self.add(&builder, "twin1", region: "eu-west-1")
    Self.add(&builder, "Rows")
    let row = try builder.site().page("sources.html").texts { name, attributes in
      name == "section" && attributes["id"] == "coverage"
    }.joined()
    #expect(row.contains("Trusted Advisor1·1"))
    #expect(row.contains("Security Hubnothing1·"))
  }

  @Test("A check's page names its checks of Trusted Advisor, and those of which the name is known")
  func facts() throws {
    let page = try SiteBuilder.one.site().page("checks/s3-8.html")
    let facts = page.texts { name, attributes in
      name == "section" && attributes["id"] == "facts"
    }
    #expect(facts.joined().contains("Trusted Advisor checkstwin1 (The twin of S3.8), other2"))
  }

  @Test("A witness is named with its own check, where it counts as another")
  func witnesses() throws {
    var builder = SiteBuilder()
    for (check, resource) in [("twin1", "a"), ("Rows", "d1")] {
      builder.add("", .failed, resource: resource) { row, table in
        row.source = .trustedAdvisor
        row.reference = table.intern(.trustedAdvisor(check))
      }
    }
    let site = try builder.site()
    let twin = try site.page("checks/s3-8.html").text
    #expect(twin.contains("Trusted Advisor check twin1, 2026-11-20"))
    let own = try site.page("checks/ta-rows.html").text
    #expect(own.contains("Trusted Advisor, 2026-11-20"))
    #expect(own.contains("An id of Trusted Advisor’s own, not merged with what other sources say."))
  }

  @Test("A result on the whole account stands in the account's place, not in one without a region")
  func wholeAccount() throws {
    var builder = SiteBuilder()
    Self.add(&builder, "twin1")
    let site = try builder.site()
    let places = try site.page("checks/s3-8.html").texts { name, attributes in
      name == "section" && attributes["id"] == "places"
    }.joined()
    #expect(places.contains("global 1 passedPassing"))
    #expect(!site.files.values.contains { $0.contains("no region named") })
  }
}
