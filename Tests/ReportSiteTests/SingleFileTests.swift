import AssessmentModel
import EmbeddedFiles
import Testing

@testable import ReportSite

@Suite("A report in one file") struct SingleFileTests {
  private static let assets = SingleFile.Assets(
    styles: ["a { color: red }", "b {}"], script: "\"use strict\";", icon: Array("<svg/>".utf8))

  private func file(
    _ builder: SiteBuilder = .varied, _ assets: SingleFile.Assets = assets,
    limit: Int = SingleFile.limit
  ) throws -> (file: SingleFile, text: String) {
    let templates = try FileSet()
    let site = try ReportSite(
      builder.assessment(),
      templates: SiteTemplates(
        page: templates.text("templates/pages/page.mustache") ?? "",
        objective: templates.text("templates/pages/objective.md.mustache") ?? ""),
      version: "1.2.3", digest: "0123456789abcdef")
    let file = try site.singleFile(assets, limit: limit)
    return (file, String(decoding: file.pieces.joined(), as: UTF8.self))
  }

  private static func values(_ attribute: String, in text: String) throws -> [String] {
    try text.matches(of: Regex(" \(attribute)=\"([^\"]*)\"", as: (Substring, Substring).self))
      .map { String($0.output.1) }
  }

  @Test("Every link leads to another site or to an id in it, and no id is there twice")
  func links() throws {
    let (_, text) = try file()
    let ids = try Self.values("id", in: text)
    #expect(Set(ids).count == ids.count)
    let known = Set(ids)
    for link in try Self.values("href", in: text) where !link.hasPrefix("https://") {
      guard !link.hasPrefix("data:image/svg+xml;base64,") else { continue }
      #expect(link.hasPrefix("#") && known.contains(String(link.dropFirst())), "\(link)")
    }
    for name in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
      for id in try Self.values(name, in: text).flatMap({ $0.split(separator: " ") }) {
        #expect(known.contains(String(id)), "\(name) \(id)")
      }
    }
    #expect(known.isSuperset(of: ["index", "so-1", "checks_iam-3", "workpapers_so-1", "plan"]))
  }

  @Test("It has every page, in the order in which people read, and no page's own scripts")
  func pages() throws {
    let (file, text) = try file()
    let site = try Sample.varied.site
    #expect(file.pages == site.htmlPaths.count && file.leftOut == 0)
    let pages = text.matches(of: /<article class="page" id="([^"]*)">/).map { $0.output.1 }
    #expect(pages.count == file.pages && pages.first == "index" && pages.last == "sources")
    #expect(text.matches(of: /<script/).count == 1 && !text.contains(" src=\"assets"))
  }

  @Test("Its policy names the hashes of its style and script, and allows nothing else")
  func policy() throws {
    let (_, text) = try file()
    let style = try #require(text.firstMatch(of: /<style>([^<]*)<\/style>/)).output.1
    let script = try #require(text.firstMatch(of: /<script>([^<]*)<\/script>/)).output.1
    let hashes = [script, style].map { Digest.sha256Base64(of: Array($0.utf8)) }
    #expect(
      text.contains(
        "content=\"default-src 'none'; script-src 'sha256-\(hashes[0])'; "
          + "style-src 'sha256-\(hashes[1])'; img-src data:; base-uri 'none'; form-action 'none'; ")
    )
  }

  @Test("It begins with its mark, says its size, and is the same each time")
  func same() throws {
    let (one, text) = try file()
    #expect(one.pieces.joined().starts(with: SingleFile.mark))
    #expect(text.contains("in one file of about \(ByteCount.text(one.byteCount)), with"))
    #expect(try file().text == text)
  }

  @Test("Above its limit it has only open findings, and says so")
  func limit() throws {
    let (whole, text) = try file()
    #expect(text.contains("user-4") && !text.contains("This file lists open findings only"))
    let (open, shorter) = try file(limit: whole.byteCount - 1)
    let left = try SiteBuilder.varied.assessment().merged.findings.count { $0.state != .failed }
    #expect(open.leftOut == left && left > 0)
    #expect(shorter.contains("This file lists open findings only. \(left) findings that passed"))
    // The samples of workpapers stay, because they are evidence of a test.
    for page in ["findings", "checks_iam-3", "accounts_000000000001"] {
      let start = try #require(shorter.firstRange(of: "<article class=\"page\" id=\"\(page)\">"))
      // A page has articles in it; the next page begins behind it.
      let list = shorter[start.upperBound...]
      let rows = list[
        ..<(list.firstRange(of: "<article class=\"page\"")?.lowerBound ?? list.endIndex)]
      #expect(rows.contains("user-1") && !rows.contains("user-4"), "\(page)")
    }
    #expect(shorter.contains("have more than \(ByteCount.text(whole.byteCount - 1))"))
  }

  @Test(
    "Assets that would end their element are refused",
    arguments: [
      ("a{}</STYLE>", "", "assets/site.css contains </style"),
      ("", "x = '</script>'", "assets/site.js contains </script"),
      ("", "a <!-- b", "assets/site.js contains <!--"),
    ])
  func refused(style: String, script: String, problem: String) throws {
    let assets = SingleFile.Assets(styles: [style], script: script, icon: [])
    let error = #expect(throws: TemplateError.self) { try file(.one, assets) }
    #expect(error?.message.hasPrefix(problem) == true)
  }
}
