import AssessmentModel
import JSON

// Where a finding belongs (rules.md 2).
extension FindingDecoder {
  private static let accountPrefix = "AWS::::Account:"

  /// The account that the record, its resource, the ARN in its id, or the placement names.
  mutating func account(
    of finding: JSONValue, _ resources: FindingResources, _ placement: Placement
  ) -> StringID {
    if let told = finding["AwsAccountId"] {
      if let account = account(in: told) { return account }
      if let number = told.int, (0...999_999_999_999).contains(number) {
        let digits = String(number)
        return table.strings.intern(String(repeating: "0", count: 12 - digits.count) + digits)
      }
    }
    for place in [resources.first?["Id"], finding["Id"]] {
      if let account = place.flatMap({ account(in: $0) }) { return account }
    }
    return table.strings.intern(placement.account ?? "")
  }

  /// The region that the record, its resource, an ARN, or the placement names; what has not the
  /// form of a region code names none.
  mutating func region(
    of finding: JSONValue, _ resources: FindingResources, _ placement: Placement
  ) -> StringID {
    for place in [finding["Region"], resources.first?["Region"]] {
      let region = intern(place)
      if isRegion(region) { return region }
    }
    for arn in [finding["ProductArn"], finding["Id"]] {
      let region = arn?.withUTF8 { bytes in
        bytes.arnField(3).map { table.strings.intern(bytes.extracting($0)) }
      }
      if let region = region ?? nil, isRegion(region) { return region }
    }
    return table.strings.intern(placement.region ?? "")
  }

  private mutating func isRegion(_ id: StringID) -> Bool {
    if id.isNone { return false }
    if let known = regionCodes[id] { return known }
    let isCode = Region.isCode(table.strings[id])
    regionCodes[id] = isCode
    return isCode
  }

  /// Adds one row for each resource; a finding without resources is about its account.
  mutating func append(_ resources: FindingResources, of finding: JSONValue, _ row: Record) {
    var row = row
    for resource in resources.elements {
      row.resource = canonical(resource, of: finding, row)
      row.resourceType = intern(resource["Type"])
      table.rows.append(row)
    }
    guard resources.elements.isEmpty else { return }
    row.resource = row.account.isNone ? .none : root(of: row.account, nil, finding, row)
    table.rows.append(row)
  }

  /// The id of a resource in its one form: whatever stands for an account becomes its root's ARN.
  private mutating func canonical(
    _ resource: JSONValue, of finding: JSONValue, _ row: Record
  ) -> StringID {
    let account = resource["Id"]?.withUTF8 { bytes -> StringID? in
      if bytes.has(Self.accountPrefix) {
        let range = Self.accountPrefix.utf8.count..<bytes.count
        return bytes.isAccount(range) ? table.strings.intern(bytes.extracting(range)) : nil
      }
      let isBare = row.source == .prowler && bytes.isAccount(0..<bytes.count)
      return isBare ? table.strings.intern(bytes) : nil
    }
    guard let account = account ?? nil else { return intern(resource["Id"]) }
    return root(of: account, resource["Partition"], finding, row)
  }

  private mutating func root(
    of account: StringID, _ partition: JSONValue?, _ finding: JSONValue, _ row: Record
  ) -> StringID {
    var partition = name(partition)
    if partition.isNone {
      let told = finding["ProductArn"]?.withUTF8 { bytes in
        bytes.arnField(1).map { names.intern(bytes.extracting($0)) }
      }
      partition = (told ?? nil) ?? names.intern(Region.partition(of: table.strings[row.region]))
    }
    let key = RootKey(account: account, partition: partition)
    if let known = roots[key] { return known }
    let arn = "arn:\(names[partition]):iam::\(table.strings[account]):root"
    let id = table.strings.intern(arn)
    roots[key] = id
    return id
  }

  /// The account in `AWS::::Account:n`, in an ARN, or in bare digits.
  private mutating func account(in value: JSONValue) -> StringID? {
    let account = value.withUTF8 { bytes -> StringID? in
      var range = 0..<bytes.count
      if bytes.has(Self.accountPrefix) {
        range = Self.accountPrefix.utf8.count..<bytes.count
      } else if let field = bytes.arnField(4) {
        range = field
      }
      return bytes.isAccount(range) ? table.strings.intern(bytes.extracting(range)) : nil
    }
    return account ?? nil
  }
}
