package import AssessmentModel

/// Why a run cannot go on after reading.
package struct ReadFailure: Hashable, Sendable {
  /// The class of the failure; the raw value is its exit code.
  package enum Reason: Int32, Sendable {
    /// A file was read and is not what it claims.
    case invalid = 65
    /// An input does not exist, or nothing is left.
    case missing = 66
    /// A file cannot be opened or read.
    case unreadable = 74
  }

  package let reason: Reason
  package let diagnostic: Diagnostic
}
