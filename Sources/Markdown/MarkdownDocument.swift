/// A parsed Markdown document: CommonMark with GitHub's tables and strikethrough, no autolinks.
///
///     MarkdownDocument(parsing: "# One\n\n**two**").html()
///     // <h1 id="one">One</h1> <p><strong>two</strong></p>
package struct MarkdownDocument: Sendable {
  let steps: [MarkdownStep]

  /// Parses `source`, which is always a document.
  ///
  /// What people wrote goes through `PersonMarkdown` first, which keeps hostile text from cmark.
  package init(parsing source: String) {
    steps = CmarkTree(parsing: source).steps()
  }

  /// The document as an HTML fragment; nothing of the source becomes HTML but through the encoder.
  package func html(_ style: MarkdownStyle = MarkdownStyle()) -> String {
    var renderer = MarkdownRenderer(document: self, style: style)
    return renderer.render()
  }

  /// The headings in order, with the ids that `html` gives them under the same style.
  package func headings(_ style: MarkdownStyle = MarkdownStyle()) -> [MarkdownHeading] {
    var ids = UniqueIDs()
    return steps.indices.compactMap { index in
      guard case .open(.heading(let level), _) = steps[index] else { return nil }
      let text = plainText(at: index)
      return MarkdownHeading(
        level: level, id: ids.next(like: style.headingID(level, text)), text: text)
    }
  }

  /// Whether the source has HTML or pictures, which other readers of Markdown would make live.
  package var hasLiveParts: Bool {
    steps.contains { step in
      switch step {
      case .leaf(.rawInline), .leaf(.rawBlock), .open(.image, _): true
      default: false
      }
    }
  }

  /// The text without any markup; blocks are separated by a line feed.
  package var plainText: String {
    var text = ""
    for step in steps {
      switch step {
      case .leaf(let node): text += node.plainText
      case .close(.paragraph), .close(.heading), .close(.tableCell): text += "\n"
      default: break
      }
    }
    if text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  /// The plain text inside the node that opens at `index`.
  func plainText(at index: Int) -> String {
    steps[index..<end(of: index)].reduce(into: "") { text, step in
      if case .leaf(let node) = step { text += node.plainText }
    }
  }

  /// The index at which the node that opens at `index` closes.
  func end(of index: Int) -> Int {
    var depth = 0
    for position in index..<steps.count {
      switch steps[position] {
      case .open: depth += 1
      case .leaf: break
      case .close: depth -= 1
      }
      if depth == 0 { return position }
    }
    preconditionFailure("cmark closes every node that it opens")
  }
}
