import AssessmentInput
import AssessmentModel
import Testing

@Suite("AWS Config in an assessment")
struct ConfigAssessmentTests {
  private static let logging = "s3-bucket-logging-enabled"
  private static let old = #""2026-11-10T10:00:00Z""#
  private static let new = #""2026-11-17T10:00:00Z""#

  private static func bucket(
    _ name: String, _ compliance: String = "NON_COMPLIANT", at time: String = new
  ) -> String {
    ConfigSample.result(logging, "S3::Bucket/\(name)", compliance, at: time)
  }

  // MARK: Lists

  @Test("A result of a whole rule counts only where none by resource is")
  func summaries() throws {
    let rule = ConfigSample.byRule((Self.logging, "NON_COMPLIANT"))
    let alone = try ConfigAssessment(["rule.json": rule])
    #expect(alone.findings == ["S3.9 eu-west-1 arn:aws:iam::111122223333:root failed"])
    let both = try ConfigAssessment([
      "rule.json": rule, "results.json": ConfigSample.results(Self.bucket("a"), Self.bucket("b")),
    ])
    #expect(
      both.findings == [
        "S3.9 eu-west-1 arn:aws:s3:::a failed", "S3.9 eu-west-1 arn:aws:s3:::b failed",
      ])
    #expect(both.outcomes == ["finding", "finding", "superseded"])
  }

  @Test("Of two weekly exports the newer replaces the older, with what is gone")
  func weeks() throws {
    let week1 = ConfigSample.results(
      Self.bucket("gone", at: Self.old), Self.bucket("kept", at: Self.old))
    for week2 in [
      ConfigSample.results(Self.bucket("kept", "COMPLIANT")),
      ConfigSample.results(Self.bucket("kept", "COMPLIANT"), Self.bucket("new", "COMPLIANT")),
    ] {
      let result = try ConfigAssessment(["week-1/r.json": week1, "week-2/r.json": week2])
      #expect(result.findings.first == "S3.9 eu-west-1 arn:aws:s3:::kept passed")
      #expect(result.outcomes.prefix(2) == ["superseded", "superseded"])
      #expect(result.places(of: "S3.9") == ["eu-west-1 passed"])
    }
  }

  @Test("A list of one resource hides no failure of another")
  func resourceLists() throws {
    let rule = ConfigSample.results(
      Self.bucket("a", at: Self.old), Self.bucket("b", at: Self.old))
    let resource = ConfigSample.results(
      Self.bucket("a", "COMPLIANT"), ConfigSample.result("other", "S3::Bucket/a", "COMPLIANT"))
    let result = try ConfigAssessment(["rule.json": rule, "resource.json": resource])
    #expect(
      result.findings == [
        "S3.9 eu-west-1 arn:aws:s3:::a passed", "S3.9 eu-west-1 arn:aws:s3:::b failed",
      ])
    #expect(result.outcomes == ["finding", "unmapped", "superseded", "finding"])
  }

  @Test("A single change of compliance hides no failure of another resource")
  func events() throws {
    let change = """
      {"detail-type":"Config Rules Compliance Change","source":"aws.config","detail":{\
      "awsAccountId":"111122223333","awsRegion":"eu-west-1",\
      "messageType":"ComplianceChangeNotification","newEvaluationResult":{\
      "evaluationResultIdentifier":{"evaluationResultQualifier":{"configRuleName":"\(Self.logging)",\
      "resourceType":"AWS::S3::Bucket","resourceId":"a"}},"complianceType":"COMPLIANT",\
      "resultRecordedTime":"2026-11-18T10:00:00Z"}}}
      """
    let result = try ConfigAssessment([
      "event.json": change,
      "results.json": ConfigSample.results(
        Self.bucket("a", at: Self.old), Self.bucket("b", at: Self.old)),
    ])
    #expect(
      result.findings == [
        "S3.9 eu-west-1 arn:aws:s3:::a passed", "S3.9 eu-west-1 arn:aws:s3:::b failed",
      ])
  }

  @Test("Passes of a list whose next page is missing are unknown")
  func pages() throws {
    let page = ConfigSample.results(
      Self.bucket("a", "COMPLIANT"), Self.bucket("b", "COMPLIANT"), token: "t")
    let other = ConfigSample.results(
      ConfigSample.result("other", "S3::Bucket/a"), ConfigSample.result("other", "S3::Bucket/b"))
    let cut = try ConfigAssessment(["1.json": page, "2.json": other])
    #expect(cut.places(of: "S3.9") == ["eu-west-1 unknown"])
    #expect(cut.assessment.warnings.map(\.identifier) == ["page-missing"])
    let whole = try ConfigAssessment([
      "1.json": page,
      "2.json": ConfigSample.results(Self.bucket("c", "COMPLIANT"), Self.bucket("d", "COMPLIANT")),
    ])
    #expect(whole.places(of: "S3.9") == ["eu-west-1 passed"])
  }

  @Test("NOT_APPLICABLE is archived, no data unknown, a rule of no check unmapped")
  func outcomes() throws {
    let result = try ConfigAssessment([
      "x.json": ConfigSample.results(
        Self.bucket("a", "NOT_APPLICABLE"), Self.bucket("b", "INSUFFICIENT_DATA")),
      "y.json": ConfigSample.byRule(("own-rule", "NON_COMPLIANT")),
    ])
    #expect(result.outcomes == ["archived", "finding", "unmapped"])
    #expect(result.places(of: "S3.9") == ["eu-west-1 unknown"])
    let nowhere = try ConfigAssessment(
      ["x.json": ConfigSample.results(Self.bucket("a")), "y.json": Sample.hub], account: nil)
    #expect(nowhere.outcomes == ["unplaced"] && nowhere.findings == [])
  }

  // MARK: Places

  @Test("A global rule recorded in several regions is judged once an account")
  func globalRules() throws {
    let place = { (region: String, account: String) in
      #","AccountId":"\#(account)","AwsRegion":"\#(region)""#
    }
    let result = try ConfigAssessment([
      "x.json": ConfigSample.output(
        "AggregateEvaluationResults",
        [
          ConfigSample.result(
            "iam-user-no-policies-check", "IAM::User/AIDA1",
            more: place("us-east-1", "111122223333")),
          ConfigSample.result(
            "iam-user-no-policies-check", "IAM::User/AIDA1",
            more: place("eu-west-1", "111122223333")),
          ConfigSample.result(
            "iam-user-no-policies-check", "IAM::User/AIDA1", "COMPLIANT",
            more: place("eu-west-1", "444455556666")),
        ])
    ])
    #expect(
      result.findings == ["IAM.2 global AIDA1 failed", "IAM.2 444455556666 global AIDA1 passed"])
    #expect(result.outcomes == ["finding", "merged", "finding"])
    #expect(result.places(of: "IAM.2") == ["global failed", "global passed"])
  }
}
