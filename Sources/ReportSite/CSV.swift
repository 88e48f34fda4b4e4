import AssessmentModel
import Markdown

/// Rows of CSV (RFC 4180), cell by cell; the one encoder of CSV cells.
struct CSV: Sendable {
  /// The rows so far as UTF-8.
  private(set) var bytes: [UInt8] = []
  private var isRowStart = true

  init() {}

  /// Cells that stand beside each other in many rows, to be appended to each.
  init(cells: [String]) {
    for cell in cells { append(cell) }
  }

  /// Appends a cell.
  mutating func append(_ text: String) { append(text.utf8Span.span) }

  /// Appends a cell of UTF-8 bytes.
  mutating func append(utf8 bytes: [UInt8]) { append(bytes.span) }

  /// Appends a cell in which spreadsheets see text: a leading `=`, `+`, `-`, `@`, tab or line end
  /// gets an apostrophe before it.
  mutating func append(_ text: Span<UInt8>) {
    separate()
    if text.isPlain, text.isEmpty || !"=+-@|%".utf8.contains(text[0]) {
      bytes.append(copying: text)
    } else {
      bytes.append(utf8: Self.cell(text.text))
    }
  }

  /// Appends a cell that is a part of some text.
  mutating func append(_ text: [UInt8], _ range: Range<Int>) {
    append(text.span.extracting(range))
  }

  /// Appends cells that were made before.
  mutating func append(_ cells: CSV) {
    separate()
    bytes += cells.bytes
  }

  /// Appends cells that were made before, by their number.
  mutating func append(_ fragments: Fragments<CSV>, _ number: Int) {
    separate()
    bytes.append(fragments, number)
  }

  /// Appends a moment in RFC 3339, or an empty cell for `Record.undated`.
  mutating func append(moment seconds: Int64) {
    separate()
    if seconds != Record.undated { Instant(seconds: seconds).appendRFC3339(to: &bytes) }
  }

  /// Ends the row.
  mutating func endRow() {
    bytes.append(utf8: "\r\n")
    isRowStart = true
  }

  private mutating func separate() {
    if !isRowStart { bytes.append(UInt8(ascii: ",")) }
    isRowStart = false
  }

  /// Any text as a cell.
  static func cell(_ text: String) -> String {
    // Line ends stay; every other character that does not show becomes its code point.
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let shown = lines.map { MarkdownText.visible(String($0)) }.joined(separator: "\n")
    // Of full-width signs, too, some spreadsheets make formulas.
    let isFormula =
      text.unicodeScalars.first.map { "=+-@\t\r\n|%＝＋－＠".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + shown : shown
    guard safe.utf8.contains(where: { ",\"\n\r';".utf8.contains($0) }) else { return safe }
    // By scalars: a quotation mark with a combining mark behind it is another character.
    var quoted = "\"".unicodeScalars
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
