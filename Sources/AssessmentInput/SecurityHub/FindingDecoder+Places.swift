import AssessmentModel
import JSON

// Where a finding belongs (rules.md 2).
extension FindingDecoder {
  private static let accountPrefix = "AWS::::Account:"

  /// The account that the record, its resource, the ARN in its id, or the placement names.
  mutating func account(
    of finding: JSONValue, _ resources: FindingResources, _ placement: Placement
  ) -> StringID {
    account(
      told: finding["AwsAccountId"], [resources.first?["Id"], finding["Id"]], placement)
  }

  /// The account that a record tells, or the first of some resources and ids, or the placement.
  mutating func account(
    told: JSONValue?, _ places: [JSONValue?], _ placement: Placement
  ) -> StringID {
    if let told {
      if let account = account(in: told) { return account }
      if let number = told.int, let account = account(number: number) { return account }
    }
    for place in places {
      if let account = place.flatMap({ account(in: $0) }) { return account }
    }
    return table.strings.intern(placement.account ?? "")
  }

  /// The account of a number, which has lost its leading zeros; nil when it has too many digits.
  mutating func account(number: Int) -> StringID? {
    guard (0...999_999_999_999).contains(number) else { return nil }
    let digits = String(number)
    return table.strings.intern(String(repeating: "0", count: 12 - digits.count) + digits)
  }

  /// The region that the record, its resource, an ARN, or the placement names; what has not the
  /// form of a region code names none.
  mutating func region(
    of finding: JSONValue, _ resources: FindingResources, _ placement: Placement
  ) -> StringID {
    region(
      told: [finding["Region"], resources.first?["Region"]],
      arns: [finding["ProductArn"], finding["Id"]], placement)
  }

  /// The first region that is told, or that an ARN or the placement names.
  mutating func region(
    told: [JSONValue?], arns: [JSONValue?], _ placement: Placement
  ) -> StringID {
    for place in told {
      let region = intern(place)
      if isRegion(region) { return region }
    }
    for arn in arns {
      let region = arn?.withUTF8 { bytes in
        bytes.arnField(3).map { table.strings.intern(bytes.extracting($0)) }
      }
      if let region = region ?? nil, isRegion(region) { return region }
    }
    return table.strings.intern(placement.region ?? "")
  }

  mutating func isRegion(_ id: StringID) -> Bool {
    regionCodes.contains(id, in: table.strings)
  }

  /// Adds one row for each resource; a finding without resources is about its account.
  mutating func append(_ resources: FindingResources, of finding: JSONValue, _ row: Record) {
    var row = row
    for resource in resources.elements {
      row.resource = canonical(
        resource["Id"], resource["Partition"], product: finding["ProductArn"],
        takesDigits: row.source == .prowler, row)
      row.resourceType = intern(resource["Type"])
      table.rows.append(row)
    }
    guard resources.elements.isEmpty else { return }
    row.resource =
      row.account.isNone ? .none : root(of: row.account, nil, finding["ProductArn"], row)
    table.rows.append(row)
  }

  /// The id of a resource in its one form: whatever stands for an account becomes its root's ARN,
  /// bare digits only where `takesDigits`.
  mutating func canonical(
    _ id: JSONValue?, _ partition: JSONValue?, product: JSONValue?, takesDigits: Bool,
    _ row: Record
  ) -> StringID {
    let account = id?.withUTF8 { self.account(standingIn: $0, takesDigits: takesDigits) }
    guard let account = account ?? nil else { return intern(id) }
    return root(of: account, partition, product, row)
  }

  /// The account that a resource's id stands for; nil when the resource is none.
  mutating func account(
    standingIn bytes: borrowing Span<UInt8>, takesDigits: Bool
  ) -> StringID? {
    if bytes.has(Self.accountPrefix) {
      let range = Self.accountPrefix.utf8.count..<bytes.count
      return bytes.isAccount(range) ? table.strings.intern(bytes.extracting(range)) : nil
    }
    guard takesDigits, bytes.isAccount(0..<bytes.count) else { return nil }
    return table.strings.intern(bytes.extracting(0..<bytes.count))
  }

  /// The root of an account, in the partition that is told, that of a product's ARN, or that of the
  /// row's region.
  mutating func root(
    of account: StringID, _ partition: JSONValue?, _ product: JSONValue?, _ row: Record
  ) -> StringID {
    var partition = name(partition)
    if partition.isNone {
      let told = product?.withUTF8 { bytes in
        bytes.arnField(1).map { names.intern(bytes.extracting($0)) }
      }
      partition = (told ?? nil) ?? .none
    }
    return root(of: account, partition, row)
  }

  /// The root of an account in a partition, an identifier of the names; none means that of the row's
  /// region.
  mutating func root(of account: StringID, _ partition: StringID, _ row: Record) -> StringID {
    let partition =
      partition.isNone
      ? names.intern(Region.partition(of: table.strings[row.region])) : partition
    let key = RootKey(account: account, partition: partition)
    if let known = roots[key] { return known }
    let arn = "arn:\(names[partition]):iam::\(table.strings[account]):root"
    let id = table.strings.intern(arn)
    roots[key] = id
    return id
  }

  /// The account in `AWS::::Account:n`, in an ARN, or in bare digits.
  private mutating func account(in value: JSONValue) -> StringID? {
    let account = value.withUTF8 { self.account(in: $0) }
    return account ?? nil
  }

  /// The account in such bytes.
  mutating func account(in bytes: borrowing Span<UInt8>) -> StringID? {
    var range = 0..<bytes.count
    if bytes.has(Self.accountPrefix) {
      range = Self.accountPrefix.utf8.count..<bytes.count
    } else if let field = bytes.arnField(4) {
      range = field
    }
    return bytes.isAccount(range) ? table.strings.intern(bytes.extracting(range)) : nil
  }
}
