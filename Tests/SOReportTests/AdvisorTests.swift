import AssessmentInput
import AssessmentModel
import EmbeddedFiles
import Foundation
import Testing

@testable import SOReport

/// Files of Trusted Advisor, from reading to verdicts, by the project's own catalogue.
@Suite("Trusted Advisor, read and judged") struct AdvisorTests {
  private static let account = "111122223333"
  private static let catalogue = (try? FileSet()).flatMap { try? FileSet.catalogue(of: $0) }

  private func assess(_ files: [String: String], account: String? = account) throws -> Assessment {
    let catalogue = try #require(Self.catalogue)
    let folder = try TemporaryFolder(files)
    let result = EvidenceReader.read(
      EvidenceRequest(
        inputs: [folder.path], evidenceAccount: account, advisorChecks: catalogue.advisorChecks),
      objectives: catalogue.objectives.map(\.id), generatorIDs: catalogue.generatorIDs)
    #expect(result.failures.map(\.diagnostic.line) == [])
    let assessment = try Assessment(
      result.evidence, catalogue: catalogue, asOf: Instant("2026-11-24"))
    #expect(assessment.reconciliation.isBalanced)
    return assessment
  }

  /// A folder on disk that goes away with the value.
  private final class TemporaryFolder {
    let path = NSTemporaryDirectory() + "advisor-" + UUID().uuidString

    init(_ files: [String: String]) throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for (name, text) in files {
        try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  // MARK: Files

  /// A result of the Support API; each row is `status region suppressed cell,cell…`.
  private static func result(
    _ check: String, _ status: String, day: Int, rows: [String] = []
  ) -> String {
    let rows = rows.map { row -> String in
      let words = row.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
      let cells = words[3].split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "null" : "\"\($0)\"" }.joined(separator: ",")
      return """
        {"status":"\(words[0])","region":"\(words[1])","resourceId":"d","isSuppressed":\(words[2]),\
        "metadata":[\(cells)]}
        """
    }
    return """
      {"result":{"checkId":"\(check)","timestamp":"2026-11-\(day)T08:00:00Z","status":"\(status)",\
      "flaggedResources":[\(rows.joined(separator: ","))]}}
      """
  }

  /// An export of one finding of Security Hub.
  private static func hub(
    _ control: String, _ status: String, region: String = "eu-west-1", resource: String
  ) -> String {
    """
    {"Findings":[{"SchemaVersion":"2018-10-08","Id":"\(control)-\(region)",
    "ProductArn":"arn:aws:securityhub:\(region)::product/aws/securityhub",
    "GeneratorId":"security-control/\(control)","AwsAccountId":"\(account)","Region":"\(region)",
    "UpdatedAt":"2026-11-20T00:00:00Z","Title":"t","Severity":{"Label":"HIGH"},
    "Resources":[{"Type":"x","Id":"\(resource)"}],"RecordState":"ACTIVE",
    "Compliance":{"Status":"\(status)","SecurityControlId":"\(control)"}}]}
    """
  }

  private static let root = "arn:aws:iam::\(account):root"

  private func places(_ check: String, _ assessment: Assessment) -> [String] {
    guard let index = assessment.catalogue.index(ofCheck: check) else { return [] }
    return assessment.places[index].map {
      "\(assessment.strings[$0.key.region]) \($0.state.word)"
    }
  }

  private func findings(_ check: String, _ assessment: Assessment) -> [String] {
    guard let index = assessment.catalogue.index(ofCheck: check) else { return [] }
    return assessment.merged.findings(ofCheck: index).map {
      "\(assessment.strings[$0.resource]) \($0.state) \($0.severity) \($0.witnesses.count)"
    }
  }

  // MARK: Twins

  @Test(
    "The twin of a control is its witness: the worst of both wins, with the control's severity",
    arguments: [
      ("ok", "FAILED", "failed"), ("error", "PASSED", "failed"), ("ok", "PASSED", "passed"),
      ("not_available", "PASSED", "unknown"),
    ])
  func rootTwin(advisor: String, hub: String, state: String) throws {
    let assessment = try assess([
      "ta.json": Self.result("7DAFEmoDos", advisor, day: 22),
      "hub.json": Self.hub("IAM.9", hub, resource: "AWS::::Account:\(Self.account)"),
    ])
    #expect(findings("IAM.9", assessment) == ["\(Self.root) \(state) critical 2"])
  }

  @Test("A public snapshot is one finding of RDS.1, of a cluster too")
  func snapshotTwins() throws {
    let arn = "arn:aws:rds:eu-west-1:\(Self.account)"
    let assessment = try assess([
      "ta.json": Self.result(
        "rSs93HQwa1", "error", day: 22,
        rows: [
          "error eu-west-1 false Red,eu-west-1,shop,shop-1", "error eu-west-1 false Red,,crm,crm-1",
        ]
      ),
      "hub.json": Self.hub("RDS.1", "PASSED", resource: arn + ":snapshot:shop-1"),
      "hub-2.json": Self.hub("RDS.1", "FAILED", resource: arn + ":cluster-snapshot:crm-1")
        .replacing("RDS.1-eu", with: "RDS.1-2-eu"),
    ])
    #expect(
      findings("RDS.1", assessment) == [
        arn + ":cluster-snapshot:crm-1 failed critical 2",
        arn + ":snapshot:shop-1 failed critical 2",
      ])
  }

  @Test(
    "A check that is a Security Hub control or a Config rule is a witness of that control",
    arguments: [
      ("Hs4Ma3G178", "EC2.18"), ("Hs4Ma3G143", "IAM.7"), ("Hs4Ma3G194", "RDS.1"),
      ("c18d2gz145", "SSM.1"), ("c18d2gz100", "S3.13"), ("rSs93HQwa1", "RDS.1"),
      ("HCP4007jGY", "TA.HCP4007jGY"),
    ])
  func controls(advisor: String, check: String) throws {
    let catalogue = try #require(Self.catalogue)
    let index = try #require(catalogue.index(ofCheck: check))
    #expect(
      catalogue.resolve(.trustedAdvisor(advisor), resourceType: "") == .check(index))
  }

  @Test("No check of Trusted Advisor stands for two controls")
  func unique() throws {
    let ids = try #require(Self.catalogue).checks.flatMap(\.trustedAdvisorChecks)
    #expect(ids.count == Set(ids).count && ids.count == 69)
  }

  // MARK: Regions

  @Test("Green of a whole account passes no region, and makes no place without a region")
  func greenTwin() throws {
    let assessment = try assess([
      "ta.json": Self.result("Hs4Ma3G178", "ok", day: 22)
        + Self.result("rSs93HQwa1", "ok", day: 22),
      "hub.json": Self.hub("EC2.2", "PASSED", resource: "arn:aws:ec2:eu-west-1:1:x/y"),
    ])
    #expect(places("EC2.18", assessment) == ["eu-west-1 no-data", "global passed"])
    #expect(places("RDS.1", assessment) == ["global passed"])
    let regions = assessment.places.flatMap { $0.map(\.key.region) }
    #expect(!regions.contains { $0.isNone })
  }

  // MARK: Lists

  private static let bucket = "Ireland,eu-west-1,amzn-s3-demo-bucket,No,No,Red,Yes,"

  @Test("The newer of two weekly results replaces the older whole, also regions that are gone")
  func weeks() throws {
    let first = Self.result(
      "Pfx0RwqBli", "error", day: 13,
      rows: [
        "error eu-west-1 false \(Self.bucket)",
        "warning us-east-1 false x,us-east-1,old,No,No,Yellow,No,",
      ])
    let second = Self.result(
      "Pfx0RwqBli", "error", day: 20, rows: ["error eu-west-1 false \(Self.bucket)"])
    let assessment = try assess(["a.json": first, "b.json": second])
    #expect(
      findings("TA.Pfx0RwqBli", assessment) == ["arn:aws:s3:::amzn-s3-demo-bucket failed high 1"])
    #expect(places("TA.Pfx0RwqBli", assessment) == ["eu-west-1 failed"])
    #expect(assessment.reconciliation.outcomes[.superseded] == 2)
    let green = try assess(["a.json": first, "c.json": Self.result("Pfx0RwqBli", "ok", day: 21)])
    #expect(places("TA.Pfx0RwqBli", green) == ["global passed"])
  }

  @Test("A file that is there twice counts once")
  func duplicates() throws {
    let text = Self.result(
      "Pfx0RwqBli", "error", day: 20, rows: ["error eu-west-1 false \(Self.bucket)"])
    let assessment = try assess(["a.json": text, "b.json": text])
    #expect(findings("TA.Pfx0RwqBli", assessment).count == 1)
    #expect(assessment.reconciliation.outcomes[.superseded] == 1)
  }

  @Test(
    "An event beside a list counts by itself: newer it stands, older it is gone",
    arguments: [(21, "ERROR", "failed"), (21, "OK", "passed"), (19, "OK", "failed")])
  func event(day: Int, status: String, state: String) throws {
    let event = """
      {"detail-type":"Trusted Advisor Check Item Refresh Notification","source":"aws.trustedadvisor",
      "account":"\(Self.account)","time":"2026-11-\(day)T08:00:00Z","detail":{
      "check-name":"Amazon S3 Bucket Permissions","check-item-detail":{"Status":"x",
      "Region Name":"Ireland","Region API Parameter":"eu-west-1","Bucket Name":"amzn-s3-demo-bucket",
      "ACL Allows List":"No","ACL Allows Upload/Delete":"No","Policy Allows Access":"Yes"},
      "status":"\(status)","resource_id":"arn:aws:s3:::amzn-s3-demo-bucket","uuid":"u"}}
      """
    let list = Self.result(
      "Pfx0RwqBli", "error", day: 20, rows: ["error eu-west-1 false \(Self.bucket)"])
    let assessment = try assess(["a.json": list, "e.json": event])
    #expect(
      findings("TA.Pfx0RwqBli", assessment)
        == ["arn:aws:s3:::amzn-s3-demo-bucket \(state) high 1"])
  }

  // MARK: Colours

  @Test("Suppressed rows are no failures, and rows with status ok pass")
  func rows() throws {
    let assessment = try assess([
      "a.json": Self.result(
        "Pfx0RwqBli", "ok", day: 20, rows: ["error eu-west-1 true \(Self.bucket)"]),
      "b.json": """
      {"result":{"checkId":"zXCkfM1nI3","timestamp":"2026-11-20T08:00:00Z","status":"ok",
      "resourcesSummary":{"resourcesProcessed":1,"resourcesFlagged":0},
      "flaggedResources":[{"status":"ok","resourceId":"d","isSuppressed":false}]}}
      """,
    ])
    #expect(places("TA.Pfx0RwqBli", assessment) == ["eu-west-1 excepted"])
    #expect(findings("TA.zXCkfM1nI3", assessment) == ["\(Self.root) passed medium 1"])
    #expect(assessment.reconciliation.outcomes[.suppressed] == 1)
  }

  @Test(
    "Red of one of the four own checks is high, yellow medium",
    arguments: [("error", Verdict.high), ("warning", .medium)])
  func severities(status: String, verdict: Verdict) throws {
    let assessment = try assess([
      "a.json": Self.result(
        "HCP4007jGY", status, day: 20,
        rows: ["\(status) eu-west-1 false eu-west-1,web,sg-1,tcp,x,22"])
    ])
    let objective = assessment.objectives.first { $0.objective.id == "so-5" }
    #expect(objective?.verdict == verdict)
    #expect(objective?.because.map(\.reference) == ["TA.HCP4007jGY"])
  }

  @Test("Everything else is read, and listed by name outside the objectives")
  func unmapped() throws {
    let checks = """
      {"checks":[{"id":"eI7KK0l7J9","name":"Active snapshots","category":"service_limits",
      "metadata":["Region","Service"]}]}
      """
    let assessment = try assess([
      "c.json": checks,
      "l.json": Self.result(
        "eI7KK0l7J9", "ok", day: 20, rows: ["ok eu-north-1 false eu-north-1,EBS"]),
      "m.json": Self.result("Hs4Ma3G191", "warning", day: 20),
    ])
    #expect(assessment.merged.outcomes == [.unmapped, .unmapped])
    let titles = assessment.evidence.records.rows.map { assessment.strings[$0.title] }
    #expect(titles == ["Active snapshots", ""])
    #expect(assessment.scope.accounts.flatMap(\.regions).isEmpty)
  }

  // MARK: The console's

  @Test("What a person copied from the console is judged as the API's results are")
  func offline() throws {
    let text = """
      trusted-advisor:
        - {check: MFA on Root Account, colour: red, date: 2026-11-20}
        - check: Security Groups – Specific Ports Unrestricted
          colour: yellow
          date: 2026-11-20
          resources: [{region: eu-west-1, resource: sg-1}]
      """
    let assessment = try assess(["ta.yaml": text])
    #expect(findings("IAM.9", assessment) == ["\(Self.root) failed critical 1"])
    #expect(
      findings("TA.HCP4007jGY", assessment) == [
        "arn:aws:ec2:eu-west-1:\(Self.account):security-group/sg-1 failed medium 1"
      ])
  }

  @Test("The file that init writes is empty, and right once its comments are taken away")
  func skeleton() throws {
    let path = "templates/skeleton/evidence/trusted-advisor.yaml"
    let text = try #require(try FileSet().text(path))
    #expect(
      try assess(["ta.yaml": text, "x.json": Self.result("zXCkfM1nI3", "ok", day: 20)])
        .merged.outcomes == [.finding])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("trusted-advisor:") })
    let used = lines[(start + 1)...].map { $0.hasPrefix("#") ? String($0.dropFirst()) : "" }
    let filled = "trusted-advisor:\n" + used.joined(separator: "\n")
    #expect(try assess(["ta.yaml": filled], account: nil).merged.outcomes.count == 6)
  }
}
