import AssessmentModel

/// Who says something, and by what name a source calls a resource.
struct WitnessText {
  let report: Report

  /// The source of a record; of AWS Config with the rule, as its account names it, and of Trusted
  /// Advisor with its own check, where that counts as another one.
  func source(of row: Record) -> String {
    let reference = report.assessment.evidence.records.references[Int(row.reference)]
    if case .trustedAdvisor(let id) = reference, case .check(let check) = report.meaning(of: row),
      report.catalogue.checks[check].id != "TA.\(id)"
    {
      return "\(row.source.name) check \(ShownText.short(id, limit: 120, whole: "the file"))"
    }
    guard case .configRule(let name, let description) = reference else { return row.source.name }
    let rule = ShownText.short(name, limit: 120, whole: "the file")
    guard let managed = description?.managed, managed != name.lowercased() else {
      return "\(row.source.name) rule \(rule)"
    }
    return "\(row.source.name) rule \(rule) (\(managed))"
  }

  /// The title of a record, or what it is when its source gives none.
  func title(of row: Record) -> String {
    let title = report.text(row.title)
    return title.isEmpty && row.source == .config ? "rule of \(row.source.name)" : title
  }

  /// Why a finding stands apart from what other sources say of its resource; nil when it does not.
  ///
  /// The ids of AWS Config and Trusted Advisor that are no ARN mean nothing to other sources.
  func reasonApart(_ finding: Finding) -> String? {
    let source = report.assessment.record(of: finding).source
    let resource = report.text(finding.resource)
    guard source == .config || source == .trustedAdvisor, !resource.isEmpty,
      !resource.hasPrefix("arn:")
    else { return nil }
    return "An id of \(source.name)’s own, not merged with what other sources say."
  }
}
