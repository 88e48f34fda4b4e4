import AssessmentModel

/// A part of a published report, to be handed on without the rest.
///
///     let excerpt = try Excerpt(of: scope, from: source, index: html, json: head)
///     let page = excerpt.page("so-3.html", html)
///
/// Its pages are those of the report. Only their contents, in the navigation, and their links are
/// changed: what leads to a page that is not there leads to one that says so and cites the report.
package struct Excerpt: Sendable {
  /// The report of which it is a part.
  package struct Source: Sendable {
    /// SHA-256 of each file, by path.
    let files: [String: String]
    /// The digest of inputs that its pages print, and that of its manifest.json.
    let digest: String
    let manifestDigest: String
    let version: String

    package init(
      files: [String: String], digest: String, manifestDigest: String, version: String
    ) {
      self.files = files
      self.digest = digest
      self.manifestDigest = manifestDigest
      self.version = version
    }
  }

  let scope: ExcerptScope
  let source: Source
  /// The title of the report, as markup.
  let title: HTML
  /// In RFC 3339.
  let asOf: String
  private let frame: ExcerptFrame
  private let paths: Set<String>

  /// Prepares the pages, out of index.html and the first kilobytes of report.json.
  package init(
    of scope: ExcerptScope, from source: Source, index: [UInt8], json: [UInt8]
  ) throws(ExcerptProblem) {
    self.scope = scope
    self.source = source
    guard let frame = ExcerptFrame(index), let title = ExcerptFrame.title(of: index) else {
      throw ExcerptProblem(
        reason: .notWhole, summary: "index.html has no title or no main element to fill",
        remedy: "Build the report with the built-in page template.")
    }
    self.frame = frame
    self.title = title
    asOf = Self.asOf(json)
    paths = Set(scope.paths + [SiteMap.path(.index), ExcerptText.wholeReport])
  }

  /// A page of the report as it stands in the excerpt; `title` gives the title of a page.
  package func page(_ path: String, _ html: [UInt8], titles: [String: HTML]) -> [UInt8] {
    let content = ExcerptFrame.replacingNavigation(
      in: withoutScripts(html, on: path), by: navigation(on: path, titles))
    return MarkupRewriter.rewriting(content) { _, name, value in
      guard name == "href", case .file(let target, _) = LinkTarget(value, on: path),
        !paths.contains(target)
      else { return nil }
      return SiteMap(page: path).up + ExcerptText.wholeReport
    }
  }

  /// The Markdown of an objective, likewise.
  package func markdown(_ text: [UInt8]) -> [UInt8] {
    MarkdownLinks.rewriting(text) { address in
      guard case .file(let target, let fragment) = LinkTarget(address, on: "index.html"),
        !paths.contains(target), !(target == "index.html" && !fragment.isEmpty)
      else { return nil }
      return ExcerptText.wholeReport
    }
  }

  /// The title of a page without that of the report.
  package func title(of html: [UInt8]) -> HTML {
    let own = ExcerptFrame.title(of: html)?.bytes ?? []
    let end = Array(" · ".utf8) + title.bytes
    return HTML(trustedBytes: own.suffix(end.count) == end[...] ? own.dropLast(end.count) : own)
  }

  /// index.html and the page to which links lead that lead out; `files` are all others, with their
  /// bytes as they are in the excerpt.
  package func ownPages(
    files: [(path: String, sha256: String)], findings: Int, titles: [String: HTML]
  ) -> [(path: String, bytes: [UInt8])] {
    let text = ExcerptText(excerpt: self, titles: titles)
    let index = frame.page(
      title: text.heading + " · " + title, content: text.index(files, findings: findings))
    let whole = frame.page(title: "The whole report · " + title, content: text.whole)
    return [(SiteMap.path(.index), index), (ExcerptText.wholeReport, whole)].map {
      (path: $0, bytes: page($0, $1, titles: titles))
    }
  }

  private func navigation(on path: String, _ titles: [String: HTML]) -> HTML {
    let map = SiteMap(page: path)
    func item(_ target: String, _ label: HTML) -> HTML {
      let mark: HTML = target == path ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(map.up + target)\"\(mark)><span>\(label)</span></a></li>"
    }
    let pages =
      scope.objectives.flatMap { ["\($0).html", "workpapers/\($0).html"] }
      + scope.accounts.map { "accounts/\($0).html" }
    let items = pages.compactMap { page in titles[page].map { item(page, $0) } }
    return """
      <h2>This excerpt</h2><ul>\(item(SiteMap.path(.index), "What is in it"))\(HTML(items))\
      \(item(ExcerptText.wholeReport, "The whole report"))</ul>
      """
  }

  /// The page without elements of scripts that are not in the excerpt.
  private func withoutScripts(_ html: [UInt8], on path: String) -> [UInt8] {
    let start = Array("<script src=\"".utf8)
    var kept: [UInt8] = []
    var rest = html[...]
    while let element = rest.range(of: start) {
      let after = rest[element.upperBound...]
      guard let quote = after.firstIndex(of: UInt8(ascii: "\"")),
        let end = after.range(of: Array("</script>".utf8))
      else { break }
      let address = String(decoding: after[..<quote], as: UTF8.self)
      let isHere =
        if case .file(let target, _) = LinkTarget(address, on: path) {
          paths.contains(target)
        } else { false }
      kept += rest[..<(isHere ? end.upperBound : element.lowerBound)]
      rest = rest[end.upperBound...]
    }
    return kept + rest
  }

  /// The moment of the assessment, out of the head of report.json.
  private static func asOf(_ json: [UInt8]) -> String {
    guard let key = json[...].range(of: Array("\"asOf\":\"".utf8)) else { return "" }
    let value = json[key.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
    return String(decoding: value, as: UTF8.self)
  }
}

extension SiteMap {
  /// What leads from the page to the site's root.
  var up: String { page.contains("/") ? "../" : "" }
}

extension ArraySlice<UInt8> {
  /// Where `bytes` stand first.
  func range(of bytes: [UInt8]) -> Range<Int>? {
    guard let head = bytes.first else { return nil }
    var rest = self
    while let start = rest.firstIndex(of: head) {
      if rest[start...].starts(with: bytes) { return start..<start + bytes.count }
      rest = rest[(start + 1)...]
    }
    return nil
  }
}
