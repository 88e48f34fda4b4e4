/// A table in Markdown, its columns padded so that it can be read as it is.
struct MarkdownTable {
  let header: [String]
  private(set) var rows: [[String]] = []

  init(_ header: [String]) { self.header = header }

  mutating func add(_ cells: [String]) {
    precondition(cells.count == header.count, "A row has a cell for each column.")
    rows.append(cells)
  }

  /// The table; the first column is text, the others are figures.
  var text: String {
    let widths = header.indices.map { column in
      max(3, ([header] + rows).map { $0[column].count }.max() ?? 0)
    }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + space : space + cell.0
      }
      return "| \(padded.joined(separator: " | ")) |\n"
    }
    let rule = widths.enumerated().map { column, width in
      String(repeating: "-", count: column == 0 ? width : width - 1) + (column == 0 ? "" : ":")
    }
    return line(header) + line(rule) + rows.map(line).joined()
  }
}
