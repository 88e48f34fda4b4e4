import AssessmentInput
import AssessmentModel
import Testing

@Suite("Where results of AWS Config belong")
struct ConfigPlacesTests {
  private static let remedy =
    "Give both in assessment.yaml under evidence, or with --evidence-account and "
    + "--evidence-region."

  struct Resource: Sendable, CustomTestStringConvertible {
    let resource: String
    let region: String
    let name: String
    var testDescription: String { "\(resource) in \(region)" }

    init(_ resource: String, in region: String = "eu-west-1", _ name: String) {
      self.resource = resource
      self.region = region
      self.name = name
    }
  }

  private static let account = "111122223333"

  static let resources = [
    Resource("S3::Bucket/logs", "arn:aws:s3:::logs"),
    Resource("S3::Bucket/logs", in: "us-gov-west-1", "arn:aws-us-gov:s3:::logs"),
    Resource("S3::Bucket/logs", in: "cn-north-1", "arn:aws-cn:s3:::logs"),
    Resource("EC2::SecurityGroup/sg-1", "arn:aws:ec2:eu-west-1:\(account):security-group/sg-1"),
    Resource(
      "EC2::Instance/i-1", in: "us-gov-east-1",
      "arn:aws-us-gov:ec2:us-gov-east-1:\(account):instance/i-1"),
    Resource("EC2::VPC/vpc-1", "arn:aws:ec2:eu-west-1:\(account):vpc/vpc-1"),
    Resource("EC2::NetworkAcl/acl-1", "arn:aws:ec2:eu-west-1:\(account):network-acl/acl-1"),
    Resource("KMS::Key/1234-ab", "arn:aws:kms:eu-west-1:\(account):key/1234-ab"),
    Resource("Lambda::Function/f", "arn:aws:lambda:eu-west-1:\(account):function:f"),
    Resource(
      "CloudFront::Distribution/E1", in: "us-east-1",
      "arn:aws:cloudfront::\(account):distribution/E1"),
    Resource("::Account/\(account)", "arn:aws:iam::\(account):root"),
    Resource("::Account/\(account)", in: "us-gov-west-1", "arn:aws-us-gov:iam::\(account):root"),
    Resource("::Account/resourceID", "resourceID"),
    Resource("IAM::User/AIDAEXAMPLE", "AIDAEXAMPLE"),
    Resource("RDS::DBInstance/db-ABC", "db-ABC"),
    Resource(
      "SecretsManager::Secret/arn:aws:secretsmanager:eu-west-1:\(account):secret:s-1",
      "arn:aws:secretsmanager:eu-west-1:\(account):secret:s-1"),
    Resource("EC2::Instance/arn:aws:ec2:eu-west-1:1:x/i", "arn:aws:ec2:eu-west-1:1:x/i"),
  ]

  @Test("An id becomes an ARN only where it stands in the ARN", arguments: resources)
  func names(_ resource: Resource) {
    let text = ConfigSample.results(ConfigSample.result("r", resource.resource))
    let result = reading(["x.json": text], account: Self.account, region: resource.region)
    #expect(result.evidence.records.rows.map { result[$0.resource] } == [resource.name])
  }

  @Test("An id becomes no ARN without the region that stands in it or tells its partition")
  func needsRegion() {
    let text = ConfigSample.results(
      ConfigSample.result("r", "S3::Bucket/b"), ConfigSample.result("r", "EC2::Instance/i-1"))
    let result = reading(["x.json": text], account: Self.account)
    #expect(result.evidence.records.rows.map { result[$0.resource] } == ["b", "i-1"])
  }

  @Test("The record tells the place before its resource, and that before what is given")
  func ordersPlaces() {
    let arn = "SNS::Topic/arn:aws:sns:ap-south-1:444455556666:t"
    let place = #","AccountId":"777788889999","AwsRegion":"us-east-2""#
    let text = ConfigSample.output(
      "AggregateEvaluationResults",
      [
        ConfigSample.result("r", arn, more: place), ConfigSample.result("r", arn),
        ConfigSample.result("r", "::Account/444455556666"), ConfigSample.result("r", "IAM::User/A"),
        ConfigSample.result(
          "r", "IAM::User/A", more: #","AccountId":"Account ID","AwsRegion":"Mars""#),
      ])
    #expect(
      readingConfig(["x.json": text]).evidence.records.rows.map(\.number) == [1, 2, 3, 4, 5])
    let result = readingConfig(["x.json": text])
    #expect(
      result.evidence.records.rows.map { "\(result[$0.account]) \(result[$0.region])" } == [
        "777788889999 us-east-2", "444455556666 ap-south-1", "444455556666 eu-west-1",
        "111122223333 eu-west-1", "111122223333 eu-west-1",
      ])
  }

  @Test("assessment.yaml places files and folders before the options do")
  func placesFiles() {
    let text = ConfigSample.results(ConfigSample.result("r", "IAM::User/A"))
    let result = readingConfig([
      "assessment.yaml": """
      evidence:
        - file: evidence/one.json
          account: "444455556666"
        - file: evidence/two
          account: "777788889999"
          region: us-east-2
      """,
      "evidence/one.json": text, "evidence/two/a.json": text, "evidence/three.json": text,
    ])
    #expect(
      result.configLines == [
        "r failed 444455556666 eu-west-1 A", "r failed 111122223333 eu-west-1 A",
        "r failed 777788889999 us-east-2 A",
      ])
  }

  @Test("A file whose results name no place says how to tell it, once")
  func warns() {
    let list = ConfigSample.results(
      ConfigSample.result("r", "IAM::User/A"), ConfigSample.result("r", "IAM::User/B"))
    let rules = ConfigSample.byRule(("r", "COMPLIANT"))
    let files = ["x.json": list + list, "y.json": rules]
    let nowhere = reading(files)
    #expect(
      nowhere.warningLines
        == ["x.json", "y.json"].map {
          "\($0): its results do not name their account and region, so they count for nothing. "
            + Self.remedy
        })
    #expect(nowhere.configLines.last == "r passed - - -")
    #expect(
      reading(files, account: Self.account).warningLines
        == ["x.json", "y.json"].map {
          "\($0): its results do not name their region, so they count for no region in scope. "
            + Self.remedy
        })
    #expect(
      reading(files, region: "eu-west-1").warningLines
        == ["x.json", "y.json"].map {
          "\($0): its results do not name their account, so they count for nothing. \(Self.remedy)"
        })
    #expect(readingConfig(files).warningLines == [])
  }
}
