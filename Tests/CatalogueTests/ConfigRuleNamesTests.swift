import AssessmentModel
import Catalogue
import EmbeddedFiles
import Testing

/// Names as Security Hub, Control Tower and conformance packs make them; the suffixes are invented.
@Suite("Rules of AWS Config in the catalogue")
struct ConfigRuleNamesTests {
  private static func checks(_ reference: CheckReference) throws -> [String] {
    let catalogue = try CatalogueFiles.load(try FileSet())
    return switch catalogue.resolve(reference, resourceType: "") {
    case .check(let index): [catalogue.checks[index].id]
    case .candidates(let indices): indices.map { catalogue.checks[$0].id }
    case .unmapped, .otherProduct: []
    }
  }

  @Test(
    "A name that AWS's services give leads to the check",
    arguments: [
      ("securityhub-access-keys-rotated-3dd4f050", ["IAM.3"]),
      ("securityhub-iam-password-policy-recommended-defaults-ca104555", ["IAM.7"]),
      (
        "securityhub-iam-password-policy-recommended-defaults-no-symbols-required-ca104555",
        ["IAM.10"]
      ),
      ("securityhub-iam-password-policy-uppercase-letter-check-2939a199", ["IAM.11"]),
      ("securityhub-iam-password-policy-lowercase-letter-check-2939a199", ["IAM.12"]),
      ("securityhub-iam-password-policy-symbol-check-2939a199", ["IAM.13"]),
      ("securityhub-iam-password-policy-number-check-2939a199", ["IAM.14"]),
      ("securityhub-iam-password-policy-minimum-length-check-2939a199", ["IAM.15"]),
      ("securityhub-iam-password-policy-prevent-reuse-check-2939a199", ["IAM.16"]),
      ("securityhub-iam-password-policy-ensure-expires-2939a199", ["IAM.17"]),
      ("securityhub-iam-user-unused-credentials-check-0028a77f", ["IAM.8"]),
      ("securityhub-iam-user-unused-credentials-check-45-0028a77f", ["IAM.22"]),
      ("securityhub-iam-support-policy-in-use-d01b2563", ["IAM.18"]),
      ("securityhub-restricted-ssh-9412a869", ["EC2.13"]),
      ("securityhub-restricted-rdp-fc082d4d", ["EC2.14"]),
      ("securityhub-vpc-sg-restricted-common-ports-29874e97", ["EC2.19"]),
      ("securityhub-ec2-instance-managed-by-ssm-04cbcf73", ["SSM.1"]),
      ("securityhub-ec2-managedinstance-patch-compliance-bea86e27", ["SSM.2"]),
      ("securityhub-s3-account-level-public-access-blocks-17eb3d24", ["S3.1"]),
      ("securityhub-s3-account-level-public-access-blocks-periodic-8e54bdf5", ["S3.1"]),
      ("securityhub-multi-region-cloud-trail-enabled-31a73aad", ["CloudTrail.1"]),
      ("AWSControlTower_AWS-GR_ROOT_ACCOUNT_MFA_ENABLED", ["IAM.9"]),
      ("AWSControlTower_AWS-GR_S3_BUCKET_PUBLIC_READ_PROHIBITED", ["S3.2"]),
      ("s3-bucket-logging-enabled-conformance-pack-a1b2c3d4e", ["S3.9"]),
      ("OrgConfigRule-s3-bucket-versioning-enabled-dbgzf8ba", ["S3.14"]),
      ("iam-user-unused-credentials-check", ["IAM.8", "IAM.22"]),
    ])
  func resolves(name: String, ids: [String]) throws {
    #expect(Set(try Self.checks(.configRule(name))) == Set(ids))
  }

  @Test(
    "Parameters tell the checks of a rule apart, and what only looks like a check",
    arguments: [
      ("iam-user-unused-credentials-check", "maxCredentialUsageAge", "90", ["IAM.8"]),
      ("iam-user-unused-credentials-check", "maxCredentialUsageAge", "45", ["IAM.22"]),
      ("iam-user-unused-credentials-check", "maxCredentialUsageAge", "365", []),
      ("access-keys-rotated", "maxAccessKeyAge", "90", ["IAM.3"]),
      ("access-keys-rotated", "maxAccessKeyAge", "365", []),
      (
        "iam-policy-in-use", "policyARN", "arn:aws-us-gov:iam::aws:policy/AWSSupportAccess",
        ["IAM.18"]
      ),
      ("iam-policy-in-use", "policyARN", "arn:aws:iam::aws:policy/ReadOnlyAccess", []),
      (
        "iam-policy-blacklisted-check", "policyArns",
        "arn:aws:iam::aws:policy/AWSCloudShellFullAccess", ["IAM.27"]
      ),
      (
        "iam-policy-blacklisted-check", "policyArns", "arn:aws:iam::aws:policy/AdministratorAccess",
        []
      ),
      ("secretsmanager-secret-unused", "unusedForDays", "90", ["SecretsManager.3"]),
      ("secretsmanager-secret-unused", "unusedForDays", "365", []),
      ("secretsmanager-secret-periodic-rotation", "maxDaysSinceRotation", "30", []),
    ])
  func reads(rule: String, parameter: String, value: String, ids: [String]) throws {
    let description = ConfigRuleDescription(managed: rule, parameters: [parameter: value])
    #expect(try Self.checks(.configRule("ours", description)) == ids)
  }
}
