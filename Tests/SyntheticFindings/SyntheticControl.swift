/// A control of Security Hub, and the kind of resource that it looks at.
struct SyntheticControl: Sendable {
  /// How the ARN of a resource is made, and how AWS calls its type.
  struct Kind: Sendable {
    let type: String
    let service: String
    /// What stands before the name, such as `user/`.
    let prefix: String
    let hasRegion: Bool
    let hasAccount: Bool

    init(
      _ type: String, _ service: String, _ prefix: String, hasRegion: Bool = true,
      hasAccount: Bool = true
    ) {
      self.type = type
      self.service = service
      self.prefix = prefix
      self.hasRegion = hasRegion
      self.hasAccount = hasAccount
    }
  }

  let id: String
  let title: String
  let severity: String
  let kind: Kind
  let configRule: String

  /// Whether AWS reports the same resource in every region where it is recorded.
  var isGlobal: Bool { !kind.hasRegion && kind.hasAccount }

  init(_ id: String, _ severity: String, _ kind: Kind, _ configRule: String, _ title: String) {
    self.id = id
    self.title = title
    self.severity = severity
    self.kind = kind
    self.configRule = configRule
  }
}

extension SyntheticControl {
  private static let user = Kind("AwsIamUser", "iam", "user/", hasRegion: false)
  private static let policy = Kind("AwsIamPolicy", "iam", "policy/", hasRegion: false)
  private static let role = Kind("AwsIamRole", "iam", "role/", hasRegion: false)
  private static let bucket = Kind(
    "AwsS3Bucket", "s3", "", hasRegion: false, hasAccount: false)
  private static let group = Kind("AwsEc2SecurityGroup", "ec2", "security-group/")
  private static let instance = Kind("AwsEc2Instance", "ec2", "instance/")
  private static let secret = Kind("AwsSecretsManagerSecret", "secretsmanager", "secret:")

  /// Controls that have many resources in every account: 22 of the objectives, and four of none, as
  /// every real export has them.
  static let all = [
    SyntheticControl(
      "IAM.1", "HIGH", policy, "iam-policy-no-statements-with-admin-access",
      "IAM policies should not allow full \\\"*\\\" administrative privileges"),
    SyntheticControl(
      "IAM.2", "LOW", user, "iam-user-no-policies-check",
      "IAM users should not have IAM policies attached"),
    SyntheticControl(
      "IAM.3", "MEDIUM", user, "access-keys-rotated",
      "IAM users' access keys should be rotated every 90 days or less"),
    SyntheticControl(
      "IAM.5", "MEDIUM", user, "mfa-enabled-for-iam-console-access",
      "MFA should be enabled for all IAM users that have a console password"),
    SyntheticControl(
      "IAM.8", "MEDIUM", user, "iam-user-unused-credentials-check",
      "Unused IAM user credentials should be removed"),
    SyntheticControl(
      "IAM.21", "LOW", policy, "iam-policy-no-statements-with-full-access",
      "IAM customer managed policies that you create should not allow wildcard actions for services"
    ),
    SyntheticControl(
      "KMS.2", "MEDIUM", role, "iam-inline-policy-blocked-kms-actions",
      "IAM principals should not have IAM inline policies that allow decryption actions on all KMS keys"
    ),
    SyntheticControl(
      "RDS.10", "MEDIUM", Kind("AwsRdsDbInstance", "rds", "db:"),
      "rds-instance-iam-authentication-enabled",
      "IAM authentication should be configured for RDS instances"),
    SyntheticControl(
      "RDS.12", "MEDIUM", Kind("AwsRdsDbCluster", "rds", "cluster:"),
      "rds-cluster-iam-authentication-enabled",
      "IAM authentication should be configured for RDS clusters"),
    SyntheticControl(
      "ECS.8", "HIGH", Kind("AwsEcsTaskDefinition", "ecs", "task-definition/"),
      "ecs-no-environment-secrets",
      "Secrets should not be passed as container environment variables"),
    SyntheticControl(
      "SecretsManager.1", "MEDIUM", secret, "secretsmanager-rotation-enabled-check",
      "Secrets Manager secrets should have automatic rotation enabled"),
    SyntheticControl(
      "SecretsManager.3", "MEDIUM", secret, "secretsmanager-secret-unused",
      "Remove unused Secrets Manager secrets"),
    SyntheticControl(
      "EC2.2", "HIGH", group, "vpc-default-security-group-closed",
      "VPC default security groups should not allow inbound or outbound traffic"),
    SyntheticControl(
      "EC2.18", "HIGH", group, "vpc-sg-open-only-to-authorized-ports",
      "Security groups should only allow unrestricted incoming traffic for authorized ports"),
    SyntheticControl(
      "EC2.19", "CRITICAL", group, "restricted-common-ports",
      "Security groups should not allow unrestricted access to ports with high risk"),
    SyntheticControl(
      "EC2.21", "MEDIUM", Kind("AwsEc2NetworkAcl", "ec2", "network-acl/"),
      "nacl-no-unrestricted-ssh-rdp",
      "Network ACLs should not allow ingress from 0.0.0.0/0 to port 22 or port 3389"),
    SyntheticControl(
      "ECR.1", "HIGH", Kind("AwsEcrRepository", "ecr", "repository/"),
      "ecr-private-image-scanning-enabled",
      "ECR private repositories should have image scanning configured"),
    SyntheticControl(
      "SSM.1", "MEDIUM", instance, "ec2-instance-managed-by-systems-manager",
      "Amazon EC2 instances should be managed by AWS Systems Manager"),
    SyntheticControl(
      "S3.2", "CRITICAL", bucket, "s3-bucket-public-read-prohibited",
      "S3 general purpose buckets should block public read access"),
    SyntheticControl(
      "S3.5", "MEDIUM", bucket, "s3-bucket-ssl-requests-only",
      "S3 general purpose buckets should require requests to use SSL"),
    SyntheticControl(
      "S3.8", "HIGH", bucket, "s3-bucket-level-public-access-prohibited",
      "S3 general purpose buckets should block public access"),
    SyntheticControl(
      "S3.9", "MEDIUM", bucket, "s3-bucket-logging-enabled",
      "S3 general purpose buckets should have server access logging enabled"),
    SyntheticControl(
      "Lambda.2", "MEDIUM", Kind("AwsLambdaFunction", "lambda", "function:"),
      "lambda-function-settings-check", "Lambda functions should use supported runtimes"),
    SyntheticControl(
      "DynamoDB.2", "MEDIUM", Kind("AwsDynamoDbTable", "dynamodb", "table/"),
      "dynamodb-pitr-enabled", "DynamoDB tables should have point-in-time recovery enabled"),
    SyntheticControl(
      "ELB.6", "MEDIUM",
      Kind("AwsElbv2LoadBalancer", "elasticloadbalancing", "loadbalancer/app/"),
      "elb-deletion-protection-enabled",
      "Application, Gateway, and Network Load Balancers should have deletion protection enabled"),
    SyntheticControl(
      "EC2.3", "MEDIUM", Kind("AwsEc2Volume", "ec2", "volume/"), "encrypted-volumes",
      "Attached Amazon EBS volumes should be encrypted at-rest"),
  ]
}
