import AssessmentModel
import JSON

/// `Compliance.Status`; words of other tools, such as Prowler's INFOED, are no result.
enum FindingStatus {
  static func read(_ value: JSONValue?) -> Record.Status {
    guard let value else { return .none }
    if value.isString("FAILED") { return .failed }
    if value.isString("PASSED") { return .passed }
    if value.isString("WARNING") { return .warning }
    return value.isString("NOT_AVAILABLE") ? .notAvailable : .none
  }
}
