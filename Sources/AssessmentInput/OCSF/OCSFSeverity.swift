import AssessmentModel
import JSON

/// The severity that a record in OCSF tells: `severity_id`, else `severity`.
enum OCSFSeverity {
  static func read(_ record: OCSFRecord) -> Severity? {
    switch record.value["severity_id"]?.int {
    case 1: .informational
    case 2: .low
    case 3: .medium
    case 4: .high
    case 5, 6: .critical
    default: (record.value["severity"]?.withUTF8 { Severity(label: $0) }) ?? nil
    }
  }
}
