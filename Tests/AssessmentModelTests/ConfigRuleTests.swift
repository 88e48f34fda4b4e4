import Testing

@testable import AssessmentModel

@Suite("The check of a rule of AWS Config")
struct ConfigRuleTests {
  private static let catalogue = AssessmentBuilder(
    "IAM.3 rule=access-keys-rotated asks=-,90", "IAM.4 rule=iam-root-access-key-check",
    "IAM.5 rule=mfa-enabled", "IAM.7 rule=iam-password-policy made=iam-password-policy-defaults",
    "IAM.8 rule=unused-check made=unused-check asks=-,90",
    "IAM.15 rule=iam-password-policy made=iam-password-policy-length",
    "IAM.18 rule=iam-policy-in-use made=iam-support-policy-in-use asks=support",
    "IAM.22 rule=unused-check made=unused-check-45 asks=-,45",
    "EC2.14 rule=restricted-common-ports made=restricted-rdp",
    "EC2.19 rule=restricted-common-ports made=vpc-sg-restricted-common-ports"
  ).catalogue

  private static func checks(
    _ name: String, _ description: ConfigRuleDescription? = nil
  ) -> [String] {
    switch catalogue.resolve(.configRule(name, description), resourceType: "") {
    case .check(let index): [catalogue.checks[index].id]
    case .candidates(let indices): indices.map { catalogue.checks[$0].id }
    case .unmapped(let name): ["unmapped", name]
    case .otherProduct(let name): ["other", name]
    }
  }

  @Test(
    "is found behind what AWS's services put around the rule's name",
    arguments: [
      ("mfa-enabled", ["IAM.5"]), ("MFA-Enabled", ["IAM.5"]),
      ("securityhub-mfa-enabled-dadfg6", ["IAM.5"]),
      ("securityhub-mfa-enabled", ["IAM.5"]),
      ("mfa-enabled-conformance-pack-abc123", ["IAM.5"]),
      ("awsconfigconforms-mfa-enabled-conformance-pack-abc123", ["IAM.5"]),
      ("awsconfigconforms-mfa-enabled-abc123", ["IAM.5"]),
      ("OrgConfigRule-mfa-enabled-dbgzf8ba", ["IAM.5"]),
      ("OrgConfigRule-mfa-enabled-conformance-pack-abc123", ["IAM.5"]),
      ("AWSControlTower_AWS-GR_MFA_ENABLED", ["IAM.5"]),
      ("AWSControlTower_MFA_ENABLED", ["IAM.5"]),
      ("securityhub-iam-root-access-key-check-67cbb1c4", ["IAM.4"]),
      ("iam-password-policy", ["IAM.7", "IAM.15"]),
      ("own-rule", ["unmapped", "own-rule"]),
      ("mfa-enabled-strict", ["unmapped", "mfa-enabled-strict"]),
      ("my-mfa-enabled", ["unmapped", "my-mfa-enabled"]),
      ("securityhub-own-rule-1234abcd", ["unmapped", "securityhub-own-rule-1234abcd"]),
    ])
  func name(name: String, ids: [String]) { #expect(Self.checks(name) == ids) }

  @Test(
    "is the control's own where Security Hub made the rule for it under another name",
    arguments: [
      ("securityhub-iam-password-policy-length-3908d5a0", ["IAM.15"]),
      ("securityhub-iam-password-policy-1a2b3c4d", ["IAM.7", "IAM.15"]),
      ("securityhub-unused-check-8ee5d61b", ["IAM.8"]),
      ("securityhub-unused-check-45-8ee5d61b", ["IAM.22"]), ("unused-check", ["IAM.8", "IAM.22"]),
      ("securityhub-iam-support-policy-in-use-d01b2563", ["IAM.18"]),
      ("securityhub-restricted-rdp-fc082d4d", ["EC2.14"]),
      ("securityhub-vpc-sg-restricted-common-ports-29874e97", ["EC2.19"]),
      ("vpc-sg-restricted-common-ports", ["EC2.19"]),
      ("restricted-common-ports", ["EC2.14", "EC2.19"]),
    ])
  func ownName(name: String, ids: [String]) { #expect(Self.checks(name) == ids) }

  @Test("is that of AWS's rule behind a name of the account's own")
  func behindName() {
    let managed = ConfigRuleDescription(managed: "iam-root-access-key-check")
    #expect(Self.checks("our-keys", managed) == ["IAM.4"])
    #expect(Self.checks("mfa-enabled", managed) == ["IAM.4"])
    let other = ConfigRuleDescription(managed: "vpc-flow-logs-enabled")
    #expect(Self.checks("our-logs", other) == ["unmapped", "our-logs (vpc-flow-logs-enabled)"])
    #expect(
      Self.checks("vpc-flow-logs-enabled", other) == ["unmapped", "vpc-flow-logs-enabled"])
  }

  @Test("is none for code of the account's own, whatever its name")
  func ownCode() {
    let own = ConfigRuleDescription(managed: nil)
    #expect(Self.checks("mfa-enabled", own) == ["unmapped", "mfa-enabled"])
  }

  @Test(
    "is one that asks what the rule asks with its parameters",
    arguments: [
      ("unused-check", "90", ["IAM.8"]), ("unused-check", "45", ["IAM.22"]),
      (
        "unused-check", "30", ["unmapped", "ours (unused-check), with other or unknown parameters"]
      ),
      ("unused-check", "", ["IAM.8", "IAM.22"]), ("access-keys-rotated", "90", ["IAM.3"]),
      ("access-keys-rotated", "", ["IAM.3"]),
      (
        "access-keys-rotated", "365",
        ["unmapped", "ours (access-keys-rotated), with other or unknown parameters"]
      ),
      ("iam-policy-in-use", "support", ["IAM.18"]),
      (
        "iam-policy-in-use", "",
        ["unmapped", "ours (iam-policy-in-use), with other or unknown parameters"]
      ),
    ])
  func parameters(rule: String, limit: String, ids: [String]) {
    let parameters = limit.isEmpty ? [:] : ["limit": limit]
    let description = ConfigRuleDescription(managed: rule, parameters: parameters)
    #expect(Self.checks("ours", description) == ids)
  }

  @Test("is none where it depends on parameters that are not known")
  func unknownParameters() {
    #expect(Self.checks("access-keys-rotated") == ["IAM.3"])
    #expect(
      Self.checks("iam-policy-in-use")
        == ["unmapped", "iam-policy-in-use, with other or unknown parameters"])
  }
}
