import AssessmentModel
import JSON
import Parallel

// Findings in all envelopes that were seen in real files.
extension JSONFileReader {
  mutating func readExport(
    _ list: JSONShape.Member, _ name: String, _ shape: JSONShape, _ decoder: inout FindingDecoder
  ) throws {
    try checkMembers(of: shape, except: list)
    let isRead: Bool
    if let elements = list.elements {
      var elements = elements[...]
      isRead = try readFindings(list.range, kind: name, &decoder) { elements.popFirst() }
    } else {
      isRead = try readFindings(list.range, kind: name, &decoder)
    }
    guard isRead else { return }
    yield.isExport = true
    yield.endsWithToken = shape.hasNextPage
  }

  /// Reads the elements of a list of findings one by one; false when their format is not read.
  @discardableResult
  mutating func readFindings(
    _ range: Range<Int>, kind: String, _ decoder: inout FindingDecoder
  ) throws -> Bool {
    var scanner = JSONScanner(text, at: range.lowerBound)
    _ = try scanner.advanceToTopLevelValue()
    scanner.enter()
    return try readFindings(range, kind: kind, &decoder) { () throws(JSONError) in
      try scanner.nextElement()
    }
  }

  /// Reads the findings that `next` gives of a list; false when their format is not read.
  private mutating func readFindings(
    _ range: Range<Int>, kind: String, _ decoder: inout FindingDecoder,
    _ next: () throws(JSONError) -> Range<Int>?
  ) throws -> Bool {
    guard let first = try next() else {
      yield.add(kind: "Security Hub findings (\(kind)), none in it")
      return true
    }
    let value = try parser.parse(text, first)
    if let name = ForeignFormat.name(of: value) {
      try readForeign(name, next)
      return false
    }
    let format = RecordFormat(value)
    yield.add(kind: "\(format.plural) (\(format.command(kind)))")
    decode(value, at: first.lowerBound, &decoder)
    try decodeChunks(&decoder, size: range.count, while: { _ in true }, next)
    return true
  }

  /// Reads findings that stand alone, one after the other; returns where something else begins.
  mutating func readLoneFindings(
    from offset: Int, _ decoder: inout FindingDecoder
  ) throws(JSONError) -> Int? {
    var scanner = JSONScanner(text, at: offset)
    let before = yield.records
    let stop = try decodeChunks(
      &decoder, size: text.count - offset, while: Self.isLoneFinding
    ) { () throws(JSONError) in
      try scanner.nextTopLevelValue()
    }
    loneFindings += yield.records - before
    return stop
  }

  /// Whether a document behind a lone finding is one more, told without its shape.
  static func isLoneFinding(_ value: JSONValue) -> Bool {
    let isFinding =
      value["Id"] != nil && value["GeneratorId"] != nil && value["Findings"] == nil
    return isFinding || ForeignFormat.isOCSF(value)
  }

  /// Decodes the records that `next` gives, on all threads when they are `size` bytes long; returns
  /// the offset of the first that `isFinding` refuses, which ends the work.
  @discardableResult
  private mutating func decodeChunks(
    _ decoder: inout FindingDecoder, size: Int, while isFinding: (JSONValue) -> Bool,
    _ next: () throws(JSONError) -> Range<Int>?
  ) throws(JSONError) -> Int? {
    var (number, isAtEnd) = (yield.records + 1, false)
    let (text, source) = (text, source)
    do throws(FindingsChunk.Stop) {
      try Parallel.ordered(
        threads: size < 2 * FindingsChunk.size ? 1 : source.threads,
        next: { () throws(FindingsChunk.Stop) in
          let chunk = try FindingsChunk(firstNumber: number) { () throws(JSONError) in
            let record = isAtEnd ? nil : try next()
            isAtEnd = record == nil
            return record
          }
          number += chunk.records.count
          return chunk.records.isEmpty ? nil : chunk
        },
        make: { (chunk: FindingsChunk) throws(FindingsChunk.Stop) in
          try chunk.decode(text, source, while: isFinding)
        },
        take: { (chunk) throws(FindingsChunk.Stop) in
          add(chunk, &decoder)
          if let offset = chunk.stop { throw .other(offset: offset) }
        })
      return nil
    } catch {
      switch error {
      case .json(let error): throw error
      case .other(let offset): return offset
      }
    }
  }

  /// Takes over what a thread decoded.
  private mutating func add(_ chunk: FindingsChunk.Decoded, _ decoder: inout FindingDecoder) {
    decoder.table.append(chunk.table)
    decoded += chunk.decoded
    yield.addRecords(chunk.decoded)
    yield.addMetadata(chunk.metadata)
    for (number, offset, problem) in chunk.rejections {
      yield.addRecords(1)
      reject(number, at: offset, problem)
    }
  }

  mutating func decode(
    _ finding: JSONValue, at offset: Int, _ decoder: inout FindingDecoder
  ) {
    let number = yield.nextRecord()
    do throws(RecordProblem) {
      let result = try decoder.decode(
        finding, number: number, file: source.file, placement: source.placement)
      if result == .metadata { yield.markMetadata() } else { decoded += 1 }
    } catch {
      reject(number, at: offset, error)
    }
  }

  /// Names findings of a service's own format, which stay unread, for nobody should believe that they
  /// were counted; throws when something else is among those that `next` gives.
  private mutating func readForeign(
    _ name: String, _ next: () throws(JSONError) -> Range<Int>?
  ) throws {
    let remedy = "Export the same findings from Security Hub: aws securityhub get-findings."
    while let element = try next() {
      guard ForeignFormat.name(of: try parser.parse(text, element)) != name else { continue }
      throw FileProblem(
        "foreign-format", at: element.lowerBound, in: text,
        "begins with \(name), which are not in Security Hub's format, and holds others from here on",
        remedy: remedy)
    }
    yield.add(kind: "\(name), not in Security Hub's format")
    yield.remark(
      .warning, "foreign-format", file: source.name,
      "holds \(name), which are not in Security Hub's format and not read", remedy: remedy)
  }

  /// Reads a list outside all objects, by its first element.
  mutating func readList(
    _ range: Range<Int>, _ decoder: inout FindingDecoder
  ) throws {
    var scanner = JSONScanner(text, at: range.lowerBound)
    _ = try scanner.advanceToTopLevelValue()
    scanner.enter()
    guard let kind = try scanner.advanceToElement() else {
      yield.add(kind: "empty list")
      return
    }
    let first = try scanner.skipValue()
    guard kind == .object else {
      _ = try parser.parse(text, range)
      throw unknown(first.lowerBound, "is a JSON list whose elements are no objects")
    }
    let shape = try JSONShape(text, first)
    if shape.has("question") {
      _ = try parser.parse(text, range)
      hasOfflineAnswers = true
      return
    }
    for spelling in ConfigSpelling.allCases {
      guard let kind = ConfigKind(element: shape, spelling) else { continue }
      return try readConfig(kind, spelling, range, &decoder.table)
    }
    switch DocumentKind(shape) {
    case .finding:
      if try readFindings(range, kind: "list", &decoder) { yield.isExport = true }
    case .known(let known) where known.isUnsupported:
      guard known.fits(try parser.parse(text, first)) else { return try rejectUnknown(shape) }
      _ = try parser.parse(text, range)
      unsupported(known.name)
    case nil where ForeignFormat.name(of: try parser.parse(text, first)) != nil:
      try readFindings(range, kind: "list", &decoder)
    default: try readDocuments(in: range, &decoder)
    }
  }

  /// Reads the elements of a list as documents of their own, such as pages or events.
  mutating func readDocuments(
    in range: Range<Int>, _ decoder: inout FindingDecoder
  ) throws {
    var scanner = JSONScanner(text, at: range.lowerBound)
    _ = try scanner.advanceToTopLevelValue()
    scanner.enter()
    while let kind = try scanner.advanceToElement() {
      let element = try scanner.skipValue()
      guard kind == .object else {
        throw unknown(element.lowerBound, "is a JSON list in which not all elements are objects")
      }
      try readObject(try JSONShape(text, element), &decoder)
    }
  }
}
