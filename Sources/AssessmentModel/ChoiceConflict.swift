/// An open failure that says that a choice is not true, whether an answer selects it or not.
package struct ChoiceConflict: Sendable {
  package let question: String
  package let choice: String
  /// The check's id.
  package let check: String
  package let account: StringID
  /// The least risk of the question in that account while the choice is selected.
  package let risk: Risk
}

extension Assessment {
  /// What open failures say about the choices of the questions, by ties and checks in their order.
  package var choiceConflicts: [ChoiceConflict] {
    catalogue.objectives.flatMap(\.links).flatMap { link in
      link.contradictedBy.flatMap { id -> [ChoiceConflict] in
        guard let check = catalogue.index(ofCheck: id) else { return [] }
        return openRisks(ofCheck: check).map { account, risk in
          ChoiceConflict(
            question: link.question, choice: link.choice, check: catalogue.checks[check].id,
            account: account, risk: risk)
        }
      }
    }
  }

  /// The worst risk of a check's open failures in each account that has any.
  private func openRisks(ofCheck check: Int) -> [(account: StringID, risk: Risk)] {
    var risks: [(account: StringID, risk: Risk)] = []
    for finding in merged.findings(ofCheck: check) where finding.state == .failed {
      let risk = finding.severity.risk
      if risks.last?.account == finding.account {
        risks[risks.count - 1].risk = max(risks[risks.count - 1].risk, risk)
      } else {
        risks.append((finding.account, risk))
      }
    }
    return risks
  }
}
