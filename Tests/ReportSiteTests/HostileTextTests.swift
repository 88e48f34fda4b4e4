import AssessmentModel
import Foundation
import Markdown
import Testing

@testable import ReportSite

@Suite struct HostileTextTests {
  static let texts = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "{{{content}}} {{title}} {{#navigation}}x{{/navigation}} {{! x }}",
    "| ]( x | `a` | **Failing** | [x](javascript:alert(1)) ![y](//z)",
    "</title></textarea></style><!-- ]]> <svg/onload=alert(1)>",
    "a\u{202E}gnp.exe\u{2066}b\u{200F}c", "line\none\r\ntwo\u{2028}three\ttab",
    "nul\u{0}bell\u{7}end",
    "👩🏽‍💻 emoji ✓", "שלום عالم", "=HYPERLINK(\"http://x\",\"y\")", "+1", "-1", "@SUM(A1)", "# x",
    "- x",
    "1. x", "    x", "&lt;b&gt; &amp; &#60;", "\\", "\"\u{301} onmouseover=alert(1) x=\"\u{301}",
    "<\u{301}b>", "\"\u{FE0F},\"\u{FE0F}",
    "arn:aws:s3:::" + String(repeating: "a<&\"", count: 1250),
    "x ##", "C #", "https://example.org/<x>", "%00%0d%0a", "__proto__", "~~x~~ _y_ ***z***",
  ]

  /// Everything that input can name is that text.
  private static func builder(_ text: String) -> SiteBuilder {
    var builder = SiteBuilder.varied
    builder.title = text
    builder.question = text
    builder.help = text
    builder.improvement = Resource(text: text, url: "javascript:alert(1)//\(text)")
    builder.evidence.title = text
    builder.evidence.organisation = text
    builder.evidence.classification = text
    builder.evidence.assessors = [text]
    builder.evidence.accounts = [
      AccountDetails(
        id: SiteBuilder.account(1), name: text, owner: text, environment: text, unit: text),
      AccountDetails(id: SiteBuilder.account(8), name: text, unit: text),
    ]
    builder.evidence.insights = [
      Insight(
        arn: text, name: text, groupedBy: text, counts: [.init(value: text, findings: 1)], file: 0),
      Insight(arn: text, groupedBy: "", counts: [], file: 0),
    ]
    builder.evidence.members = OrganizationMembers(
      accounts: [SiteBuilder.account(8)], isIncomplete: true)
    builder.evidence.files = [SiteBuilder.file(text)]
    builder.evidence.notes = [
      Note(subject: "so-1", markdown: text, file: 0),
      Note(subject: "summary", markdown: text, file: 0),
    ]
    builder.evidence.diagnostics = [
      Diagnostic(.warning, "x", file: text, place: .record(1, pointer: text), text, remedy: text)
    ]
    builder.evidence.rejectedFiles = builder.evidence.diagnostics
    builder.evidence.answers = []
    builder.answer(["a", text]) {
      $0.author = text
      $0.note = text
      $0.workload = text
      $0.attachments = [text]
      $0.apiRisk = .low
    }
    for id in [text, text + "2"] {
      builder.except(id) {
        $0.reason = text
        $0.owner = text
        $0.approvedBy = text
        $0.resource = text
      }
    }
    for status in [Record.Status.failed, .warning, .passed] {
      for check in ["IAM.3", "S3.8", text] {
        builder.add(check, status, region: text, resource: "\(text)\(status)") { row, table in
          row.isSuppressed = check == "S3.8"
          row.title = table.strings.intern(text)
          row.note = table.strings.intern(text)
          row.reason = table.strings.intern(text)
        }
      }
    }
    builder.add("IAM.3", .failed, region: text, resource: text)
    builder.evidence.actionFile = text
    for item in ["IAM.3/\(SiteBuilder.account(1))", "IAM.3/\(text)", text] {
      builder.evidence.actions.append(
        ActionEntry(
          item: item, title: text, owner: text, due: Instant("2026-01-01"), status: .open,
          note: text))
    }
    return builder
  }

  private static let known = Kinds(of: try? Sample.varied.site)

  /// What markup a site is made of.
  struct Kinds {
    var elements: Set<String> = []
    var attributes: Set<String> = []

    init(of site: Site?) {
      for path in site?.htmlPaths ?? [] {
        for element in (try? site?.page(path))?.elements ?? [] {
          elements.insert(element.name)
          attributes.formUnion(element.attributes.keys)
        }
      }
    }
  }

  @Test("A hostile text makes no markup, only text, on any page", arguments: texts)
  func html(text: String) throws {
    let site = try Self.builder(text).site()
    // What a person's Markdown may add to what the site itself writes.
    let elements = Self.known.elements.union([
      "p", "blockquote", "code", "pre", "em", "strong", "del", "br", "h3", "h4", "ol", "ul", "li",
      "details", "summary", "hr", "div",
    ])
    for path in site.htmlPaths {
      let page = try site.page(path)
      for (name, attributes) in page.elements {
        #expect(elements.contains(name), "\(path): <\(name)>")
        let strange = Set(attributes.keys).subtracting(Self.known.attributes)
        #expect(strange.isSubset(of: ["open", "start"]), "\(path): <\(name)> \(strange)")
        for key in ["href", "src"] {
          let address = attributes[key] ?? ""
          #expect(
            address.firstMatch(of: /^[a-z]+:/) == nil || address.hasPrefix("https://"),
            "\(path): \(address)")
        }
      }
      let bytes = site.files[path] ?? ""
      #expect(!bytes.unicodeScalars.contains(where: Self.isTurning), "\(path)")
      #expect(!bytes.utf8.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }, "\(path)")
    }
    #expect(try SiteLinks(site).faults == [])
  }

  private static func isTurning(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  @Test("A hostile text shows as itself, visibly, where it belongs", arguments: texts)
  func shows(text: String) throws {
    let site = try Self.builder(text).site()
    let seen = MarkdownText.visible(text).squeezed.prefix(100)
    let places: [(String, (String, [String: String]) -> Bool)] = [
      ("index.html", { name, _ in name == "h1" }), ("index.html", { name, _ in name == "title" }),
      ("index.html", { name, _ in name == "header" }), ("so-2.html", { name, _ in name == "h1" }),
      ("checks/iam-3.html", { name, _ in name == "h1" }),
      ("checks/iam-3.html", { _, attributes in attributes["id"] == "affected" }),
      ("accounts/000000000001.html", { name, _ in name == "h1" }),
      ("exceptions.html", { name, _ in name == "h2" }),
      ("questions.html", { name, _ in name == "h3" }),
      ("questions.html", { name, _ in name == "blockquote" }),
      ("sources.html", { _, attributes in attributes["id"] == "files" }),
      ("findings.html", { name, _ in name == "table" }),
      ("plan.html", { _, attributes in attributes["id"] == "work" }),
      ("plan.html", { _, attributes in attributes["id"] == "gone" }),
      ("plan.html", { name, _ in name == "h4" }),
      ("workpapers/so-1.html", { _, attributes in attributes["id"] == "control" }),
      ("workpapers/so-1.html", { _, attributes in attributes["id"] == "answers" }),
      ("workpapers/so-1.html", { _, attributes in attributes["id"] == "exceptions" }),
      ("workpapers/so-1.html", { _, attributes in attributes["id"] == "sample" }),
    ]
    for (path, isWanted) in places {
      let found = try site.page(path).texts(of: isWanted).joined().squeezed
      #expect(found.contains(seen), "\(path): \(found.prefix(300))")
    }
    let line = PlainLine.of(text).squeezed.prefix(100)
    for id in ["warnings", "rejected"] {
      let found = try site.page("sources.html").texts { $1["id"] == id }.joined().squeezed
      #expect(found.contains(line), "\(id): \(found.prefix(300))")
    }
    let page = try site.page("index.html")
    let classification = page.elements.first { $0.name == "html" }?
      .attributes["data-classification"]
    #expect(classification?.squeezed.hasPrefix(seen) == true)
  }

  @Test("Pages show what is wrong as the terminal does, blanks and line ends too")
  func showsDiagnostics() throws {
    var builder = SiteBuilder.varied
    let found = Diagnostic(
      .warning, "x", file: "a\nb.json", "expected a key, found '\u{2028}'", remedy: "\u{200B}.")
    builder.evidence.diagnostics = [found]
    builder.evidence.rejectedFiles = [found]
    let site = try builder.site()
    let shown = #"a\nb.json: expected a key, found '\u{2028}'. \u{200B}."#
    for (path, id) in [("sources.html", "warnings"), ("sources.html", "rejected")] {
      let text = try site.page(path).texts { $1["id"] == id }.joined()
      #expect(text.contains(shown), "\(id): \(text)")
    }
    #expect(
      try site.page("index.html").texts { $1["class"] == "note warn" }.joined().contains(shown))
  }

  @Test("A hostile text changes nothing in the outline of the Markdown", arguments: texts)
  func markdown(text: String) throws {
    let site = try Self.builder(text).site()
    for id in ["so-1", "so-2", "so-3"] {
      let markdown = try #require(site.files["\(id).md"])
      #expect(!markdown.unicodeScalars.contains(where: Self.isTurning))
      #expect(!markdown.utf8.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 })
      let headings = MarkdownDocument(parsing: markdown).headings()
      let sections = headings.filter { $0.level == 2 }.map(\.text)
      let known = MarkdownDocument(parsing: try Sample.varied.site.files["\(id).md"] ?? "")
        .headings().filter { $0.level == 2 }.map(\.text)
      #expect(sections == known)
      #expect(headings.count { $0.level == 1 } == 1)
      #expect(headings.first?.text.squeezed.hasSuffix(MarkdownText.visible(text).squeezed) == true)
      let rendered = try HTMLReader(MarkdownDocument(parsing: markdown).html(), isWhole: false)
      let addresses = rendered.elements.compactMap { $0.attributes["href"] }
      #expect(addresses.allSatisfy { !$0.hasPrefix("javascript") && !$0.hasPrefix("//") })
    }
  }

  @Test("A hostile text changes nothing in the outline of a ticket", arguments: texts)
  func tickets(text: String) throws {
    let site = try Self.builder(text).site()
    let tickets = try site.htmlPaths.filter { $0.hasPrefix("plan") }
      .flatMap { try site.page($0).texts { name, _ in name == "pre" } }
    #expect(tickets.count == site.assessment.plan.items.count)
    for ticket in tickets {
      let document = MarkdownDocument(parsing: ticket)
      #expect(document.headings().count { $0.level == 1 } == 1)
      #expect(
        Set(document.headings().filter { $0.level == 2 }.map(\.text)).isSubset(of: [
          "Where", "In the console", "Source", "Practices that are missing",
          "How to see that it is done",
        ]))
      #expect(!document.hasLiveParts)
    }
  }

  @Test("plan.csv holds a hostile text as a value", arguments: texts)
  func planValues(text: String) throws {
    let rows = CSVReader.rows(of: try Self.builder(text).site().files["plan.csv"] ?? "")
    #expect(Set(rows.map(\.count)) == [18])
    for cell in rows.flatMap(\.self) {
      let first = cell.unicodeScalars.first
      #expect(first.map { !"=+-@\t\r".unicodeScalars.contains($0) } != false, "\(cell)")
    }
  }

  @Test("report.json and findings.csv hold a hostile text as a value", arguments: texts)
  func values(text: String) throws {
    let site = try Self.builder(text).site()
    let report = try ReportReader(site)
    let resources = (report.list("open") + report.list("excepted"))
      .compactMap { $0["resource"] as? String }
    #expect(resources.contains { $0.utf8.elementsEqual(text.utf8) })
    let json = site.files["report.json"] ?? ""
    #expect(!json.unicodeScalars.contains { $0 == "<" || Self.isTurning($0) || $0 == "\u{2028}" })
    let rows = CSVReader.rows(of: site.files["findings.csv"] ?? "")
    #expect(Set(rows.map(\.count)) == [17])
    #expect(rows.count == site.assessment.merged.findings.count + 1)
    for cell in rows.flatMap(\.self) {
      let first = cell.unicodeScalars.first
      #expect(first.map { !"=+-@\t\r".unicodeScalars.contains($0) } != false, "\(cell)")
      #expect(!cell.utf8.contains { $0 < 0x20 && $0 != 0x0A }, "\(cell)")
    }
  }
}

/// Reads CSV by RFC 4180, scalar by scalar.
enum CSVReader {
  static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        cell.append("\"")
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case ",", "\r":
        if isQuoted {
          cell.append(scalar)
          continue
        }
        row.append(String(cell))
        cell = .init()
        if scalar == "\r", scalars.popFirst() == "\n" {
          rows.append(row)
          row = []
        }
      default: cell.append(scalar)
      }
    }
    return rows
  }
}
