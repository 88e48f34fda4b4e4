import AssessmentModel
import Testing

@testable import ReportSite

@Suite("The plan's page and plan.csv")
struct PlanPagesTests {
  /// A repaired part of the varied sample, with rows that people filled in.
  private func filled() throws -> Site {
    var builder = SiteBuilder.varied
    builder.evidence.actionFile = "plan.csv"
    builder.evidence.actions = [
      ActionEntry(
        item: "IAM.4/000000000001", owner: "Night team", due: Instant("2026-11-20"),
        status: .blocked, note: "Waits for the bank."),
      ActionEntry(item: "S3.8/000000000001", due: Instant("2027-01-31"), status: .done),
      ActionEntry(item: "IAM.3/000000000009", title: "Old title", note: "Kept."),
      ActionEntry(item: "Own.1", note: "Our own."),
    ]
    return try builder.site()
  }

  private func rows(_ site: Site) throws -> [[String: String]] {
    let text = try #require(site.files["plan.csv"])
    let rows = CSVReader.rows(of: String(text.unicodeScalars.dropFirst()))
    return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(rows[0], $0)) }
  }

  @Test("plan.csv has a row for each item and account, in the order of the plan")
  func csv() throws {
    let site = try Sample.varied.site
    #expect(site.files["plan.csv"]?.unicodeScalars.first == "\u{FEFF}")
    let rows = try rows(site)
    #expect(rows.map { $0["item"] } == site.assessment.actions.rows.map(\.id))
    let first = try #require(rows.first)
    #expect(first["order"] == "1" && first["step"] == "1")
    #expect(first["account owner"] == "Platform")
    #expect(first["owner"] == "" && first["due"] == "" && first["status"] == "")
    #expect(first["verdicts moved"]?.contains("→") == true)
    #expect(Set(rows.map { Int($0["order"] ?? "") }).count == site.assessment.plan.items.count)
  }

  @Test("What people wrote goes into the new plan.csv, rows that match nothing at its end")
  func carried() throws {
    let rows = try rows(try filled())
    let first = try #require(rows.first { $0["item"] == "IAM.4/000000000001" })
    #expect(first["owner"] == "Night team" && first["due"] == "2026-11-20")
    #expect(first["status"] == "blocked" && first["note"] == "Waits for the bank.")
    #expect(rows.suffix(2).map { $0["item"] } == ["IAM.3/000000000009", "Own.1"])
    #expect(rows.suffix(2).map { $0["title"] } == ["Old title", ""])
  }

  @Test("The page shows dates by urgency, measured at the moment of the assessment")
  func work() throws {
    let page = try filled().page("plan.html")
    let work = page.texts { _, attributes in attributes["id"] == "work" }.joined()
    #expect(work.contains("overdue by 4 days"))
    #expect(work.contains("Night team") && work.contains("Waits for the bank."))
    #expect(work.contains("Doneevidence still open") || work.contains("Done evidence still open"))
    let (overdue, done) = (work.firstRange(of: "IAM.4"), work.firstRange(of: "S3.8"))
    #expect(try #require(overdue).lowerBound < #require(done).lowerBound)
    #expect(work.contains("A status changes no verdict"))
  }

  @Test("Rows that match nothing are listed with what the check says now")
  func gone() throws {
    let page = try filled().page("plan.html")
    let gone = page.texts { _, attributes in attributes["id"] == "gone" }.joined()
    #expect(gone.contains("IAM.3/000000000009") && gone.contains("is not judged there"))
    #expect(gone.contains("Own.1") && gone.contains("no check or question of this report"))
  }

  @Test("The page shows every item once, in the order of the plan, with its number")
  func items() throws {
    let site = try Sample.varied.site
    let page = try site.page("plan.html")
    let anchors = page.elements.filter { $0.name == "article" }.compactMap { $0.attributes["id"] }
    #expect(anchors == site.assessment.plan.items.map { "fix-\(SiteMap.fileName($0.id))" })
    let steps = page.elements.filter { $0.attributes["id"]?.hasPrefix("step-") == true }
    #expect(steps.count == site.assessment.plan.steps.count)
  }

  @Test("The overview shows the first items of the plan in its order")
  func overview() throws {
    let site = try Sample.varied.site
    let first = try site.page("index.html")
      .texts { _, attributes in attributes["id"] == "first" }.joined()
    let places = site.assessment.plan.items.prefix(5).map { first.firstRange(of: $0.id) }
    let starts = try places.map { try #require($0).lowerBound }
    #expect(starts == starts.sorted() && starts.count >= 3)
  }

  @Test("A ticket says why, where, how, and which report says so")
  func ticket() throws {
    let site = try Sample.varied.site
    let ticket = try #require(
      try site.page("plan.html").texts { name, _ in name == "pre" }
        .first { $0.hasPrefix("# IAM.4") })
    for part in [
      "Critical severity: 1 open finding in production", "## Where",
      "root, production (000000000001)",
      "IAM.4-", "## In the console", "1. Open it.", "Assessment of a shop, as of 2026-11-24",
      "Report digest 0123456789abcdef", "so-report 1.2.3", "checks/iam-4.html",
    ] {
      #expect(ticket.contains(part), "\(part)")
    }
  }

  @Test("A ticket lists twenty resources and counts the rest")
  func longTicket() throws {
    var builder = SiteBuilder()
    for number in 10..<33 { builder.add("IAM.3", .failed, resource: "user-\(number)") }
    let ticket = try builder.site().page("plan.html").texts { name, _ in name == "pre" }.joined()
    #expect(ticket.contains("user-29") && !ticket.contains("user-30"))
    #expect(ticket.contains("- and 3 more in findings.csv of the report"))
  }

  @Test("Improvement plans of choices that an answer leaves out are listed with their question")
  func improvements() throws {
    var builder = SiteBuilder()
    builder.add("IAM.4", .passed)
    builder.answer(["b"])
    let page = try builder.site().page("plan.html")
    let text = page.texts { name, _ in name == "main" }.joined()
    #expect(text.contains("Improvement plans of choices not selected"))
    #expect(text.contains("Improve."))
    #expect(page.elements.contains { $0.attributes["href"] == "https://docs.aws.amazon.com/x" })
  }

  @Test("With nothing open there is a plan that says so, and a plan.csv with its first line")
  func empty() throws {
    let site = try Sample.empty.site
    let text = try site.page("plan.html").texts { name, _ in name == "main" }.joined()
    #expect(text.contains("Nothing is open, so there is nothing to fix."))
    #expect(try rows(site).isEmpty)
  }

  @Test("Long plans are cut into pages, of which every step's link finds its own")
  func large() throws {
    let site = try Sample.large.site
    for path in site.htmlPaths where path.hasPrefix("plan") || path.hasPrefix("workpapers/") {
      #expect((site.files[path] ?? "").utf8.count <= 300_000, "\(path)")
    }
    #expect(try SiteLinks(site).faults == [])
  }
}
