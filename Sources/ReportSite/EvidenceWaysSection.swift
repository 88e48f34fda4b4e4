import AssessmentModel

/// How evidence came in: a drawing, and behind it its numbers as tables.
struct EvidenceWaysSection {
  let report: Report
  let map: SiteMap

  var html: HTML {
    let ways = EvidenceWays(report).all
    return """
      <section class="long" id="ways"><h2>How the evidence came in</h2>\
      \(EvidenceDrawing(report: report, ways: ways).html)\(numbers(ways))\(objectives(ways))</section>
      """
  }

  private func numbers(_ ways: [EvidenceWay]) -> HTML {
    let counts = report.assessment.reconciliation
    var rows = ways.map { way -> [HTML] in
      [
        "\(way.title)", "\(Count.grouped(way.files))", "\(Count.grouped(way.records))",
        way.isMissing
          ? missing(way) : "\(way.became)\(way.detail.isEmpty ? "" : " of \(way.detail)")",
        "<span class=\"nowrap\">\(way.newest?.dayOrTime ?? "–")</span>",
      ]
    }
    let others = counts.records - ways.reduce(0) { $0 + $1.records }
    if others > 0 {
      rows.append([
        "Of no way", "–", "\(Count.grouped(others))",
        "Not readable, or without a result: rejected and metadata below.", "–",
      ])
    }
    let table = Table(
      label: "Evidence by the way in which it came",
      columns: [
        .init("Way"), .init("Files", isNumber: true), .init("Records", isNumber: true),
        .init("What they became"), .init("Newest (UTC)"),
      ], rows: rows)
    return """
      \(table.html)<p class="small muted">A finding that several ways report counts in each of them, and \
      once in the report. Together these are the \(Count.of(counts.records, "record")) of \
      <a href="#reconciliation">what became of each record</a>.</p>
      """
  }

  private func objectives(_ ways: [EvidenceWay]) -> HTML {
    let rows = report.assessment.objectives.enumerated().map { number, result -> [HTML] in
      let objective = result.objective
      return [
        """
        <a href="\(map.link(.objective(objective.id)))">\(objective.label) \(objective.title)</a>
        """
      ] + ways.map { "\(Count.grouped($0.byObjective[number]))" }
    }
    let table = Table(
      label: "Findings and answers of each objective by the way in which they came",
      columns: [.init("Objective")]
        + ways.map { way in
          .init(way.origin == .questionnaire ? "Answers" : name(way), isNumber: true)
        }, rows: rows)
    return """
      <details class="x"><summary>By objective</summary><div>\(table.html)<p class="small muted">\
      Findings of each source, and answers that hold. Objectives may share a check, so columns are not \
      summed.</p></div></details>
      """
  }

  private func name(_ way: EvidenceWay) -> String {
    if case .source(let source) = way.origin { source.name } else { way.title }
  }

  /// What is not there, and how to get it.
  private func missing(_ way: EvidenceWay) -> HTML {
    switch way.origin {
    case .questionnaire:
      """
      No answer is in the evidence. <a href="\(map.link(.questions))">Fill in the questionnaire</a> and \
      put the saved file into answers/.
      """
    case .source(.trustedAdvisor):
      """
      No Trusted Advisor evidence. Add the output of <code>aws support \
      describe-trusted-advisor-check-result --region us-east-1 --check-id …</code>, or, without the API, \
      fill in <code>evidence/trusted-advisor.yaml</code>: <a href="\(map.link(.gaps))">what was not looked at</a>.
      """
    case .source:
      """
      No Security Hub evidence. Add the output of <code>aws securityhub get-findings</code>: \
      <a href="\(map.link(.gaps))">what was not looked at</a>.
      """
    }
  }
}
