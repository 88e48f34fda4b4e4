import AssessmentInput
import AssessmentModel
import Testing

@Suite("AWS Config and Security Hub as witnesses of one finding")
struct ConfigWitnessTests {
  private static func hub(
    _ control: String, _ resource: String, _ status: String, region: String = "eu-west-1",
    workflow: String = "NEW", at time: String = "2026-11-20T12:00:00Z"
  ) -> String {
    Sample.export(
      Sample.finding([
        "Id":
          #""arn:aws:securityhub:\#(region):111122223333:security-control/\#(control)/finding/\#(resource)""#,
        "GeneratorId": #""security-control/\#(control)""#, "Region": "\"\(region)\"",
        "UpdatedAt": "\"\(time)\"",
        "ProductArn":
          #""arn:\#(Region.partition(of: region)):securityhub:\#(region)::product/aws/securityhub""#,
        "Resources": #"[{"Type":"x","Id":"\#(resource)"}]"#,
        "Compliance": #"{"Status":"\#(status)","SecurityControlId":"\#(control)"}"#,
        "Workflow": #"{"Status":"\#(workflow)"}"#,
      ]))
  }

  private static func bucket(
    _ compliance: String, at time: String = #""2026-11-10T10:00:00Z""#
  )
    -> String
  {
    ConfigSample.results(
      ConfigSample.result("s3-bucket-logging-enabled", "S3::Bucket/b", compliance, at: time))
  }

  @Test("The worse of both holds, however old it is, and the disagreement is shown")
  func worstWins() throws {
    for (hub, config) in [("PASSED", "NON_COMPLIANT"), ("FAILED", "COMPLIANT")] {
      let result = try ConfigAssessment([
        "hub.json": Self.hub("S3.9", "arn:aws:s3:::b", hub), "config.json": Self.bucket(config),
      ])
      #expect(result.findings == ["S3.9 eu-west-1 arn:aws:s3:::b failed"])
      #expect(result.assessment.merged.findings.map(\.isDisputed) == [true])
      #expect(result.outcomes.sorted() == ["finding", "merged"])
    }
  }

  @Test("A suppression in Security Hub sets AWS Config's failure aside")
  func suppression() throws {
    let result = try ConfigAssessment([
      "hub.json": Self.hub("S3.9", "arn:aws:s3:::b", "FAILED", workflow: "SUPPRESSED"),
      "config.json": Self.bucket("NON_COMPLIANT", at: #""2026-11-22T10:00:00Z""#),
    ])
    #expect(result.findings == ["S3.9 eu-west-1 arn:aws:s3:::b suppressed"])
    #expect(result.places(of: "S3.9") == ["eu-west-1 excepted"])
  }

  @Test(
    "Resources meet in their partition",
    arguments: [
      ("eu-west-1", "arn:aws"), ("us-gov-west-1", "arn:aws-us-gov"), ("cn-north-1", "arn:aws-cn"),
    ])
  func partitions(region: String, arn: String) throws {
    let group = "\(arn):ec2:\(region):111122223333:security-group/sg-1"
    let result = try ConfigAssessment(
      [
        "hub.json": Self.hub("EC2.2", group, "FAILED", region: region),
        "root.json": Self.hub("IAM.4", "AWS::::Account:111122223333", "PASSED", region: region),
        "group.json": ConfigSample.results(
          ConfigSample.result("vpc-default-security-group-closed", "EC2::SecurityGroup/sg-1")),
        "account.json": ConfigSample.results(
          ConfigSample.result(
            "iam-root-access-key-check", "::Account/111122223333", "COMPLIANT")),
      ], region: region)
    #expect(
      result.findings == [
        "EC2.2 \(region) \(group) failed", "IAM.4 global \(arn):iam::111122223333:root passed",
      ])
  }

  @Test("What AWS Config calls by an id of its own is not merged")
  func ownIDs() throws {
    let user = "arn:aws:iam::111122223333:user/ada"
    let result = try ConfigAssessment([
      "hub.json": Self.hub("IAM.2", user, "FAILED"),
      "config.json": ConfigSample.results(
        ConfigSample.result("iam-user-no-policies-check", "IAM::User/AIDAEXAMPLE")),
    ])
    #expect(
      result.findings == ["IAM.2 global AIDAEXAMPLE failed", "IAM.2 global \(user) failed"])
  }

  // MARK: One rule, many checks

  private static let root = "arn:aws:iam::111122223333:root"

  private static func password(_ compliance: String) -> String {
    ConfigSample.results(
      ConfigSample.result("iam-password-policy", "::Account/111122223333", compliance))
  }

  @Test("A rule of several checks makes all of them unknown, whether it passes or fails")
  func manyChecks() throws {
    for compliance in ["COMPLIANT", "NON_COMPLIANT"] {
      let result = try ConfigAssessment(["c.json": Self.password(compliance)])
      #expect(result.findings == [] && result.outcomes == ["ambiguous"])
      #expect(result.places(of: "IAM.7") == ["global unknown"])
      #expect(result.places(of: "IAM.15") == ["global unknown"])
      let verdict: Verdict = compliance == "COMPLIANT" ? .notAssessed : .high
      #expect(result.assessment.objectives.map(\.verdict) == [verdict])
    }
  }

  @Test("Where all but one are known, the rule is that one's")
  func oneLeft() throws {
    let result = try ConfigAssessment([
      "c.json": Self.password("NON_COMPLIANT"),
      "hub.json": Self.hub("IAM.15", "AWS::::Account:111122223333", "PASSED"),
    ])
    #expect(
      result.findings == [
        "IAM.7 global \(Self.root) failed", "IAM.15 global \(Self.root) passed",
      ])
  }

  @Test(
    "The parameters of describe-config-rules settle it",
    arguments: [("90", ["IAM.8"]), ("45", ["IAM.22"]), ("30", []), ("", ["ambiguous"])])
  func parameters(days: String, checks: [String]) throws {
    let parameters = days.isEmpty ? "" : #"{"maxCredentialUsageAge":"\#(days)"}"#
    let result = try ConfigAssessment([
      "c.json": ConfigSample.results(
        ConfigSample.result("iam-user-unused-credentials-check", "IAM::User/AIDA")),
      "rules.json": ConfigSample.rule(
        "iam-user-unused-credentials-check", "IAM_USER_UNUSED_CREDENTIALS_CHECK",
        parameters: parameters),
    ])
    #expect(
      result.findings == checks.filter { $0 != "ambiguous" }.map { "\($0) global AIDA failed" })
    #expect(
      result.outcomes
        == [checks.isEmpty ? "unmapped" : checks == ["ambiguous"] ? "ambiguous" : "finding"])
  }

  @Test("A rule under a name of the account's own is known by describe-config-rules")
  func ownName() throws {
    let results = ConfigSample.results(
      ConfigSample.result("our-buckets", "S3::Bucket/a"),
      ConfigSample.result("our-buckets", "S3::Bucket/b"))
    #expect(try ConfigAssessment(["c.json": results]).outcomes == ["unmapped", "unmapped"])
    let known = try ConfigAssessment([
      "c.json": results,
      "z.json": ConfigSample.rule("our-buckets", "S3_BUCKET_LOGGING_ENABLED"),
    ])
    #expect(
      known.findings == [
        "S3.9 eu-west-1 arn:aws:s3:::a failed", "S3.9 eu-west-1 arn:aws:s3:::b failed",
      ])
  }
}
