import AssessmentModel

/// What sources say of a check's severity where it is not the catalogue's (rules.md 3).
///
/// Only failures tell it: Security Hub calls all else informational. What Trusted Advisor has are
/// colours.
struct OtherSeverities {
  private var told: [Source: Set<Severity>] = [:]

  init(of check: Int, in report: Report) {
    let assessment = report.assessment
    let usual = report.catalogue.checks[check].severity
    for finding in assessment.merged.findings(ofCheck: check) where finding.state != .passed {
      for witness in assessment.merged.witnesses[finding.witnesses] {
        let row = assessment.evidence.records.rows[Int(witness)]
        guard row.status == .failed, row.source != .trustedAdvisor, let severity = row.severity,
          severity != usual
        else { continue }
        told[row.source, default: []].insert(severity)
      }
    }
  }

  /// For each source, such as `Prowler says Critical or Low`.
  var words: [String] {
    Source.allCases.compactMap { source in
      guard let severities = told[source] else { return nil }
      let titles = severities.sorted(by: >).map(\.title)
      return "\(source.name) says \(titles.joined(separator: " or "))"
    }
  }
}
