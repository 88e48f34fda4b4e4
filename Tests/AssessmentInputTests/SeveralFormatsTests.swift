import AssessmentInput
import AssessmentModel
import Testing

/// From files of several formats to what is judged.
@Suite("The same results in several formats")
struct SeveralFormatsTests {
  private static let catalogue: Catalogue = {
    var root = Check(id: "IAM.9", title: "Root MFA", severity: .critical, scope: .global)
    root.prowlerChecks = ["iam_root_mfa_enabled"]
    var keys = Check(id: "IAM.8", title: "Unused", severity: .medium, scope: .global)
    keys.prowlerChecks = ["iam_user_accesskey_unused", "iam_user_console_access_unused"]
    let plain = Check(id: "IAM.3", title: "Keys", severity: .medium, scope: .global)
    let objective = Objective(
      id: "so-1", title: "Objective", pillar: "", core: ["IAM.9", "IAM.8", "IAM.3"])
    return Catalogue(objectives: [objective], checks: [root, keys, plain])
  }()

  private func assess(_ files: [String: String], asOf: String? = nil) throws -> Assessment {
    let result = reading(files)
    #expect(result.failureLines == [])
    return try Assessment(
      result.evidence, catalogue: Self.catalogue, asOf: asOf.flatMap { Instant($0) })
  }

  private func outcomes(_ assessment: Assessment) -> [String: Int] {
    assessment.merged.outcomes.reduce(into: [:]) { $0[$1.word, default: 0] += 1 }
  }

  /// `check resource state` of each finding.
  private func findings(_ assessment: Assessment) -> [String] {
    assessment.merged.findings.map { finding in
      let resource = assessment.strings[finding.resource].split(separator: ":").last ?? ""
      return "\(assessment.catalogue.checks[finding.check].id) \(resource) \(finding.state)"
    }
  }

  // MARK: Prowler

  /// Three results of one run and one of a check that stands for no control.
  private static let results = [
    (check: "iam_root_mfa_enabled", status: "FAIL", name: "root"),
    (check: "iam_user_accesskey_unused", status: "PASS", name: "user/ada"),
    (check: "iam_user_console_access_unused", status: "PASS", name: "user/ada"),
    (check: "vpc_flow_logs_enabled", status: "FAIL", name: "vpc"),
  ]

  private static func uid(_ check: String, _ name: String) -> String {
    "prowler-aws-\(check)-111122223333-eu-west-1-\(name)"
  }

  private static let ocsf =
    "["
    + results.map { result in
      OCSFSample.prowler([
        "metadata":
          #"{"event_code":"\#(result.check)","product":{"name":"Prowler","uid":"prowler"}}"#,
        "finding_info": "{\"uid\":\"\(uid(result.check, result.name))\"}",
        "status_code": "\"\(result.status)\"",
        "resources": "[{\"uid\":\"arn:aws:iam::111122223333:\(result.name)\"}]",
      ])
    }.joined(separator: ",") + "]"

  /// Four hours ahead, as on a machine east of Greenwich.
  private static let csv = results.reduce(ProwlerCSVTests.columns + "\n") { text, result in
    let cells = ProwlerCSVTests.cells([
      "TIMESTAMP": "2026-11-01 16:00:00.5", "CHECK_ID": result.check, "STATUS": result.status,
      "FINDING_UID": uid(result.check, result.name),
      "RESOURCE_UID": "arn:aws:iam::111122223333:\(result.name)",
    ])
    let names = ProwlerCSVTests.columns.split(separator: ";").map(String.init)
    return text + names.map { cells[$0] ?? "" }.joined(separator: ";") + "\n"
  }

  private static let asff =
    "["
    + results.enumerated().map { index, result in
      Sample.finding([
        "Id": "\"prowler-\(result.check)-111122223333-eu-west-1-\(index)\"",
        "ProductArn": #""arn:aws:securityhub:eu-west-1::product/prowler/prowler""#,
        "GeneratorId": "\"prowler-\(result.check)\"",
        "ProductFields": #"{"ProviderName":"Prowler"}"#,
        "Compliance": "{\"Status\":\"\(result.status)ED\"}",
        "Resources": #"[{"Type":"x","Id":"arn:aws:iam::111122223333:\#(result.name)"}]"#,
      ])
    }.joined(separator: ",") + "]"

  @Test(
    "One run of Prowler gives the same findings from any of its formats and from all",
    arguments: [
      ["o.json"], ["c.csv"], ["a.json"], ["o.json", "c.csv"], ["c.csv", "a.json"],
      ["o.json", "c.csv", "a.json"],
    ])
  func formats(names: [String]) throws {
    let all = ["o.json": Self.ocsf, "c.csv": Self.csv, "a.json": Self.asff]
    let assessment = try assess(all.filter { names.contains($0.key) })
    #expect(findings(assessment) == ["IAM.9 root failed", "IAM.8 user/ada passed"])
    var expected = ["finding": 2, "merged": 1, "unmapped": names.count]
    if names.count > 1 { expected["superseded"] = 3 * (names.count - 1) }
    #expect(outcomes(assessment) == expected)
    #expect(assessment.places.flatMap { $0.map(\.state.word) } == ["failed", "passed", "no-data"])
  }

  @Test("Of the formats of one run OCSF decides, else CSV, whatever their times")
  func preferred() throws {
    for (files, form) in [
      (["o.json": Self.ocsf, "c.csv": Self.csv, "a.json": Self.asff], Record.Form.ocsf),
      (["c.csv": Self.csv, "a.json": Self.asff], .csv), (["a.json": Self.asff], .asff),
    ] {
      let assessment = try assess(files)
      #expect(assessment.merged.findings.allSatisfy { assessment.record(of: $0).form == form })
    }
  }

  @Test("What stands for no control is listed by name")
  func unmapped() throws {
    let assessment = try assess(["c.csv": Self.csv])
    let table = assessment.evidence.records
    let names = zip(table.rows, assessment.merged.outcomes).filter { $0.1 == .unmapped }
      .map { table.references[Int($0.0.reference)] }
    #expect(names == [.prowler("vpc_flow_logs_enabled")])
  }

  @Test("A control passes on Prowler alone only with all of its checks, in any format")
  func incomplete() throws {
    for text in [Self.ocsf, Self.csv, Self.asff] {
      let part = text.replacing("iam_user_console_access_unused", with: "iam_other")
      let assessment = try assess([text.first == "[" ? "x.json" : "x.csv": part])
      #expect(
        assessment.places.flatMap { $0.map(\.state.word) } == ["failed", "unknown", "no-data"])
    }
  }

  @Test(
    "A muted failure is set aside, and a manual check is unknown",
    arguments: [("MUTED", "True", "suppressed"), ("STATUS", "MANUAL", "unknown")])
  func set(column: String, cell: String, state: String) throws {
    let csv = ProwlerCSVTests.file(ProwlerCSVTests.cells([column: cell]))
    let isMuted = column == "MUTED"
    let ocsf = OCSFSample.prowler([
      "status": isMuted ? #""Suppressed""# : #""New""#,
      "status_code": isMuted ? #""FAIL""# : #""MANUAL""#,
    ])
    for files in [["x.csv": csv], ["x.json": ocsf], ["x.csv": csv, "x.json": ocsf]] {
      #expect(findings(try assess(files)) == ["IAM.9 root \(state)"])
    }
  }

  // MARK: Security Hub

  @Test("A finding in both of Security Hub's formats is one record, and the newest counts")
  func twoFormats() throws {
    let older = OCSFSample.info([
      "modified_time": "1793448000000", "last_seen_time": "1793448000000",
    ])
    let pass = #"{"control":"IAM.3","status":"Pass"}"#
    for (ocsf, outcomes, state) in [
      (OCSFSample.control(), ["finding", "superseded"], "failed"),
      (OCSFSample.control(["compliance": pass, "finding_info": older]), nil, "failed"),
      (
        OCSFSample.control([
          "compliance": pass,
          "finding_info": OCSFSample.info(["last_seen_time": "1793620800000"]),
        ]), nil, "passed"
      ),
    ] as [(String, [String]?, String)] {
      let files = ["asff.json": Sample.export(Sample.finding()), "ocsf.json": "[\(ocsf)]"]
      let assessment = try assess(files)
      #expect(findings(assessment) == ["IAM.3 user/ada \(state)"])
      #expect(self.outcomes(assessment) == ["finding": 1, "superseded": 1])
      if let outcomes { #expect(assessment.merged.outcomes.map(\.word) == outcomes) }
    }
  }

  @Test("Coverage of Security Hub proves no control")
  func coverage() throws {
    let assessment = try assess(["x.json": "[\(OCSFSample.coverage),\(OCSFSample.control())]"])
    #expect(findings(assessment) == ["IAM.3 user/ada failed"])
    #expect(assessment.reconciliation.outcomes[.metadata] == 1)
    #expect(assessment.reconciliation.isBalanced)
  }
}
