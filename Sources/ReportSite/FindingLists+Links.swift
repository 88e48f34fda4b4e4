import AssessmentModel

extension FindingLists {
  /// The link to a row of the list of all findings, by its position.
  func link(toPosition position: Int, in report: Report, on map: SiteMap) -> String {
    map.link(
      .findings, number: all.pageNumber(ofPosition: position),
      fragment: report.citation(Int(all.indices[position])))
  }

  /// The link to the first row of a run on the pages of its check.
  func link(to run: Run, in report: Report, on map: SiteMap) -> String {
    let list = checks[run.check]
    let first = run.positions.lowerBound
    return map.link(
      .check(report.catalogue.checks[run.check].id), number: list.pageNumber(ofPosition: first),
      fragment: report.citation(Int(list.indices[first])))
  }

  /// The link to open findings of a severity: to the page on which they begin, filtered to them.
  func link(toOpen severity: Severity, in report: Report, on map: SiteMap) -> String {
    let first = all.indices.firstIndex { index in
      let finding = report.findings[Int(index)]
      return finding.state == .failed && finding.severity == severity
    }
    return map.link(
      .findings, number: first.map(all.pageNumber(ofPosition:)) ?? 1,
      fragment: "sev=\(severity.word)&state=open")
  }
}
