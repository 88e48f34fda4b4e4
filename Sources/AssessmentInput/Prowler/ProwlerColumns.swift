/// Where Prowler's CSV has what is read, by the names of its columns in any order and case.
///
/// Prowler 4 and 5 have ACCOUNT_UID, RESOURCE_UID and TIMESTAMP, Prowler 3 ACCOUNT_ID, RESOURCE_ARN
/// and ASSESSMENT_START_TIME; Prowler 2 has other names, and commas between them.
struct ProwlerColumns: Equatable {
  /// What a file with such columns is.
  enum Table: Equatable {
    case results(ProwlerColumns)
    /// Results of Prowler without columns that are needed.
    case lacking([String])
    /// The same results again, by the requirements of a compliance framework.
    case compliance
  }

  /// How many columns there are.
  let count: Int
  let check: Int
  let status: Int
  /// Whether the check is the word in brackets at the start of a title, as in Prowler 2.
  let checkIsInTitle: Bool
  let id: Int?
  let provider: Int?
  let account: Int?
  let region: Int?
  /// Columns of the resource, of which the first that is not empty counts.
  let resources: [Int]
  let resourceType: Int?
  let partition: Int?
  let title: Int?
  let reason: Int?
  let severity: Int?
  let muted: Int?
  let time: Int?

  /// The table with these names of columns; nil when it is not Prowler's.
  static func table(_ names: [String]) -> Table? {
    let names = names.map { $0.uppercased() }
    if names.contains("CHECKID"), names.contains("REQUIREMENTS_ID") { return .compliance }
    let marks = ["ACCOUNT_UID", "ACCOUNT_ID", "PROVIDER"]
    let isOld = names.contains("TITLE_TEXT") && names.contains("CHECK_RESULT")
    guard isOld || names.contains("CHECK_ID") && marks.contains(where: names.contains) else {
      return nil
    }
    return ProwlerColumns(names, isOld: isOld).map { .results($0) } ?? .lacking(["STATUS"])
  }

  private init?(_ names: [String], isOld: Bool) {
    func column(_ wanted: String...) -> Int? {
      wanted.compactMap { names.firstIndex(of: $0) }.first
    }
    guard let check = isOld ? column("TITLE_TEXT") : column("CHECK_ID"),
      let status = isOld ? column("CHECK_RESULT") : column("STATUS")
    else { return nil }
    count = names.count
    self.check = check
    self.status = status
    checkIsInTitle = isOld
    id = column("FINDING_UID", "FINDING_UNIQUE_ID")
    provider = column("PROVIDER")
    account = column("ACCOUNT_UID", "ACCOUNT_ID", "ACCOUNT_NUM")
    region = column("REGION")
    let resources = [
      "RESOURCE_UID", "RESOURCE_ARN", "RESOURCE_ID", "RESOURCE_NAME", "CHECK_RESOURCE_ID",
    ]
    self.resources = resources.compactMap { names.firstIndex(of: $0) }
    resourceType = column("RESOURCE_TYPE", "CHECK_ASFF_RESOURCE_TYPE")
    partition = column("PARTITION")
    title = column("CHECK_TITLE", "TITLE_TEXT")
    reason = column("STATUS_EXTENDED", "CHECK_RESULT_EXTENDED")
    severity = column("SEVERITY", "CHECK_SEVERITY")
    muted = column("MUTED")
    time = column("TIMESTAMP", "ASSESSMENT_START_TIME", "PROWLER_START_TIME")
  }
}
