import AssessmentModel

/// What the two pages say that only an excerpt has.
struct ExcerptText {
  /// Links that lead out of the excerpt lead there.
  static let wholeReport = "full-report.html"

  let excerpt: Excerpt
  /// Titles of pages, by path.
  let titles: [String: HTML]

  private var scope: ExcerptScope { excerpt.scope }

  var heading: HTML {
    "Excerpt: "
      + HTML(scope.objectives.map { titles["\($0).html"] ?? "\($0)" }, separator: ", ")
  }

  /// The contents of index.html.
  func index(_ files: [(path: String, sha256: String)], findings: Int) -> HTML {
    """
    <h1 id="top">\(heading)</h1><p>This is a part of a report, cut out of it to be handed on. \
    It shows what the report says, as of \(excerpt.asOf), of what is listed here, and nothing of the \
    rest. Links to other pages of the report lead to \
    <a href="\(Self.wholeReport)">a page that cites it</a>.</p>\
    \(contents(findings))\(citation)\(table(files))
    """
  }

  /// The contents of the page to which links lead that lead out of the excerpt.
  var whole: HTML {
    """
    <nav class="crumb" aria-label="Breadcrumb"><ol><li><a href="index.html">What is in it</a></li>\
    <li aria-current="page">The whole report</li></ol></nav>\
    <h1 id="top">Not in this excerpt</h1><p>The link leads to a page of the whole report, which is \
    not in this excerpt. Whoever gave you the excerpt has the report and can tell which of several \
    it is by the digests below.</p>\(citation)\
    <p><a href="index.html">What is in this excerpt</a></p>
    """
  }

  private var citation: HTML {
    """
    <section id="report"><h2>The whole report</h2><dl class="facts">\
    <div><dt>Title</dt><dd>\(excerpt.title)</dd></div>\
    <div><dt>As of</dt><dd>\(excerpt.asOf)</dd></div>\
    <div><dt>Report digest, as its pages print it</dt>\
    <dd class="mono">\(excerpt.source.digest)</dd></div>\
    <div><dt>Digest of its manifest.json</dt>\
    <dd class="mono">\(excerpt.source.manifestDigest)</dd></div>\
    <div><dt>Written by</dt><dd>so-report \(excerpt.source.version)</dd></div></dl></section>
    """
  }

  private func contents(_ findings: Int) -> HTML {
    func links(_ paths: [String]) -> HTML {
      HTML(
        paths.compactMap { path in
          titles[path].map { "<li><a href=\"\(path)\">\($0)</a></li>" }
        })
    }
    let checks: HTML =
      scope.isNarrowed
      ? "Only these checks of the objectives were taken over; their pages list all accounts."
      : "All checks to which the objectives link. Their pages list all accounts."
    let rows: HTML =
      scope.accounts.isEmpty
      ? "of these checks, in all accounts"
      : "of these checks, in the accounts \(scope.accounts.joined(separator: ", "))"
    let accounts: HTML =
      scope.accounts.isEmpty
      ? ""
      : """
      <h3 id="accounts">Accounts</h3><ul>\(links(scope.accounts.map { "accounts/\($0).html" }))</ul>
      """
    return """
      <section id="contents"><h2>What is in it</h2><h3 id="objectives">Objectives</h3>\
      <ul>\(links(scope.objectives.flatMap { ["\($0).html", "workpapers/\($0).html"] }))</ul>\
      <h3 id="checks">Checks</h3><p>\(checks)</p>\
      <ul>\(links(scope.checks.map { "checks/\($0).html" }))</ul>\
      \(accounts)\
      <h3 id="findings">Findings</h3><p><a href="findings.csv">findings.csv</a> has \
      \(Count.of(findings, "finding")) \(rows).</p></section>
      """
  }

  /// Each file, and whether it is as it is in the report.
  private func table(_ files: [(path: String, sha256: String)]) -> HTML {
    let rows = files.map { path, sha256 -> [HTML] in
      let original = excerpt.source.files[path] ?? ""
      let state: HTML =
        if original == sha256 {
          "As in the report"
        } else if path == SiteMap.path(.findingsCSV) {
          "Rows left out"
        } else {
          "Links changed"
        }
      return ["<a href=\"\(path)\">\(path)</a>", state, "<span class=\"mono\">\(original)</span>"]
    }
    let table = Table(
      label: "Files of the excerpt",
      columns: [.init("File"), .init("Compared"), .init("SHA-256 in the report")], rows: rows)
    return """
      <section id="files"><h2>Files</h2><p>The digest of each file as it is in the whole report; \
      <a href="manifest.json">manifest.json</a> has those of the files here. Of pages only the \
      navigation and links are changed. This page and \
      <a href="\(Self.wholeReport)">\(Self.wholeReport)</a> are the excerpt’s own.</p>\
      \(table.html)</section>
      """
  }
}
