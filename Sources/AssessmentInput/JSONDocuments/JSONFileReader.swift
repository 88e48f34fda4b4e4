import AssessmentModel
import JSON

/// Reads a JSON file of any kind: one document, or several one after the other.
///
/// Lists of findings are parsed record by record; the findings go to a `FindingDecoder`, all else
/// into `yield`.
struct JSONFileReader {
  /// Where a file stands, and what its findings are given that name no place.
  struct Source {
    let name: String
    /// Number of the file in the evidence.
    let file: Int
    let placement: Placement
    let generatorIDs: [String: [String]]
  }

  private let text: JSONText
  private let source: Source
  private let parser = JSONParser()
  private(set) var yield = FileYield()
  /// Findings that stand alone, one document each.
  private var loneFindings = 0
  /// Whether answers in so-report's own form are in the file, to be read as YAML.
  private(set) var hasOfflineAnswers = false
  /// The first reason why a record was rejected.
  private var firstRejection: (place: Int, problem: RecordProblem)?
  private var decoded = 0
  /// Where a document stands that is neither a list nor an object.
  private var loneScalar: Int?

  init(_ text: JSONText, _ source: Source) {
    self.text = text
    self.source = source
  }

  /// Reads everything; throws when the file is not what it claims.
  mutating func read(into decoder: inout FindingDecoder) throws(FileProblem) {
    do {
      var scanner = JSONScanner(text)
      while let range = try nextDocument(&scanner) {
        if try readAsFinding(range, &decoder) { continue }
        try readDocument(range, &decoder)
      }
    } catch let error as JSONError {
      throw FileProblem(error, in: text)
    } catch let problem as FileProblem {
      throw problem
    } catch {
      preconditionFailure("Reading JSON throws these two errors: \(error)")
    }
    try finish()
  }

  private func nextDocument(_ scanner: inout JSONScanner) throws(JSONError) -> Range<Int>? {
    try scanner.nextTopLevelValue()
  }

  private mutating func finish() throws(FileProblem) {
    if let loneScalar { throw unknown(loneScalar, "is JSON, and neither a list nor an object") }
    if loneFindings > 1 {
      yield.isExport = true
      yield.add(kind: "Security Hub findings (one after the other)")
    } else if loneFindings == 1 {
      yield.add(kind: "Security Hub finding")
    }
    guard let first = firstRejection, decoded == 0, yield.metadata == 0 else { return }
    throw FileProblem(
      "no-findings", at: first.place, in: text,
      "none of its \(yield.rejected) records is a finding; the first: "
        + (first.problem.pointer.isEmpty ? "" : "at \(first.problem.pointer) ")
        + first.problem.summary)
  }
}

// MARK: - Documents

extension JSONFileReader {
  /// Reads a document behind lone findings as one more of them, without looking at its shape.
  private mutating func readAsFinding(
    _ range: Range<Int>, _ decoder: inout FindingDecoder
  ) throws(JSONError) -> Bool {
    guard loneFindings > 0 else { return false }
    let value = try parser.parse(text, range)
    guard value["Id"] != nil, value["GeneratorId"] != nil, value["Findings"] == nil else {
      return false
    }
    loneFindings += 1
    decode(value, at: range.lowerBound, &decoder)
    return true
  }

  private mutating func readDocument(
    _ range: Range<Int>, _ decoder: inout FindingDecoder
  ) throws {
    var scanner = JSONScanner(text, at: range.lowerBound)
    switch try scanner.advanceToTopLevelValue() {
    case .object: try readObject(try JSONShape(text, range), &decoder)
    case .array: try readList(range, &decoder)
    default:
      _ = try parser.parse(text, range)
      loneScalar = loneScalar ?? range.lowerBound
    }
  }

  private mutating func readObject(
    _ shape: JSONShape, _ decoder: inout FindingDecoder
  ) throws {
    guard let kind = DocumentKind(shape) else {
      _ = try parser.parse(text, shape.range)
      let keys = shape.members.prefix(5).map { "\"\($0.key)\"" }.joined(separator: ", ")
      throw unknown(
        shape.range.lowerBound,
        "is JSON of no known kind"
          + (keys.isEmpty ? ": an empty object" : ": it begins with the keys \(keys)"))
    }
    switch kind {
    case .findings(let list, let name): try readExport(list, name, shape, &decoder)
    case .finding:
      loneFindings += 1
      decode(try parser.parse(text, shape.range), at: shape.range.lowerBound, &decoder)
    case .event(let detail): try readEvent(shape, detail, &decoder)
    case .recording(let data):
      try checkMembers(of: shape, except: data)
      try readObject(try JSONShape(text, data.range), &decoder)
    case .enablement(let kind): try readEnablement(kind, shape)
    case .wellArchitected(let kind):
      yield.add(kind: kind.name)
      let reader = WellArchitectedReader(file: source.file, name: source.name)
      reader.read(kind, try parser.parse(text, shape.range), into: &yield)
    case .offlineAnswers:
      _ = try parser.parse(text, shape.range)
      hasOfflineAnswers = true
    case .lens: try readLens(shape)
    case .metadata(let name, let counted):
      let document = try parser.parse(text, shape.range)
      yield.add(kind: "\(name), no evidence")
      let list = counted.flatMap { document[$0.key] } ?? document["InsightResults", "ResultValues"]
      if let list { yield.addMetadata(list.elements.reduce(0) { count, _ in count + 1 }) }
    case .unsupported(let name): try readUnsupported(name, shape.range)
    }
  }

  /// Parses what lies beside a list, which is only passed over otherwise.
  private func checkMembers(
    of shape: JSONShape, except list: JSONShape.Member
  ) throws(JSONError) {
    for member in shape.members where member.range != list.range {
      _ = try parser.parse(text, member.range)
    }
  }

  private func unknown(_ offset: Int, _ summary: String) -> FileProblem {
    FileProblem(
      "unknown-json", at: offset, in: text, summary,
      remedy: "Expected findings of Security Hub, answers of the Well-Architected Tool, or what "
        + "`so-report formats` lists.")
  }
}

// MARK: - Findings

extension JSONFileReader {
  private mutating func readExport(
    _ list: JSONShape.Member, _ name: String, _ shape: JSONShape, _ decoder: inout FindingDecoder
  ) throws {
    try checkMembers(of: shape, except: list)
    try readFindings(list.range, kind: name, &decoder)
    yield.isExport = true
    let token = shape.member("NextToken", .string) ?? shape.member("nextToken", .string)
    yield.endsWithToken = token.map { $0.range.count > 2 } ?? false
  }

  /// Reads the elements of a list of findings one by one.
  private mutating func readFindings(
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
        let isProwler = FindingProduct(value, fields: value["ProductFields"]) == .prowler
        yield.add(kind: "\(isProwler ? "Prowler" : "Security Hub") findings (\(kind))")
        isFirst = false
      }
      decode(value, at: record.lowerBound, &decoder)
    }
    if isFirst { yield.add(kind: "Security Hub findings (\(kind)), none in it") }
  }

  private mutating func decode(
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

  private func foreign(_ name: String, _ record: Range<Int>) -> FileProblem {
    FileProblem(
      "foreign-format", at: record.lowerBound, in: text,
      "looks like \(name), which is not Security Hub's finding format",
      remedy: "Export the same findings from Security Hub: aws securityhub get-findings.")
  }

  /// Reads a list outside all objects, by its first element.
  private mutating func readList(
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
    case .unsupported(let name): try readUnsupported(name, range)
    default: try readDocuments(in: range, &decoder)
    }
  }

  /// Reads the elements of a list as documents of their own, such as pages or events.
  private mutating func readDocuments(
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

// MARK: - Other documents

extension JSONFileReader {
  private mutating func readEvent(
    _ shape: JSONShape, _ detail: JSONShape.Member, _ decoder: inout FindingDecoder
  ) throws {
    try checkMembers(of: shape, except: detail)
    let (type, sender) = (try string(shape["detail-type"]), try string(shape["source"]))
    let inner = try JSONShape(text, detail.range)
    if let list = inner.member("findings", .array) {
      try checkMembers(of: inner, except: list)
      let kind = type.contains("Custom Action") ? "event, custom action" : "event, imported"
      try readFindings(list.range, kind: kind, &decoder)
      return
    }
    let document = try parser.parse(text, detail.range)
    switch sender {
    case "aws.securityhub":
      yield.add(kind: "\(type), no evidence")
      let results = document["insightResults"]
      yield.addMetadata(results?.elements.reduce(0) { count, _ in count + 1 } ?? 1)
    case "aws.trustedadvisor": unsupported("Trusted Advisor results")
    case "aws.config": unsupported("AWS Config results")
    default:
      throw unknown(shape.range.lowerBound, "is an event of \(sender), which carries no evidence")
    }
  }

  private func string(_ member: JSONShape.Member?) throws(JSONError) -> String {
    guard let member else { return "" }
    return try parser.parse(text, member.range).string ?? ""
  }

  private mutating func readEnablement(
    _ kind: EnablementKind, _ shape: JSONShape
  ) throws(JSONError) {
    yield.add(kind: kind.name)
    let reader = EnablementReader(placement: source.placement, generatorIDs: source.generatorIDs)
    let facts = reader.facts(kind, in: try parser.parse(text, shape.range))
    yield.facts += facts
    guard facts.isEmpty else { return }
    yield.remark(
      .warning, "unplaced-standards", file: source.name,
      "it names neither account nor region, so it proves nothing",
      remedy: "Give both in assessment.yaml under evidence, or with --evidence-account and "
        + "--evidence-region.")
  }

  private mutating func readLens(_ shape: JSONShape) throws(JSONError) {
    _ = try parser.parse(text, shape.range)
    yield.add(kind: "custom lens, no evidence")
    yield.remark(
      .note, "lens-as-evidence", file: source.name,
      "is a custom lens; lenses are not read from the evidence by this version")
  }

  private mutating func readUnsupported(_ name: String, _ range: Range<Int>) throws(JSONError) {
    _ = try parser.parse(text, range)
    unsupported(name)
  }

  private mutating func unsupported(_ name: String) {
    yield.add(kind: "\(name) (not read by this version)")
    yield.remark(
      .warning, "unsupported-format", file: source.name,
      "holds \(name), which this version does not read")
  }
}
