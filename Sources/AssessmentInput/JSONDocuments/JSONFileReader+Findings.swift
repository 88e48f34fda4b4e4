import AssessmentModel
import JSON

// Findings in all envelopes that were seen in real files.
extension JSONFileReader {
  mutating func readExport(
    _ list: JSONShape.Member, _ name: String, _ shape: JSONShape, _ decoder: inout FindingDecoder
  ) throws {
    try checkMembers(of: shape, except: list)
    try readFindings(list.range, kind: name, &decoder)
    yield.isExport = true
    let token = shape.member("NextToken", .string) ?? shape.member("nextToken", .string)
    yield.endsWithToken = token.map { $0.range.count > 2 } ?? false
  }

  /// Reads the elements of a list of findings one by one.
  mutating func readFindings(
    _ range: Range<Int>, kind: String, _ decoder: inout FindingDecoder
  ) throws {
    var scanner = JSONScanner(text, at: range.lowerBound)
    _ = try scanner.advanceToTopLevelValue()
    scanner.enter()
    var isFirst = true
    while let record = try scanner.nextElement() {
      let value = try parser.parse(text, record)
      if isFirst {
        if ForeignFormat.isOCSF(value) {
          _ = try parser.parse(text, range)
          return unsupported("OCSF findings")
        }
        if let name = ForeignFormat.name(of: value) { throw foreign(name, record) }
        yield.add(kind: "\(Self.product(of: value)) findings (\(kind))")
        isFirst = false
      }
      decode(value, at: record.lowerBound, &decoder)
    }
    if isFirst { yield.add(kind: "Security Hub findings (\(kind)), none in it") }
  }

  /// Whose findings a file is named after.
  static func product(of finding: JSONValue) -> String {
    let product = FindingProduct(finding, fields: finding["ProductFields"])
    let source = product == .prowler ? Source.prowler : .securityHub
    return source.name
  }

  mutating func decode(
    _ finding: JSONValue, at offset: Int, _ decoder: inout FindingDecoder
  ) {
    let number = yield.nextRecord()
    do throws(RecordProblem) {
      try decoder.decode(finding, number: number, file: source.file, placement: source.placement)
      decoded += 1
    } catch {
      if firstRejection == nil { firstRejection = (offset, error) }
      yield.reject(number, pointer: error.pointer, error.summary, file: source.name)
    }
  }

  func foreign(_ name: String, _ record: Range<Int>) -> FileProblem {
    FileProblem(
      "foreign-format", at: record.lowerBound, in: text,
      "looks like \(name), which is not Security Hub's finding format",
      remedy: "Export the same findings from Security Hub: aws securityhub get-findings.")
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
    switch DocumentKind(shape) {
    case .finding:
      try readFindings(range, kind: "list", &decoder)
      yield.isExport = true
    case .known(let known) where known.isUnsupported:
      guard known.fits(try parser.parse(text, first)) else { return try rejectUnknown(shape) }
      _ = try parser.parse(text, range)
      unsupported(known.name)
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
