/// Changes values of attributes in HTML of this module: links, and the ids to which they lead.
///
/// It is no reader of HTML in general. What this module writes is regular: text is escaped, so that
/// every `<` begins a tag or a comment, and values stand in quotes. In `script` and `style` it finds
/// no tags.
struct MarkupRewriter {
  /// What becomes of an attribute's value, which is given as it stands, escaped; nil leaves it.
  typealias Change = (_ element: String, _ attribute: String, _ value: String) -> String?

  /// Attributes whose value is one id, or several with spaces between.
  static let references: Set<String> = [
    "for", "headers", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls",
    "aria-details", "aria-owns", "aria-activedescendant", "aria-errormessage", "aria-flowto",
  ]
  private static let asked = references.union(["id", "href", "src"])

  private let html: [UInt8]
  private var at = 0
  /// What of the input is in the output.
  private var copied = 0
  private var output: [UInt8] = []

  private init(_ html: [UInt8]) {
    self.html = html
    output.reserveCapacity(html.count + html.count / 8)
  }

  /// The markup with ids, references and addresses as `change` wants them.
  static func rewriting(_ html: [UInt8], _ change: Change) -> [UInt8] {
    var rewriter = MarkupRewriter(html)
    while rewriter.nextTag(change) {}
    rewriter.output += html[rewriter.copied...]
    return rewriter.output
  }

  /// All ids in the markup.
  static func ids(in html: [UInt8]) -> Set<String> {
    var ids: Set<String> = []
    _ = rewriting(html) { _, name, value in
      if name == "id" { ids.insert(value) }
      return nil
    }
    return ids
  }

  /// Goes behind the next tag or comment; false at the end.
  private mutating func nextTag(_ change: Change) -> Bool {
    guard let start = html[at...].firstIndex(of: UInt8(ascii: "<")) else { return false }
    at = start + 1
    guard at < html.count else { return false }
    if html[at...].starts(with: "!--".utf8) {
      skip(through: "-->")
    } else if html[at] == UInt8(ascii: "!") || html[at] == UInt8(ascii: "/") {
      skip(through: ">")
    } else {
      let element = word()
      while attribute(of: element, change) {}
      if element == "script" || element == "style" { skip(through: "</\(element)>") }
    }
    return true
  }

  /// Goes behind an attribute; false at the end of the tag.
  private mutating func attribute(of element: String, _ change: Change) -> Bool {
    while at < html.count, html[at] <= 0x20 || html[at] == UInt8(ascii: "/") { at += 1 }
    guard at < html.count else { return false }
    if html[at] == UInt8(ascii: ">") {
      at += 1
      return false
    }
    let nameStart = at
    skipWord()
    guard at > nameStart else {
      at += 1
      return true
    }
    let nameEnd = at
    guard at + 1 < html.count, html[at] == UInt8(ascii: "=") else { return true }
    let quote = html[at + 1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      at += 1
      skipWord()
      return true
    }
    let valueStart = at + 2
    let valueEnd = html[valueStart...].firstIndex(of: quote) ?? html.count
    at = min(valueEnd + 1, html.count)
    let name = String(decoding: html[nameStart..<nameEnd], as: UTF8.self)
    guard Self.asked.contains(name) else { return true }
    let value = String(decoding: html[valueStart..<valueEnd], as: UTF8.self)
    if let changed = change(element, name, value) {
      output += html[copied..<valueStart]
      output += changed.utf8
      copied = valueEnd
    }
    return true
  }

  /// The letters, digits and hyphens from here on.
  private mutating func word() -> String {
    let start = at
    skipWord()
    return String(decoding: html[start..<at], as: UTF8.self)
  }

  private mutating func skipWord() {
    while at < html.count, html[at] > 0x20, html[at] != UInt8(ascii: "="),
      html[at] != UInt8(ascii: ">"), html[at] != UInt8(ascii: "/"), html[at] != UInt8(ascii: "\"")
    { at += 1 }
  }

  private mutating func skip(through end: String) {
    let end = Array(end.utf8)
    while at < html.count {
      if html[at] == end[0], html[at...].starts(with: end) {
        at += end.count
        return
      }
      at += 1
    }
  }
}

/// Where a link of a page leads.
enum LinkTarget {
  /// Another site.
  case outside
  /// A file of the site by its path, and the fragment behind it, which may be empty.
  case file(path: String, fragment: String)

  /// Reads the address of a link that stands on the page at `page`.
  ///
  /// Pages lie at most one folder deep, and their links go up by `../` alone.
  init(_ address: String, on page: String) {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(parts.first ?? "")
    let fragment = parts.count > 1 ? String(parts[1]) : ""
    if path.contains(":") || path.hasPrefix("/") {
      self = .outside
    } else if path.isEmpty {
      self = .file(path: page, fragment: fragment)
    } else if path.hasPrefix("../") {
      self = .file(path: String(path.dropFirst(3)), fragment: fragment)
    } else {
      self = .file(path: SiteMap(page: page).folder + path, fragment: fragment)
    }
  }
}
