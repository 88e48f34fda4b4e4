import AssessmentModel
import Testing

@testable import ReportSite

@Suite("What pages say of AWS Config")
struct ConfigTests {
  /// Adds a result of AWS Config.
  private static func add(
    _ rule: String, _ description: ConfigRuleDescription? = nil, resource: String,
    to builder: inout SiteBuilder
  ) {
    builder.add("S3.8", .failed, resource: resource) { row, table in
      row.source = .config
      row.form = .byResource
      row.reference = table.intern(.configRule(rule, description))
      row.reason = table.strings.intern("no block")
    }
  }

  private static let block = ConfigRuleDescription(managed: "block")

  @Test("A witness names the rule, and AWS's rule behind a name of the account's own")
  func witnesses() throws {
    var builder = SiteBuilder()
    builder.add("S3.8", .failed, resource: "arn:aws:s3:::b")
    Self.add("our-block", Self.block, resource: "arn:aws:s3:::b", to: &builder)
    Self.add("securityhub-block-1a2b3c4d", resource: "arn:aws:s3:::b", to: &builder)
    let text = try builder.site().page("checks/s3-8.html").text
    #expect(text.contains("Security Hub, 2026-11-20, evidence/findings.json #1"))
    #expect(
      text.contains(
        "AWS Config rule our-block (block), 2026-11-20 (no block), evidence/findings.json #2"))
    #expect(
      text.contains(
        "AWS Config rule securityhub-block-1a2b3c4d, 2026-11-20 (no block), "
          + "evidence/findings.json #3"))
    #expect(!text.contains("not merged"))
  }

  @Test("An id that only AWS Config knows is said not to be merged, wherever the finding stands")
  func ownIDs() throws {
    var builder = SiteBuilder()
    Self.add("block", resource: "AIDAEXAMPLE", to: &builder)
    let site = try builder.site()
    let words =
      "AIDAEXAMPLE An id of AWS Config’s own, not merged with what other sources say."
    for page in ["checks/s3-8.html", "findings.html", "accounts/000000000001.html"] {
      let text = try site.page(page).text
      #expect(text.contains(words), "\(page)")
    }
    builder = SiteBuilder()
    builder.add("S3.8", .failed, resource: "AIDAEXAMPLE")
    let text = try builder.site().page("checks/s3-8.html").text
    #expect(!text.contains("not merged"))
  }

  @Test("Rules of no check are listed by name")
  func unmapped() throws {
    var builder = SiteBuilder()
    Self.add("own-rule", .init(managed: nil), resource: "arn:aws:s3:::b", to: &builder)
    Self.add("our-logs", .init(managed: "vpc-flow-logs-enabled"), resource: "v", to: &builder)
    let site = try builder.site()
    let other = try site.page("other-findings.html").text
    #expect(other.contains("own-rulerule of AWS Config"))
    #expect(other.contains("our-logs (vpc-flow-logs-enabled)rule of AWS Config"))
    let sources = try site.page("sources.html").text
    #expect(sources.contains("unmappedown-rule: rule of AWS Config1"))
    #expect(sources.contains("AWS Config2"))
  }
}
