import AssessmentModel
import JSON

/// plan.csv: the action plan that a report wrote and people filled in (docs/plan.md).
///
/// Columns are found by their names in the first line, in any order and case; cells are separated by
/// commas, semicolons or tabs, as spreadsheets save them.
struct ActionPlanFile {
  /// Columns that people fill in; those that a report writes besides are its own and not read.
  static let columns = ["item", "title", "owner", "due", "status", "note"]
  /// What a report writes about each row.
  static let reported = [
    "order", "step", "objectives", "check or question", "account", "account name", "account owner",
    "severity",
    "findings open", "verdicts moved", "effort", "remediation",
  ]
  private static let separators = ",;\t".utf8

  private(set) var entries: [ActionEntry] = []
  private(set) var problems: [FileProblem] = []
  /// Names of columns that no report writes, in their order.
  private(set) var unknownColumns: [String] = []

  private let text: JSONText
  /// Known column → its place in a row.
  private var places: [String: Int] = [:]
  private var width = 0
  private var lines: [String: Int] = [:]

  /// Reads the whole file; everything that is wrong is in `problems`.
  init(_ text: JSONText) throws(FileProblem) {
    self.text = text
    let bytes = Array(try FileText(text).string().utf8)
    // Places in the file count the byte order mark that the string has lost.
    let mark = text.count - bytes.count
    guard let separator = Self.separators.first(where: { Self.isHeader(bytes, $0) }) else {
      throw FileProblem(
        "no-item-column", at: .line(1, column: 1),
        "expected a first line with the names of columns, item among them",
        remedy: "Start from the plan.csv that a report wrote.")
    }
    var (scanner, record) = (CSVScanner(separator: separator, from: 0), CSVRecord())
    do {
      guard try scanner.next(in: bytes.span, into: &record) else { return }
      readHeader(record, bytes, mark)
      while try scanner.next(in: bytes.span, into: &record) { readRow(record, bytes, mark) }
    } catch {
      throw FileProblem(
        "unclosed-quote", at: error.offset + mark, in: text,
        "a quote begins a cell here and is not closed before the end of the file",
        remedy: "Close it, or save the file again from a spreadsheet.")
    }
  }

  private static func isHeader(_ bytes: [UInt8], _ separator: UInt8) -> Bool {
    var (scanner, record) = (CSVScanner(separator: separator, from: 0), CSVRecord())
    guard (try? scanner.next(in: bytes.span, into: &record)) == true else { return false }
    return record.cells.contains { name(of: $0, bytes) == "item" }
  }

  private static func name(of cell: CSVRecord.Cell, _ bytes: [UInt8]) -> String {
    value(of: cell, bytes).lowercased()
  }

  // MARK: Rows

  private mutating func readHeader(_ record: CSVRecord, _ bytes: [UInt8], _ mark: Int) {
    width = record.cells.count
    for (index, cell) in record.cells.enumerated() {
      let name = Self.name(of: cell, bytes)
      if Self.columns.contains(name) {
        if places[name] != nil {
          add(cell, mark, "the column \(name) is there twice", remedy: "Remove one of the two.")
        }
        places[name] = index
      } else if !name.isEmpty, !Self.reported.contains(name) {
        unknownColumns.append(Self.value(of: cell, bytes))
      }
    }
  }

  private mutating func readRow(_ record: CSVRecord, _ bytes: [UInt8], _ mark: Int) {
    let values = record.cells.map { Self.value(of: $0, bytes) }
    guard values.contains(where: { !$0.isEmpty }) else { return }
    if let broken = record.brokenCell {
      add(
        record.cells[broken], mark, "there is text behind the closing quote of this cell",
        remedy: "Write a quote in a cell as two quotes.")
      return
    }
    if let extra = values.indices.dropFirst(width).first(where: { !values[$0].isEmpty }) {
      add(
        record.cells[extra], mark,
        "the row has more cells than the first line has names",
        remedy: "Put a text that holds the separator into quotes.")
      return
    }
    func text(_ column: String) -> String? {
      guard let place = places[column], values.indices.contains(place) else { return nil }
      return values[place].isEmpty ? nil : values[place]
    }
    func cell(_ column: String) -> CSVRecord.Cell {
      let place = places[column] ?? 0
      return record.cells[record.cells.indices.contains(place) ? place : 0]
    }
    guard let item = text("item") else {
      return add(
        cell("item"), mark, "the row has no item",
        remedy: "Copy the item from the plan, or give one of your own.")
    }
    if let line = lines.updateValue(record.line, forKey: item.lowercased()) {
      add(
        cell("item"), mark, "the item \(item) is there twice, first on line \(line)",
        remedy: "Remove one of the two.")
    }
    entries.append(
      ActionEntry(
        item: item, title: text("title"), owner: text("owner"),
        due: due(text("due"), cell("due"), mark),
        status: status(text("status"), cell("status"), mark), note: text("note"),
        line: record.line))
  }

  // MARK: Cells

  private mutating func due(_ text: String?, _ cell: CSVRecord.Cell, _ mark: Int) -> Instant? {
    guard let text else { return nil }
    if let day = Instant(text) ?? Instant(Self.turned(text)) { return day.endOfDay }
    add(
      cell, mark, "due must be a date such as 2026-12-31, not \(Self.shown(text))",
      remedy: "Where a spreadsheet writes dates its own way, format the column as text.")
    return nil
  }

  /// `31.12.2026` as `2026-12-31`; with full stops the day is always first, with slashes nobody
  /// knows.
  private static func turned(_ text: String) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].count == 4, (1...2).contains(parts[0].count),
      (1...2).contains(parts[1].count)
    else { return "" }
    let (day, month) = ("0\(parts[0])".suffix(2), "0\(parts[1])".suffix(2))
    return "\(parts[2])-\(month)-\(day)"
  }

  private mutating func status(
    _ text: String?, _ cell: CSVRecord.Cell, _ mark: Int
  ) -> ActionEntry.Status? {
    guard let text else { return nil }
    let word = text.lowercased().split { " -_".contains($0) }.joined(separator: " ")
    if let status = ActionEntry.Status(rawValue: word) { return status }
    let known = ActionEntry.Status.allCases.map(\.rawValue)
    let guess = Spelling.closest(to: word, among: known).map { "Did you mean \"\($0)\"? " } ?? ""
    add(
      cell, mark, "the status \(Self.shown(text)) is not known",
      remedy: guess + "Known are \(known.joined(separator: ", ")); the rest is for the note.")
    return nil
  }

  private static func shown(_ text: String) -> String {
    "\"\(String(text.unicodeScalars.prefix(40)))\""
  }

  /// The text of a cell: doubled quotes undone, without white space at its ends and without the
  /// apostrophe that keeps spreadsheets from reading a formula.
  private static func value(of cell: CSVRecord.Cell, _ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes[cell.range], as: UTF8.self)
    if cell.hasDoubledQuotes { text = text.replacing("\"\"", with: "\"") }
    text = text.split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\r" }
      .joined(separator: "\n")
    var scalars = text.unicodeScalars[...]
    if scalars.first == "'", let next = scalars.dropFirst().first,
      "=+-@\t\r\n|%＝＋－＠".unicodeScalars.contains(next)
    {
      scalars.removeFirst()
    }
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }

  private mutating func add(
    _ cell: CSVRecord.Cell, _ mark: Int, _ summary: String, remedy: String
  ) {
    problems.append(
      FileProblem(
        "invalid-value", at: cell.range.lowerBound + mark, in: text, summary, remedy: remedy))
  }
}
