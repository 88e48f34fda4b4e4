import AssessmentInput
import AssessmentModel
import Testing

@Suite("Prowler in OCSF")
struct ProwlerOCSFTests {
  private func row(_ changes: [String: String]) throws -> (row: Record, result: ReadResult) {
    let result = reading(["x.json": "[\(OCSFSample.prowler(changes))]"])
    #expect(result.failureLines == [])
    return (try #require(result.evidence.records.rows.first), result)
  }

  @Test("A result becomes a row with all that the model keeps")
  func reads() throws {
    let (row, result) = try row([:])
    #expect(row.source == .prowler && row.form == .ocsf && row.status == .failed)
    #expect(row.severity == .critical && !row.isSuppressed && !row.isArchived)
    #expect(result.reference(row) == .prowler("iam_root_mfa_enabled"))
    #expect(
      result[row.id] == "prowler-aws-iam_root_mfa_enabled-111122223333-eu-west-1-<root_account>")
    #expect(result[row.account] == "111122223333")
    #expect(result[row.region] == "eu-west-1")
    #expect(result[row.resource] == "arn:aws:iam::111122223333:root")
    #expect(result[row.title] == "Root has MFA")
    #expect(result[row.reason] == "MFA is not enabled for root account.")
  }

  @Test("The time is in seconds, and the text beside it is the machine's local time")
  func time() throws {
    let (row, _) = try row([:])
    #expect(row.updated == Instant("2026-11-01T12:00:00Z")?.seconds)
    #expect(row.created == Instant("2026-11-01T12:00:00Z")?.seconds)
  }

  @Test("A text without a zone is taken as UTC where no number is")
  func textTime() throws {
    let (row, _) = try row(["time": ""])
    #expect(row.updated == Instant("2026-11-01T14:00:00Z")?.seconds)
  }

  @Test(
    "The result is the status code's, and anything else than pass and fail is unknown",
    arguments: [
      ("PASS", Record.Status.passed), ("pass", .passed), ("FAIL", .failed),
      ("MANUAL", .notAvailable), ("MUTED", .warning), ("INFO", .none), ("", .none),
    ])
  func status(word: String, status: Record.Status) throws {
    let (row, _) = try row(["status_code": "\"\(word)\""])
    #expect(row.status == status && row.isSuppressed == (word == "MUTED"))
  }

  @Test(
    "A muted result is set aside, and number 3 beside the text New is not muted",
    arguments: [(#""Suppressed""#, "3", true), (#""New""#, "3", false), (#""New""#, "1", false)])
  func muted(status: String, number: String, isMuted: Bool) throws {
    let (row, _) = try row(["status": status, "status_id": number])
    #expect(row.isSuppressed == isMuted && row.status == .failed)
  }

  private static let product = #""product":{"name":"Prowler","vendor_name":"Prowler"}"#

  @Test(
    "Older versions name the check by their id or generator, and the time in other places",
    arguments: [
      // 4.0
      [
        "metadata": "{\(product)}", "time": "", "time_dt": "",
        "event_time": #""2026-11-01T12:00:00.382075""#, "status_id": "3",
      ],
      // 4.2
      ["metadata": "{\"event_code\":\"iam_root_mfa_enabled\",\(product)}"],
      // 3
      [
        "class_uid": "2001", "status_code": "", "compliance": #"{"status":"Failure"}"#,
        "status": #""Failure""#, "status_id": "2", "state": #""New""#, "state_id": "0",
        "time": #""2026-11-01T12:00:00""#, "time_dt": "",
        "metadata": #"{"product":{"name":"Prowler","feature":{"uid":"iam_root_mfa_enabled"}}}"#,
        "finding_info": "",
        "finding": #"{"uid":"prowler-aws-iam_root_mfa_enabled-111122223333-eu-west-1-x"}"#,
      ],
      // Through Security Hub and Security Lake.
      [
        "class_uid": "2003", "status_code": "", "compliance": #"{"status":"FAILED"}"#,
        "metadata": """
        {"product":{"name":"Other","uid":"arn:aws:securityhub:eu-west-1::product/prowler/prowler",\
        "feature":{"uid":"prowler-iam_root_mfa_enabled"}}}
        """, "finding_info": #"{"uid":"prowler-iam_root_mfa_enabled-111122223333-eu-west-1-8f"}"#,
      ],
      [
        "metadata": "{\(product)}",
        "finding_info": #"{"uid":"prowler-iam_root_mfa_enabled-111122223333-eu-west-1-8f"}"#,
      ],
    ])
  func older(changes: [String: String]) throws {
    let (row, result) = try row(changes)
    #expect(row.source == .prowler && row.form == .ocsf && row.status == .failed)
    #expect(!row.isSuppressed && !row.isArchived)
    #expect(row.updated == Instant("2026-11-01T12:00:00Z")?.seconds)
    #expect(result.reference(row) == .prowler("iam_root_mfa_enabled"))
    #expect(result[row.account] == "111122223333")
  }

  @Test(
    "A resource without uid goes by its name, and one without either is the account",
    arguments: [
      (#"[{"uid":"111122223333"}]"#, "arn:aws:iam::111122223333:root"),
      (#"[{"uid":"","name":"n"}]"#, "n"),
      (#"[{"uid":"","name":""}]"#, "arn:aws:iam::111122223333:root"),
    ])
  func resources(resources: String, id: String) throws {
    let (row, result) = try row(["resources": resources])
    #expect(result[row.resource] == id)
  }

  @Test(
    "Results of other providers than AWS are another product's",
    arguments: [
      (
        [
          "cloud": #"{"account":{"uid":"s-1"},"provider":"azure","region":"westeurope"}"#
        ], "Prowler (azure)"
      ),
      (["cloud": "", "unmapped": #"{"provider":"gcp"}"#], "Prowler (gcp)"),
      (
        ["cloud": "", "finding_info": #"{"uid":"prowler-kubernetes-apiserver_x-c-n-p"}"#],
        "Prowler (kubernetes)"
      ),
    ] as [([String: String], String)])
  func providers(changes: [String: String], name: String) throws {
    let (row, result) = try row(changes)
    #expect(result.reference(row) == .otherProduct(name))
    #expect(row.source == .prowler)
  }
}
