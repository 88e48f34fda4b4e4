import AssessmentModel
import JSON

/// Makes rows of AWS Config's results, one of each record of a list.
///
/// One decoder serves one table, because it keeps numbers of the table's strings. The row of a record
/// does not depend on the records before it.
struct ConfigDecoder {
  let kind: ConfigKind
  let spelling: ConfigSpelling
  /// Number of the file in the evidence.
  let file: Int
  let placement: Placement

  /// What an ARN has around an id depends on these.
  struct ARNKey: Hashable {
    let type: StringID
    let account: StringID
    let region: StringID
  }

  /// The parts of an ARN before and after an id.
  struct ARNParts {
    let before: [UInt8]
    let after: [UInt8]
  }

  /// References by the rule's name.
  private var references: [StringID: UInt32] = [:]
  /// Nil where the id does not stand in the ARN.
  var arnParts: [ARNKey: ARNParts?] = [:]
  var regionCodes = RegionCodes()

  init(_ kind: ConfigKind, _ spelling: ConfigSpelling, file: Int, placement: Placement) {
    self.kind = kind
    self.spelling = spelling
    self.file = file
    self.placement = placement
  }

  /// Whether an element looks at a resource before it is there, and is no record.
  func isProactive(_ element: JSONValue) -> Bool { ConfigRecord(element, spelling).isProactive }

  /// Adds the row of one element.
  mutating func decode(
    _ element: JSONValue, number: Int, into table: inout RecordTable
  ) throws(RecordProblem) {
    guard element.kind == .object else {
      throw RecordProblem(pointer: "", summary: "expected a result of AWS Config, an object")
    }
    let record = ConfigRecord(element, spelling)
    var row = Record()
    row.file = UInt32(file)
    row.number = UInt32(number)
    row.source = .config
    row.form = kind.form
    row.reference = try reference(of: record, &table)
    try readStatus(of: record, into: &row)
    row.reason = reason(of: record, row.status, &table)
    if kind.form == .byRule {
      placeRule(record, &row, &table)
    } else {
      row.updated = try time(of: record)
      try placeResource(record, &row, &table)
    }
    table.rows.append(row)
  }

  // MARK: Parts

  private mutating func reference(
    of record: ConfigRecord, _ table: inout RecordTable
  ) throws(RecordProblem) -> UInt32 {
    let key = "ConfigRuleName"
    let isOfRule = kind.form == .byRule
    let name = table.intern(isOfRule ? record[key] : record.evaluated(key))
    if name.isNone {
      let what = "the rule's name, a string"
      throw isOfRule ? record.expected(what, at: key) : record.expected(what, evaluated: key)
    }
    if let known = references[name] { return known }
    let number = table.intern(.configRule(table.strings[name]))
    references[name] = number
    return number
  }

  private func readStatus(
    of record: ConfigRecord, into row: inout Record
  ) throws(RecordProblem) {
    let key = "ComplianceType"
    let isNested = kind == .complianceByRule || kind == .aggregateComplianceByRule
    let value = isNested ? record["Compliance", key] : record[key]
    guard let status = value.flatMap(ConfigStatus.init) else {
      throw isNested
        ? record.expected(ConfigStatus.words, at: "Compliance", key)
        : record.expected(ConfigStatus.words, at: key)
    }
    status.apply(to: &row)
  }

  /// The annotation, how many resources fail a whole rule, or that nothing was evaluated.
  private func reason(
    of record: ConfigRecord, _ status: Record.Status, _ table: inout RecordTable
  ) -> StringID {
    let annotation = table.intern(record["Annotation"])
    guard annotation.isNone else { return annotation }
    switch status {
    case .failed: return table.strings.intern(contributors(to: record) ?? "")
    case .notAvailable: return table.strings.intern("nothing has been evaluated")
    default: return .none
    }
  }

  /// `25 or more resources do not comply`: AWS counts up to a limit that it does not name.
  private func contributors(to record: ConfigRecord) -> String? {
    guard let count = record["Compliance", "ComplianceContributorCount"],
      let number = count[spelling.key("CappedCount")]?.int
    else { return nil }
    if count[spelling.key("CapExceeded")]?.bool ?? false {
      return "\(number) or more resources do not comply"
    }
    return number == 1 ? "1 resource does not comply" : "\(number) resources do not comply"
  }

  private func time(of record: ConfigRecord) throws(RecordProblem) -> Int64 {
    let key = "ResultRecordedTime"
    switch FindingTime(record[key]) {
    case .absent: return Record.undated
    case .seconds(let seconds): return seconds
    case .unreadable: throw record.expected("a time such as 2026-11-20T10:11:12Z", at: key)
    }
  }
}

extension RecordTable {
  /// The identifier of a string value; none for other kinds.
  mutating func intern(_ value: JSONValue?) -> StringID {
    value?.withUTF8 { strings.intern($0) } ?? .none
  }
}
