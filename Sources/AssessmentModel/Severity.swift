/// How much a failed check matters, least first; the labels are Security Hub's.
package enum Severity: UInt8, CaseIterable, Comparable, Sendable {
  case informational, low, medium, high, critical

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

  /// The lower-case word that files and report.json use.
  package var word: String {
    switch self {
    case .informational: "informational"
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    case .critical: "critical"
    }
  }

  /// Reads a label in any case, such as `HIGH`.
  package init?(label: String) {
    let label = label.lowercased()
    guard let severity = Self.allCases.first(where: { $0.word == label }) else { return nil }
    self = severity
  }

  /// The risk that an open failure of this severity brings to its objective.
  package var risk: Risk {
    switch self {
    case .critical, .high: .high
    case .medium: .medium
    case .low, .informational: .low
    }
  }
}

/// The risk of an answer or an open failure, least first.
package enum Risk: UInt8, CaseIterable, Comparable, Sendable {
  case none, low, medium, high

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

  /// The word that report.json uses.
  package var word: String {
    switch self {
    case .none: "none"
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    }
  }
}
