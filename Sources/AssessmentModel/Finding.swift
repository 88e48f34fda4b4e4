/// What one check says about one resource in one place, whoever reported it.
package struct Finding: Sendable {
  /// The result with what sets a failure aside.
  package enum State: UInt8, CaseIterable, Comparable, Sendable {
    case passed, unknown, suppressed, excepted, failed

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// Index into the catalogue's checks.
  package let check: Int
  package let account: StringID
  /// The region, or `global`.
  package let region: StringID
  package let resource: StringID
  /// The check's severity, or what its rows say where the check leaves that to them.
  package let severity: Severity
  package var state: State
  /// Index of the row that decides.
  package let deciding: Int
  /// Range in `MergedRecords.witnesses`.
  package let witnesses: Range<Int>
  /// Index into the exceptions of the one that sets the failure aside.
  package var exception: Int?
  /// Whether sources say different things about it today.
  package let isDisputed: Bool
  /// All its passes come from files whose next page is not there.
  package let passesAreIncomplete: Bool
}

/// A record that stands for one of several checks and is not settled (rules.md 3).
package struct AmbiguousRecord: Sendable {
  /// Indices of the checks that are still possible.
  package let candidates: [Int]
  /// Indices of all checks that the id stands for, retired ones left out.
  package let all: [Int]
  package let account: StringID
  package let region: StringID
  package let row: Int
  package let result: Result
  /// A failure that no candidate explains by failing there.
  package let isUnexplainedFailure: Bool
}

/// A check in an account and a region, or `global`.
package struct PlaceKey: Hashable, Sendable {
  package let check: Int
  package let account: StringID
  package let region: StringID

  package init(check: Int, account: StringID, region: StringID) {
    self.check = check
    self.account = account
    self.region = region
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(check)
    hasher.combine(UInt64(account.rawValue) << 32 | UInt64(region.rawValue))
  }
}

/// All records merged into findings, and what became of each row.
package struct MergedRecords: Sendable {
  /// In the order of check, account, region and resource.
  package var findings: [Finding] = []
  /// Row indices, the deciding one first in each finding's range.
  package var witnesses: [Int32] = []
  package var ambiguous: [AmbiguousRecord] = []
  /// One for each row.
  package var outcomes: [Outcome] = []
  /// Places whose state at the moment of the assessment was overwritten by a later record.
  package var overwritten: Set<PlaceKey> = []
  /// Meaning of each row: the check's index, or -1.
  package var checks: [Int32] = []
  /// Whether each row names its account only, because its check is judged once an account.
  package var isGlobal: [Bool] = []
}

extension MergedRecords {
  /// The worst severity among the open findings of a check, in one account or in all; nil when none
  /// is open.
  package func openSeverity(ofCheck check: Int, in account: StringID? = nil) -> Severity? {
    findings(ofCheck: check).lazy
      .filter { $0.state == .failed && (account == nil || $0.account == account) }
      .map(\.severity).max()
  }

  /// The findings of one check, in their order.
  package func findings(ofCheck check: Int) -> ArraySlice<Finding> {
    let start = firstIndex { $0.check >= check }
    let end = firstIndex { $0.check > check }
    return findings[start..<end]
  }

  /// The findings of one place, in their order.
  package func findings(in place: PlaceKey) -> some Sequence<Finding> {
    findings(ofCheck: place.check).lazy
      .filter { $0.account == place.account && $0.region == place.region }
  }

  /// The first finding for which `isReached` holds, by bisection.
  private func firstIndex(_ isReached: (Finding) -> Bool) -> Int {
    var (low, high) = (0, findings.count)
    while low < high {
      let middle = (low + high) / 2
      if isReached(findings[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
