import AssessmentModel

/// Which types of resources have their id in their ARN, and where (rules.md 2).
///
/// The ids of all other types, such as those of IAM users (AIDA…), say nothing of the ARN.
enum ConfigResource {
  /// The type of an account, whose id is its number.
  static let account = "AWS::::Account"

  /// What stands in the ARN before and after the id; nil when the id does not stand in it, or when
  /// the account or region that it needs is not known (empty).
  static func arnParts(
    of type: String, account: String, region: String
  ) -> (before: String, after: String)? {
    let partition = Region.partition(of: region)
    if type == Self.account { return ("arn:\(partition):iam::", ":root") }
    guard !region.isEmpty else { return nil }
    if type == "AWS::S3::Bucket" { return ("arn:\(partition):s3:::", "") }
    guard !account.isEmpty else { return nil }
    if type == "AWS::CloudFront::Distribution" {
      return ("arn:\(partition):cloudfront::\(account):distribution/", "")
    }
    guard let (service, path) = regional[type] else { return nil }
    return ("arn:\(partition):\(service):\(region):\(account):\(path)", "")
  }

  /// Type → service and what stands before the id (AWS's service authorization reference).
  private static let regional: [String: (String, String)] = [
    "AWS::EC2::CustomerGateway": ("ec2", "customer-gateway/"),
    "AWS::EC2::EgressOnlyInternetGateway": ("ec2", "egress-only-internet-gateway/"),
    "AWS::EC2::FlowLog": ("ec2", "vpc-flow-log/"),
    "AWS::EC2::Instance": ("ec2", "instance/"),
    "AWS::EC2::InternetGateway": ("ec2", "internet-gateway/"),
    "AWS::EC2::LaunchTemplate": ("ec2", "launch-template/"),
    "AWS::EC2::NatGateway": ("ec2", "natgateway/"),
    "AWS::EC2::NetworkAcl": ("ec2", "network-acl/"),
    "AWS::EC2::NetworkInterface": ("ec2", "network-interface/"),
    "AWS::EC2::RouteTable": ("ec2", "route-table/"),
    "AWS::EC2::SecurityGroup": ("ec2", "security-group/"),
    "AWS::EC2::Subnet": ("ec2", "subnet/"),
    "AWS::EC2::TransitGateway": ("ec2", "transit-gateway/"),
    "AWS::EC2::Volume": ("ec2", "volume/"),
    "AWS::EC2::VPC": ("ec2", "vpc/"),
    "AWS::EC2::VPCEndpoint": ("ec2", "vpc-endpoint/"),
    "AWS::EC2::VPCPeeringConnection": ("ec2", "vpc-peering-connection/"),
    "AWS::EC2::VPNConnection": ("ec2", "vpn-connection/"),
    "AWS::EC2::VPNGateway": ("ec2", "vpn-gateway/"),
    "AWS::KMS::Key": ("kms", "key/"),
    "AWS::Lambda::Function": ("lambda", "function:"),
  ]
}
