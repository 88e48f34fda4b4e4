import AssessmentInput
import AssessmentModel
import Testing

@Suite("Results of controls in OCSF")
struct OCSFControlTests {
  /// The only row of a record.
  private func row(
    _ changes: [String: String], account: String? = nil, region: String? = nil
  ) throws -> (row: Record, result: ReadResult) {
    let result = reading(
      ["x.json": "[\(OCSFSample.control(changes))]"], account: account, region: region)
    #expect(result.failureLines == [])
    return (try #require(result.evidence.records.rows.first), result)
  }

  @Test("A record becomes a row with all that the model keeps")
  func reads() throws {
    let (row, result) = try row([
      "comment": #""accepted""#, "status": #""Suppressed""#, "status_id": "3",
      "compliance": """
      {"control":"IAM.3","status":"Fail","status_id":3,"assessments":[{"name":"KEYS",\
      "desc":"old key","meets_criteria":false},{"name":"MORE"}],\
      "standards":["standards/a/v/1","ruleset/b/v/2"],"requirements":["A 1"],\
      "control_parameters":[{"name":"max","values":["90"]},{"name":"b","values":["1","2"]}]}
      """,
    ])
    #expect(result[row.id] == OCSFSample.id)
    #expect(result[row.account] == "111122223333")
    #expect(result[row.region] == "eu-west-1")
    #expect(result[row.resource] == "arn:aws:iam::111122223333:user/ada")
    #expect(result[row.resourceType] == "AWS::IAM::User")
    #expect(result[row.title] == "Access keys should be rotated")
    #expect(result[row.reason] == "KEYS: old key; MORE")
    #expect(result[row.note] == "accepted")
    #expect(result[row.standards] == "standards/a/v/1 ruleset/b/v/2")
    #expect(result[row.parameters] == "b=1,2;max=90")
    #expect(row.status == .failed && row.isSuppressed && !row.isArchived)
    #expect(row.severity == .medium && row.form == .consolidated && row.source == .securityHub)
    #expect(row.updated == Instant("2026-11-01T12:00:00Z")?.seconds)
    #expect(row.created == Instant("2026-10-01T00:00:00Z")?.seconds)
    #expect(row.firstObserved == Instant("2026-09-01T00:00:00Z")?.seconds)
    #expect(
      result.reference(row)
        == .securityHub(SecurityHubReference(securityControlID: "IAM.3")))
  }

  @Test(
    "The result is the control's, in any case and by word or number, and never the workflow",
    arguments: [
      (#"{"status":"Pass","status_id":1}"#, Record.Status.passed),
      (#"{"status":"pass"}"#, .passed), (#"{"status":"PASSED"}"#, .passed),
      (#"{"status_id":1}"#, .passed), (#"{"status":"Fail","status_id":3}"#, .failed),
      (#"{"status":"fail"}"#, .failed), (#"{"status":"FAILED"}"#, .failed),
      (#"{"status":"Other","status_id":3}"#, .failed),
      (#"{"status":"Warning","status_id":2}"#, .warning), (#"{"status_id":2}"#, .warning),
      (#"{"status":"NOT_AVAILABLE"}"#, .notAvailable),
      (#"{"status":"Unknown","status_id":0}"#, .none), (#"{"status_id":99}"#, .none),
      (#"{"status":null}"#, .none), (#"{"status":"Pass","status_id":3}"#, .none),
      (#"{"status":"Resolved"}"#, .none),
    ])
  func status(compliance: String, status: Record.Status) throws {
    let text = #"{"control":"IAM.3","# + compliance.dropFirst()
    let (row, _) = try row(["compliance": text, "status": #""Resolved""#, "status_id": "4"])
    #expect(row.status == status)
  }

  @Test(
    "The workflow sets aside or closes, by its text where there is one",
    arguments: [
      (#""Suppressed""#, "3", true, false), (#""SUPPRESSED""#, "", true, false),
      ("", "3", true, false), (#""Archived""#, "5", false, true), ("", "5", false, true),
      (#""New""#, "3", false, false), (#""In Progress""#, "2", false, false),
      (#""Resolved""#, "4", false, false), ("", "", false, false), (#""""#, "3", true, false),
    ])
  func workflow(status: String, number: String, isSuppressed: Bool, isArchived: Bool) throws {
    let (row, _) = try row(["status": status, "status_id": number])
    #expect(row.isSuppressed == isSuppressed && row.isArchived == isArchived)
  }

  @Test("A title of an older standard keeps its number, and the control is the one that is named")
  func legacyTitle() throws {
    let (row, result) = try row([
      "finding_info": OCSFSample.info([
        "title": #""2.5 AWS Config should be enabled""#,
        "uid": """
        "arn:aws:securityhub:eu-west-1:111122223333:subscription/cis-aws-foundations-benchmark/v/\
        1.2.0/2.5/finding/f"
        """,
      ]),
      "compliance": """
      {"control":"Config.1","status":"Fail",\
      "standards":["ruleset/cis-aws-foundations-benchmark/v/1.2.0"]}
      """,
    ])
    #expect(
      result.reference(row)
        == .securityHub(SecurityHubReference(securityControlID: "Config.1")))
    #expect(row.form == .perStandard)
  }

  @Test(
    "A record is as old as the newer of its two times, in milliseconds or as text",
    arguments: [
      (
        ["modified_time": "1793534400000", "last_seen_time": "1793534460000"],
        "2026-11-01T12:01:00Z"
      ),
      (
        ["modified_time": "1793534460000", "last_seen_time": "1793534400000"],
        "2026-11-01T12:01:00Z"
      ),
      (
        [
          "modified_time": "", "last_seen_time": "",
          "modified_time_dt": #""2026-11-01T08:00:00.123-04:00""#,
        ], "2026-11-01T12:00:00Z"
      ),
      (
        [
          "modified_time": "null", "last_seen_time": "",
          "last_seen_time_dt": #""2026-11-02 01:02:03.000""#,
        ],
        "2026-11-02T01:02:03Z"
      ),
      (["modified_time": "", "last_seen_time": ""], "2026-11-03T00:00:00Z"),
    ])
  func times(changes: [String: String], time: String) throws {
    let (row, _) = try row([
      "finding_info": OCSFSample.info(changes), "time": "1793664000000",
    ])
    #expect(row.updated == Instant(time)?.seconds)
  }

  @Test("A time that cannot be read rejects the record")
  func unreadableTime() {
    let bad = OCSFSample.control([
      "finding_info": OCSFSample.info(["modified_time": "1793534400000000000"])
    ])
    let result = reading(["x.json": "[\(bad),\(OCSFSample.control())]"])
    #expect(
      result.warningLines == [
        "x.json:1:2 (byte 1) record 1 at /finding_info/modified_time: expected a time, such as 1762155117235 "
          + "or 2026-11-20T10:11:12Z"
      ])
    #expect(result.evidence.files.first?.rejected == 1)
    #expect(result.evidence.records.rows.count == 1)
  }

  @Test(
    "A resource that stands for an account is its root, and an ARN is preferred",
    arguments: [
      (#"[{"uid":"111122223333"}]"#, "arn:aws:iam::111122223333:root"),
      (#"[{"uid":"AWS::::Account:111122223333"}]"#, "arn:aws:iam::111122223333:root"),
      (
        #"[{"uid":"111122223333","cloud_partition":"aws-us-gov"}]"#,
        "arn:aws-us-gov:iam::111122223333:root"
      ),
      (#"[{"uid":"111122223333","uid_alt":"arn:aws:x"}]"#, "arn:aws:iam::111122223333:root"),
      (#"[{"uid":"i-1","uid_alt":"arn:aws:ec2:x"}]"#, "arn:aws:ec2:x"),
      (#"[{"uid":"i-1","uid_alt":"other"}]"#, "i-1"), (#"[{"name":"n"}]"#, "n"),
      ("[]", "arn:aws:iam::111122223333:root"), ("", "arn:aws:iam::111122223333:root"),
      ("null", "arn:aws:iam::111122223333:root"),
    ])
  func resources(resources: String, id: String) throws {
    let (row, result) = try row(["resources": resources])
    #expect(result[row.resource] == id)
  }

  @Test("A record with several resources has a row for each")
  func expands() {
    let resources = #"[{"uid":"arn:aws:x:a"},{"uid":"arn:aws:x:b"}]"#
    let record = OCSFSample.control(["resources": resources])
    let result = reading(["x.json": "[\(record)]"])
    let rows = result.evidence.records.rows
    #expect(rows.map { result[$0.resource] } == ["arn:aws:x:a", "arn:aws:x:b"])
    #expect(rows.map(\.number) == [1, 1])
    #expect(result.evidence.files.first?.records == 1)
  }

  @Test(
    "A resource without a name rejects the record, at its place",
    arguments: [
      (#"[{"uid":"a"},{"type":"x"}]"#, "/resources/1/uid: expected the resource's id, a string"),
      ("[1]", "/resources/0: expected an object"),
      ("{}", "/resources: expected a list of resources"),
    ])
  func badResources(resources: String, problem: String) {
    let bad = OCSFSample.control(["resources": resources])
    let result = reading(["x.json": "[\(bad),\(OCSFSample.control())]"])
    #expect(result.warningLines == ["x.json:1:2 (byte 1) record 1 at \(problem)"])
  }

  @Test("A record without an id is rejected")
  func noID() {
    let result = reading(["x.json": #"[{"class_uid":2003}]"#])
    #expect(
      result.failureLines == [
        "x.json:1:2 (byte 1): none of its 1 records is a finding; the first: "
          + "at /finding_info/uid expected the finding's id, a string"
      ])
  }

  @Test(
    "Account and region come from the record, its resource, an ARN, or what is told",
    arguments: [
      ([:], "111122223333 eu-west-1"),
      (["cloud": #"{"account":{"uid":null}}"#], "111122223333 eu-west-1"),
      (
        [
          "cloud": "",
          "resources":
            #"[{"uid":"a","region":"eu-west-2","owner":{"account":{"uid":"444455556666"}}}]"#,
        ],
        "444455556666 eu-west-2"
      ),
      (
        [
          "cloud": "", "resources": "", "finding_info": OCSFSample.info(["uid": #""x""#]),
          "metadata": "{}",
        ],
        "999999999999 us-east-2"
      ),
    ] as [([String: String], String)])
  func places(changes: [String: String], place: String) throws {
    let (row, result) = try row(changes, account: "999999999999", region: "us-east-2")
    #expect("\(result[row.account]) \(result[row.region])" == place)
  }

  @Test("Coverage of Security Hub's own services is metadata, whatever it says")
  func coverage() {
    let result = reading(["x.json": "[\(OCSFSample.control()),\(OCSFSample.coverage)]"])
    #expect(result.evidence.files.first?.metadata == 1)
    #expect(result.evidence.files.first?.records == 2)
    #expect(result.evidence.records.rows.count == 1)
    let alone = reading(["x.json": OCSFSample.coverage, "y.json": "[\(OCSFSample.coverage)]"])
    #expect(
      alone.listing.map(\.kind) == [
        "Security Hub coverage finding in OCSF", "Security Hub coverage findings in OCSF (list)",
      ])
  }

  @Test("Events of other categories are metadata, and the file is named after them")
  func events() {
    let result = reading(["x.json": #"{"class_uid":6003,"time":1}"# + "\n" + #"{"class_uid":6003}"#]
    )
    #expect(result.listing.first?.kind == "OCSF events, no findings (one after the other)")
    #expect(result.evidence.files.first?.metadata == 2)
    #expect(result.evidence.records.rows.isEmpty)
  }

  @Test(
    "Findings of other products are listed by name",
    arguments: [
      ("2004", "guardduty", "GuardDuty"), ("2002", "inspector", "Inspector"),
      ("2004", "macie", "Macie"), ("2004", "securityhub", "Security Hub"),
      ("2003", "securityhub-exposure", "Security Hub Exposure"),
    ])
  func otherProducts(number: String, product: String, name: String) throws {
    let (row, result) = try row([
      "class_uid": number, "compliance": "", "metadata": OCSFSample.metadata(product, name),
    ])
    #expect(result.reference(row) == .otherProduct(name))
    #expect(result.listing.first?.kind == "Security Hub findings in OCSF (list)")
  }
}
