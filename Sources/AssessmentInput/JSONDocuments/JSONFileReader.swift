import AssessmentModel
import JSON

/// Reads a JSON file of any kind: one document, or several one after the other.
///
/// Lists of findings are parsed record by record; the findings go to a `FindingDecoder`, all else
/// into `yield`.
struct JSONFileReader {
  /// Where a file stands, and what its findings are given that name no place.
  struct Origin {
    let name: String
    /// Number of the file in the evidence.
    let file: Int
    let placement: Placement
    let generatorIDs: [String: [String]]
    /// How many threads may read a long list.
    let threads: Int
  }

  let text: JSONText
  let source: Origin
  let parser: JSONParser
  var yield = FileYield()
  /// Findings that stand alone, one document each.
  var loneFindings = 0
  var loneFormat: RecordFormat?
  /// Whether answers in so-report's own form are in the file, to be read as YAML.
  var hasOfflineAnswers = false
  /// Likewise for results of Trusted Advisor.
  var hasOfflineAdvisor = false
  /// The first reason why a record was rejected.
  var firstRejection: (place: Int, problem: RecordProblem)?
  var decoded = 0
  var lines = LineCounter()
  /// Where a document stands that is neither a list nor an object.
  var loneScalar: Int?

  init(_ text: JSONText, _ source: Origin, parser: JSONParser) {
    self.parser = parser
    self.text = text
    self.source = source
  }

  /// Reads everything; throws when the file is not what it claims.
  mutating func read(into decoder: inout FindingDecoder) throws(FileProblem) {
    do {
      var scanner = JSONScanner(text)
      var isMixed = false
      while let kind = try scanner.advanceToTopLevelValue() {
        if loneFindings > 0, !isMixed {
          guard let stop = try readLoneFindings(from: scanner.offset, &decoder) else { break }
          isMixed = true
          scanner = JSONScanner(text, at: stop)
        } else if kind == .object, loneFindings == 0 {
          try readObject(try JSONShape(text, &scanner), &decoder)
        } else {
          let range = try scanner.skipValue()
          if try readAsFinding(range, &decoder) { continue }
          try readDocument(range, &decoder)
        }
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

  private mutating func finish() throws(FileProblem) {
    if let loneScalar { throw unknown(loneScalar, "is JSON, and neither a list nor an object") }
    if let loneFormat, loneFindings > 1 {
      yield.isExport = true
      yield.add(kind: "\(loneFormat.plural) (one after the other)")
    } else if let loneFormat {
      yield.add(kind: loneFormat.singular)
    }
    guard !yield.kinds.isEmpty || hasOfflineAnswers || hasOfflineAdvisor else {
      throw FileProblem("empty-file", at: 0, in: text, "there is no JSON in it")
    }
    try finishAdvisor()
    guard let first = firstRejection, decoded == 0, yield.metadata == 0 else { return }
    throw FileProblem(
      "no-findings", at: first.place, in: text,
      "none of its \(yield.rejected) records is a "
        + (yield.hasConfigResults ? "result of AWS Config" : "finding") + "; the first: "
        + (first.problem.pointer.isEmpty ? "" : "at \(first.problem.pointer) ")
        + first.problem.summary)
  }
}

// MARK: - Documents

extension JSONFileReader {
  /// Reads a document behind lone findings as one more of them, without looking at its shape.
  mutating func readAsFinding(
    _ range: Range<Int>, _ decoder: inout FindingDecoder
  ) throws(JSONError) -> Bool {
    guard loneFindings > 0 else { return false }
    let value = try parser.parse(text, range)
    guard Self.isLoneFinding(value) else { return false }
    loneFindings += 1
    decode(value, at: range.lowerBound, &decoder)
    return true
  }

  mutating func readDocument(
    _ range: Range<Int>, _ decoder: inout FindingDecoder
  ) throws {
    var scanner = JSONScanner(text, at: range.lowerBound)
    switch try scanner.advanceToTopLevelValue() {
    case .object: try readObject(try JSONShape(text, range), &decoder)
    case .array: try readList(range, &decoder)
    default:
      _ = try parser.parse(text, range)
      if loneFindings > 0 {
        reject(
          yield.nextRecord(), at: range.lowerBound,
          RecordProblem(pointer: "", summary: "expected a finding, an object"))
      } else {
        loneScalar = loneScalar ?? range.lowerBound
      }
    }
  }

  mutating func readObject(
    _ shape: JSONShape, _ decoder: inout FindingDecoder
  ) throws {
    guard let kind = DocumentKind(shape) else {
      _ = try parser.parse(text, shape.range)
      return try rejectUnknown(shape)
    }
    if kind.isEnvelope { try refuseConflicts(shape) }
    switch kind {
    case .findings(let list, let name): try readExport(list, name, shape, &decoder)
    case .finding:
      let value = try parser.parse(text, shape.range)
      if loneFindings == 0 { loneFormat = RecordFormat(value) }
      loneFindings += 1
      decode(value, at: shape.range.lowerBound, &decoder)
    case .event(let detail): try readEvent(shape, detail, &decoder)
    case .recording(let data):
      try checkMembers(of: shape, except: data)
      let inner = try JSONShape(text, data.range)
      guard inner["status_code"] == nil else { return try rejectUnknown(inner) }
      try readObject(inner, &decoder)
    case .enablement(let kind): try readEnablement(kind, shape)
    case .config(let kind, let list): try readConfig(kind, list, shape, &decoder.table)
    case .wellArchitected(let kind):
      let document = try parser.parse(text, shape.range)
      guard kind.fits(document) else { return try rejectUnknown(shape) }
      try refuseConflicts(document, at: shape.range.lowerBound)
      yield.add(kind: kind.name)
      let reader = WellArchitectedReader(file: source.file, name: source.name)
      reader.read(kind, document, into: &yield)
    case .organization(let kind): try readOrganization(kind, shape)
    case .insightResults: try readInsightResults(shape)
    case .insights: try readInsights(shape)
    case .offlineAnswers:
      _ = try parser.parse(text, shape.range)
      hasOfflineAnswers = true
    case .lens: try readLens(shape)
    case .advisor(let kind): try readAdvisor(kind, shape, &decoder)
    case .offlineAdvisor:
      _ = try parser.parse(text, shape.range)
      hasOfflineAdvisor = true
    case .known(let known): try readKnown(known, shape, &decoder)
    }
  }

  /// An object of no known kind: one more record behind lone findings, else no evidence.
  mutating func rejectUnknown(_ shape: JSONShape) throws(FileProblem) {
    let keys = shape.members.prefix(5).map { "\"\($0.key)\"" }.joined(separator: ", ")
    guard loneFindings == 0 else {
      let summary = "expected a finding, found an object with the keys \(keys)"
      reject(
        yield.nextRecord(), at: shape.range.lowerBound,
        RecordProblem(pointer: "", summary: summary))
      return
    }
    throw unknown(
      shape.range.lowerBound,
      "is JSON of no known kind"
        + (keys.isEmpty ? ": an empty object" : ": it begins with the keys \(keys)"))
  }

  /// Counts the record of that number, which begins at an offset, as rejected.
  mutating func reject(_ number: Int, at offset: Int, _ problem: RecordProblem) {
    if firstRejection == nil { firstRejection = (offset, problem) }
    yield.reject(
      number, at: lines.point(of: offset, in: text), pointer: problem.pointer, problem.summary,
      file: source.name)
  }

  /// Refuses a document that names one of its members twice with different values: one of them would
  /// go unread.
  func refuseConflicts(_ shape: JSONShape) throws(FileProblem) {
    guard let member = shape.conflict(in: text) else { return }
    throw Self.conflict(member.key, at: member.range.lowerBound, in: text)
  }

  /// The same for all that is in a document.
  func refuseConflicts(_ document: JSONValue, at offset: Int) throws(FileProblem) {
    guard let conflict = document.firstConflict() else { return }
    throw Self.conflict(conflict.pointer, at: offset, in: text)
  }

  private static func conflict(_ key: String, at offset: Int, in text: JSONText) -> FileProblem {
    FileProblem(
      "repeated-key", at: offset, in: text,
      "expected each key once, found \(key) twice with different values",
      remedy: "Find out which one is meant and remove the other, or export it again.")
  }

  /// Parses what lies beside a list, which is only passed over otherwise.
  func checkMembers(
    of shape: JSONShape, except list: JSONShape.Member
  ) throws(JSONError) {
    for member in shape.members where member.range != list.range {
      _ = try parser.parse(text, member.range)
    }
  }

  func unknown(_ offset: Int, _ summary: String) -> FileProblem {
    FileProblem(
      "unknown-json", at: offset, in: text, summary,
      remedy: "Expected findings of Security Hub, its lists of enabled standards and controls, "
        + "results of AWS Config and Trusted Advisor, or answers of the Well-Architected Tool.")
  }
}
