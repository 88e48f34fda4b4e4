/// One automated test: a Security Hub control or a Trusted Advisor check.
package struct Check: Sendable {
  /// Where a check is judged: in each region of an account, or once an account.
  package enum Scope: String, Sendable { case regional, global }

  /// A stronger check whose pass settles this one (rules.md 5).
  package struct Implication: Sendable {
    package let check: String
    package let reason: String
    /// Parameter name → values under which the implication holds; each list holds the default.
    package let onlyIfParameters: [String: [String]]

    package init(check: String, reason: String, onlyIfParameters: [String: [String]] = [:]) {
      self.check = check
      self.reason = reason
      self.onlyIfParameters = onlyIfParameters
    }
  }

  /// The requirements of one standard that the check serves.
  package struct Requirement: Sendable {
    package let standard: String
    package let numbers: [String]

    package init(standard: String, numbers: [String]) {
      self.standard = standard
      self.numbers = numbers
    }
  }

  /// One section of the guidance, such as the steps in the console.
  package struct Section: Sendable {
    /// The fixed anchor, such as `console`.
    package let id: String
    package let title: String
    package let markdown: String

    package init(id: String, title: String, markdown: String) {
      self.id = id
      self.title = title
      self.markdown = markdown
    }
  }

  package var id: String
  package var title: String
  package var formerTitle: String?
  package var severity: Severity
  package var scope: Scope
  package var configRule: String?
  /// Names under which Security Hub makes that rule for this check, without prefix and suffix, where
  /// they tell the check apart or differ from the rule's own.
  package var securityHubRules: [String]
  /// Parameter of the rule → values with which it asks what the check asks; the empty value stands
  /// for a rule that does not name the parameter.
  package var configParameters: [String: [String]]
  package var resourceType: String?
  package var category: String?
  package var schedule: String?
  package var documentation: String?
  package var remediation: String?
  /// Short names of the standards that hold the check, such as `FSBP v1.0.0`.
  package var standards: [String]
  package var requirements: [Requirement]
  package var prowlerChecks: [String]
  /// Trusted Advisor check ids that state the same fact.
  package var trustedAdvisorChecks: [String]
  package var impliedBy: [Implication]
  package var retiredOn: Instant?
  package var successors: [String]
  package var statusNote: String?
  package var guidance: [Section]

  package init(id: String, title: String, severity: Severity, scope: Scope = .regional) {
    self.id = id
    self.title = title
    self.severity = severity
    self.scope = scope
    securityHubRules = []
    configParameters = [:]
    standards = []
    requirements = []
    prowlerChecks = []
    trustedAdvisorChecks = []
    impliedBy = []
    successors = []
    guidance = []
  }

  /// Whether the failing rows say how severe the check is: it is one of Trusted Advisor's own, of
  /// which red is high and yellow medium.
  package var leavesSeverityToRows: Bool { id.hasPrefix("TA.") }

  /// Whether its source had withdrawn the check at that moment.
  package func isRetired(at moment: Instant) -> Bool {
    guard let retiredOn else { return false }
    return retiredOn <= moment.endOfDay
  }
}
