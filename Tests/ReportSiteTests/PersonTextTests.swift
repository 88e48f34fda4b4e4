import AssessmentModel
import Testing

@testable import ReportSite

@Suite struct PersonTextTests {
  @Test(
    "HTML and pictures of a note are text and links in the Markdown document too",
    arguments: [
      ("a <img src=x onerror=alert(1)> b", "a \\<img src=x onerror=alert(1)> b"),
      ("![p](http://e.example/p.png)", "[p](http://e.example/p.png)"),
      ("<!-- x -->", "\\<!-- x -->"), ("```\n<b>\n```\n<b>", "```\n<b>\n```\n\\<b>"),
      ("1 < 2 and `a<b`", "1 < 2 and `a<b`"),
    ])
  func inert(note: String, expected: String) {
    #expect(PersonText(note, in: "notes/so-1.md").markdown == expected)
  }

  @Test(
    "Headings of a note stand two levels lower; what only looks like one stays",
    arguments: [
      ("# A", "### A"), ("## A ##", "#### A ##"), ("##### A", "###### A"), ("###### A", "###### A"),
      ("####### A", "####### A"), ("#tag", "#tag"), ("  # A", "### A"),
      ("    # code", "    # code"),
      ("#", "###"), ("```\n# code\n```\n# A", "```\n# code\n```\n### A"),
      ("````\n```\n# code\n````\n# A", "````\n```\n# code\n````\n### A"),
      ("~~~\n```\n# code\n~~~\n# A", "~~~\n```\n# code\n~~~\n### A"),
      ("```x`\n# A", "```x`\n### A"), ("A\n===", "### A\n"), ("A\nB\n--", "A\n#### B\n"),
      ("A\n\n---", "A\n\n---"), ("- A\n---", "- A\n---"), ("| A |\n|---|", "| A |\n|---|"),
      ("2026\n===", "### 2026\n"), ("1. A\n===", "1. A\n==="), ("# A\n---", "### A\n---"),
    ])
  func headings(note: String, expected: String) {
    let lines = note.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(NoteHeadings.lowered(lines).joined(separator: "\n") == expected)
  }

  @Test(
    "A note over a limit is whole, plain, and says why",
    arguments: [
      (String(repeating: "<b>a</b> ~~~~ \n", count: 5000), "more than 64 KiB"),
      ("| " + String(repeating: "a | ", count: 70), "more than 64 table columns"),
      (
        "|a|b|c|d|e|f|g|h|\n|-|-|-|-|-|-|-|-|\n" + String(repeating: "|1|2\n", count: 800),
        "bytes of HTML"
      ),
    ])
  func limits(note: String, why: String) throws {
    var builder = SiteBuilder.varied
    builder.evidence.files.append(SiteBuilder.file("notes/so-1.md"))
    builder.evidence.notes = [
      Note(subject: "so-1", markdown: note, file: 1),
      Note(subject: "summary", markdown: note, file: 1),
    ]
    let site = try builder.site()
    for path in ["so-1.html", "index.html"] {
      let page = try site.page(path)
      #expect(page.text.contains("Shown as plain text: "), "\(path)")
      #expect(page.text.contains(why), "\(path)")
      let code = page.texts { name, _ in name == "pre" }.joined()
      let isCut = page.text.contains("further lines in notes/so-1.md")
      #expect(isCut || code.squeezed.hasPrefix(note.squeezed), "\(path)")
      #expect(site.files[path].map { $0.utf8.count < 300_000 } == true, "\(path)")
      #expect(page.elements.allSatisfy { $0.name != "b" || path == "index.html" })
    }
    #expect(
      try site.page("sources.html").text.contains("notes/so-1.md: the note is shown as plain"))
    #expect(try site.page("index.html").text.contains("notes/so-1.md: the note is shown as plain"))
    #expect(try ReportReader(site).texts("warnings").contains { $0.contains(why) })
  }

  @Test("Help of the lens over a limit is plain, and a warning says so")
  func help() throws {
    var builder = SiteBuilder.varied
    builder.help = String(repeating: "[", count: 2000)
    let site = try builder.site()
    #expect(try site.page("questions.html").text.contains("Shown as plain text: "))
    #expect(try site.page("sources.html").text.contains("the help of question so_1_1 is shown"))
  }

  @Test("Notes keep their words, but not the marks that turn text around")
  func turning() throws {
    var builder = SiteBuilder.varied
    builder.evidence.notes = [
      Note(subject: "so-1", markdown: "a\u{202E}b **c** \u{2067}d", file: 0),
      Note(subject: "summary", markdown: "a\u{202E}b", file: 0),
    ]
    let site = try builder.site()
    #expect(try site.page("so-1.html").text.contains("aU+202Eb c U+2067d"))
    #expect(try site.page("index.html").text.contains("aU+202Eb"))
    #expect(site.files["so-1.md"]?.contains("aU+202Eb **c** U+2067d") == true)
  }

  @Test("The overview names old evidence, also behind many other warnings")
  func old() throws {
    var builder = SiteBuilder.varied
    builder.evidence.files.append(SiteBuilder.file("evidence/old.json"))
    builder.evidence.files[1].isExport = true
    builder.add("IAM.3", .passed, resource: "old", file: 1) { row, _ in
      row.updated = Instant("2026-08-20")?.seconds ?? row.updated
    }
    builder.evidence.diagnostics = (0..<50).map { Diagnostic(.warning, "x", "warning \($0)") }
    let text = try builder.site().page("index.html").text
    #expect(text.contains("Old evidence: the newest result of one file is more than 30 days older"))
    #expect(text.contains("evidence/old.json (96 days)."))
    #expect(text.contains("45 more warnings") || text.contains("44 more warnings"))
  }
}

@Suite struct PageTests {
  @Test(
    "Rows fill pages up to a limit; a row over it has a page of its own",
    arguments: [
      ([], [0]), ([5], [1]), ([5, 5], [2]), ([5, 6], [1, 1]), ([99, 1, 1], [1, 2]),
      ([4, 4, 4, 4, 4], [2, 2, 1]),
    ])
  func packs(sizes: [Int], expected: [Int]) {
    let rows = sizes.map { HTML(trusted: String(repeating: "a", count: $0 - 1) + "\n") }
    let pages = Page.packed(rows, first: 10, limit: 10)
    #expect(pages.map { $0.markup.count { $0 == "\n" } } == expected)
    #expect(pages.map(\.markup).joined() == rows.map(\.markup).joined())
  }

  @Test("A list cut to a size has one item at least")
  func fits() {
    #expect(Page.fitting([5, 5, 5], limit: 10) { $0 } == [5, 5])
    #expect(Page.fitting([50, 5], limit: 10) { $0 } == [50])
    #expect(Page.fitting([Int](), limit: 10) { $0 } == [])
  }

  @Test(
    "A long text is cut by scalars and says where the whole is",
    arguments: [
      ("abc", "abc"), ("abcd", "abc… (whole in x)"), ("äöü", "äöü"),
      ("a\u{301}\u{301}\u{301}\u{301}", "a\u{301}\u{301}… (whole in x)"),
    ])
  func cuts(text: String, expected: String) {
    #expect(ShownText.short(text, limit: 3, whole: "x") == expected)
  }

  @Test(
    "Anchors of exceptions and questions are one word, each once",
    arguments: [
      (["E-1", "E 1", "e-1"], ["exception-e-1", "exception-e-1-2", "exception-e-1-3"]),
      (["ä", "-", "--2"], ["exception--", "exception---2", "exception---2-2"]),
    ])
  func anchors(ids: [String], expected: [String]) {
    #expect(AnchorName.unique(ids.map(AnchorName.exception)) == expected)
  }

  @Test(
    "An id of a question is its anchor, unless a page needs it",
    arguments: [
      ("so_3_1", "so_3_1"), ("bar", "section-bar"), ("main", "section-main"), ("a b", "a-20-b"),
      ("\"><", "-22--3e--3c-"),
    ])
  func questions(id: String, expected: String) { #expect(AnchorName.question(id) == expected) }

  @Test(
    "Only http and https lead out of the site",
    arguments: [
      ("https://a.example/x?y#z", true), ("HTTP://a.example", true), ("javascript:alert(1)", false),
      ("https://a b", false), ("//a.example", false), ("https:\u{301}//a.example", false),
      ("data:text/html,x", false), (" https://a.example", false), ("", false),
    ])
  func addresses(address: String, isSafe: Bool) {
    #expect(SiteMap.external(address) == (isSafe ? address : nil))
  }
}
