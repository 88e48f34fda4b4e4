import AssessmentModel
import JSON

/// The outputs of AWS Config that are read; the raw value is the member that holds their list.
enum ConfigKind: String, CaseIterable {
  case complianceByRule = "ComplianceByConfigRules"
  case results = "EvaluationResults"
  case complianceByResource = "ComplianceByResources"
  case aggregateComplianceByRule = "AggregateComplianceByConfigRules"
  case aggregateResults = "AggregateEvaluationResults"
  case packComplianceByRule = "ConformancePackRuleComplianceList"
  case packResults = "ConformancePackRuleEvaluationResults"
  case rules = "ConfigRules"

  /// The output that an object is, by the list among its members; nil when there is none.
  static func find(in shape: JSONShape) -> (kind: ConfigKind, list: JSONShape.Member)? {
    for kind in allCases {
      for spelling in ConfigSpelling.allCases {
        if let list = shape.member(spelling.key(kind.rawValue), .array) { return (kind, list) }
      }
    }
    return nil
  }

  /// The output whose list has such an element, as `--query` prints it without the list's name.
  init?(element: JSONShape, _ spelling: ConfigSpelling) {
    let has = { (key: String) in element[spelling.key(key)] != nil }
    if has("EvaluationResultIdentifier"), has("ComplianceType") {
      self = has("AwsRegion") ? .aggregateResults : .results
    } else if has("ConfigRuleName"), has("Compliance") {
      self = has("AwsRegion") ? .aggregateComplianceByRule : .complianceByRule
    } else if has("ConfigRuleName"), has("ConfigRuleArn"), has("Source") {
      self = .rules
    } else {
      return nil
    }
  }

  /// What a file of it is called.
  var name: String {
    switch self {
    case .complianceByRule: "AWS Config results by rule (describe-compliance-by-config-rule)"
    case .results: "AWS Config results (get-compliance-details)"
    case .complianceByResource:
      "AWS Config describe-compliance-by-resource, no evidence"
    case .aggregateComplianceByRule:
      "AWS Config results by rule (describe-aggregate-compliance-by-config-rules)"
    case .aggregateResults:
      "AWS Config results (get-aggregate-compliance-details-by-config-rule)"
    case .packComplianceByRule:
      "AWS Config results by rule (describe-conformance-pack-compliance)"
    case .packResults: "AWS Config results (get-conformance-pack-compliance-details)"
    case .rules: "AWS Config rules (describe-config-rules)"
    }
  }

  /// Whether an element says something of a whole rule, or of one resource.
  var form: Record.Form {
    switch self {
    case .complianceByRule, .aggregateComplianceByRule, .packComplianceByRule: .byRule
    case .results, .aggregateResults, .packResults, .complianceByResource, .rules: .byResource
    }
  }
}
