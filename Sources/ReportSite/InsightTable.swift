import AssessmentModel

/// What insights of Security Hub counted, on the page of other findings.
struct InsightTable {
  static let heading = "Counts of Security Hub insights"

  let report: Report

  /// A row for each count; none where there is no insight.
  var table: Table {
    Table(
      label: Self.heading,
      columns: [
        .init("Insight"), .init("Grouped by"), .init("Value"), .init("Findings", isNumber: true),
        .init("Counted"),
      ], rows: report.assessment.evidence.insights.flatMap(rows))
  }

  private func rows(_ insight: Insight) -> [[HTML]] {
    let tail = insight.arn.split(separator: "/").last.map(String.init) ?? ""
    let name = insight.name ?? (tail.isEmpty ? "unnamed insight" : tail)
    let file = report.assessment.evidence.files[insight.file].name
    let day = insight.time.map { "\($0.day), " } ?? ""
    let none = [Insight.Count(value: "nothing", findings: 0)]
    return (insight.counts.isEmpty ? none : insight.counts).map { count -> [HTML] in
      [
        "\(short(name))", "\(insight.groupedBy.isEmpty ? "–" : short(insight.groupedBy))",
        "\(short(count.value))", "\(Count.grouped(count.findings))",
        "<span class=\"small muted\">\(day)\(short(file))</span>",
      ]
    }
  }

  private func short(_ text: String) -> String {
    ShownText.short(text, limit: 200, whole: "the evidence")
  }
}
