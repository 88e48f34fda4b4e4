import AssessmentModel
import JSON

/// The severity that a finding tells.
enum FindingSeverity {
  /// `Severity.Label`, that of FindingProviderFields, or `Severity.Normalized` in AWS's steps.
  static func read(_ finding: JSONValue) -> Severity? {
    let severity = finding["Severity"]
    if let known = label(severity) { return known }
    if let known = label(finding["FindingProviderFields", "Severity"]) { return known }
    guard let normalized = severity?["Normalized"] else { return nil }
    // Published samples have the number as a string, too.
    return (normalized.double ?? normalized.string.flatMap { Double($0) }).flatMap(step)
  }

  private static func label(_ severity: JSONValue?) -> Severity? {
    severity?["Label"]?.string.flatMap(Severity.init(label:))
  }

  private static func step(_ number: Double) -> Severity? {
    switch number {
    case 0: .informational
    case 0..<40: .low
    case 40..<70: .medium
    case 70..<90: .high
    case 90...100: .critical
    default: nil
    }
  }
}

extension Severity {
  /// Reads a label in any case, without making a `String`; OCSF's Fatal is critical.
  init?(label bytes: borrowing Span<UInt8>) {
    if bytes.isWord("informational") {
      self = .informational
    } else if bytes.isWord("low") {
      self = .low
    } else if bytes.isWord("medium") {
      self = .medium
    } else if bytes.isWord("high") {
      self = .high
    } else if bytes.isWord("critical") || bytes.isWord("fatal") {
      self = .critical
    } else {
      return nil
    }
  }
}
