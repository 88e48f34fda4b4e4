/// Goes through a CSV text (RFC 4180) record by record, without copying.
///
/// Records end with LF, CR LF or CR outside quotes; blank lines are passed over. A quote inside a
/// cell that does not begin with one stands for itself.
///
///     var scanner = CSVScanner(separator: UInt8(ascii: ";"), from: 0)
///     var record = CSVRecord()
///     while try scanner.next(in: bytes, into: &record) { read(record.cells) }
struct CSVScanner {
  /// A quote that is not closed before the end of the text.
  struct UnclosedQuote: Error, Equatable {
    let offset: Int
  }

  private static let (quote, feed, carriage) =
    (UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"))

  let separator: UInt8
  private(set) var offset: Int
  private var line = 1

  /// Starts at the beginning of a record, which is on line 1.
  init(separator: UInt8, from offset: Int) {
    self.separator = separator
    self.offset = offset
  }

  /// Reads the next record in place of `record`'s; false at the end of the text.
  mutating func next(
    in bytes: borrowing Span<UInt8>, into record: inout CSVRecord
  ) throws(UnclosedQuote) -> Bool {
    while offset < bytes.count, isLineEnd(bytes[offset]) { passLineEnd(bytes) }
    guard offset < bytes.count else { return false }
    (record.offset, record.line) = (offset, line)
    record.cells.removeAll(keepingCapacity: true)
    record.brokenCell = nil
    while true {
      try readCell(bytes, into: &record)
      guard offset < bytes.count else { return true }
      if isLineEnd(bytes[offset]) {
        passLineEnd(bytes)
        return true
      }
      offset += 1
    }
  }

  /// Reads a cell, up to the separator, the line's end or the text's.
  private mutating func readCell(
    _ bytes: borrowing Span<UInt8>, into record: inout CSVRecord
  ) throws(UnclosedQuote) {
    guard offset < bytes.count, bytes[offset] == Self.quote else {
      let start = offset
      passPlain(bytes)
      record.cells.append(.init(range: start..<offset, hasDoubledQuotes: false))
      return
    }
    record.cells.append(try readQuoted(bytes))
    let end = offset
    passPlain(bytes)
    if offset > end { record.brokenCell = record.brokenCell ?? record.cells.count - 1 }
  }

  private mutating func passPlain(_ bytes: borrowing Span<UInt8>) {
    while offset < bytes.count, bytes[offset] != separator, !isLineEnd(bytes[offset]) {
      offset += 1
    }
  }

  private mutating func readQuoted(
    _ bytes: borrowing Span<UInt8>
  ) throws(UnclosedQuote) -> CSVRecord.Cell {
    let opening = offset
    var hasDoubledQuotes = false
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == Self.feed { line += 1 }
      guard byte == Self.quote else { continue }
      guard offset < bytes.count, bytes[offset] == Self.quote else {
        return .init(range: opening + 1..<offset - 1, hasDoubledQuotes: hasDoubledQuotes)
      }
      hasDoubledQuotes = true
      offset += 1
    }
    throw UnclosedQuote(offset: opening)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == Self.feed || byte == Self.carriage }

  /// Passes over LF, CR LF or CR.
  private mutating func passLineEnd(_ bytes: borrowing Span<UInt8>) {
    let isPair =
      bytes[offset] == Self.carriage && offset + 1 < bytes.count && bytes[offset + 1] == Self.feed
    offset += isPair ? 2 : 1
    line += 1
  }
}
