/// One record of a CSV text: where its cells are.
struct CSVRecord {
  /// One cell, without the quotes around it.
  struct Cell {
    /// Offsets in the whole text.
    let range: Range<Int>
    /// Whether a quote in it is written as two.
    let hasDoubledQuotes: Bool
  }

  /// The offset at which it begins, and the 1-based line.
  var offset = 0
  var line = 1
  var cells: [Cell] = []
  /// The first cell, counted from 0, with text behind its closing quote.
  var brokenCell: Int?
}
