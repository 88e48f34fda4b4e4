import AssessmentInput
import AssessmentModel
import Testing

@Suite("Prowler in CSV")
struct ProwlerCSVTests {
  /// The columns of Prowler 5 that are read, and one that is not.
  static let columns =
    "AUTH_METHOD;TIMESTAMP;ACCOUNT_UID;FINDING_UID;PROVIDER;CHECK_ID;CHECK_TITLE;STATUS;"
    + "STATUS_EXTENDED;MUTED;SEVERITY;RESOURCE_TYPE;RESOURCE_UID;RESOURCE_NAME;PARTITION;REGION"

  /// The cells of a result by column; those that are given replace the usual ones.
  static func cells(_ changes: [String: String] = [:]) -> [String: String] {
    [
      "AUTH_METHOD": "profile: x", "TIMESTAMP": "2026-11-01 12:00:00.913874",
      "ACCOUNT_UID": "111122223333",
      "FINDING_UID": "prowler-aws-iam_root_mfa_enabled-111122223333-eu-west-1-<root_account>",
      "PROVIDER": "aws", "CHECK_ID": "iam_root_mfa_enabled", "CHECK_TITLE": "Root has MFA",
      "STATUS": "FAIL", "STATUS_EXTENDED": "MFA is not enabled.", "MUTED": "False",
      "SEVERITY": "critical", "RESOURCE_TYPE": "AwsIamUser",
      "RESOURCE_UID": "arn:aws:iam::111122223333:root", "RESOURCE_NAME": "<root_account>",
      "PARTITION": "aws", "REGION": "eu-west-1",
    ].merging(changes) { $1 }
  }

  /// A file of these results, with these columns.
  static func file(
    _ records: [String: String]..., columns: String = columns, separator: String = ";",
    end: String = "\r\n"
  ) -> String {
    let names = columns.split(separator: ";").map(String.init)
    let lines = records.map { record in
      names.map { record[$0] ?? "" }.joined(separator: separator)
    }
    return ([names.joined(separator: separator)] + lines).map { $0 + end }.joined()
  }

  private func row(
    _ text: String, account: String? = nil, region: String? = nil
  ) throws -> (row: Record, result: ReadResult) {
    let result = reading(["x.csv": text], account: account, region: region)
    #expect(result.failureLines == [])
    return (try #require(result.evidence.records.rows.first), result)
  }

  private func row(
    _ changes: [String: String], account: String? = nil, region: String? = nil
  ) throws -> (row: Record, result: ReadResult) {
    try row(Self.file(Self.cells(changes)), account: account, region: region)
  }

  private func expectUsual(_ row: Record, _ result: ReadResult) {
    #expect(row.source == .prowler && row.form == .csv && row.status == .failed)
    #expect(row.severity == .critical && !row.isSuppressed && !row.isArchived)
    #expect(row.updated == Instant("2026-11-01T12:00:00Z")?.seconds)
    #expect(row.created == row.updated)
    #expect(result.reference(row) == .prowler("iam_root_mfa_enabled"))
    #expect(
      result[row.id] == "prowler-aws-iam_root_mfa_enabled-111122223333-eu-west-1-<root_account>")
    #expect(result[row.account] == "111122223333")
    #expect(result[row.region] == "eu-west-1")
    #expect(result[row.resource] == "arn:aws:iam::111122223333:root")
    #expect(result[row.resourceType] == "AwsIamUser")
    #expect(result[row.title] == "Root has MFA")
    #expect(result[row.reason] == "MFA is not enabled.")
  }

  @Test("A result becomes a row with all that the model keeps")
  func reads() throws {
    let (row, result) = try row([:])
    expectUsual(row, result)
    let file = try #require(result.evidence.files.first)
    #expect(file.kind == "Prowler findings in CSV" && file.isExport)
    #expect(file.records == 1 && file.rejected == 0)
  }

  @Test("Columns stand in any order and case, with a byte order mark, and with other line ends")
  func header() throws {
    let reversed = Self.columns.split(separator: ";").reversed().joined(separator: ";")
    for end in ["\n", "\r\n", "\r", "\r\r\n", "\n\n"] {
      let text = Self.file(Self.cells(), columns: reversed, end: end)
      let header = Self.columns.lowercased()
      let (row, result) = try row("\u{FEFF}" + text)
      expectUsual(row, result)
      let rest = Self.file(Self.cells(), end: end).dropFirst(Self.columns.count)
      let (other, second) = try self.row(header + rest)
      expectUsual(other, second)
      #expect(second.evidence.files.first?.records == 1)
    }
  }

  @Test("A spreadsheet's commas and quotes are read", arguments: [",", "\t"])
  func commas(separator: String) throws {
    let cells = Self.cells().mapValues { "\"\($0)\"" }
    let (row, result) = try row(Self.file(cells, separator: separator))
    expectUsual(row, result)
  }

  @Test("Quotes hold separators, line ends and doubled quotes")
  func quotes() throws {
    let record = Self.cells(["STATUS_EXTENDED": "\"a; b\r\nsays \"\"c\"\"\"\"\""])
    let (row, result) = try row(Self.file(record, Self.cells(["STATUS": "x\"y"])))
    #expect(result[row.reason] == "a; b\r\nsays \"c\"\"")
    #expect(result.evidence.records.rows.map(\.status) == [.failed, .none])
  }

  @Test("The columns of Prowler 3 are read, whose account has lost its leading zeros")
  func prowler3() throws {
    let columns =
      "ASSESSMENT_START_TIME;FINDING_UNIQUE_ID;PROVIDER;CHECK_ID;CHECK_TITLE;STATUS;"
      + "STATUS_EXTENDED;SEVERITY;RESOURCE_TYPE;PROFILE;ACCOUNT_ID;REGION;RESOURCE_ID;RESOURCE_ARN"
    var cells = Self.cells(["ACCOUNT_ID": "11122223333", "RESOURCE_ID": "r"])
    cells["ASSESSMENT_START_TIME"] = "2026-11-01T12:00:00.382075"
    cells["FINDING_UNIQUE_ID"] = "f"
    cells["RESOURCE_ARN"] = "arn:aws:iam::011122223333:root"
    let (row, result) = try row(Self.file(cells, columns: columns))
    #expect(result[row.account] == "011122223333")
    #expect(result[row.resource] == "arn:aws:iam::011122223333:root")
    #expect(result[row.id] == "f")
    #expect(row.updated == Instant("2026-11-01T12:00:00Z")?.seconds)
    cells["RESOURCE_ARN"] = ""
    let (other, second) = try self.row(Self.file(cells, columns: columns))
    #expect(second[other.resource] == "r")
    #expect(second[other.account] == "011122223333")
  }

  @Test("The results of Prowler 2 are listed by its names, with a warning")
  func prowler2() throws {
    let (row, result) = try row(
      """
      PROFILE,ACCOUNT_NUM,REGION,TITLE_ID,CHECK_RESULT,TITLE_TEXT,CHECK_RESULT_EXTENDED,\
      CHECK_SEVERITY,CHECK_ASFF_RESOURCE_TYPE,CHECK_RESOURCE_ID,PROWLER_START_TIME
      x,111122223333,eu-west-1,1.2,PASS,[check12] Ensure MFA,ok,High,AwsIamUser,ada,\
      2026-11-01T12:00:00Z
      """)
    #expect(result.reference(row) == .prowler("check12"))
    #expect(row.status == .passed && row.severity == .high)
    #expect(result[row.resource] == "ada")
    #expect(row.updated == Instant("2026-11-01T12:00:00Z")?.seconds)
    #expect(
      result.warningLines == [
        "x.csv: is of Prowler 2, whose names of checks stand for no control, so that its results "
          + "are listed and not judged. Run a current version of Prowler."
      ])
  }

  @Test(
    "The result is the status column's, and muted ones are set aside",
    arguments: [
      ("PASS", "False", Record.Status.passed, false), ("FAIL", "True", .failed, true),
      ("FAIL", "", .failed, false), ("MANUAL", "False", .notAvailable, false),
      ("MUTED", "", .warning, true), ("WARNING", "", .warning, false), ("INFO", "", .none, false),
    ])
  func status(word: String, muted: String, status: Record.Status, isMuted: Bool) throws {
    let (row, _) = try row(["STATUS": word, "MUTED": muted])
    #expect(row.status == status && row.isSuppressed == isMuted)
  }

  @Test(
    "A time has a zone, none, or is a number of seconds; an empty one is none",
    arguments: [
      ("2026-11-01T12:00:00Z", "2026-11-01T12:00:00Z"),
      ("2026-11-01T14:00:00+02:00", "2026-11-01T12:00:00Z"),
      ("1793534400", "2026-11-01T12:00:00Z"), ("", nil),
    ])
  func times(text: String, time: String?) throws {
    let (row, _) = try row(["TIMESTAMP": text])
    #expect(row.updated == time.flatMap { Instant($0)?.seconds } ?? Record.undated)
  }

  @Test(
    "Account and region come from the cells, the resource, or what is told",
    arguments: [
      ([:], "111122223333 eu-west-1"),
      (
        [
          "ACCOUNT_UID": "x", "REGION": "y",
          "RESOURCE_UID": "arn:aws:kms:eu-west-2:444455556666:key/k",
        ], "444455556666 eu-west-2"
      ),
      (["ACCOUNT_UID": "", "REGION": "", "RESOURCE_UID": "b"], "999999999999 us-east-2"),
    ])
  func places(changes: [String: String], place: String) throws {
    let (row, result) = try row(changes, account: "999999999999", region: "us-east-2")
    #expect("\(result[row.account]) \(result[row.region])" == place)
  }

  @Test(
    "A resource that stands for an account is its root",
    arguments: [
      (["RESOURCE_UID": "111122223333"], "arn:aws:iam::111122223333:root"),
      (
        ["RESOURCE_UID": "111122223333", "PARTITION": "aws-cn"],
        "arn:aws-cn:iam::111122223333:root"
      ),
      (["RESOURCE_UID": "", "RESOURCE_NAME": "n"], "n"),
      (["RESOURCE_UID": "", "RESOURCE_NAME": ""], "arn:aws:iam::111122223333:root"),
    ])
  func resources(changes: [String: String], id: String) throws {
    let (row, result) = try row(changes)
    #expect(result[row.resource] == id)
  }

  @Test("Results of other providers are another product's")
  func providers() throws {
    let (row, result) = try row(["PROVIDER": "azure", "ACCOUNT_UID": "s-1"])
    #expect(result.reference(row) == .otherProduct("Prowler (azure)"))
    let (upper, second) = try self.row(["PROVIDER": "AWS"])
    #expect(second.reference(upper) == .prowler("iam_root_mfa_enabled"))
  }
}
