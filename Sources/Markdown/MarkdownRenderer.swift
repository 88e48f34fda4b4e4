/// Walks a document once and writes its HTML.
struct MarkdownRenderer {
  let document: MarkdownDocument
  let style: MarkdownStyle
  let headings: [MarkdownHeading]
  var html = ""
  /// The walk's place in `document.steps`.
  var position = 0
  var headingCount = 0
  /// The headings above the place, from the top of the outline down.
  var outline: [MarkdownHeading] = []
  var isSectionOpen = false
  var table = TableProgress()
  /// How many nodes are open at the place.
  var depth = 0
  /// Whether each open link was written: false where its address is not allowed.
  var links: [Bool] = []

  init(document: MarkdownDocument, style: MarkdownStyle) {
    self.document = document
    self.style = style
    headings = document.headings(style)
  }

  /// The whole document.
  mutating func render() -> String {
    while position < document.steps.count {
      switch document.steps[position] {
      case .open(let node, _): open(node)
      case .leaf(let node): write(node)
      case .close(let node): close(node)
      }
      position += 1
    }
    endSection()
    return html
  }

  private mutating func open(_ node: MarkdownNode) {
    depth += 1
    switch node {
    case .document, .paragraph(inTightList: true): break
    case .blockQuote: startBlock("<blockquote>\n")
    case .list(nil, _): startBlock("<ul>\n")
    case .list(let start?, _): startBlock(start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n")
    case .item: html += "<li>"
    case .paragraph: startBlock("<p>")
    case .heading(let level): openHeading(level)
    case .emphasis: openInline("em", instead: style.emphasis)
    case .strong: openInline("strong", instead: style.strong)
    case .strikethrough: html += "<del>"
    case .link(let address, let title): openLink(address, title: title)
    case .image(let address, let title): writeImage(address, title: title)
    case .table(let numeric): openTable(numeric: numeric)
    case .tableHeader: openTableHeader()
    case .tableRow: openTableRow()
    case .tableCell: openTableCell()
    default: preconditionFailure("A leaf has no children")
    }
  }

  private mutating func close(_ node: MarkdownNode) {
    depth -= 1
    switch node {
    case .document, .paragraph(inTightList: true): break
    case .blockQuote: html += "</blockquote>\n"
    case .list(let start, _): html += start == nil ? "</ul>\n" : "</ol>\n"
    case .item: html += "</li>\n"
    case .paragraph: html += "</p>\n"
    case .heading(let level): closeHeading(level)
    case .emphasis: html += "</em>"
    case .strong: html += "</strong>"
    case .strikethrough: html += "</del>"
    case .link: closeLink()
    case .table: closeTable()
    case .tableHeader: closeTableHeader()
    case .tableRow: html += "</tr>\n"
    case .tableCell: closeTableCell()
    default: preconditionFailure("A leaf and an image are written at once")
    }
  }

  private mutating func write(_ leaf: MarkdownNode) {
    switch leaf {
    case .text(let text), .rawInline(let text): html += text.htmlEncoded
    case .code(let code): html += "<code>\(code.htmlEncoded)</code>"
    case .codeBlock(let language, let code): writeCodeBlock(code, language: language)
    case .rawBlock(let text): startBlock("<p>\(text.trimmingLineFeeds.htmlEncoded)</p>\n")
    case .softBreak: html += "\n"
    case .lineBreak: html += "<br>\n"
    case .thematicBreak: startBlock("<hr>\n")
    default: preconditionFailure("Only leaves are written at once")
    }
  }

  private mutating func writeCodeBlock(_ code: String, language: String) {
    let name = language.isEmpty ? "" : " class=\"language-\(language.htmlEncoded)\""
    startBlock("<pre tabindex=\"0\"><code\(name)>\(code.htmlEncoded)</code></pre>\n")
  }

  /// Opens an inline element, or writes what the style gives for its text and goes past it.
  private mutating func openInline(_ name: String, instead: (String) -> String?) {
    let steps = document.steps
    if case .leaf(.text(let text)) = steps[position + 1], case .close = steps[position + 2],
      let replacement = instead(text)
    {
      html += replacement
      skip(to: position + 2)
    } else {
      html += "<\(name)>"
    }
  }

  /// Writes a block's start on a line of its own.
  mutating func startBlock(_ tag: String) {
    if let last = html.utf8.last, last != UInt8(ascii: "\n") { html += "\n" }
    html += tag
  }

  /// Goes to `end`, the closing step of the node that was just opened, without writing.
  mutating func skip(to end: Int) {
    position = end
    depth -= 1
  }
}

extension String {
  fileprivate var trimmingLineFeeds: String {
    var text = self[...]
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
