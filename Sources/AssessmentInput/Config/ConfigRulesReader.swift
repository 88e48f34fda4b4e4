import AssessmentModel
import JSON

/// Reads describe-config-rules: what is behind the names of rules.
struct ConfigRulesReader {
  let spelling: ConfigSpelling
  private let parser = JSONParser()

  init(_ spelling: ConfigSpelling) { self.spelling = spelling }

  /// The fact of one rule; nil for a rule that its name tells enough of.
  ///
  /// A rule that Security Hub made is named after AWS's rule, whatever runs behind it.
  func fact(of rule: JSONValue) throws(RecordProblem) -> ConfigRuleFact? {
    guard let name = text("ConfigRuleName", of: rule), !name.isEmpty else {
      throw RecordProblem(
        pointer: "/" + spelling.key("ConfigRuleName"), summary: "expected the rule's name, a string"
      )
    }
    let arn = text("ConfigRuleArn", of: rule) ?? ""
    if isOfSecurityHub(rule, arn: arn) { return nil }
    guard let source = rule[spelling.key("Source")], let owner = text("Owner", of: source) else {
      return nil
    }
    let identifier = owner == "AWS" ? text("SourceIdentifier", of: source) : nil
    return ConfigRuleFact(
      name: name, place: AccountRegion(arn: arn),
      description: ConfigRuleDescription(
        managed: identifier.map(ConfigRuleName.rule(ofIdentifier:)),
        parameters: parameters(text("InputParameters", of: rule) ?? "")))
  }

  private func isOfSecurityHub(_ rule: JSONValue, arn: String) -> Bool {
    text("CreatedBy", of: rule) == "securityhub.amazonaws.com"
      || arn.contains(":config-rule/aws-service-rule/securityhub.amazonaws.com/")
  }

  private func text(_ key: String, of value: JSONValue) -> String? {
    value[spelling.key(key)]?.string
  }

  /// `InputParameters` is an object in a string, `{"maxAccessKeyAge":"90"}`; what is none of that
  /// form names no parameter.
  private func parameters(_ text: String) -> [String: String] {
    guard let object = try? parser.parse(JSONText(text)) else { return [:] }
    var parameters: [String: String] = [:]
    for member in object.members {
      let value = member.value
      parameters[member.key] =
        value.string ?? value.bool.map { String($0) } ?? value.int.map { String($0) }
        ?? value.double.map { String($0) }
    }
    return parameters
  }
}
