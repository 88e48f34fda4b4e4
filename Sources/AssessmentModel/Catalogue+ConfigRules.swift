// Which check a rule of AWS Config is a witness of (rules.md 3).
extension Catalogue {
  /// What a rule stands for, by its name and by what describe-config-rules says of it.
  func meaning(ofRule name: String, _ description: ConfigRuleDescription?) -> Meaning {
    guard let description else { return meaning(ofRuleName: name) }
    guard let managed = description.managed else { return .unmapped(name) }
    let title = managed == name.lowercased() ? name : "\(name) (\(managed))"
    return meaning(ofRule: managed, name: title, parameters: description.parameters)
  }

  private func meaning(ofRuleName name: String) -> Meaning {
    let spellings = ConfigRuleName.spellings(of: name)
    if ConfigRuleName.isOfSecurityHub(name) {
      // Security Hub sets the parameters that its control asks for.
      let checks =
        spellings.compactMap { securityHubRuleIndex[$0] }.first
        ?? spellings.compactMap { configIndex[$0] }.first
      return meaning(ofChecks: checks ?? [], name: name)
    }
    if let rule = spellings.first(where: { configIndex[$0] != nil }) {
      return meaning(ofRule: rule, name: name, parameters: [:])
    }
    let checks = spellings.compactMap { securityHubRuleIndex[$0] }.first
    return meaning(ofChecks: checks ?? [], name: name)
  }

  /// The checks that AWS's rule stands for with these parameters.
  private func meaning(
    ofRule rule: String, name: String, parameters: [String: String]
  ) -> Meaning {
    let all = configIndex[rule] ?? []
    let fitting = all.filter { check in
      checks[check].configParameters.allSatisfy { $0.value.contains(parameters[$0.key] ?? "") }
    }
    let isOther = fitting.isEmpty && !all.isEmpty
    return meaning(
      ofChecks: fitting, name: isOther ? "\(name), with other or unknown parameters" : name)
  }
}
