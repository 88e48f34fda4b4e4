import AssessmentModel
import FoundationEssentials

/// All pages of a site as one HTML file, which needs no other file.
///
/// On a screen it shows the page that the address names, by `:target` alone, and everything where a
/// browser cannot do that, or on paper.
package struct SingleFile: Sendable {
  /// The most bytes with all findings; a larger file has only those that are open.
  package static let limit = 20_000_000
  /// What every such file begins with.
  package static let mark = Array("<!-- so-report: a report in one file -->\n<!doctype html>".utf8)

  /// The file in pieces that follow each other.
  package let pieces: [[UInt8]]
  /// How many pages are in it.
  package let pages: Int
  /// Findings that are left out because they are not open, or 0.
  package let leftOut: Int

  package var byteCount: Int { pieces.reduce(0) { $0 + $1.count } }

  /// What stands in the file besides pages.
  package struct Assets: Sendable {
    /// Style sheets, in their order.
    package let styles: [String]
    package let script: String
    /// SVG.
    package let icon: [UInt8]

    package init(styles: [String], script: String, icon: [UInt8]) {
      // A reader of HTML sees line feeds only, and hashes are of what it sees.
      self.styles = styles.map { $0.replacing("\r\n", with: "\n").replacing("\r", with: "\n") }
      self.script = script.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      self.icon = icon
    }

    var style: String { styles.joined(separator: "\n") }

    /// Why the assets cannot stand in a page; nil when they can.
    var problem: String? {
      let ends = [("site.css", style, "</style"), ("site.js", script, "</script")]
      for (name, text, end) in ends where text.lowercased().contains(end) {
        return "assets/\(name) contains \(end), which would end it in a file of its own page"
      }
      return script.contains("<!--") ? "assets/site.js contains <!--" : nil
    }

    /// What the file may load and run: nothing but what its hashes name.
    var policy: String {
      "default-src 'none'; script-src '\(Self.hash(script))'; style-src '\(Self.hash(style))'; "
        + "img-src data:; base-uri 'none'; form-action 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'"
    }

    private static func hash(_ text: String) -> String {
      "sha256-" + Digest.sha256Base64(of: Array(text.utf8))
    }

    static func address(_ bytes: [UInt8], _ mediaType: String) -> String {
      "data:\(mediaType);base64,\(Data(bytes).base64EncodedString())"
    }
  }
}

extension SingleFile {
  /// Puts pages, in their order, into one file; `leftOut` findings are not among them.
  init(
    _ pages: [Page], frame: PageFrame, report: Report, assets: Assets, leftOut: Int
  ) throws(TemplateError) {
    var pictures: [String: String] = [:]
    if let logo = report.assessment.evidence.branding.logo {
      pictures[logo.path] = Assets.address(logo.bytes, logo.kind.mediaType)
    }
    let links = SingleFileLinks(pages, pictures: pictures)
    let isOverview = { (page: Page) in page.path == SiteMap.path(.index) }
    func file(size: Int) throws(TemplateError) -> [[UInt8]] {
      let about = About(pages: pages.count, size: size, leftOut: leftOut)
      let contents = pages.map { page -> HTML in
        let content = links.rewriting(frame.breadcrumb(of: page) + page.content, on: page.path)
        let more = isOverview(page) ? about.section : ""
        return """
          <article class="page" id="\(SingleFileLinks.id(of: page.path))">\
          \(isOverview(page) ? about.warning : "")\(content)\(more)</article>
          """
      }
      return try frame.html(
        ofAll: HTML(contents), title: report.title, links: links, assets: assets)
    }
    // The words of the size count as well.
    let first = try file(size: 0).reduce(0) { $0 + $1.count }
    let words = ByteCount.text(first).utf8.count - ByteCount.text(0).utf8.count
    pieces = try file(size: first + words)
    self.leftOut = leftOut
    self.pages = pages.count
  }

  /// The order in which pages are read, on paper as well: what leads to others before them.
  static func order(_ pages: [Page]) -> [Page] {
    let first = [
      "index", "so-", "plan", "checks/", "accounts", "questions", "exceptions", "changes", "gaps",
      "other-findings", "standards/",
    ]
    let last = ["findings", "sources"]
    func rank(_ path: String) -> Int {
      if let rank = first.firstIndex(where: path.hasPrefix) { return rank }
      return first.count + 1 + (last.firstIndex(where: path.hasPrefix) ?? -1)
    }
    return pages.map { (key: (rank($0.path), NaturalText($0.path)), page: $0) }
      .sorted { $0.key < $1.key }.map(\.page)
  }
}

/// What a single file says of itself.
private struct About {
  let pages: Int
  let size: Int
  let leftOut: Int

  /// Above the overview, where findings are missing.
  var warning: HTML {
    guard leftOut > 0 else { return "" }
    return """
      <div class="note warn"><p>This file lists open findings only. \
      \(Count.of(leftOut, "finding")) that passed, are unknown or set aside are left out, because \
      with them it would have more than \(ByteCount.text(SingleFile.limit)). All figures count them. \
      <a href="#\(SingleFileLinks.about)">About this file</a></p></div>
      """
  }

  var section: HTML {
    """
    <section id="\(SingleFileLinks.about)"><h2>About this file</h2>\
    <p>This is a whole report in one file of about \(ByteCount.text(size)), with \
    \(Count.of(pages, "page")). It loads nothing. On a screen it shows one page at a time; on paper, \
    and <a href="#everything">all at once on request</a>, one after the other.</p>\
    <p>Machine-readable files, such as findings.csv, report.json and the manifest, are in the report’s \
    folder or ZIP, and so is the search over all findings. Links to what is not in this file lead \
    here.</p></section>
    """
  }
}
