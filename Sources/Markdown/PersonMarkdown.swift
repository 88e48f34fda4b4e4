/// Markdown that a person wrote, held to limits within which cmark is fast (architecture.md).
package enum PersonMarkdown {
  /// The most bytes of one text: 64 KiB.
  package static let maximumBytes = 65_536
  /// The most columns of a table.
  package static let maximumColumns = 64
  /// The most cells of a text, over all its tables; short rows count in full.
  package static let maximumCells = 8_192
  /// The most nodes inside one another, and markers of quotations and lists before one line.
  package static let maximumDepth = 64
  /// The most `[`, and the most `<`, in one text.
  package static let maximumMarkers = 1_024

  /// What is over a limit, in the order of lines; empty when the text may be rendered.
  package static func check(_ source: String) -> [MarkdownViolation] { parse(source).violations }

  /// The text as HTML; over a limit as plain text in whole, with a warning that says why.
  package static func html(
    _ source: String, _ style: MarkdownStyle = MarkdownStyle()
  ) -> (html: String, warning: String?) {
    let (document, violations) = parse(source)
    if let document { return (document.html(style), nil) }
    return (plain(source), violations.first.map(warning))
  }

  private static func plain(_ source: String) -> String {
    "<pre class=\"plain\" tabindex=\"0\">\(source.htmlEncoded)</pre>\n"
  }

  private static func warning(_ violation: MarkdownViolation) -> String {
    "Shown as plain text: line \(violation.line) \(violation.summary)"
  }

  /// Parses only a text of whose lines none is over a limit; the tree has limits of its own.
  private static func parse(
    _ source: String
  ) -> (document: MarkdownDocument?, violations: [MarkdownViolation]) {
    var scan = MarkdownLimitScan()
    let violations = scan.violations(of: source)
    guard violations.isEmpty else { return (nil, violations) }
    let document = MarkdownDocument(parsing: source)
    let inTree = document.violations(sourceBytes: source.utf8.count)
    return inTree.isEmpty ? (document, []) : (nil, inTree)
  }
}
