import AssessmentModel
import Testing

@Suite("A severity") struct SeverityTests {
  @Test(
    "brings the risk of rules.md 8",
    arguments: [
      (Severity.critical, Risk.high), (.high, .high), (.medium, .medium), (.low, .low),
      (.informational, .low),
    ])
  func risk(severity: Severity, risk: Risk) { #expect(severity.risk == risk) }

  @Test("reads its label in any case", arguments: ["HIGH", "high", "High"])
  func label(label: String) { #expect(Severity(label: label) == .high) }

  @Test("does not read any other word", arguments: ["", "severe", "HIGH "])
  func otherLabel(label: String) { #expect(Severity(label: label) == nil) }
}
