import AssessmentModel
import JSON

/// Prowler's results in CSV: what the first line says they are, and the records after it.
struct ProwlerCSVFile {
  private static let separators = ";,\t".utf8
  /// The first lines of Prowler's files have about 900 bytes.
  private static let longestHeader = 16_384

  let text: JSONText
  let name: String
  private let table: ProwlerColumns.Table
  /// Behind the first line.
  private let scanner: CSVScanner

  /// Looks at the first line; nil when it has not the columns of Prowler.
  init?(_ text: JSONText, name: String) {
    let found = text.withBytes { bytes -> (ProwlerColumns.Table, CSVScanner)? in
      for separator in Self.separators {
        if let header = Self.header(of: bytes, separator: separator) { return header }
      }
      return nil
    }
    guard let found else { return nil }
    self.text = text
    self.name = name
    (table, scanner) = found
  }

  private static func header(
    of bytes: borrowing Span<UInt8>, separator: UInt8
  ) -> (ProwlerColumns.Table, CSVScanner)? {
    let start = bytes.has("\u{FEFF}") ? 3 : 0
    let first = bytes.extracting(0..<min(bytes.count, longestHeader))
    var (scanner, record) = (CSVScanner(separator: separator, from: start), CSVRecord())
    guard (try? scanner.next(in: first, into: &record)) ?? false, record.cells.count > 1 else {
      return nil
    }
    let names = record.cells.map { cell in
      let bytes = first.extracting(cell.range)
      return String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    }
    return ProwlerColumns.table(names).map { ($0, scanner) }
  }

  /// Reads all records; throws when the file is damaged or none of it is a result.
  func read(
    into decoder: inout FindingDecoder, file: Int, placement: Placement
  ) throws(FileProblem) -> FileYield {
    switch table {
    case .compliance:
      var yield = FileYield(kind: "Prowler results by compliance requirement (CSV), no evidence")
      yield.remark(
        .note, "compliance-results", file: name,
        "repeats results of Prowler for each requirement of a framework, and is not read",
        remedy: "The file of the same run beside the compliance folder holds them once.")
      return yield
    case .lacking(let columns):
      var yield = FileYield(kind: "Prowler results in CSV (not read)")
      yield.remark(
        .warning, "missing-columns", file: name,
        "holds Prowler results without the column \(columns.joined(separator: ", ")), so nothing "
          + "is read from it",
        remedy: "Give the file as Prowler wrote it, or its OCSF output.")
      return yield
    case .results(let columns):
      try checkUTF8()
      return try readResults(columns, into: &decoder, file: file, placement: placement)
    }
  }

  private func checkUTF8() throws(FileProblem) {
    let offset = text.withBytes { bytes -> Int? in
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes)
        return nil
      } catch {
        return error.byteOffsets.lowerBound
      }
    }
    guard let offset else { return }
    throw FileProblem(
      "not-utf-8", at: offset, in: text, "expected UTF-8 text", remedy: FileProblem.utf8Remedy)
  }

  private func readResults(
    _ columns: ProwlerColumns, into decoder: inout FindingDecoder, file: Int, placement: Placement
  ) throws(FileProblem) -> FileYield {
    var yield = FileYield(kind: "Prowler findings in CSV")
    yield.isExport = true
    var reader = ProwlerCSVReader(columns, name: name, file: file, placement: placement)
    do {
      try text.withBytes { (bytes) throws(CSVScanner.UnclosedQuote) in
        try reader.read(bytes, from: scanner, into: &decoder, &yield)
      }
    } catch {
      throw FileProblem(
        "unclosed-quote", at: error.offset, in: text,
        "a quote begins a cell here and is not closed before the end of the file",
        remedy: "The file is cut off or damaged: export it again.")
    }
    if columns.checkIsInTitle { warnOfOldNames(in: &yield) }
    guard let first = reader.firstProblem, yield.rejected == yield.records else { return yield }
    throw FileProblem(
      "no-findings", at: .line(first.line, column: 1),
      "none of its \(yield.rejected) records is a result of Prowler; the first: \(first.summary)")
  }

  private func warnOfOldNames(in yield: inout FileYield) {
    yield.remark(
      .warning, "prowler-2", file: name,
      "is of Prowler 2, whose names of checks stand for no control, so that its results are listed "
        + "and not judged",
      remedy: "Run a current version of Prowler.")
  }
}
