/// Reads a person's Markdown line by line for what makes cmark slow, before cmark sees it.
///
/// Each limit answers a shape that was measured on cmark-gfm 0.29.0.gfm.6 at 64 KiB: a paragraph
/// before many delimiter rows (0.5 s), many short rows under 64 columns (1.6 s), one row of many
/// cells (0.6 s), `![[]()` (0.2 s), `a <?` (0.3 s).
struct MarkdownLimitScan {
  private var line = 0
  private var brackets = 0
  private var angles = 0
  private var cells = 0
  private var columns = 0
  /// Bytes since the last blank line: cmark reads them anew at each delimiter row.
  private var paragraphBytes = 0
  private var reread = 0
  private var violations: [MarkdownViolation] = []

  private static let maximumReread = 1 << 20

  /// What is over a limit; each limit is named once, at its first line.
  mutating func violations(of source: String) -> [MarkdownViolation] {
    if source.utf8.count > PersonMarkdown.maximumBytes {
      return [MarkdownViolation(line: 1, summary: "starts a text of more than 64 KiB")]
    }
    // A line feed after a carriage return is one character with it.
    let lines = source.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r" || $0 == "\r\n"
    }
    for text in lines {
      line += 1
      read(text.utf8)
    }
    return violations
  }

  private mutating func read(_ text: Substring.UTF8View) {
    let pipes = text.count { $0 == UInt8(ascii: "|") }
    brackets += text.count { $0 == UInt8(ascii: "[") }
    angles += text.count { $0 == UInt8(ascii: "<") }
    limit(pipes, PersonMarkdown.maximumColumns + 1, "has more than 64 table columns")
    limit(
      containerMarkers(of: text), PersonMarkdown.maximumDepth,
      "starts with more than 64 markers of quotations and lists")
    limit(brackets, PersonMarkdown.maximumMarkers, "holds the 1,025th \"[\" of the text")
    limit(angles, PersonMarkdown.maximumMarkers, "holds the 1,025th \"<\" of the text")
    readTable(text, pipes: pipes)
  }

  /// Takes every line from a delimiter row to a blank line for a row of as many cells.
  private mutating func readTable(_ text: Substring.UTF8View, pipes: Int) {
    if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
      paragraphBytes = 0
      columns = 0
      return
    }
    if isDelimiterRow(text) {
      columns = max(columns, pipes + 1)
      reread += paragraphBytes
    }
    cells += columns
    paragraphBytes += text.count + 1
    limit(cells, PersonMarkdown.maximumCells, "makes tables of more than 8,192 cells")
    limit(reread, Self.maximumReread, "is one of too many table rulers in one paragraph")
  }

  private mutating func limit(_ value: Int, _ maximum: Int, _ summary: String) {
    guard value > maximum, !violations.contains(where: { $0.summary == summary }) else { return }
    violations.append(MarkdownViolation(line: line, summary: summary))
  }

  /// Whether the line might be a table's delimiter row, behind any markers of containers.
  private func isDelimiterRow(_ text: Substring.UTF8View) -> Bool {
    text.contains(UInt8(ascii: "-")) && text.allSatisfy { Self.delimiterBytes.contains($0) }
  }

  /// How many quotations and lists the line could open.
  private func containerMarkers(of text: Substring.UTF8View) -> Int {
    var count = 0
    for byte in text {
      switch byte {
      case 0x20, 0x09, UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
        UInt8(ascii: "."), UInt8(ascii: ")"):
        count += 1
      default: return count
      }
    }
    // Nothing but markers of one kind, without spaces, is a rule under a title.
    return Set(text).count == 1 && text.first != UInt8(ascii: ">") ? 0 : count
  }

  private static let delimiterBytes = Set(" \t|:->*+.)0123456789".utf8)
}
