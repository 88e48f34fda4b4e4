import AssessmentModel

/// What Trusted Advisor says of a check or of a row, best first.
enum AdvisorColour: Int, Comparable {
  case green
  /// Not evaluated, or without data.
  case notAvailable
  case yellow, red

  /// Reads a status of any of the APIs or of an event, in any case.
  init?(status: String) {
    switch status.lowercased() {
    case "ok": self = .green
    case "warning", "warn": self = .yellow
    case "error": self = .red
    case "not_available": self = .notAvailable
    default: return nil
    }
  }

  /// Reads the word of the console.
  init?(word: String) {
    switch word.lowercased() {
    case "green": self = .green
    case "yellow": self = .yellow
    case "red": self = .red
    default: return nil
    }
  }

  static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

  /// Whether something is flagged.
  var isFailure: Bool { self >= .yellow }

  /// The result (rules.md 3).
  var status: Record.Status {
    switch self {
    case .green: .passed
    case .notAvailable: .notAvailable
    case .yellow, .red: .failed
    }
  }

  /// How severe a failure is of a check that is Trusted Advisor's own.
  var severity: Severity? {
    switch self {
    case .red: .high
    case .yellow: .medium
    case .green, .notAvailable: nil
    }
  }
}
