import AssessmentModel

/// The cells of a row by the names of their columns.
struct AdvisorCells {
  /// Cells that say something, in the order of the columns; a name is empty where none is known.
  private(set) var named: [(column: String, value: String)] = []

  /// Names the cells of a row.
  init(_ row: AdvisorRow, of check: TrustedAdvisorCheck) {
    var columns = check.columns ?? []
    // Some lists of checks leave out the first column, which is the colour's.
    if !columns.isEmpty, row.width == columns.count + 1, !columns.contains("Status") {
      columns.insert("Status", at: 0)
    }
    for cell in row.cells {
      let column = cell.index.flatMap { columns.indices.contains($0) ? columns[$0] : nil }
      named.append((cell.column ?? column ?? "", cell.value))
    }
  }

  /// The value of a column; nil when it is missing or says nothing.
  subscript(column: String) -> String? { named.first { $0.column == column }?.value }

  /// What the cells say, such as `Region: eu-west-1; Ports: 22`; the colour is said elsewhere.
  var text: String {
    told.map { $0.column.isEmpty ? $0.value : "\($0.column): \($0.value)" }
      .joined(separator: "; ")
  }

  /// What stays the same of an item from one result to the next, in whatever order it is told.
  var identity: String {
    told.filter { $0.column != "Last Updated Time" }.map { "\($0.column)=\($0.value)" }
      .sorted().joined(separator: ";")
  }

  private var told: [(column: String, value: String)] { named.filter { $0.column != "Status" } }
}
