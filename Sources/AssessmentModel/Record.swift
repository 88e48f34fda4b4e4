/// Where a record comes from.
package enum Source: UInt8, CaseIterable, Sendable {
  case securityHub, config, trustedAdvisor, prowler

  /// The name for people.
  package var name: String {
    switch self {
    case .securityHub: "Security Hub"
    case .config: "AWS Config"
    case .trustedAdvisor: "Trusted Advisor"
    case .prowler: "Prowler"
    }
  }
}

/// What one source said about one resource in one record: a row of fixed width.
///
/// A record with several resources has one row for each. Strings are identifiers of the table's
/// `strings`; times are seconds since 1970, or `undated`.
package struct Record: Sendable {
  /// How a source wrote a result; of Prowler's forms the later ones are better.
  package enum Form: UInt8, Comparable, Sendable {
    /// Security Hub: one finding a control, or one a standard.
    case consolidated, perStandard
    /// AWS Config and Trusted Advisor: of a whole rule or check, or of one resource.
    case byRule, byResource
    /// Prowler: in Security Hub's format, in CSV, in OCSF.
    case asff, csv, ocsf

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// What the source found, as it says it.
  package enum Status: UInt8, Sendable { case passed, failed, warning, notAvailable, none }

  /// The time of a record that has none.
  package static let undated = Int64.min

  /// Index into the table's files.
  package var file: UInt32 = 0
  /// 1-based number of the record in its file.
  package var number: UInt32 = 0
  /// Index into the table's references.
  package var reference: UInt32 = 0
  package var source = Source.securityHub
  package var form = Form.consolidated
  package var status = Status.none
  /// Whether the row is one of a list of all results of its rule or check, unlike a single event.
  package var isListed = true
  package var isArchived = false
  /// Suppressed or muted by its source.
  package var isSuppressed = false
  package var severity: Severity?
  package var id = StringID.none
  package var account = StringID.none
  package var region = StringID.none
  /// The resource in canonical form, an ARN where there is one.
  package var resource = StringID.none
  package var resourceType = StringID.none
  package var title = StringID.none
  /// Why the source judged so: a reason code and its text.
  package var reason = StringID.none
  /// The note of a suppression.
  package var note = StringID.none
  /// Standards in which the control is on, joined by spaces: the parts of their ARNs after the
  /// last colon.
  package var standards = StringID.none
  /// `Name=value,value;…` as the finding names them.
  package var parameters = StringID.none
  package var updated = Record.undated
  package var created = Record.undated
  package var firstObserved = Record.undated

  package init() {}
}

/// A file of evidence, as it was read.
package struct EvidenceFile: Sendable {
  /// The name that the report shows: the path below the input folder.
  package let name: String
  /// 64 lower-case hexadecimal digits.
  package let sha256: String
  package let bytes: Int
  /// What the file is, such as `Security Hub findings (get-findings)`.
  package let kind: String
  /// Records that the file holds, rejected ones included.
  package var records: Int
  package var rejected: Int
  /// Records that carry no result, such as insight counts.
  package var metadata: Int
  /// Ends with a NextToken whose page is not there.
  package var isIncomplete: Bool
  /// A list of results in which passed ones are expected, unlike a single event.
  package var isExport: Bool
  /// Index of the first file of an export whose pages are files of their own; nil when the file is
  /// an export by itself.
  package var export: Int?

  package init(
    name: String, sha256: String, bytes: Int, kind: String, records: Int = 0, rejected: Int = 0,
    metadata: Int = 0, isIncomplete: Bool = false, isExport: Bool = false, export: Int? = nil
  ) {
    self.name = name
    self.sha256 = sha256
    self.bytes = bytes
    self.kind = kind
    self.records = records
    self.rejected = rejected
    self.metadata = metadata
    self.isIncomplete = isIncomplete
    self.isExport = isExport
    self.export = export
  }
}

/// All records of an assessment with the strings and names that they share.
package struct RecordTable: Sendable {
  package var strings = StringTable()
  package var rows: [Record] = []
  package private(set) var references: [CheckReference] = []
  private var referenceIndex: [CheckReference: UInt32] = [:]

  package init() {}

  /// The number of a reference, which is added when it is new.
  package mutating func intern(_ reference: CheckReference) -> UInt32 {
    if let number = referenceIndex[reference] { return number }
    let number = UInt32(references.count)
    references.append(reference)
    referenceIndex[reference] = number
    return number
  }

  /// Adds the rows of another table behind this one's, and `first` to the numbers of their files.
  package mutating func append(_ other: consuming RecordTable, addingToFiles first: Int = 0) {
    if rows.isEmpty, references.isEmpty, strings.count == 1, first == 0 {
      self = other
      return
    }
    let ids = strings.intern(all: other.strings)
    let numbers = other.references.map { intern($0) }
    for var row in other.rows {
      row.file += UInt32(first)
      row.reference = numbers[Int(row.reference)]
      row.renumber { ids[Int($0.rawValue)] }
      rows.append(row)
    }
  }
}

extension Record {
  /// Replaces each string identifier by the one that `number` gives for it.
  fileprivate mutating func renumber(_ number: (StringID) -> StringID) {
    id = number(id)
    account = number(account)
    region = number(region)
    resource = number(resource)
    resourceType = number(resourceType)
    title = number(title)
    reason = number(reason)
    note = number(note)
    standards = number(standards)
    parameters = number(parameters)
  }

  /// The result that the row stands for, before exceptions.
  package var result: Result {
    switch status {
    case .failed: isSuppressed ? .setAside : .failed
    case .passed: .passed
    case .warning, .notAvailable, .none: .unknown
    }
  }
}

/// The result of a finding, best first (rules.md 4).
package enum Result: UInt8, Comparable, Sendable {
  case passed, unknown, setAside, failed

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}
