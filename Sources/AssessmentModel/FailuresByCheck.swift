/// The failures of each check by account, so that an exception is compared only with those that it
/// can be about; thousands of exceptions stay cheap.
struct FailuresByCheck {
  /// Failures of one check in one account, as indices in their order.
  private struct Group {
    let account: StringID
    var findings: [Int]
  }

  private let merged: MergedRecords
  private let catalogue: Catalogue
  private let strings: StringTable
  private var groups: [Int: [Group]] = [:]

  /// Failures that are set aside already are failures, too.
  init(_ merged: MergedRecords, catalogue: Catalogue, strings: StringTable) {
    self.merged = merged
    self.catalogue = catalogue
    self.strings = strings
    for (index, finding) in merged.findings.enumerated() where finding.state >= .suppressed {
      var ofCheck = groups.removeValue(forKey: finding.check) ?? []
      // Findings are in the order of check and account.
      if ofCheck.last?.account == finding.account {
        ofCheck[ofCheck.count - 1].findings.append(index)
      } else {
        ofCheck.append(Group(account: finding.account, findings: [index]))
      }
      groups[finding.check] = ofCheck
    }
  }

  /// Indices of the failures that an exception is about, whatever the day.
  func findings(of exception: Exception) -> [Int] {
    let account = exception.account.map(Pattern.init)
    let region = exception.region.map(Pattern.init)
    let resource = exception.resource.map(Pattern.init)
    return exception.checks(in: catalogue).flatMap { check in
      let region = catalogue.checks[check].scope == .regional ? region : nil
      let inAccounts = (groups[check] ?? []).lazy
        .filter { account?.matches($0.account, in: strings) ?? true }
      return inAccounts.flatMap(\.findings).filter { index in
        let finding = merged.findings[index]
        return region?.matches(finding.region, in: strings) ?? true
          && resource?.matches(finding.resource, in: strings) ?? true
      }
    }
  }
}
