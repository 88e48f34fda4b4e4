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
    catalogue.checks.indices.filter { index in
      let id = catalogue.checks[index].id
      if let check, check.lowercased() != id.lowercased() { return false }
      guard let objective = objective?.lowercased() else { return true }
      return catalogue.objectives(claiming: id).contains { $0.id == objective }
    }
  }
}

/// The account, region and resource of an exception, ready for many findings.
struct ExceptionPattern {
  private let account: Pattern?
  private let region: Pattern?
  private let resource: Pattern?

  init(_ exception: Exception) {
    account = exception.account.map(Pattern.init)
    region = exception.region.map(Pattern.init)
    resource = exception.resource.map(Pattern.init)
  }

  /// Whether a finding of a check of that scope fits, whatever the day.
  func matches(_ finding: Finding, scope: Check.Scope, strings: StringTable) -> Bool {
    if let account, !account.matches(strings[finding.account]) { return false }
    if scope == .regional, let region, !region.matches(strings[finding.region]) { return false }
    return resource?.matches(strings[finding.resource]) ?? true
  }
}

/// A text in which `*` stands for any characters.
struct Pattern {
  private let parts: [String]

  init(_ text: String) {
    parts = text.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
  }

  /// Whether the whole of `text` matches; case matters.
  func matches(_ text: String) -> Bool {
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return parts.first == text
    }
    guard text.hasPrefix(first), text.count >= first.count + last.count else { return false }
    var rest = text.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}
