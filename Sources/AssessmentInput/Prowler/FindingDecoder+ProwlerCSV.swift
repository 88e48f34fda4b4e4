import AssessmentModel

// Results of Prowler in CSV.
extension FindingDecoder {
  /// Adds the row of one record; the problems that it throws point to columns.
  mutating func decode(
    _ record: CSVRecord, of bytes: borrowing Span<UInt8>, _ columns: ProwlerColumns, number: Int,
    file: Int, placement: Placement
  ) throws(RecordProblem) {
    var row = Record()
    row.file = UInt32(file)
    row.number = UInt32(number)
    row.source = .prowler
    row.form = .csv
    try readResult(record, bytes, columns, into: &row)
    try readTime(record, bytes, columns, into: &row)
    row.reference = try reference(record, bytes, columns)
    row.id = cell(columns.id, of: record, bytes)
    row.title = cell(columns.title, of: record, bytes)
    row.reason = cell(columns.reason, of: record, bytes)
    row.resourceType = cell(columns.resourceType, of: record, bytes)
    place(record, bytes, columns, placement, into: &row)
    table.rows.append(row)
  }

  // MARK: Parts

  private func readResult(
    _ record: CSVRecord, _ bytes: borrowing Span<UInt8>, _ columns: ProwlerColumns,
    into row: inout Record
  ) throws(RecordProblem) {
    let word = bytes.extracting(record.cells[columns.status].range)
    guard !word.isEmpty else {
      throw RecordProblem(
        pointer: "STATUS", summary: "expected PASS, FAIL or MANUAL, found nothing")
    }
    let result = ProwlerResult(word)
    row.status = result.status
    row.isSuppressed = result.isMuted
    if let column = columns.muted {
      let isMuted = bytes.extracting(record.cells[column].range).isWord("true")
      row.isSuppressed = row.isSuppressed || isMuted
    }
    if let column = columns.severity {
      row.severity = Severity(label: bytes.extracting(record.cells[column].range))
    }
  }

  /// Text without a zone, which is the local time of Prowler's machine, is taken as UTC; with
  /// `--unix-timestamp` it is seconds.
  private func readTime(
    _ record: CSVRecord, _ bytes: borrowing Span<UInt8>, _ columns: ProwlerColumns,
    into row: inout Record
  ) throws(RecordProblem) {
    guard let column = columns.time else { return }
    let text = bytes.extracting(record.cells[column].range)
    if text.isEmpty { return }
    let seconds =
      Instant(utf8: text)?.seconds
      ?? text.number.flatMap { FindingTime.seconds(ofEpoch: Double($0)) }
    guard let seconds else {
      throw RecordProblem(
        pointer: "TIMESTAMP", summary: "expected a time such as 2026-11-20 10:11:12")
    }
    row.updated = seconds
    row.created = seconds
  }

  private mutating func reference(
    _ record: CSVRecord, _ bytes: borrowing Span<UInt8>, _ columns: ProwlerColumns
  ) throws(RecordProblem) -> UInt32 {
    if let column = columns.provider {
      let provider = names.intern(bytes.extracting(record.cells[column].range))
      if !provider.isNone, !isAWS(provider) { return prowlerReference(toProvider: provider) }
    }
    let text = bytes.extracting(record.cells[columns.check].range)
    guard let range = columns.checkIsInTitle ? text.bracketed : 0..<text.count, !range.isEmpty
    else {
      throw RecordProblem(
        pointer: columns.checkIsInTitle ? "TITLE_TEXT" : "CHECK_ID",
        summary: "expected the name of a check")
    }
    return prowlerReference(names.intern(text.extracting(range)))
  }

  // MARK: Places

  private mutating func place(
    _ record: CSVRecord, _ bytes: borrowing Span<UInt8>, _ columns: ProwlerColumns,
    _ placement: Placement, into row: inout Record
  ) {
    let column = columns.resources.first { !record.cells[$0].range.isEmpty }
    let resource = bytes.extracting(column.map { record.cells[$0].range } ?? 0..<0)
    let told = bytes.extracting(columns.account.map { record.cells[$0].range } ?? 0..<0)
    row.account =
      account(inDigits: told) ?? account(in: resource)
      ?? table.strings.intern(placement.account ?? "")
    row.region = cell(columns.region, of: record, bytes)
    if !isRegion(row.region) {
      row.region =
        resource.arnField(3).map { table.strings.intern(resource.extracting($0)) } ?? .none
    }
    if !isRegion(row.region) { row.region = table.strings.intern(placement.region ?? "") }
    let isAccount =
      resource.isEmpty ? row.account : account(standingIn: resource, takesDigits: true)
    if let account = isAccount {
      let partition = bytes.extracting(columns.partition.map { record.cells[$0].range } ?? 0..<0)
      row.resource = account.isNone ? .none : root(of: account, names.intern(partition), row)
    } else {
      row.resource = cell(column, of: record, bytes)
    }
  }

  /// The account of a cell of digits; Prowler 3 and spreadsheets drop leading zeros.
  private mutating func account(inDigits text: borrowing Span<UInt8>) -> StringID? {
    if text.isAccount(0..<text.count) {
      return table.strings.intern(text.extracting(0..<text.count))
    }
    return text.number.flatMap { account(number: $0) }
  }

  // MARK: Cells

  /// The identifier of a cell's text; none where the file has not the column.
  private mutating func cell(
    _ column: Int?, of record: CSVRecord, _ bytes: borrowing Span<UInt8>
  ) -> StringID {
    guard let column else { return .none }
    let cell = record.cells[column]
    guard cell.hasDoubledQuotes else { return table.strings.intern(bytes.extracting(cell.range)) }
    buffer.removeAll(keepingCapacity: true)
    var index = cell.range.lowerBound
    while index < cell.range.upperBound {
      buffer.append(bytes[index])
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return internBuffer()
  }
}

extension Span<UInt8> {
  /// The number that the bytes write in at most 15 digits and nothing else.
  fileprivate var number: Int? {
    guard (1...15).contains(count) else { return nil }
    var number = 0
    for index in indices {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self[index]) else { return nil }
      number = number * 10 + Int(self[index] - UInt8(ascii: "0"))
    }
    return number
  }

  /// What stands in brackets at the start: `check12` of `[check12] Ensure…`.
  fileprivate var bracketed: Range<Int>? {
    guard count > 0, self[0] == UInt8(ascii: "[") else { return nil }
    return indices.first { self[$0] == UInt8(ascii: "]") }.map { 1..<$0 }
  }
}
