import AssessmentModel
import JSON

// The outputs of AWS Config.
extension JSONFileReader {
  /// Reads an output whose list is a member of an object.
  mutating func readConfig(
    _ kind: ConfigKind, _ list: JSONShape.Member, _ shape: JSONShape,
    _ table: inout RecordTable
  ) throws {
    try checkMembers(of: shape, except: list)
    let spelling = ConfigSpelling(list: list.key)
    let pack = try string(shape[spelling.key("ConformancePackName")])
    try readConfig(kind, spelling, list.range, pack: pack, hasNext: shape.hasNextPage, &table)
  }

  /// Reads a list of an output's elements.
  mutating func readConfig(
    _ kind: ConfigKind, _ spelling: ConfigSpelling, _ list: Range<Int>, pack: String = "",
    hasNext: Bool = false, _ table: inout RecordTable
  ) throws {
    yield.add(kind: kind.name)
    switch kind {
    case .rules: try readConfigRules(list, spelling)
    case .complianceByResource: try countConfigResources(list)
    default:
      let decoder = ConfigDecoder(
        kind, spelling, file: source.file, placement: source.placement)
      let start = table.rows.count
      try readConfigResults(list, decoder, &table)
      noteConfigList(kind, table.rows[start...], table, pack: pack, hasNext: hasNext)
    }
  }

  // MARK: Results

  private mutating func readConfigResults(
    _ list: Range<Int>, _ decoder: ConfigDecoder, _ table: inout RecordTable
  ) throws {
    var decoder = decoder
    try readElements(of: list) { reader, value, offset in
      guard !decoder.isProactive(value) else {
        reader.yield.addMetadata(1)
        reader.yield.remark(
          .note, "proactive-results", file: reader.source.name,
          "proactive results look at resources before they are there, and count as metadata")
        return
      }
      reader.decode(value, at: offset, with: &decoder, into: &table)
    }
  }

  /// Decodes one result, or counts it as rejected.
  mutating func decode(
    _ result: JSONValue, at offset: Int, with decoder: inout ConfigDecoder,
    into table: inout RecordTable
  ) {
    let number = yield.nextRecord()
    do throws(RecordProblem) {
      try result.refuseConflicts()
      try decoder.decode(result, number: number, into: &table)
      decoded += 1
    } catch {
      reject(number, at: offset, error)
    }
  }

  /// Parses the elements of a list one by one, and gives back the memory of what is read.
  private mutating func readElements(
    of list: Range<Int>, _ read: (inout Self, JSONValue, Int) -> Void
  ) throws {
    var scanner = JSONScanner(text, at: list.lowerBound)
    _ = try scanner.advanceToTopLevelValue()
    scanner.enter()
    var start = list.lowerBound
    while let element = try scanner.nextElement() {
      read(&self, try parser.parse(text, element), element.lowerBound)
      guard element.upperBound - start >= FindingsChunk.size else { continue }
      text.release(start..<element.upperBound)
      start = element.upperBound
    }
  }

  /// Notes what the rows of one list have in common.
  private mutating func noteConfigList(
    _ kind: ConfigKind, _ rows: ArraySlice<Record>, _ table: RecordTable, pack: String,
    hasNext: Bool
  ) {
    yield.hasConfigResults = true
    warnOfUnplaced(rows)
    guard let first = rows.first, let last = rows.last else { return }
    let hasOneRule = rows.allSatisfy { $0.reference == first.reference }
    let hasOneResource = rows.allSatisfy {
      $0.resource == first.resource && $0.resourceType == first.resourceType
    }
    if kind == .results, !hasOneRule || hasOneResource {
      yield.configLists.append(
        ConfigList(
          file: source.file, records: Int(first.number)...Int(last.number),
          subject: hasOneRule ? .ruleOrResource : .resource))
    }
    var list = [kind.rawValue, pack]
    if kind == .results || kind == .aggregateResults {
      list += [hasOneRule ? Self.rule(of: first, table) : table.strings[first.resource]]
      list += [table.strings[first.account], table.strings[first.region]]
    }
    yield.endPage(of: list.joined(separator: "\n"), hasNext: hasNext)
  }

  private static func rule(of row: Record, _ table: RecordTable) -> String {
    if case .configRule(let name, _) = table.references[Int(row.reference)] { name } else { "" }
  }

  mutating func warnOfUnplaced(_ rows: some Collection<Record>) {
    let unplaced = rows.count { $0.account.isNone }
    yield.unplacedResults += unplaced
    let noAccount = unplaced > 0
    let noRegion = rows.contains { $0.region.isNone }
    guard noAccount || noRegion else { return }
    let what = noAccount && noRegion ? "account and region" : noAccount ? "account" : "region"
    yield.remark(
      .warning, "unplaced-results", file: source.name,
      "its results do not name their \(what), so "
        + (noAccount ? "they count for nothing" : "they count for no region in scope"),
      remedy: "Give both in assessment.yaml under evidence, or with --evidence-account and "
        + "--evidence-region.")
  }

  // MARK: Others

  private mutating func readConfigRules(_ list: Range<Int>, _ spelling: ConfigSpelling) throws {
    let rules = ConfigRulesReader(spelling)
    var (number, custom) = (0, 0)
    try readElements(of: list) { reader, value, _ in
      number += 1
      do throws(RecordProblem) {
        guard let fact = try rules.fact(of: value) else { return }
        reader.yield.configRules.append(fact)
        if fact.description.managed == nil { custom += 1 }
      } catch {
        reader.yield.warn(
          "malformed-rule", file: reader.source.name,
          at: .record(number, pointer: error.pointer), error.summary)
      }
    }
    yield.describe(
      count: number, "rule", custom == 0 ? "" : ", \(custom) of the account's own code")
  }

  /// Counts a list that tells of no rule which resource broke it.
  private mutating func countConfigResources(_ list: Range<Int>) throws {
    try readElements(of: list) { reader, _, _ in reader.yield.addMetadata(1) }
    yield.remark(
      .warning, "results-without-rule", file: source.name,
      "it says how resources comply and names no rule, so it proves nothing",
      remedy: "Export the results of each rule: "
        + "aws configservice get-compliance-details-by-config-rule.")
  }
}
