/// How a record names its check, in its source's own terms.
package enum CheckReference: Hashable, Sendable {
  case securityHub(SecurityHubReference)
  /// A rule of AWS Config by its name, with what describe-config-rules says of it.
  case configRule(String, ConfigRuleDescription? = nil)
  case trustedAdvisor(String)
  case prowler(String)
  /// A product whose findings are no check results, such as GuardDuty.
  case otherProduct(String)
}

/// What describe-config-rules says of a rule of AWS Config.
package struct ConfigRuleDescription: Hashable, Sendable {
  /// The rule of AWS that runs, such as `iam-root-access-key-check`; nil for code of the account's
  /// own.
  package let managed: String?
  /// `InputParameters`, by name.
  package let parameters: [String: String]

  package init(managed: String?, parameters: [String: String] = [:]) {
    self.managed = managed
    self.parameters = parameters
  }
}

/// Where a Security Hub finding names its control (rules.md 3, facts of AWS's finding format).
package struct SecurityHubReference: Hashable, Sendable {
  /// `Compliance.SecurityControlId`.
  package var securityControlID: String?
  package var generatorID: String?
  /// `ProductFields.ControlId`, or `RuleId` of CIS v1.2.0.
  package var controlID: String?
  /// The part after the last colon of the standard's ARN.
  package var standard: String?
  /// `ProductFields.StandardsControlArn`.
  package var standardsControlARN: String?
  /// The first word of the title.
  package var titlePrefix: String?
  package var remediationURL: String?

  package init(
    securityControlID: String? = nil, generatorID: String? = nil, controlID: String? = nil,
    standard: String? = nil, standardsControlARN: String? = nil, titlePrefix: String? = nil,
    remediationURL: String? = nil
  ) {
    self.securityControlID = securityControlID
    self.generatorID = generatorID
    self.controlID = controlID
    self.standard = standard
    self.standardsControlARN = standardsControlARN
    self.titlePrefix = titlePrefix
    self.remediationURL = remediationURL
  }
}
