import AssessmentModel
import Foundation
import Markdown
import Testing

@testable import ReportSite

/// report.json as a program reads it.
struct ReportReader {
  struct Unreadable: Error {}

  private let root: [String: Any]

  init(_ site: Site) throws {
    let data = Data((site.files["report.json"] ?? "").utf8)
    guard let root = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw Unreadable()
    }
    self.root = root
  }

  func list(_ key: String) -> [[String: Any]] { root[key] as? [[String: Any]] ?? [] }
  func texts(_ key: String) -> [String] { root[key] as? [String] ?? [] }

  /// Open findings by check and severity.
  var openByCheck: [(id: String, severity: String, objectives: [String], open: Int)] {
    list("checks").map { check in
      let findings = check["findings"] as? [String: Int] ?? [:]
      return (
        check["id"] as? String ?? "", check["severity"] as? String ?? "",
        check["objectives"] as? [String] ?? [], findings["open"] ?? 0
      )
    }
  }
}

@Suite struct FigureTests {
  @Test(
    "Verdict, rule, known items, score and distance on an objective's page are those of report.json",
    arguments: Sample.allCases)
  func objectives(of sample: Sample) throws {
    let site = try sample.site
    for objective in try ReportReader(site).list("objectives") {
      let id = try #require(objective["id"] as? String)
      let text = try site.page("\(id).html").text { name, _ in name == "nav" }
      let word = try #require(objective["verdict"] as? String)
      let verdict = try #require(Verdict.allCases.first { $0.word == word })
      #expect(text.contains("\(verdict.status.word) because"))
      #expect(text.contains("The rule is \(try #require(objective["rule"] as? String)):"))
      let known = try #require(objective["known"] as? [String: Int])
      let (count, all) = (known["n"] ?? -1, known["of"] ?? -1)
      #expect(text.contains("Known\(count) of \(Count.of(all, "item"))"))
      #expect(text.contains("\(count) of \(all) items known"))
      if let score = objective["score"] as? [String: Double] {
        let (proven, possible) = (score["proven"] ?? -1, score["possible"] ?? -1)
        #expect(text.contains("Score\(Count.percent(proven))"))
        #expect(text.contains(Count.percent(possible)))
      } else {
        #expect(text.contains("Scorenone: nothing is known"))
      }
      let distance = objective["distance"] as? [String: Any]
      #expect(text.contains("It is ") == (distance != nil))
      if let distance, let findings = distance["findings"] as? Int, findings > 0 {
        #expect(text.contains("It is \(Count.of(findings, "finding"))"))
        let next = Verdict.allCases.first { $0.word == distance["next"] as? String }
        #expect(text.contains("from “\(try #require(next).status.word.lowercased())”."))
      }
      let index = try site.page("index.html")
      let rows = index.texts { name, _ in name == "tr" }
      let row = try #require(rows.first { $0.hasPrefix(Self.label(of: id)) })
      #expect(row.contains(verdict.status.word) && row.contains("\(count) of \(all)"))
    }
  }

  private static func label(of id: String) -> String {
    id.uppercased().replacing("-", with: " ")
  }

  @Test("Figures of the overview are sums over findings", arguments: Sample.allCases)
  func sums(of sample: Sample) throws {
    let site = try sample.site
    let report = try ReportReader(site)
    let checks = report.openByCheck
    let open = checks.reduce(0) { $0 + $1.open }
    #expect(report.list("open").count == open)
    let page = try site.page("index.html")
    let figures = page.texts { name, attributes in
      name == "dl" && attributes["class"] == "figs"
    }.joined()
    #expect(figures.contains("Open findings\(Count.grouped(open))"))
    for severity in [Severity.critical, .high] {
      let count = checks.filter { $0.severity == severity.word }.reduce(0) { $0 + $1.open }
      #expect(figures.contains("\(Count.grouped(count)) \(severity.word)"))
    }
    let failing = report.list("checks").count { $0["verdict"] as? String == "failed" }
    #expect(figures.contains("Checks failing\(failing) of "))
    for id in ["so-1", "so-2", "so-3"] {
      let row = page.texts { name, _ in name == "tr" }.first { $0.hasPrefix(Self.label(of: id)) }
      let columns = [[Severity.critical], [.high], [.medium], [.low, .informational]]
      let cells = columns.map { severities -> String in
        let count = checks.filter { check in
          check.objectives.contains(id) && severities.contains { $0.word == check.severity }
        }.reduce(0) { $0 + $1.open }
        return count == 0 ? "0" : "\(severities[0].title): \(Count.grouped(count))"
      }
      #expect(row?.contains(cells.joined()) == true, "\(id): \(row ?? "") \(cells)")
    }
    for chart in ["severity", "age"] where open > 0 {
      let section = page.texts { name, attributes in
        name == "section" && attributes["id"] == chart
      }
      let sum = try #require(section.first).split(whereSeparator: { !$0.isNumber && $0 != "," })
      #expect(!sum.isEmpty)
    }
  }

  @Test("Open findings of accounts and on the list add up", arguments: Sample.allCases)
  func accounts(of sample: Sample) throws {
    let site = try sample.site
    let open = try ReportReader(site).list("open")
    for account in site.assessment.scope.accounts {
      let id = site.assessment.strings[account.id]
      let own = open.count { $0["account"] as? String == id }
      let figures = try site.page("accounts/\(id).html").texts { name, attributes in
        name == "dl" && attributes["class"] == "figs"
      }
      #expect(figures.first?.contains("Open findings\(Count.grouped(own))") == true)
    }
    let pages = site.htmlPaths.filter { $0.hasPrefix("findings") }
      .sorted { ($0.count, $0) < ($1.count, $1) }
    var state = ""
    let rows = try pages.flatMap { try site.page($0).elements }.compactMap { element -> String? in
      if element.name == "thead" { state = "" }
      state = element.attributes["data-state"] ?? state
      return element.name == "tr" && !state.isEmpty ? state : nil
    }
    #expect(rows.count == site.assessment.merged.findings.count)
    #expect(rows.count { $0 == "open" } == open.count)
    #expect(rows.prefix(open.count).allSatisfy { $0 == "open" })
    let lines = (site.files["findings.csv"] ?? "").split(separator: "\r\n")
    #expect(lines.count == rows.count + 1)
  }

  @Test("Objectives have the counts of checks that the overview has", arguments: Sample.allCases)
  func failing(of sample: Sample) throws {
    let site = try sample.site
    let rows = try site.page("index.html").texts { name, _ in name == "tr" }
    for id in ["so-1", "so-2", "so-3"] {
      let figures = try site.page("\(id).html").texts { name, _ in name == "dd" }
      let row = try #require(rows.first { $0.hasPrefix(Self.label(of: id)) })
      let failing = try #require(figures.first { $0.contains(/^\d+ of \d+$/) })
      #expect(row.contains("\(failing) failing"))
    }
  }

  @Test("A number that has a list leads to it")
  func numbers() throws {
    let site = try Sample.varied.site
    let expected = [
      "findings.html", "findings.html#sev=critical&state=open", "so-1.html#checks",
      "so-1.html#questions", "sources.html#coverage", "questions.html#log", "sources.html#files",
      "accounts/000000000001.html#list",
    ]
    #expect(Set(expected).subtracting(try site.page("index.html").links) == [])
    #expect(try site.page("checks/iam-3.html").links.contains("#affected"))
    #expect(try site.page("so-1.html").links.contains("#checks"))
    #expect(try site.page("sources.html").links.contains("exceptions.html#suppressed"))
  }
}

@Suite struct TwinTests {
  @Test(
    "The page of an objective says what its Markdown says, and nothing else",
    arguments: Sample.allCases)
  func twins(of sample: Sample) throws {
    let site = try sample.site
    for id in ["so-1", "so-2", "so-3"] {
      let markdown = try #require(site.files["\(id).md"])
      let rendered = try HTMLReader(MarkdownDocument(parsing: markdown).html(), isWhole: false)
      let page = try site.page("\(id).html")
      #expect(Self.document(of: page) == rendered.text.squeezed, "\(id)")
      #expect(rendered.text.count > 200)
    }
  }

  /// What the page shows beside navigation, figures and footer.
  private static func document(of page: HTMLReader) -> String {
    page.text { name, attributes in
      let isFigure = name == "dl" && attributes["class"] == "figs"
      let isTwin = name == "p" && attributes["class"] == "small noprint"
      return ["head", "header", "nav", "footer", "svg"].contains(name) || isFigure || isTwin
        || attributes["class"] == "skip"
    }.squeezed
  }

  @Test(
    "Fences, HTML and lists that a note leaves open end with the note",
    arguments: [
      "```\nopen", "~~~~ text\nopen", "<!-- open", "<script>\nopen", "<div>\nopen",
      "- item\n  - deeper",
      "> quotation", "1. one\n\n   ```\n   open", "| a |\n|---|\n| b |",
      "[x]: https://example.org\n'open",
      "    code", "\tcode", "text\n", "# A\n## B\n### C", "A\n===\n\nB\n---", "Checks\n---",
      "## Checks\n\n### Verdict",
    ])
  func contained(note: String) throws {
    var builder = SiteBuilder.varied
    builder.evidence.notes = []
    let before = try builder.site().page("so-1.html")
    builder.evidence.notes = [Note(subject: "so-1", markdown: note, file: 0)]
    let site = try builder.site()
    let after = try site.page("so-1.html")
    #expect(
      Self.sections(of: after).filter { $0 != "notes-of-the-assessors" }
        == Self.sections(of: before))
    #expect(try SiteLinks(site).faults == [])
    let markdown = site.files["so-1.md"] ?? ""
    let rendered = try HTMLReader(MarkdownDocument(parsing: markdown).html(), isWhole: false)
    #expect(Self.document(of: after) == rendered.text.squeezed)
    let levels = after.elements.map(\.name).filter { ["h1", "h2"].contains($0) }
    #expect(levels.count { $0 == "h1" } == 1)
  }

  /// Ids of sections in order.
  private static func sections(of page: HTMLReader) -> [String] {
    page.elements.filter { $0.name == "section" }.compactMap { $0.attributes["id"] }
  }
}
