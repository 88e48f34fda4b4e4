import AssessmentModel
import Testing

@testable import ReportSite

@Suite("An excerpt of a report") struct ExcerptTests {
  private let files: [String: String]

  init() throws {
    var files = try Sample.varied.site.files
    files["assets/site.css"] = "a{}"
    files["assets/site.js"] = "1"
    files["assets/plan.js"] = "2"
    files["assets/icon.svg"] = "<svg/>"
    self.files = files
  }

  private func scope(
    _ objectives: [String], checks: [String] = [], accounts: [String] = [],
    _ change: (inout [String: String]) -> Void = { _ in }
  ) throws(ExcerptProblem) -> ExcerptScope {
    var files = files
    change(&files)
    return try ExcerptScope(
      .init(objectives: objectives, checks: checks, accounts: accounts), files: Set(files.keys),
      unknown: { $0 },
      page: { (path) throws(ExcerptProblem) in Array((files[path] ?? "").utf8) })
  }

  private func excerpt(_ scope: ExcerptScope) throws -> Excerpt {
    try Excerpt(
      of: scope,
      from: .init(
        files: files.mapValues { Digest.sha256Hex(of: CollectionOfOne(Array($0.utf8))) },
        digest: "0123", manifestDigest: "4567", version: "1.2.3"),
      index: Array((files["index.html"] ?? "").utf8),
      json: Array((files["report.json"] ?? "").utf8))
  }

  /// All files of an excerpt but the manifest.
  private func pages(_ scope: ExcerptScope) throws -> [String: String] {
    let excerpt = try excerpt(scope)
    var pages: [String: String] = [:]
    var titles: [String: HTML] = [:]
    for path in scope.paths where path.hasSuffix(".html") {
      titles[path] = excerpt.title(of: Array((files[path] ?? "").utf8))
    }
    for path in scope.paths {
      let bytes = Array((files[path] ?? "").utf8)
      let isPage = path.hasSuffix(".html")
      let isText = path.hasSuffix(".md")
      pages[path] = String(
        decoding: isPage
          ? excerpt.page(path, bytes, titles: titles)
          : isText ? excerpt.markdown(bytes) : bytes, as: UTF8.self)
    }
    let digests = pages.map {
      (path: $0, sha256: Digest.sha256Hex(of: CollectionOfOne(Array($1.utf8))))
    }
    for (path, bytes) in excerpt.ownPages(
      files: digests.sorted { $0.path < $1.path }, findings: 3, titles: titles)
    {
      pages[path] = String(decoding: bytes, as: UTF8.self)
    }
    return pages
  }

  @Test("It has the objective, its workpaper and checks, the findings, and the assets of pages")
  func contents() throws {
    #expect(
      try scope(["SO 1"]).paths == [
        "assets/icon.svg", "assets/site.css", "assets/site.js", "checks/iam-3.html",
        "checks/iam-4.html", "findings.csv", "so-1.html", "so-1.md", "workpapers/so-1.html",
      ])
    let narrow = try scope(["so-1", "so-2"], checks: ["IAM.3"], accounts: ["000000000002"])
    #expect(narrow.checks == ["iam-3"] && narrow.isNarrowed)
    #expect(narrow.paths.contains("accounts/000000000002.html"))
    #expect(!narrow.paths.contains("checks/s3-8.html"))
  }

  @Test("Of a long list it has all pages, also where another check has a name like them")
  func furtherPages() throws {
    let scope = try scope(["so-1"]) { files in
      for name in ["iam-3-2", "iam-3-3", "iam-3-5", "iam-33"] { files["checks/\(name).html"] = "" }
    }
    #expect(
      scope.paths.filter { $0.hasPrefix("checks/") } == [
        "checks/iam-3-2.html", "checks/iam-3-3.html", "checks/iam-3.html", "checks/iam-4.html",
      ])
  }

  @Test("A name that is not there is refused, with those that are")
  func unknown() throws {
    #expect(
      throws: ExcerptProblem(
        reason: .unknownName, summary: "the report has no objective named so-9",
        remedy: "There is: so-1, so-2, so-3.")
    ) { try scope(["so-9"]) }
    #expect(
      throws: ExcerptProblem(
        reason: .unknownName, summary: "the report has no check of these objectives named s3-8",
        remedy: "There is: iam-3, iam-4.")
    ) { try scope(["so-1"], checks: ["S3.8"]) }
    let error = #expect(throws: ExcerptProblem.self) { try scope(["so-1"], accounts: ["7"]) }
    #expect(error?.summary == "the report has no account named 7")
    #expect(error?.remedy.hasPrefix("There is: 000000000001, 000000000002") == true)
  }

  @Test("An excerpt, and a report without its data, are no whole report")
  func notWhole() {
    let again = #expect(throws: ExcerptProblem.self) {
      try scope(["so-1"]) { $0["full-report.html"] = "" }
    }
    #expect(again?.reason == .notWhole && again?.summary.contains("excerpt already") == true)
    let partial = #expect(throws: ExcerptProblem.self) {
      try scope(["so-1"]) { $0["findings.csv"] = nil }
    }
    #expect(partial?.summary == "the report has no findings.csv")
  }

  @Test("Every link leads to a file of it, or to another site; what is elsewhere is cited")
  func links() throws {
    let scope = try scope(["so-1"], checks: ["IAM.3"])
    let pages = try pages(scope)
    for (path, text) in pages where path.hasSuffix(".html") {
      let up = path.contains("/") ? "../" : ""
      for match in text.matches(of: /\ (?:href|src)="([^"#]*)(?:#[^"]*)?"/) {
        let link = String(match.output.1)
        guard !link.isEmpty, !link.hasPrefix("https://"), link != "manifest.json" else { continue }
        let target = link.hasPrefix("../") ? String(link.dropFirst(3)) : folder(path) + link
        #expect(pages[target] != nil, "\(path): \(link)")
      }
      #expect(text.contains("\(up)full-report.html"), "\(path)")
      _ = try HTMLReader(text)
    }
    let page = try #require(pages["so-1.html"])
    #expect(page.contains("checks/iam-3.html") && !page.contains("checks/iam-4.html"))
    let text = try #require(pages["so-1.md"])
    #expect(text.contains("](checks/iam-3.html)") && text.contains("](full-report.html)"))
    #expect(!text.contains("iam-4.html") && !text.contains("](sources.html"))
  }

  private func folder(_ path: String) -> String {
    path.contains("/") ? path.split(separator: "/").dropLast().joined(separator: "/") + "/" : ""
  }

  @Test("Its own pages cite the report and tell what of each file is as it was")
  func ownPages() throws {
    let pages = try pages(scope(["so-1"], accounts: ["000000000001"]))
    let index = try #require(pages["index.html"])
    let whole = try #require(pages["full-report.html"])
    for page in [index, whole] {
      #expect(page.contains("<dd>Assessment of a shop</dd>"))
      #expect(page.contains("<dd>2026-11-24T23:59:59Z</dd>"))
      #expect(page.contains(">0123</dd>") && page.contains(">4567</dd>"))
    }
    #expect(index.contains("<title>Excerpt: SO 1 Title · Assessment of a shop</title>"))
    #expect(index.contains("has 3 findings of these checks, in the accounts 000000000001."))
    let rows = index.matches(of: /<a href="([^"]*)">[^<]*<\/a><\/th><td[^>]*>([^<]*)</)
      .map { "\($0.output.1) \($0.output.2)" }
    #expect(rows.contains("assets/site.css As in the report"))
    #expect(rows.contains("checks/iam-3.html Links changed"))
    let digest = Digest.sha256Hex(of: CollectionOfOne(Array((files["so-1.html"] ?? "").utf8)))
    #expect(index.contains(digest))
  }

  @Test("Scripts that are not in it are not asked for")
  func scripts() throws {
    let excerpt = try excerpt(scope(["so-1"]))
    let html = """
      <title>x</title><script src="../assets/site.js" defer></script>
      <script src="../assets/plan.js" defer></script><p>end</p>
      """
    let page = excerpt.page("checks/iam-3.html", Array(html.utf8), titles: [:])
    #expect(
      String(decoding: page, as: UTF8.self)
        == "<title>x</title><script src=\"../assets/site.js\" defer></script>\n<p>end</p>")
  }

  @Test("findings.csv has the rows of its checks and accounts, byte for byte")
  func findings() throws {
    let rows = [
      "id,check,title,account\r\n", "1,IAM.3,\"two\r\nlines, \"\"IAM.4\"\"\",000000000001\r\n",
      "2,IAM.33,IAM.3,000000000001\r\n", "3,IAM.3,x,000000000002\r\n", "4,IAM.4,x,\"000000000001\"",
    ].map { Array($0.utf8) }
    func kept(_ scope: ExcerptScope) -> ExcerptFindings {
      var findings = ExcerptFindings(scope)
      // Pieces end anywhere.
      for byte in rows.joined() + Array("\r\n".utf8) { findings.append([byte].span) }
      return findings
    }
    let all = kept(try scope(["so-1"]))
    #expect(all.bytes == Array([rows[0], rows[1], rows[3], rows[4]].joined()) + Array("\r\n".utf8))
    #expect(all.count == 3)
    let one = kept(try scope(["so-1"], checks: ["IAM.3"], accounts: ["000000000001"]))
    #expect(one.bytes == rows[0] + rows[1] && one.count == 1)
  }
}
