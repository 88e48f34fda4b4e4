import AssessmentModel
import JSON

/// Makes rows of findings in the AWS Security Finding Format and in OCSF; only what the model keeps
/// is read.
///
/// Reuse one for all files: it holds their strings once. Nothing here makes a `String` for each
/// finding; what is named by few findings is kept in caches.
struct FindingDecoder {
  /// The rows so far.
  var table = RecordTable()
  /// Texts that are compared and never shown.
  var names = StringTable()
  var references: [ReferenceKey: UInt32] = [:]
  var standardNames: [StringID: StringID] = [:]
  var roots: [RootKey: StringID] = [:]
  var regionCodes = RegionCodes()
  var buffer: [UInt8] = []

  /// What became of a record.
  enum Decoded { case rows, metadata }

  /// Adds the rows of one finding in any of its formats, one for each of its resources.
  mutating func decode(
    _ finding: JSONValue, number: Int, file: Int, placement: Placement
  ) throws(RecordProblem) -> Decoded {
    guard finding.kind == .object else {
      throw RecordProblem(pointer: "", summary: "expected a finding, an object")
    }
    try finding.refuseConflicts(in: .asff)
    var row = Record()
    row.file = UInt32(file)
    row.number = UInt32(number)
    if ForeignFormat.isOCSF(finding) { return try decodeOCSF(finding, row, placement) }
    try decodeASFF(finding, row, placement)
    return .rows
  }

  private mutating func decodeASFF(
    _ finding: JSONValue, _ row: Record, _ placement: Placement
  ) throws(RecordProblem) {
    let resources = try FindingResources(finding)
    var row = row
    row.id = intern(finding["Id"])
    guard !row.id.isNone else {
      throw RecordProblem(pointer: "/Id", summary: "expected the finding's id, a string")
    }
    try readTimes(of: finding, into: &row)
    readResult(of: finding, into: &row)
    readTexts(of: finding, into: &row)
    let fields = finding["ProductFields"]
    readSource(of: finding, fields, into: &row)
    row.account = account(of: finding, resources, placement)
    row.region = region(of: finding, resources, placement)
    append(resources, of: finding, row)
  }

  /// Takes back all rows from `count` on.
  mutating func removeRows(from count: Int) {
    table.rows.removeLast(table.rows.count - count)
  }

  // MARK: Parts

  private func readTimes(of finding: JSONValue, into row: inout Record) throws(RecordProblem) {
    row.created = FindingTime(finding["CreatedAt"]).orUndated
    row.firstObserved = FindingTime(finding["FirstObservedAt"]).orUndated
    switch FindingTime(finding["UpdatedAt"]) {
    case .seconds(let seconds): row.updated = seconds
    case .unreadable:
      throw RecordProblem(
        pointer: "/UpdatedAt", summary: "expected a time such as 2026-11-20T10:11:12Z")
    case .absent:
      let observed = FindingTime(finding["LastObservedAt"]).orUndated
      row.updated = observed == Record.undated ? row.created : observed
    }
  }

  private func readResult(of finding: JSONValue, into row: inout Record) {
    row.status = FindingStatus.read(finding["Compliance", "Status"])
    row.isArchived = finding["RecordState"]?.isString("ARCHIVED") ?? false
    row.isSuppressed = finding["Workflow", "Status"]?.isString("SUPPRESSED") ?? false
    row.severity = FindingSeverity.read(finding)
  }

  private mutating func readTexts(of finding: JSONValue, into row: inout Record) {
    row.title = intern(finding["Title"])
    row.note = intern(finding["Note", "Text"])
    row.reason = reason(of: finding)
    row.parameters = parameters(
      finding["Compliance", "SecurityControlParameters"], name: "Name", value: "Value")
  }

  /// The parameters of a control, of which each has a name and a list of values.
  mutating func parameters(_ list: JSONValue?, name: String, value: String) -> StringID {
    guard let list else { return .none }
    let named = list.elements.map { parameter in
      (parameter[name]?.string ?? "", parameter[value]?.elements.map(Self.text) ?? [])
    }
    return table.strings.intern(
      Parameters.text(Dictionary(named, uniquingKeysWith: { first, _ in first })))
  }

  /// A parameter's value as text, whatever its type.
  private static func text(_ value: JSONValue) -> String {
    value.string ?? value.bool.map { String($0) } ?? value.int.map { String($0) }
      ?? value.double.map { String($0) } ?? "?"
  }

  private mutating func readSource(
    of finding: JSONValue, _ fields: JSONValue?, into row: inout Record
  ) {
    let product = FindingProduct(finding, fields: fields)
    row.source = product == .prowler ? .prowler : .securityHub
    row.form =
      product == .prowler ? .asff : isConsolidated(finding) ? .consolidated : .perStandard
    if product == .securityHub { row.standards = standards(of: finding, fields) }
    row.reference = reference(of: finding, fields, product)
  }

  private func isConsolidated(_ finding: JSONValue) -> Bool {
    finding["GeneratorId"]?.withUTF8 { $0.has("security-control/") } ?? false
      || finding["Id"]?.withUTF8 { $0.contains(":security-control/") } ?? false
  }

  /// `CODE: text` of each reason, or the annotation of older findings.
  private mutating func reason(of finding: JSONValue) -> StringID {
    buffer.removeAll(keepingCapacity: true)
    if let reasons = finding["Compliance", "StatusReasons"] {
      for reason in reasons.elements {
        appendReason(reason["ReasonCode"], reason["Description"])
      }
    }
    if buffer.isEmpty { append(finding["ProductFields", "aws/securityhub/annotation"]) }
    return internBuffer()
  }

  /// Appends `CODE: text`, behind a semicolon where it is not the first reason.
  mutating func appendReason(_ code: JSONValue?, _ text: JSONValue?) {
    if !buffer.isEmpty { buffer.append(contentsOf: "; ".utf8) }
    let start = buffer.count
    append(code)
    guard let text else { return }
    if buffer.count > start { buffer.append(contentsOf: ": ".utf8) }
    append(text)
  }

  /// Standards in which the control is on, joined by spaces.
  private mutating func standards(of finding: JSONValue, _ fields: JSONValue?) -> StringID {
    buffer.removeAll(keepingCapacity: true)
    if let associated = finding["Compliance", "AssociatedStandards"] {
      for standard in associated.elements {
        if !buffer.isEmpty { buffer.append(UInt8(ascii: " ")) }
        append(standard["StandardsId"])
      }
    }
    return buffer.isEmpty ? standard(of: finding, fields) : internBuffer()
  }

  // MARK: Strings

  /// The identifier of a string value in the table; none for other kinds.
  mutating func intern(_ value: JSONValue?) -> StringID {
    table.intern(value)
  }

  /// The identifier of a string value among the texts that are only compared.
  mutating func name(_ value: JSONValue?) -> StringID {
    value?.withUTF8 { names.intern($0) } ?? .none
  }

  mutating func internBuffer() -> StringID {
    let bytes = buffer
    return table.strings.intern(bytes.span)
  }

  mutating func append(_ value: JSONValue?) {
    _ = value?.withUTF8 { bytes in
      for index in bytes.indices { buffer.append(bytes[index]) }
    }
  }
}
