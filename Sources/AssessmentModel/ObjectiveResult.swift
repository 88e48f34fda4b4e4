/// The verdict of an objective, worst first (rules.md 8).
package enum Verdict: UInt8, CaseIterable, Comparable, Sendable {
  case high, medium, low, notAssessed, notProven, met

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

  /// The word that report.json and `--fail-on` use.
  package var word: String {
    switch self {
    case .notAssessed: "not-assessed"
    case .notProven: "not-proven"
    default: String(describing: self)
    }
  }

  init(_ risk: Risk) {
    switch risk {
    case .high: self = .high
    case .medium: self = .medium
    case .low, .none: self = .low
    }
  }
}

/// The rule that decided an objective, in the order in which they name it.
package enum VerdictRule: String, CaseIterable, Sendable {
  case openFailure = "open-failure"
  case contradiction
  case riskAnswer = "risk-answer"
  case oneOfManyFailed = "one-of-many-failed"
  case nothingKnown = "nothing-known"
  case notAllKnown = "not-all-known"
  case metWithExceptions = "met-with-exceptions"
  case allMet = "all-met"
}

/// What decided: a rule and the check or question that it fell on.
package struct Cause: Hashable, Sendable {
  package let rule: VerdictRule
  /// A check's or question's id, or the candidates of an ambiguous record joined by ` or `.
  package let reference: String
}

/// How far the next better verdict is.
package struct Distance: Equatable, Sendable {
  package let next: Verdict
  package let findings: Int
  package let questions: Int
  package let ambiguous: Int
}

/// Items of an objective by what is known of them.
package struct ItemCounts: Equatable, Sendable {
  package var met = 0
  package var open = 0
  package var unknown = 0
  package var excepted = 0
  /// Not counted: retired, not offered, not applicable.
  package var outside = 0

  package init(met: Int = 0, open: Int = 0, unknown: Int = 0, excepted: Int = 0, outside: Int = 0) {
    self.met = met
    self.open = open
    self.unknown = unknown
    self.excepted = excepted
    self.outside = outside
  }

  /// Items of which something is known, and all that count.
  package var known: (count: Int, of: Int) {
    let all = met + open + unknown + excepted
    return (all - unknown, all)
  }

  /// Proven and possible share of items met (0…1); nil when nothing is known or left.
  package var score: (proven: Double, possible: Double)? {
    let all = met + open + unknown
    guard all > 0, met + open > 0 else { return nil }
    return (Double(met) / Double(all), Double(met + unknown) / Double(all))
  }
}

/// A check as an item of one objective.
package struct CheckItem: Sendable {
  /// Index into the catalogue's checks.
  package let check: Int
  package let isCore: Bool
  package let verdict: CheckVerdict
  package let places: PlaceCounts

  /// The item of a check in `places`; a retired check has the verdict of that name.
  ///
  /// A check without a place is offered nowhere, unless the scope `hasPlaces` for none of its kind:
  /// then nothing looked at it.
  package init(
    _ check: Int, isCore: Bool, places: some Sequence<Place>, isRetired: Bool,
    hasPlaces: Bool = true
  ) {
    self.check = check
    self.isCore = isCore
    self.places = PlaceCounts(places)
    let verdict = CheckVerdict(self.places)
    self.verdict =
      if isRetired {
        .retired
      } else {
        verdict == .notOffered && !hasPlaces ? .noData : verdict
      }
  }
}

/// What an objective comes to, over all accounts or in one.
package struct ObjectiveResult: Sendable {
  package let objective: Objective
  package let verdict: Verdict
  package let rule: VerdictRule
  package let because: [Cause]
  package let distance: Distance?
  package let counts: ItemCounts
  package let checks: [CheckItem]
  /// Open findings by severity; a check of several objectives counts in each.
  package let openFindings: [Severity: Int]
}
