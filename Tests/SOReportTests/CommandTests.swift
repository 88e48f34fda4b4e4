import ArgumentParser
import AssessmentModel
import Testing

@testable import SOReport

@Suite struct CommandTests {
  @Test(
    "Wrong use is refused",
    arguments: [
      ["build", "x"], ["build", "x", "-o", "y", "--nope"], ["build", "-o", "y", "--as-of", "soon"],
      ["build", "-o", "y", "--fail-on", "all"], ["build", "-o", "y", "--evidence-account", "12"],
      ["explain"], ["init"], ["bundle", "x", "-o", "y.zip"],
      ["bundle", "x", "-o", "y.zip", "--objective", "so-3", "--max-size", "10XB"],
    ])
  func refuses(arguments: [String]) {
    #expect(throws: (any Error).self) { try SOReportCommand.parseAsRoot(arguments) }
  }

  @Test(
    "Of several failures the worst exit code counts",
    arguments: [
      ([Exit.invalid, .inputOutput], Exit.inputOutput), ([.noInput, .invalid], .invalid),
      ([.failOn, .usage], .usage), ([.busy, .defect], .defect), ([.cannotCreate, .busy], .busy),
    ])
  func ordersExitCodes(codes: [Exit], expected: Exit) { #expect(Exit.first(of: codes) == expected) }

  @Test(
    "A threshold is reached by its verdict and worse ones",
    arguments: [
      (Threshold.high, Verdict.high, true), (.high, .medium, false), (.medium, .high, true),
      (.low, .low, true), (.notAssessed, .notProven, false), (.notProven, .notAssessed, true),
      (.notProven, .met, false),
    ])
  func reaches(threshold: Threshold, verdict: Verdict, isReached: Bool) {
    #expect(threshold.isReached(by: verdict) == isReached)
  }

  @Test(
    "A mistyped id gets the nearest one as a suggestion",
    arguments: [("IAM3", "IAM.3"), ("iam.33", "IAM.3"), ("zzzzzzz", nil)] as [(String, String?)])
  func suggests(text: String, expected: String?) {
    #expect(Suggestion.nearest(to: text, among: ["IAM.3", "S3.8"]) == expected)
  }

  @Test("An explanation names what other sources call the check")
  func explains() {
    var check = Check(id: "IAM.9", title: "t", severity: .critical, scope: .global)
    check.configRule = "root-account-mfa-enabled"
    check.prowlerChecks = ["iam_root_mfa_enabled", "b"]
    check.trustedAdvisorChecks = ["7DAFEmoDos", "x"]
    let catalogue = Catalogue(
      objectives: [], checks: [check],
      advisorChecks: [TrustedAdvisorCheck(id: "7DAFEmoDos", name: "MFA on Root Account")])
    let text = ExplainCommand.text(of: check, catalogue)
    #expect(
      text.contains(
        """
        Config rule: root-account-mfa-enabled.
        Prowler checks: iam_root_mfa_enabled, b.
        Trusted Advisor checks: 7DAFEmoDos (MFA on Root Account), x.
        """))
    check.prowlerChecks = []
    #expect(!ExplainCommand.text(of: check, catalogue).contains("Prowler"))
  }

  @Test("A diagnostic is one JSON object, whatever its text")
  func writesJSON() {
    let diagnostic = Diagnostic(
      .error, "invalid-json", file: "a\n\".json", place: .byte(offset: 3, line: 1, column: 4),
      "expected ','", remedy: "Fix it.")
    #expect(
      DiagnosticJSON.line(diagnostic)
        == #"{"severity":"error","identifier":"invalid-json","file":"a\u000a\".json","byte":3,"#
        + #""line":1,"column":4,"summary":"expected ','","remedy":"Fix it."}"#)
  }

  @Test(
    "A size is bytes, or a number with a unit of powers of 1,000",
    arguments: [
      ("10MB", 10_000_000), ("500kb", 500_000), ("1 GB", 1_000_000_000), ("42", 42), ("42B", 42),
      ("0", nil), ("MB", nil), ("1.5MB", nil), ("10MiB", nil), ("99999999999999999GB", nil),
    ] as [(String, Int?)])
  func readsSizes(text: String, bytes: Int?) {
    #expect(ByteLimit(argument: text)?.bytes == bytes)
  }
}
