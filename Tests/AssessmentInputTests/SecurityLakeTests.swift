import AssessmentInput
import AssessmentModel
import Testing

@Suite("Records of Security Lake")
struct SecurityLakeTests {
  private func row(_ text: String) throws -> (row: Record, result: ReadResult) {
    let result = reading(["x.json": text])
    #expect(result.failureLines == [])
    return (try #require(result.evidence.records.rows.first), result)
  }

  /// As OCSF 1.1 keeps a finding: one `resource`, Security Hub's own words, the rest unmapped.
  private static let second = OCSFSample.control([
    "class_uid": "2003",
    "compliance":
      #"{"control":"IAM.3","status":"FAILED","status_code":"KEYS","status_detail":"old"}"#,
    "message": #""accepted""#, "comment": "null", "resources": "",
    "metadata": """
    {"version":"1.1.0","product":{"name":"Security Hub","feature":{"uid":"security-control/IAM.3"},\
    "uid":"arn:aws:securityhub:eu-west-1::product/aws/securityhub"}}
    """,
    "resource":
      #"{"type":"AwsAccount","uid":"AWS::::Account:111122223333","cloud_partition":"aws"}"#,
    "status": #""SUPPRESSED""#, "status_id": "",
    "unmapped": #"{"RecordState":"ACTIVE","WorkflowState":"NEW"}"#,
  ])

  @Test("One line a record of OCSF 1.1, with one resource and Security Hub's own words")
  func secondVersion() throws {
    let (row, result) = try row(Self.second + "\n" + Self.second + "\n")
    #expect(result.evidence.records.rows.count == 2)
    #expect(
      result.listing.first?.kind == "Security Hub findings in OCSF (one after the other)")
    #expect(result.evidence.files.first?.isExport == true)
    #expect(row.status == .failed && row.isSuppressed && !row.isArchived)
    #expect(result[row.resource] == "arn:aws:iam::111122223333:root")
    #expect(result[row.reason] == "KEYS: old")
    #expect(result[row.note] == "accepted")
  }

  @Test("A finding that Security Hub archived is closed, though its workflow is not")
  func archived() throws {
    let text = Self.second.replacing("\"ACTIVE\"", with: "\"ARCHIVED\"")
    let (row, _) = try row(text)
    #expect(row.isArchived)
  }

  /// As OCSF 1.0 keeps a finding: class 2001, `finding`, `state`, no control.
  private static let first = """
    {"class_uid":2001,"cloud":{"account_uid":"111122223333","provider":"AWS","region":"eu-west-1"},\
    "compliance":{"status":"PASSED"},"finding":{"uid":"f","created_time":1790812800000,\
    "modified_time":1793534400000,"title":"PCI.IAM.1 Root key should not exist","remediation":\
    {"kb_articles":["https://x/securityhub/PCI.IAM.1/remediation"]}},"metadata":{"version":"1.0.0-rc.2",\
    "product":{"name":"Security Hub","feature":{"uid":"pci-dss/v/3.2.1/PCI.IAM.1"},\
    "uid":"arn:aws:securityhub:eu-west-1::product/aws/securityhub"}},"resources":[{"uid":"arn:aws:x"}],\
    "severity_id":1,"state":"Suppressed","state_id":3,"status":"Success","status_id":1,"unmapped":\
    {"ProductFields.ControlId":"PCI.IAM.1","ProductFields.StandardsArn":\
    "arn:aws:securityhub:::standards/pci-dss/v/3.2.1"}}
    """

  @Test("A record of OCSF 1.0 names its control by all that it has")
  func firstVersion() throws {
    let (row, result) = try row(Self.first)
    #expect(row.status == .passed && row.isSuppressed && row.form == .perStandard)
    #expect(row.severity == .informational)
    #expect(row.updated == Instant("2026-11-01T12:00:00Z")?.seconds)
    #expect(result[row.account] == "111122223333")
    #expect(result[row.standards] == "standards/pci-dss/v/3.2.1")
    #expect(
      result.reference(row)
        == .securityHub(
          SecurityHubReference(
            generatorID: "pci-dss/v/3.2.1/PCI.IAM.1", controlID: "PCI.IAM.1",
            standard: "standards/pci-dss/v/3.2.1", titlePrefix: "PCI.IAM.1",
            remediationURL: "https://x/securityhub/PCI.IAM.1/remediation")))
    #expect(result.listing.first?.kind == "Security Hub finding in OCSF")
  }

  @Test("Parquet is named, with the way to JSON lines")
  func parquet() {
    let result = readingBytes(["a.parquet": Array("PAR1".utf8) + [0, 1, 2, 255]])
    #expect(
      result.failureLines == [
        "a.parquet:1:1 (byte 0): expected text or JSON, found Parquet data. Have Athena write the "
          + "table as JSON lines: UNLOAD (SELECT * FROM …) TO 's3://…' WITH (format = 'JSON')."
      ])
  }
}
