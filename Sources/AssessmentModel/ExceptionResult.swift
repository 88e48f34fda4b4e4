/// What became of an exception at the moment of the assessment (rules.md 9).
package struct ExceptionResult: Sendable {
  /// Whether it holds and hides anything.
  package enum State: String, Sendable { case active, expired, unused, pending }

  package let exception: Exception
  package let state: State
  /// Covers more than one check or account, or every resource of a check in every account.
  package let isBroad: Bool
  /// Indices of the findings that it matches; set aside only when active.
  package let findings: [Int]
}

extension Exception {
  /// Whether the exception holds at that moment.
  func holds(at moment: Instant) -> Bool {
    moment <= until.endOfDay && (approvedOn.map { $0.day <= moment.day } ?? true)
  }

  /// Covers no single check, or a check in every account and on every resource.
  var isBroad: Bool {
    check == nil || (isAny(account) && isAny(resource))
  }

  private func isAny(_ pattern: String?) -> Bool {
    pattern == nil || pattern?.allSatisfy { $0 == "*" } == true
  }

  /// Indices of the checks that the exception is about.
  func checks(in catalogue: Catalogue) -> [Int] {
    let named = check.map { catalogue.index(ofCheck: $0).map { [$0] } ?? [] }
    let indices = named ?? Array(catalogue.checks.indices)
    guard let objective = objective?.lowercased() else { return indices }
    return indices.filter { index in
      catalogue.objectives(claiming: catalogue.checks[index].id).contains { $0.id == objective }
    }
  }
}
