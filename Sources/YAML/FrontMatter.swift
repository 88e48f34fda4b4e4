/// The YAML between `---` lines at the start of a Markdown file.
package enum FrontMatter {
  /// Splits a text whose first line is `---`, at the next line that is `---` or `...`; nil when
  /// there is no such pair.
  ///
  /// The YAML begins in line 2 (`YAMLNode.parse(yaml, firstLine: 2)`); `bodyStartLine` is from 1
  /// too. Spaces after a fence, CRLF and a byte order mark are allowed. Nothing is parsed.
  package static func split(_ text: String) -> (yaml: String, bodyStartLine: Int, body: String)? {
    var lines = Lines(text.utf8)
    guard let first = lines.next(), isFence(first.droppingByteOrderMark, ["---"]) else {
      return nil
    }
    let yamlStart = lines.index
    var line = 1
    while let next = lines.next() {
      line += 1
      guard isFence(next, ["---", "..."]) else { continue }
      let yaml = text[yamlStart..<next.startIndex]
      return (String(yaml), line + 1, String(text[lines.index...]))
    }
    return nil
  }

  private static func isFence(_ line: Substring.UTF8View, _ fences: [String]) -> Bool {
    let blanks = " \t\r\n".utf8
    let end = line.lastIndex { !blanks.contains($0) }
    guard let end else { return false }
    return fences.contains { line[...end].elementsEqual($0.utf8) }
  }

  /// The lines of a text with their ends, as bytes: CRLF is one Character, and would not be found
  /// as a line feed.
  private struct Lines: IteratorProtocol {
    private let text: String.UTF8View
    /// Where the next line begins.
    private(set) var index: String.Index

    init(_ text: String.UTF8View) {
      self.text = text
      index = text.startIndex
    }

    mutating func next() -> Substring.UTF8View? {
      guard index < text.endIndex else { return nil }
      let start = index
      let feed = text[start...].firstIndex(of: UInt8(ascii: "\n"))
      index = feed.map(text.index(after:)) ?? text.endIndex
      return text[start..<index]
    }
  }
}

extension Substring.UTF8View {
  fileprivate var droppingByteOrderMark: Self {
    starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self
  }
}
