/// Names that rules of AWS Config have.
package enum ConfigRuleName {
  /// AWS's rules whose identifier is not their name in upper case (AWS Config developer guide, pages
  /// of the single rules).
  private static let irregular = [
    "CLOUD_TRAIL_ENABLED": "cloudtrail-enabled",
    "EC2_INSTANCE_MANAGED_BY_SSM": "ec2-instance-managed-by-systems-manager",
    "INCOMING_SSH_DISABLED": "restricted-ssh",
    "INSTANCES_IN_VPC": "ec2-instances-in-vpc",
    "MULTI_REGION_CLOUD_TRAIL_ENABLED": "multi-region-cloudtrail-enabled",
    "RESTRICTED_INCOMING_TRAFFIC": "restricted-common-ports",
  ]

  /// AWS's rule behind an identifier, such as `IAM_ROOT_ACCESS_KEY_CHECK`.
  package static func rule(ofIdentifier identifier: String) -> String {
    irregular[identifier] ?? identifier.lowercased().replacing("_", with: "-")
  }

  /// Whether Security Hub made the rule, by its name.
  static func isOfSecurityHub(_ name: String) -> Bool {
    name.lowercased().hasPrefix("securityhub-")
  }

  /// What a name may stand for, the likeliest first: as it is, then without what AWS's services put
  /// around it.
  ///
  /// - Security Hub: `securityhub-<rule>-<suffix>`
  /// - conformance packs: `<rule>-conformance-pack-<id>`, formerly `awsconfigconforms-<rule>-…`
  /// - organisation rules: `OrgConfigRule-<rule>-<suffix>`
  /// - Control Tower: `AWSControlTower_AWS-GR_<RULE_IN_CAPITALS>`
  static func spellings(of name: String) -> [String] {
    var name = name.lowercased()
    var spellings = [name]
    if let range = name.firstRange(of: "-conformance-pack-") {
      name.removeSubrange(range.lowerBound...)
      spellings.append(name)
    }
    for prefix in ["securityhub-", "awsconfigconforms-", "orgconfigrule-"]
    where name.hasPrefix(prefix) {
      name.removeFirst(prefix.count)
      spellings.append(name)
      if let dash = name.lastIndex(of: "-") { spellings.append(String(name[..<dash])) }
    }
    if name.hasPrefix("awscontroltower_") {
      name.removeFirst("awscontroltower_".count)
      if name.hasPrefix("aws-gr_") { name.removeFirst("aws-gr_".count) }
      spellings.append(name.replacing("_", with: "-"))
    }
    return spellings
  }
}
