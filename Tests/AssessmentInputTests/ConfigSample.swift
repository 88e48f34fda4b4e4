import AssessmentInput
import AssessmentModel

/// Invented outputs of AWS Config, as JSON text.
enum ConfigSample {
  /// An element of `EvaluationResults`; the resource is its type without `AWS::`, a slash and its id.
  ///
  /// `more` are further members, with a comma before each.
  static func result(
    _ rule: String, _ resource: String, _ compliance: String = "NON_COMPLIANT",
    at time: String = #""2026-11-20T10:11:12.345000+00:00""#, more: String = ""
  ) -> String {
    let slash = resource.firstIndex(of: "/") ?? resource.endIndex
    let (type, id) = (resource[..<slash], resource[slash...].dropFirst())
    return """
      {"EvaluationResultIdentifier":{"EvaluationResultQualifier":{"ConfigRuleName":"\(rule)",\
      "ResourceType":"AWS::\(type)","ResourceId":"\(id)","EvaluationMode":"DETECTIVE"},\
      "OrderingTimestamp":"2026-11-20T10:00:00+00:00"},"ComplianceType":"\(compliance)",\
      "ResultRecordedTime":\(time),"ConfigRuleInvokedTime":"2026-11-20T10:11:00+00:00"\(more)}
      """
  }

  /// An output with this list.
  static func output(
    _ list: String, _ elements: [String], token: String? = nil, more: String = ""
  ) -> String {
    let end = token.map { ",\"NextToken\":\"\($0)\"" } ?? ""
    return "{\"\(list)\":[\(elements.joined(separator: ","))]\(end)\(more)}"
  }

  /// The answer of get-compliance-details-by-config-rule, or -by-resource.
  static func results(_ elements: String..., token: String? = nil) -> String {
    output("EvaluationResults", elements, token: token)
  }

  /// The answer of describe-compliance-by-config-rule.
  static func byRule(_ rules: (String, String)..., token: String? = nil) -> String {
    let elements = rules.map { rule, compliance in
      #"{"ConfigRuleName":"\#(rule)","Compliance":{"ComplianceType":"\#(compliance)"}}"#
    }
    return output("ComplianceByConfigRules", elements, token: token)
  }

  /// The answer of describe-config-rules for one rule of AWS.
  static func rule(
    _ name: String, _ identifier: String, owner: String = "AWS", parameters: String = "",
    place: String = "eu-west-1:111122223333", more: String = ""
  ) -> String {
    let escaped = parameters.replacing("\"", with: "\\\"")
    return output(
      "ConfigRules",
      [
        """
        {"ConfigRuleName":"\(name)","ConfigRuleArn":"arn:aws:config:\(place):config-rule/config-rule-a1",\
        "ConfigRuleId":"config-rule-a1","Source":{"Owner":"\(owner)","SourceIdentifier":"\(identifier)"},\
        "InputParameters":"\(escaped)","ConfigRuleState":"ACTIVE"\(more)}
        """
      ])
  }
}

/// Reads Config's outputs of account 111122223333 in eu-west-1.
func readingConfig(_ files: [String: String]) -> ReadResult {
  reading(files, account: "111122223333", region: "eu-west-1")
}

extension ReadResult {
  /// The rows of AWS Config: rule, status, account, region and resource.
  var configLines: [String] {
    evidence.records.rows.filter { $0.source == .config }.map { row in
      let status = row.isArchived ? "archived" : "\(row.status)"
      return [rule(of: row), status, self[row.account], self[row.region], self[row.resource]]
        .map { $0.isEmpty ? "-" : $0 }.joined(separator: " ")
    }
  }

  /// The name of a row's rule.
  func rule(of row: Record) -> String {
    if case .configRule(let name, _) = reference(row) { name } else { "no rule" }
  }
}
