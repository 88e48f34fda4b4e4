import AssessmentModel
import Markdown

/// A person's Markdown as a part of a page: its headings stand below the page's own, and over a
/// limit it is plain text, with a sentence that says why.
struct PersonText {
  /// The most bytes of HTML that one text may make, so that no page passes 300 KB.
  static let htmlBytes = 100_000

  let markdown: String
  /// Why the text is shown as plain text: "line 3 has more than 64 table columns".
  let violation: String?

  /// Takes a text that `file` holds in whole.
  init(_ source: String, in file: String, htmlBytes limit: Int = PersonText.htmlBytes) {
    let lines = Self.lines(of: source)
    let text = Self.inert(NoteHeadings.lowered(lines).joined(separator: "\n"))
    if let violation = PersonMarkdown.check(source).first {
      self.violation = "line \(violation.line) \(violation.summary)"
    } else if MarkdownDocument(parsing: text).hasLiveParts {
      violation = "it holds HTML that cannot be told from its text"
    } else if Self.htmlSize(of: text) > limit {
      violation = "it makes more than \(Count.grouped(limit)) bytes of HTML"
    } else {
      violation = nil
    }
    markdown =
      violation.map { Self.plain(lines, because: $0, in: file, limit: limit) } ?? text
  }

  /// The text as a quotation, which ends all that the text leaves open: fences, HTML, lists.
  var quotation: String {
    markdown.split(separator: "\n", omittingEmptySubsequences: false)
      .drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed()
      .map { $0.isEmpty ? ">" : "> \(Self.expandingTabs($0))" }
      .joined(separator: "\n")
  }

  /// The text as HTML; ids of its headings begin with `prefix`.
  func html(idPrefix prefix: String) -> HTML {
    var style = MarkdownStyle.report
    style.sections = false
    style.headingID = { _, text in "\(prefix)-\(MarkdownStyle.slug(text))" }
    return HTML(trusted: MarkdownDocument(parsing: markdown).html(style))
  }

  // MARK: Parts

  /// The text with its HTML shown as text and its pictures as links, so that no reader of the
  /// Markdown document makes them live; text without either stays as it is.
  private static func inert(_ text: String) -> String {
    guard text.utf8.count <= PersonMarkdown.maximumBytes, PersonMarkdown.check(text).isEmpty,
      MarkdownDocument(parsing: text).hasLiveParts
    else { return text }
    var fence: String?
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let start = line.drop { $0 == " " }
      if let open = fence {
        if start.hasPrefix(open) { fence = nil }
        return String(line)
      }
      fence = ["```", "~~~"].first { start.hasPrefix($0) }
      return fence == nil ? inertLine(String(line)) : String(line)
    }.joined(separator: "\n")
  }

  private static func inertLine(_ line: String) -> String {
    var shown = String.UnicodeScalarView()
    let scalars = Array(line.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if scalar == "!", next == "[" { continue }
      if scalar == "<", next != " ", next != nil { shown.append("\\") }
      shown.append(scalar)
    }
    return String(shown)
  }

  /// The lines as CommonMark cuts them, with code points instead of control characters and of those
  /// that turn the order of others.
  private static func lines(of source: String) -> [String] {
    source.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
      .map { $0.unicodeScalars.contains(where: isHidden) ? shown($0) : String($0) }
  }

  private static func shown(_ line: Substring) -> String {
    line.unicodeScalars.map { isHidden($0) ? MarkdownText.visible(String($0)) : String($0) }
      .joined()
  }

  /// Whether the scalar is a control character, or embeds, overrides or isolates a direction
  /// (Unicode Standard Annex 9).
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00..<0x20, 0x7F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func htmlSize(of markdown: String) -> Int {
    MarkdownDocument(parsing: markdown).html(.report).utf8.count
  }

  /// A block of code that holds the lines, as many as fit, below a sentence that says why.
  private static func plain(
    _ lines: [String], because violation: String, in file: String, limit: Int
  ) -> String {
    var shown: [String] = []
    var size = 0
    for line in lines {
      let line = MarkdownText.visible(line)
      size += ("\(line)\n" as HTML).byteCount
      if size > limit { break }
      shown.append(line)
    }
    let left = lines.count - shown.count
    let rest = left == 0 ? "" : " \(Count.of(left, "further line")) in \(file)."
    let fence = String(repeating: "~", count: 3 + longestRun(of: "~", in: shown))
    return """
      **Shown as plain text:** \(MarkdownText.escape(violation)).\(MarkdownText.escape(rest))

      \(fence)
      \(shown.joined(separator: "\n"))
      \(fence)
      """
  }

  private static func longestRun(of mark: Unicode.Scalar, in lines: [String]) -> Int {
    var longest = 0
    for line in lines {
      var run = 0
      for scalar in line.unicodeScalars {
        run = scalar == mark ? run + 1 : 0
        longest = max(longest, run)
      }
    }
    return longest
  }

  /// Spaces instead of leading tabs, which would reach less far behind a mark of quotation.
  private static func expandingTabs(_ line: Substring) -> String {
    var width = 0
    var rest = line.utf8[...]
    while let byte = rest.first, byte == 0x20 || byte == 0x09 {
      width += byte == 0x09 ? 4 - width % 4 : 1
      rest.removeFirst()
    }
    return String(repeating: " ", count: width) + String(Substring(rest))
  }
}
