import AssessmentModel
import Testing

@testable import ReportSite

@Suite("The severity of a finding of Trusted Advisor's own checks") struct RowSeverityTests {
  /// A site with rows of the check TA.Rows, which the catalogue calls informational.
  private func site(_ severities: Severity...) throws -> Site {
    var builder = SiteBuilder()
    builder.add("EC2.2", .failed, resource: "of-low-severity")
    for (number, severity) in severities.enumerated() {
      builder.add("TA.Rows", .failed, resource: "row-\(number)") { row, table in
        row.source = .trustedAdvisor
        row.reference = table.intern(.trustedAdvisor("Rows"))
        row.severity = severity
      }
    }
    return try builder.site()
  }

  @Test("is its own in every list, in findings.csv and in report.json")
  func rows() throws {
    let site = try site(.medium, .high)
    for path in ["findings.html", "accounts/000000000001.html", "checks/ta-rows.html"] {
      let marks = try site.page(path).elements.compactMap { $0.attributes["data-sev"] }
      #expect(Set(marks).isSuperset(of: ["high", "medium"]), "\(path)")
    }
    let lines = (site.files["findings.csv"] ?? "").split(separator: "\r\n").dropFirst()
    #expect(lines.map { $0.split(separator: ",")[2] } == ["medium", "high", "low"])
    let open = try ReportReader(site).list("open").compactMap { $0["severity"] as? String }
    #expect(open.sorted() == ["high", "low", "medium"])
  }

  @Test("sorts their check by the worst, and is counted by itself on the overview")
  func order() throws {
    let site = try site(.medium, .high, .medium)
    let marks = try site.page("findings.html").elements.compactMap { $0.attributes["data-sev"] }
    #expect(marks == ["medium", "high", "medium", "low"])
    let row = try site.page("index.html").texts { name, _ in name == "tr" }
      .first { $0.hasPrefix("SO 2") }
    #expect(row?.contains("High: 1") == true && row?.contains("Medium: 2") == true)
  }

  @Test(
    "of which the worst is the check's, on its page, in its objective and in report.json",
    arguments: [
      ([Severity.medium, .high], Severity.high), ([.medium], .medium),
    ])
  func checks(severities: [Severity], worst: Severity) throws {
    let site = try severities.count == 1 ? site(severities[0]) : site(severities[0], severities[1])
    let figures = try site.page("checks/ta-rows.html").texts { name, _ in name == "dl" }.joined()
    #expect(figures.contains("Severity\(worst.title)of the worst open finding"))
    let row = try #require(
      (site.files["so-2.md"] ?? "").split(separator: "\n").first { $0.hasPrefix("| [TA.Rows]") })
    #expect(row.contains("*\(worst.title)*"))
    let report = try ReportReader(site)
    #expect(report.openByCheck.first { $0.id == "TA.Rows" }?.severity == worst.word)
    let verdict = report.list("objectives").first { $0["id"] as? String == "so-2" }?["verdict"]
    #expect(verdict as? String == worst.word)
  }

  @Test("is the catalogue's where nothing is open")
  func passed() throws {
    var builder = SiteBuilder()
    builder.add("TA.Rows", .passed)
    let figures = try builder.site().page("checks/ta-rows.html").texts { name, _ in name == "dl" }
    #expect(figures.joined().contains("SeverityInformationalof the catalogue"))
  }
}

@Suite("The severity of a check of Security Hub") struct OtherSeverityTests {
  @Test("is the catalogue's, and what a source says otherwise of a failure stands beside it")
  func beside() throws {
    var builder = SiteBuilder()
    builder.add("IAM.3", .failed, resource: "key") { row, _ in row.severity = .medium }
    builder.add("S3.8", .passed, resource: "a") { row, _ in row.severity = .informational }
    builder.add("S3.8", .failed, resource: "b") { row, _ in row.severity = .critical }
    builder.add("S3.8", .failed, resource: "c") { row, _ in row.severity = .low }
    let site = try builder.site()
    func severity(_ page: String) throws -> String {
      try site.page(page).texts { name, _ in name == "dl" }.joined()
    }
    #expect(
      try severity("checks/s3-8.html").contains(
        "SeverityHighof the catalogue; Security Hub says Critical or LowResources"))
    #expect(
      try severity("checks/iam-3.html").contains("SeverityMediumof the catalogueResources"))
    let open = try ReportReader(site).list("open").filter { $0["check"] as? String == "S3.8" }
    #expect(open.map { $0["severity"] as? String } == ["high", "high"])
  }
}
