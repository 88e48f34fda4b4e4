import AssessmentInput
import AssessmentModel
import ReportSite

/// The files that were read, as aligned columns: records, rejected ones, name, what it is; below a
/// file what else is to be said of it, and a last row of totals.
struct FileTable {
  let files: [ListedFile]
  /// Columns of the terminal; nil where lines may be as long as they like, as in a pipe.
  let width: Int?

  /// The longest name that shares a line with the other columns where the width is unknown.
  private static let longestName = 100
  private static let gap = 2

  /// All lines, the heading first.
  var lines: [String] {
    let rows = files.map(Row.init)
    let total = Row(totalOf: files)
    let heading = Row(records: "records", rejected: "rejected", name: "file", kind: "what it is")
    let all = [heading] + rows + [total]
    let layout = Layout(all, width: width)
    return all.flatMap { row in layout.lines(of: row) }
  }

  // MARK: Rows

  /// The cells of one file.
  private struct Row {
    let records: String
    let rejected: String
    let name: String
    let kind: String
    var notes: [String] = []

    init(records: String, rejected: String, name: String, kind: String) {
      self.records = records
      self.rejected = rejected
      self.name = name
      self.kind = kind
    }

    init(_ file: ListedFile) {
      self.init(
        records: Self.number(file.records), rejected: Self.number(file.rejected),
        name: PlainLine.of(file.name), kind: PlainLine.of(file.kind))
      notes = file.notes.map(PlainLine.of)
    }

    init(totalOf files: [ListedFile]) {
      let evidence = files.count(where: \.isEvidence)
      let bad = files.count(where: \.isRejected)
      self.init(
        records: Count.grouped(files.reduce(0) { $0 + $1.records }),
        rejected: Count.grouped(files.reduce(0) { $0 + $1.rejected }),
        name: Count.of(files.count, "file") + " in all",
        kind: "\(Count.grouped(evidence)) with evidence"
          + (bad == 0 ? "" : ", \(Count.grouped(bad)) not usable"))
    }

    /// What there is none of is a dash, so that numbers stand out.
    private static func number(_ number: Int) -> String {
      number == 0 ? "–" : Count.grouped(number)
    }
  }

  // MARK: Lines

  /// Where the columns begin.
  private struct Layout {
    let records: Int
    let rejected: Int
    let name: Int
    /// Nil when kinds and notes are not broken.
    let kind: Int?

    init(_ rows: [Row], width: Int?) {
      func widest(_ cell: KeyPath<Row, String>) -> Int {
        rows.map { $0[keyPath: cell].columns }.max() ?? 0
      }
      records = widest(\.records)
      rejected = widest(\.rejected)
      guard let width else {
        name = min(FileTable.longestName, widest(\.name))
        kind = nil
        return
      }
      // Names and kinds share what is left; kinds are words, which can be broken.
      let left = max(40, width - records - rejected - 3 * FileTable.gap)
      let wanted = min(widest(\.kind), left * 2 / 5)
      name = min(widest(\.name), left - wanted)
      kind = left - name
    }

    private var start: Int { records + rejected + 2 * FileTable.gap }

    /// The row on one line, or what does not fit below the name.
    func lines(of row: Row) -> [String] {
      let gap = String(repeating: " ", count: FileTable.gap)
      let line = row.records.right(records) + gap + row.rejected.right(rejected) + gap + row.name
      let below = String(repeating: " ", count: start + FileTable.gap)
      let widthBelow = kind.map { $0 + name }
      var lines: [String]
      if row.name.columns > name {
        lines = [line] + row.kind.broken(at: widthBelow).map { below + $0 }
      } else {
        let indent = String(repeating: " ", count: start + name + FileTable.gap)
        let kinds = row.kind.broken(at: kind)
        let padding = String(repeating: " ", count: name - row.name.columns)
        lines = [line + padding + gap + (kinds.first ?? "")] + kinds.dropFirst().map { indent + $0 }
      }
      for note in row.notes {
        for (index, part) in note.broken(at: widthBelow.map { $0 - 2 }).enumerated() {
          lines.append(below + (index == 0 ? "· " : "  ") + part)
        }
      }
      return lines
    }
  }
}

extension String {
  /// How many columns of a terminal the text takes, about.
  var columns: Int { reduce(0) { $0 + ($1.isWide ? 2 : 1) } }

  /// The text with spaces before it up to a width.
  fileprivate func right(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - columns)) + self
  }

  /// The text in lines of at most so many columns, broken at spaces; a longer word stays whole.
  fileprivate func broken(at width: Int?) -> [String] {
    guard let width else { return [self] }
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.columns + 1 + String(word).columns <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

extension Character {
  /// Whether a terminal gives it two columns (the wide blocks of UAX #11).
  fileprivate var isWide: Bool {
    guard let scalar = unicodeScalars.first?.value else { return false }
    let blocks: [ClosedRange<UInt32>] = [
      0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
    return blocks.contains { $0.contains(scalar) }
  }
}
