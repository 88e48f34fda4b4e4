import AssessmentModel

/// Results in words, so that expectations read well; an account is its first digit.
extension Assessment {
  /// The outcome of each record, in order.
  var outcomes: [String] { merged.outcomes.map(\.word) }

  /// `account region resource state` of each finding of a check.
  func findings(of check: String) -> [String] {
    guard let index = catalogue.index(ofCheck: check) else { return [] }
    return merged.findings(ofCheck: index).map { finding in
      "\(digit(finding.account)) \(strings[finding.region]) \(strings[finding.resource]) "
        + "\(finding.state)"
    }
  }

  /// The state of the only finding of a check; nil when there is none or several.
  func state(of check: String) -> Finding.State? { finding(of: check)?.state }

  /// The only finding of a check; nil when there is none or several.
  func finding(of check: String) -> Finding? {
    guard let index = catalogue.index(ofCheck: check) else { return nil }
    let findings = merged.findings(ofCheck: index)
    return findings.count == 1 ? findings.first : nil
  }

  /// `account region state` of each place of a check.
  func places(of check: String) -> [String] {
    guard let index = catalogue.index(ofCheck: check) else { return [] }
    return places[index].map {
      "\(digit($0.key.account)) \(strings[$0.key.region]) \($0.state.word)"
    }
  }

  /// The state of the only place of a check; nil when there is none or several.
  func place(of check: String) -> PlaceState? {
    guard let index = catalogue.index(ofCheck: check), places[index].count == 1 else { return nil }
    return places[index].first?.state
  }

  /// The verdict of a check as an item of the first objective that has it.
  func verdict(of check: String) -> CheckVerdict? {
    let items = objectives.flatMap(\.checks)
    return items.first { catalogue.checks[$0.check].id == check }?.verdict
  }

  /// The accounts and regions in scope, `account: region region`.
  var scopeWords: [String] {
    scope.accounts.map { account in
      "\(digit(account.id)): " + account.regions.map { strings[$0] }.joined(separator: " ")
    }
  }

  /// `candidates account region`, and `unexplained` for a failure of none of them.
  var ambiguous: [String] {
    merged.ambiguous.map { record in
      let ids = record.candidates.map { catalogue.checks[$0].id }.joined(separator: ",")
      return "\(ids) \(digit(record.account)) \(strings[record.region])"
        + (record.isUnexplainedFailure ? " unexplained" : "")
    }
  }

  /// `kind question.choice check accounts`, and `excepted`.
  var contradictionWords: [String] {
    contradictions.map { item in
      let accounts = item.accounts.map(digit).joined(separator: ",")
      return "\(item.kind) \(item.question).\(item.choice) \(item.check) \(accounts)"
        + (item.isExcepted ? " excepted" : "")
    }
  }

  /// Identifiers of the warnings, in order.
  var warningNames: [String] { warnings.map(\.identifier) }

  /// The index of the scope's account of that digit.
  func account(_ digit: String) -> StringID? {
    scope.accounts.map(\.id).first { self.digit($0) == digit }
  }

  private func digit(_ account: StringID) -> String { String(strings[account].prefix(1)) }
}
