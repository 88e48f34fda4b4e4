/// What is around the contents of a report's index.html, to be put around other contents.
struct ExcerptFrame: Sendable {
  /// All before the title, between it and the contents, and behind those.
  private let head: [UInt8]
  private let middle: [UInt8]
  private let tail: [UInt8]

  /// Takes a page apart; nil where it has no title or no main element.
  init?(_ html: [UInt8]) {
    guard let title = Self.titleRange(html),
      let main = html[title.upperBound...].range(of: Array("<main".utf8)),
      let start = html[main.upperBound...].firstIndex(of: UInt8(ascii: ">")),
      let end = html[start...].range(of: Array("<footer class=\"foot\"".utf8))
        ?? html[start...].range(of: Array("</main>".utf8))
    else { return nil }
    head = Array(html[..<title.lowerBound])
    middle = Array(html[title.upperBound...start])
    tail = Array(html[end.lowerBound...])
  }

  /// A page with this title and these contents.
  func page(title: HTML, content: HTML) -> [UInt8] {
    head + title.bytes + middle + content.bytes + tail
  }

  /// The title of a page, as markup.
  static func title(of html: [UInt8]) -> HTML? {
    titleRange(html).map { HTML(trustedBytes: Array(html[$0])) }
  }

  /// The page with other entries in its navigation; as it is where it has none of ours.
  static func replacingNavigation(in html: [UInt8], by entries: HTML) -> [UInt8] {
    guard let nav = html[...].range(of: Array("<nav class=\"nav\"".utf8)),
      let start = html[nav.upperBound...].range(of: Array("<div>".utf8)),
      let end = html[start.upperBound...].range(of: Array("</div></details>".utf8))
    else { return html }
    return html[..<start.upperBound] + entries.bytes + html[end.lowerBound...]
  }

  private static func titleRange(_ html: [UInt8]) -> Range<Int>? {
    guard let start = html[...].range(of: Array("<title>".utf8)),
      let end = html[start.upperBound...].range(of: Array("</title>".utf8))
    else { return nil }
    return start.upperBound..<end.lowerBound
  }
}

/// Changes the addresses of links in Markdown of this program.
///
/// Its writer escapes brackets of texts, so that `](` stands in links alone.
enum MarkdownLinks {
  /// The text with links as `change` wants them; a nil leaves one as it is.
  static func rewriting(_ text: [UInt8], _ change: (_ address: String) -> String?) -> [UInt8] {
    var output: [UInt8] = []
    var rest = text[...]
    while let start = rest.range(of: Array("](".utf8)) {
      let end = rest[start.upperBound...].firstIndex { $0 == UInt8(ascii: ")") || $0 <= 0x20 }
      guard let end else { break }
      let address = String(decoding: rest[start.upperBound..<end], as: UTF8.self)
      output += rest[..<start.upperBound]
      output += (change(address) ?? address).utf8
      rest = rest[end...]
    }
    return output + rest
  }
}
