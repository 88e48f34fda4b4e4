import AssessmentModel
import EmbeddedFiles
import Testing

@testable import ReportSite

@Suite("The brand of a report") struct BrandTests {
  private static let drawing = Logo(kind: .svg, bytes: Array("<svg/>".utf8))

  private func site(_ change: (inout Branding) -> Void) throws -> Site {
    var builder = SiteBuilder.varied
    change(&builder.evidence.branding)
    return try builder.site()
  }

  @Test("Its logo stands in the header of each page, and on the title page")
  func logo() throws {
    let site = try site { $0.logo = Self.drawing }
    for path in site.htmlPaths {
      let up = path.contains("/") ? "../" : ""
      let page = try #require(site.files[path])
      #expect(page.contains("<img class=\"logo\" src=\"\(up)assets/logo.svg\" alt=\"\"><span>"))
      #expect(!page.contains("class=\"sigil\""))
    }
    let index = try #require(site.files["index.html"])
    #expect(index.split(separator: "class=\"logo\"").count == 3)
  }

  @Test("Its footer stands at the foot of each page, as text, and on paper")
  func footer() throws {
    let site = try site { $0.footer = "<b>Us & them</b>" }
    for path in site.htmlPaths {
      let page = try #require(site.files[path])
      #expect(page.contains("<footer class=\"foot\"><p>&lt;b&gt;Us &amp; them&lt;/b&gt;</p>"))
      #expect(page.contains("data-foot=\" · &lt;b&gt;Us &amp; them&lt;/b&gt;\""))
    }
  }

  @Test("Its accent follows the style sheet; the other assets stay")
  func accent() throws {
    var branding = Branding()
    branding.accent = Accent(Colour(rgb: 0x7A0000))
    branding.logo = Self.drawing
    let assets = Brand(branding: branding).assets([
      (path: "assets/site.css", bytes: Array("a{}".utf8)), (path: "assets/site.js", bytes: [1]),
      (path: "assets/logo.svg", bytes: [2]),
    ])
    #expect(assets.map(\.path) == ["assets/site.css", "assets/site.js", "assets/logo.svg"])
    let style = String(decoding: assets[0].bytes, as: UTF8.self)
    #expect(style.hasPrefix("a{}\n"))
    #expect(style.contains("--link: light-dark(#7a0000, #"))
    #expect(assets[1].bytes == [1] && assets[2].bytes == Self.drawing.bytes)
  }

  @Test("The navigation has the wanted order, and leaves nothing out")
  func navigation() throws {
    let plain = try Self.headings(site { _ in })
    #expect(plain == ["Report", "Security objectives", "Accounts"])
    let site = try site { $0.navigation = [.gaps, .objectives, .overview] }
    #expect(
      try Self.headings(site) == [
        "Report", "Security objectives", "More of the report", "Accounts",
      ]
    )
    let links = try Self.links(site)
    #expect(links.first == "gaps.html" && links.dropFirst().first == "so-1.html")
    #expect(links.dropFirst(4).first == "index.html")
    #expect(try links.sorted() == Self.links(self.site { _ in }).sorted())
  }

  private static func navigation(_ site: Site) throws -> Substring {
    let page = try #require(site.files["findings.html"])
    let start = try #require(page.firstRange(of: "<summary>Contents</summary>"))
    let end = try #require(page.firstRange(of: "</details></nav>"))
    return page[start.upperBound..<end.lowerBound]
  }

  private static func headings(_ site: Site) throws -> [String] {
    try navigation(site).matches(of: /<h2>([^<]*)/).map { String($0.output.1) }
  }

  private static func links(_ site: Site) throws -> [String] {
    try navigation(site).matches(of: /<a href="([^"]*)"/).map { String($0.output.1) }
  }

  /// The contrast of an accent is told from these.
  @Test("The surfaces that an accent must stand out from are those of the style sheet")
  func surfaces() throws {
    let style = try #require(FileSet().text("assets/site.css"))
    let lines = style.split(separator: "\n").map { $0.drop { $0 == " " } }
    for (number, name) in ["--paper", "--page", "--sel", "--raise"].enumerated() {
      let light = Accent.lightSurfaces[number % 3 == 0 ? 0 : number]
      let expected = "\(name): light-dark(\(light), \(Accent.darkSurfaces[number]));"
      #expect(lines.contains { $0 == expected }, "\(expected)")
    }
  }
}
