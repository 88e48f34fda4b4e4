import AssessmentModel

/// What describe-config-rules says of a rule's name.
struct ConfigRuleFact: Equatable {
  let name: String
  /// The account and region of the rule's ARN; nil when it names none, and the fact holds anywhere.
  let place: AccountRegion?
  let description: ConfigRuleDescription
}
