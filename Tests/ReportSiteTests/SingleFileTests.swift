import AssessmentModel
import EmbeddedFiles
import Testing

@testable import ReportSite

@Suite("A report in one file") struct SingleFileTests {
  private static let assets = SingleFile.Assets(
    styles: ["a {\r\n}", "b {}"], script: "run();", icon: Array("<svg/>".utf8))

  private func site(_ builder: SiteBuilder) throws -> ReportSite {
    let files = try FileSet()
    return try ReportSite(
      builder.assessment(),
      templates: SiteTemplates(
        page: files.text("templates/pages/page.mustache") ?? "",
        objective: files.text("templates/pages/objective.md.mustache") ?? ""),
      version: "1.2.3", digest: "0123456789abcdef")
  }

  private func text(_ file: SingleFile) -> String {
    String(decoding: Array(file.pieces.joined()), as: UTF8.self)
  }

  @Test("has every page once, with links between them that lead to what is there")
  func links() throws {
    let file = try site(.varied).singleFile(Self.assets)
    let html = text(file)
    let paths = try Sample.varied.site.htmlPaths
    #expect(file.pages == paths.count && file.leftOut == 0)
    let ids = html.matches(of: /\ id="([^"]*)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for path in paths {
      #expect(html.contains("<article class=\"page\" id=\"\(SingleFileLinks.id(of: path))\">"))
    }
    let links = html.matches(of: /\ href="([^"]*)"/).map { String($0.output.1) }
    let inner = links.filter { !$0.hasPrefix("https://") && !$0.hasPrefix("data:") }
    #expect(inner.count > 100)
    for link in Set(inner) {
      #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst())), "\(link)")
    }
    #expect(html.contains("<a href=\"#checks_iam-3__affected\">"))
    #expect(html.contains("<a href=\"#so-2\">"))
  }

  @Test("loads nothing and runs only what its hashes name")
  func policy() throws {
    let html = text(try site(.one).singleFile(Self.assets))
    let style = "a {\n}\nb {}"
    #expect(html.contains("<style>\(style)</style>"))
    #expect(html.contains("<script>run();</script></body>"))
    #expect(html.contains("style-src 'sha256-\(Digest.sha256Base64(of: Array(style.utf8)))'"))
    #expect(html.contains("script-src 'sha256-\(Digest.sha256Base64(of: Array("run();".utf8)))'"))
    #expect(html.contains("content=\"default-src 'none'; "))
    #expect(html.contains("<link rel=\"icon\" href=\"data:image/svg+xml;base64,PHN2Zy8+\""))
    for element in ["<link rel=\"stylesheet\"", " src=\"", " defer"] {
      #expect(!html.contains(element), "\(element)")
    }
    // Of empty input, by RFC 6234 and RFC 4648.
    #expect(Digest.sha256Base64(of: []) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }

  @Test("begins as it can be known again, and has the same bytes each time")
  func mark() throws {
    let file = try site(.varied).singleFile(Self.assets)
    #expect(file.pieces.first?.starts(with: SingleFile.mark) == true)
    #expect(text(try site(.varied).singleFile(Self.assets)) == text(file))
    #expect(file.byteCount == text(file).utf8.count)
  }

  @Test("says how large it is, and that it is one file")
  func size() throws {
    let file = try site(.varied).singleFile(Self.assets)
    let size = ByteCount.text(file.byteCount)
    #expect(text(file).contains("in one file of about \(size), with \(file.pages) pages."))
    #expect(!text(file).contains("lists open findings only"))
  }

  @Test("too large for all findings has the open ones, and says what it leaves out")
  func openOnly() throws {
    let all = try site(.varied).singleFile(Self.assets)
    let open = try site(.varied).singleFile(Self.assets, limit: all.byteCount - 1)
    let html = text(open)
    #expect(open.leftOut == 4 && open.byteCount < all.byteCount)
    #expect(html.contains("This file lists open findings only. 4 findings that passed"))
    for name in ["user-1", "user-3", "root", "open-too"] { #expect(html.contains(">\(name)<")) }
    for name in ["user-4", "unsure"] {
      #expect(!html.contains("<th scope=\"row\">\(name)<"), "\(name)")
      #expect(text(all).contains("<th scope=\"row\">\(name)<"), "\(name)")
    }
    let ids = Set(html.matches(of: /\ id="([^"]*)"/).map { String($0.output.1) })
    for match in html.matches(of: /\ href="#([^"]*)"/) {
      #expect(ids.contains(String(match.output.1)), "\(match.output.1)")
    }
  }

  @Test("leaves out pages of the list of findings on which no open one stands")
  func pages() throws {
    var builder = SiteBuilder.one
    for number in 0..<1500 {
      builder.add("S3.8", .passed, resource: String(repeating: "long", count: 20) + "\(number)")
    }
    let paths = try builder.site().htmlPaths
    let open = try site(builder).singleFile(Self.assets, limit: 1)
    #expect(paths.contains("findings-2.html"))
    #expect(open.leftOut == 1500)
    #expect(open.pages == paths.count { !$0.hasPrefix("findings-") })
    #expect(text(open).contains("id=\"findings\""))
  }

  @Test("goes from what leads on to what is led to")
  func order() {
    let paths = [
      "sources.html", "so-10.html", "checks/iam-10.html", "so-9.html", "new.html",
      "findings-2.html",
      "findings.html", "index.html", "checks/iam-9.html", "plan.html", "checks/iam-9-2.html",
    ]
    let pages = paths.map { Page(path: $0, title: "", content: "") }
    #expect(
      SingleFile.order(pages).map(\.path) == [
        "index.html", "so-9.html", "so-10.html", "plan.html", "checks/iam-9.html",
        "checks/iam-9-2.html", "checks/iam-10.html", "new.html", "findings.html",
        "findings-2.html", "sources.html",
      ])
  }

  @Test("The logo stands in it")
  func logo() throws {
    var builder = SiteBuilder.one
    builder.evidence.branding.logo = Logo(kind: .png, bytes: [1, 2, 3])
    let html = text(try site(builder).singleFile(Self.assets))
    #expect(
      html.matches(of: /<img class="logo" src="data:image\/png;base64,AQID" alt="">/).count == 2)
  }

  @Test("is refused where an asset would end its element", arguments: [0, 1, 2])
  func assets(number: Int) throws {
    let assets = SingleFile.Assets(
      styles: [number == 0 ? "</STYLE>" : ""],
      script: ["", "\"</script>\"", "<!-- x"][number], icon: [])
    #expect(throws: TemplateError.self) { _ = try site(.one).singleFile(assets) }
  }

  @Test("is refused where the page template has no place for the style sheet")
  func template() throws {
    let site = try ReportSite(
      SiteBuilder.one.assessment(),
      templates: SiteTemplates(page: "<html>{{{content}}}", objective: ""), version: "1", digest: ""
    )
    let error = #expect(throws: TemplateError.self) { _ = try site.singleFile(Self.assets) }
    #expect(error?.description.contains("inlineStyle") == true)
  }
}
