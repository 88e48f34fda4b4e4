/// A list of results that may not be all results of a rule: `EvaluationResults` is what both
/// get-compliance-details-by-config-rule and -by-resource print.
struct ConfigList: Equatable {
  /// What the list is of.
  enum Subject: Equatable {
    /// Of several rules, so of one resource.
    case resource
    /// Of one rule and one resource, so of either.
    case ruleOrResource
  }

  /// Number of the file in the evidence.
  var file: Int
  /// Numbers of its records in the file.
  let records: ClosedRange<Int>
  let subject: Subject
}
