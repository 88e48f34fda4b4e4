import AssessmentModel
import JSON

/// `ComplianceType` of AWS Config.
enum ConfigStatus: String, CaseIterable {
  case compliant = "COMPLIANT"
  case nonCompliant = "NON_COMPLIANT"
  case insufficientData = "INSUFFICIENT_DATA"
  case notApplicable = "NOT_APPLICABLE"

  /// All words, for a message.
  static let words = "COMPLIANT, NON_COMPLIANT, INSUFFICIENT_DATA or NOT_APPLICABLE"

  init?(_ value: JSONValue) {
    guard let status = Self.allCases.first(where: { value.isString($0.rawValue) }) else {
      return nil
    }
    self = status
  }

  /// Sets the status of a row (rules.md 1 and 3).
  func apply(to row: inout Record) {
    switch self {
    case .compliant: row.status = .passed
    case .nonCompliant: row.status = .failed
    case .insufficientData: row.status = .notAvailable
    case .notApplicable:
      row.status = .notAvailable
      row.isArchived = true
    }
  }
}
