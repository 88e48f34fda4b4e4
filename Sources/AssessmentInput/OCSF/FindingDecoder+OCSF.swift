import AssessmentModel
import JSON

// Records in OCSF: of Security Hub, of Security Lake and of Prowler.
extension FindingDecoder {
  /// Adds the rows of one record; what is no finding, and what Security Hub says of its own
  /// coverage, is metadata.
  mutating func decodeOCSF(
    _ value: JSONValue, _ row: Record, _ placement: Placement
  ) throws(RecordProblem) -> Decoded {
    try value.refuseConflicts(in: .ocsf)
    let record = OCSFRecord(value)
    let product = OCSFProduct(record)
    switch product {
    case .event, .coverage: return .metadata
    case .securityHub, .prowler, .other: break
    }
    let resources = try OCSFResources(record, mayLackName: product == .prowler)
    var row = row
    row.id = intern(record.info?["uid"])
    guard !row.id.isNone else {
      throw RecordProblem(
        pointer: "/finding_info/uid", summary: "expected the finding's id, a string")
    }
    try readTimes(of: record, into: &row)
    row.severity = OCSFSeverity.read(record)
    row.title = intern(record.info?["title"])
    row.isSuppressed = OCSFWorkflow(record) == .suppressed
    row.isArchived = OCSFWorkflow(record) == .archived
    switch product {
    case .prowler: readProwler(record, into: &row)
    case .securityHub: readControl(record, into: &row)
    case .other, .coverage, .event:
      row.reference = otherReference(name(record.product?["uid"]), name(record.product?["name"])) {
        OCSFProduct.name(record)
      }
    }
    place(record, resources, placement, into: &row)
    append(resources, of: record, row)
    return .rows
  }

  // MARK: Times

  /// A record is as new as the newer of `modified_time` and `last_seen_time`, which are Security
  /// Hub's UpdatedAt and LastObservedAt, else as its `time`.
  private func readTimes(of record: OCSFRecord, into row: inout Record) throws(RecordProblem) {
    let info = record.info
    row.created =
      FindingTime(info?["created_time"], text: info?["created_time_dt"]).orUndated
    row.firstObserved =
      FindingTime(info?["first_seen_time"], text: info?["first_seen_time_dt"]).orUndated
    let modified = try Self.readable(
      FindingTime(info?["modified_time"], text: info?["modified_time_dt"]), "modified_time")
    let seen = try Self.readable(
      FindingTime(info?["last_seen_time"], text: info?["last_seen_time_dt"]), "last_seen_time")
    row.updated = max(modified, seen)
    guard row.updated == Record.undated else { return }
    let value = record.value
    // Prowler 4.0 to 4.2 wrote event_time.
    let time = FindingTime(value["time"].present ?? value["event_time"], text: value["time_dt"])
    if time == .unreadable { throw Self.unreadable("/time") }
    row.updated = time == .absent ? row.created : time.orUndated
  }

  private static func readable(
    _ time: FindingTime, _ name: String
  ) throws(RecordProblem) -> Int64 {
    if time == .unreadable { throw unreadable("/finding_info/\(name)") }
    return time.orUndated
  }

  private static func unreadable(_ pointer: String) -> RecordProblem {
    RecordProblem(
      pointer: pointer,
      summary: "expected a time, such as 1762155117235 or 2026-11-20T10:11:12Z")
  }

  // MARK: Places

  private mutating func place(
    _ record: OCSFRecord, _ resources: OCSFResources, _ placement: Placement, into row: inout Record
  ) {
    let (cloud, id) = (record.cloud, record.info?["uid"])
    row.account = account(
      told: cloud?["account", "uid"].present ?? cloud?["account_uid"],
      [resources.first?["owner", "account", "uid"], resources.elements.first?.id, id], placement)
    row.region = region(
      told: [cloud?["region"], resources.first?["region"]], arns: [record.product?["uid"], id],
      placement)
  }

  /// Adds one row for each resource; a record without resources is about its account.
  private mutating func append(
    _ resources: OCSFResources, of record: OCSFRecord, _ row: Record
  ) {
    var row = row
    for resource in resources.elements {
      row.resource = canonical(
        resource.id, resource.value["cloud_partition"], product: record.product?["uid"],
        takesDigits: true, row)
      row.resourceType = intern(resource.value["type"])
      table.rows.append(row)
    }
    guard resources.elements.isEmpty else { return }
    row.resource =
      row.account.isNone
      ? .none
      : root(of: row.account, record.cloud?["cloud_partition"], record.product?["uid"], row)
    table.rows.append(row)
  }
}
