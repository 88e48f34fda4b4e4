/// Where the walk is within a table.
struct TableProgress {
  /// Which columns hold numbers.
  var numeric: [Bool] = []
  /// The headings of the columns, encoded for HTML.
  var labels: [String] = []
  var column = 0
  var isInHeader = false
  /// Whether the open cell is a heading.
  var isHeading = false
  var hasBody = false
}
