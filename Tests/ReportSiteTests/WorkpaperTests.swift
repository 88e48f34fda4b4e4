import AssessmentModel
import Testing

@testable import ReportSite

@Suite("The workpaper of an objective")
struct WorkpaperTests {
  private func text(_ site: Site, _ id: String = "so-1", section: String) throws -> String {
    try site.page("workpapers/\(id).html")
      .texts { _, attributes in attributes["id"] == section }.joined()
  }

  @Test("It has all its parts, and nothing that folds or has to be scripted")
  func parts() throws {
    let page = try Sample.varied.site.page("workpapers/so-1.html")
    let sections = page.elements.filter { $0.name == "section" }.map { $0.attributes["id"] }
    #expect(
      sections == [
        "control", "tests", "answers", "evidence", "exceptions", "contradictions", "gaps",
        "result", "sample", "conclusion",
      ])
    let main = page.texts { name, _ in name == "main" }.joined()
    for part in [
      "Assessment of a shop", "Shop", "2026-11-24T23:59:59Z", "0123456789abcdef", "Prepared by",
      "Reviewed by", "Signature", "Date",
    ] {
      #expect(main.contains(part), "\(part)")
    }
    let inMain = try page.html(of: "main")
    #expect(!inMain.contains("<details") && !inMain.contains("<button"))
  }

  @Test("Exceptions and contradictions of other objectives are left out")
  func own() throws {
    let site = try Sample.varied.site
    let first = try text(site, section: "exceptions")
    #expect(first.contains("E-1") && first.contains("Approver") && first.contains("2026-12-31"))
    #expect(!first.contains("E-3"))
    #expect(try text(site, section: "contradictions").contains("IAM.4 fails in production"))
    #expect(try text(site, "so-3", section: "exceptions").contains("No accepted risk"))
    #expect(try text(site, "so-2", section: "exceptions").contains("1 finding"))
  }

  @Test("Evidence is named with its digest and the records that decide")
  func evidence() throws {
    let evidence = try text(Sample.varied.site, section: "evidence")
    #expect(evidence.contains("evidence/findings.json"))
    #expect(evidence.contains(String(repeating: "a", count: 64)))
    #expect(evidence.contains("6 records: 1–5"))
  }

  @Test("Of few findings the sample has all, the open ones first")
  func smallSample() throws {
    let sample = try text(Sample.varied.site, section: "sample")
    #expect(sample.contains("The sample is all 3 open findings and 2 of 2 other findings."))
    #expect(sample.contains("These are all findings of the checks."))
  }

  @Test("Of many findings those with the smallest digits of their ids are taken")
  func largeSample() throws {
    var builder = SiteBuilder()
    for number in 0..<60 {
      builder.add("IAM.3", number < 10 ? .failed : .passed, resource: "user-\(number)")
    }
    let report = Report(try builder.assessment(), version: "1", digest: "d")
    let sample = WorkpaperSample(report: report, result: report.assessment.objectives[0]).indices
    #expect(sample.count == 25)
    #expect(sample.prefix(10).allSatisfy { report.findings[$0].state == .failed })
    let passed = report.findings.indices.filter { report.findings[$0].state == .passed }
    let smallest = passed.sorted { report.citation($0) < report.citation($1) }.prefix(15)
    #expect(Set(sample.dropFirst(10)) == Set(smallest))
    let text = try text(Site(builder.assessment()), section: "sample")
    #expect(text.contains("all 10 open findings and 15 of 50 other findings"))
  }

  @Test("What was not looked at is named by check, account and region")
  func gaps() throws {
    let gaps = try text(Sample.varied.site, "so-3", section: "gaps")
    #expect(gaps.contains("EC2.2") && gaps.contains("production: eu-west-1 (no data)"))
  }

  @Test("The objective's page and the method lead to it")
  func linked() throws {
    let site = try Sample.varied.site
    for path in ["so-1.html", "sources.html"] {
      let links = try site.page(path).elements.compactMap { $0.attributes["href"] }
      #expect(links.contains("workpapers/so-1.html"), "\(path)")
    }
  }
}

extension HTMLReader {
  /// The markup of the first element of that name, roughly: names of elements and texts.
  fileprivate func html(of name: String) throws -> String {
    var depth = 0
    var text = ""
    for event in events {
      switch event {
      case .open(let own, _):
        if own == name || depth > 0 { depth += 1 }
        if depth > 0 { text += "<\(own)>" }
      case .close: if depth > 0 { depth -= 1 }
      case .text(let own): if depth > 0 { text += own }
      }
    }
    return text
  }
}
