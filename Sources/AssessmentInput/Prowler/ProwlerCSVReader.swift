import AssessmentModel

/// Reads the records of Prowler's CSV one by one into a decoder.
struct ProwlerCSVReader {
  private let columns: ProwlerColumns
  private let name: String
  private let file: Int
  private let placement: Placement
  /// Why the first rejected record was rejected, and its line.
  private(set) var firstProblem: (line: Int, summary: String)?

  init(_ columns: ProwlerColumns, name: String, file: Int, placement: Placement) {
    self.columns = columns
    self.name = name
    self.file = file
    self.placement = placement
  }

  /// Reads from behind the first line to the end.
  mutating func read(
    _ bytes: borrowing Span<UInt8>, from start: CSVScanner, into decoder: inout FindingDecoder,
    _ yield: inout FileYield
  ) throws(CSVScanner.UnclosedQuote) {
    var (scanner, record) = (start, CSVRecord())
    while try scanner.next(in: bytes, into: &record) {
      let number = yield.nextRecord()
      do throws(RecordProblem) {
        try check(record)
        try decoder.decode(
          record, of: bytes, columns, number: number, file: file, placement: placement)
      } catch {
        firstProblem = firstProblem ?? (record.line, error.summary)
        let point = Diagnostic.Point(offset: record.offset, line: record.line, column: 1)
        yield.reject(number, at: point, pointer: error.pointer, error.summary, file: name)
      }
    }
  }

  private func check(_ record: CSVRecord) throws(RecordProblem) {
    guard record.cells.count == columns.count else {
      throw RecordProblem(
        pointer: "",
        summary: "expected \(columns.count) cells, as many as columns, found \(record.cells.count)")
    }
    guard let broken = record.brokenCell else { return }
    throw RecordProblem(
      pointer: "cell \(broken + 1)",
      summary: "expected the end of the cell behind its closing quote, found more text")
  }
}
