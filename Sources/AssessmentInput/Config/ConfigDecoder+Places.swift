import AssessmentModel
import JSON

// Where a result belongs, and what its resource is called (rules.md 2).
extension ConfigDecoder {
  /// The resource of a result of a whole rule is the account.
  mutating func placeRule(
    _ record: ConfigRecord, _ row: inout Record, _ table: inout RecordTable
  ) {
    row.account = account(of: record, &table)
    row.region = region(of: record, &table)
    guard !row.account.isNone else { return }
    row.resourceType = table.strings.intern(ConfigResource.account)
    row.resource = arn(row.account, of: row, &table)
  }

  /// An id that is an ARN, or that says nothing of the ARN, stays as it is.
  mutating func placeResource(
    _ record: ConfigRecord, _ row: inout Record, _ table: inout RecordTable
  ) throws(RecordProblem) {
    let key = "ResourceId"
    row.resource = table.intern(record.evaluated(key))
    if row.resource.isNone {
      throw record.expected("the resource's id, a string", evaluated: key)
    }
    row.resourceType = table.intern(record.evaluated("ResourceType"))
    row.account = account(of: record, &table)
    row.region = region(of: record, &table)
    let isAccount = record.evaluatesAccount
    let isID = record.evaluated(key)?.withUTF8 { bytes in
      isAccount ? bytes.isAccount(0..<bytes.count) : !bytes.has("arn:")
    }
    if isID ?? false { row.resource = arn(row.resource, of: row, &table) }
  }

  /// The account that the record, its resource, or the placement names.
  private func account(of record: ConfigRecord, _ table: inout RecordTable) -> StringID {
    func digits(_ value: JSONValue?) -> StringID? {
      let id = value?.withUTF8 { bytes -> StringID? in
        bytes.isAccount(0..<bytes.count) ? table.strings.intern(bytes) : nil
      }
      return id ?? nil
    }
    if let account = digits(record["AccountId"]) { return account }
    let resource = record.evaluated("ResourceId")
    if record.evaluatesAccount, let account = digits(resource) { return account }
    let field = resource?.withUTF8 { bytes -> StringID? in
      guard let range = bytes.arnField(4), bytes.isAccount(range) else { return nil }
      return table.strings.intern(bytes.extracting(range))
    }
    return (field ?? nil) ?? table.strings.intern(placement.account ?? "")
  }

  /// The region that the record, its resource, or the placement names.
  private mutating func region(of record: ConfigRecord, _ table: inout RecordTable) -> StringID {
    let told = table.intern(record["AwsRegion"])
    if isRegion(told, table) { return told }
    let field = record.evaluated("ResourceId")?.withUTF8 { bytes in
      bytes.arnField(3).map { table.strings.intern(bytes.extracting($0)) }
    }
    if let region = field ?? nil, isRegion(region, table) { return region }
    return table.strings.intern(placement.region ?? "")
  }

  private mutating func isRegion(_ id: StringID, _ table: RecordTable) -> Bool {
    regionCodes.contains(id, in: table.strings)
  }

  /// The ARN of an id, or the id where it does not stand in the ARN.
  private mutating func arn(
    _ id: StringID, of row: Record, _ table: inout RecordTable
  ) -> StringID {
    let key = ARNKey(type: row.resourceType, account: row.account, region: row.region)
    let parts = arnParts[key] ?? makeParts(key, table)
    arnParts[key] = .some(parts)
    guard let parts else { return id }
    var bytes = parts.before
    table.strings.withUTF8(of: id) { text in
      for index in text.indices { bytes.append(text[index]) }
    }
    bytes += parts.after
    return table.strings.intern(bytes.span)
  }

  private func makeParts(_ key: ARNKey, _ table: RecordTable) -> ARNParts? {
    ConfigResource.arnParts(
      of: table.strings[key.type], account: table.strings[key.account],
      region: table.strings[key.region]
    ).map { ARNParts(before: Array($0.before.utf8), after: Array($0.after.utf8)) }
  }
}
