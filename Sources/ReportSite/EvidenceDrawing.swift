import AssessmentModel

/// The ways of the evidence into the objectives, drawn: boxes and lines of SVG, coloured by classes.
///
/// The drawing is 960 units wide and scales with its place; where that is too narrow for its text,
/// the style sheet leaves it out, and the table behind it tells the same.
struct EvidenceDrawing {
  let report: Report
  let ways: [EvidenceWay]

  private static let wayHeight = 92
  private static let objectiveHeight = 46
  /// Where the boxes of objectives begin, and how many letters of a title fit.
  private static let (right, letters) = (590, 33)

  private var results: [ObjectiveResult] { report.assessment.objectives }
  private var height: Int {
    max(ways.count * Self.wayHeight, results.count * Self.objectiveHeight, 100)
  }

  var html: HTML {
    """
    <svg class="flow" viewBox="0 0 960 \(height)" role="img" aria-label="\(summary)">\
    \(lines)\(HTML(ways.indices.map(box)))\(middle)\(HTML(results.indices.map(objective)))</svg>
    """
  }

  private var summary: String {
    let sources = ways.map { way in
      "\(way.title): \(way.isMissing ? "nothing in the evidence" : numbers(way))"
    }
    return sources.joined(separator: ". ") + ". All of it is judged as one assessment of "
      + "\(Count.of(results.count, "objective")). The table below has the numbers."
  }

  private func numbers(_ way: EvidenceWay) -> String {
    "\(Count.of(way.files, "file")), \(Count.of(way.records, "record")), \(way.became)"
  }

  // MARK: Places

  private func wayCentre(_ index: Int) -> Int {
    height * (2 * index + 1) / (2 * max(ways.count, 1))
  }

  private func objectiveCentre(_ index: Int) -> Int {
    height * (2 * index + 1) / (2 * max(results.count, 1))
  }

  // MARK: Parts

  private var lines: HTML {
    let into = ways.indices.map { index -> HTML in
      let y = wayCentre(index)
      let style: HTML = ways[index].isMissing ? " class=\"no\"" : ""
      return "<path\(style) d=\"M350 \(y)C390 \(y) 380 \(height / 2) 420 \(height / 2)\"/>"
    }
    let out = results.indices.map { index -> HTML in
      let y = objectiveCentre(index)
      let isEmpty = ways.allSatisfy { $0.byObjective[index] == 0 }
      let style: HTML = isEmpty ? " class=\"no\"" : ""
      return
        "<path\(style) d=\"M535 \(height / 2)C570 \(height / 2) 555 \(y) \(Self.right) \(y)\"/>"
    }
    return HTML(into) + HTML(out)
  }

  private func box(_ index: Int) -> HTML {
    let way = ways[index]
    let top = wayCentre(index) - 38
    let style: HTML = way.isMissing ? " class=\"no\"" : ""
    let newest = way.newest.map { "newest \($0.day) UTC" } ?? "no time"
    let below: HTML =
      way.isMissing
      ? "<text class=\"s\" x=\"14\" y=\"\(top + 46)\">nothing in the evidence</text>"
      : """
      <text class="s" x="14" y="\(top + 45)">\(Count.of(way.files, "file")), \(Count.of(way.records, "record")) → \(way.became)</text>\
      <text class="s" x="14" y="\(top + 65)">\(newest)</text>
      """
    return """
      <rect\(style) x="1" y="\(top)" width="349" height="76" rx="6"/>\
      <text class="t" x="14" y="\(top + 24)">\(way.title)</text>\(below)
      """
  }

  private var middle: HTML {
    let counts = report.assessment.reconciliation
    let held = report.assessment.answerOutcomes.count { $0 == .answer }
    let y = height / 2
    return """
      <rect x="420" y="\(y - 46)" width="115" height="92" rx="6"/>\
      <text class="t m" x="477" y="\(y - 20)">Merged</text>\
      <text class="s m" x="477" y="\(y + 4)">\(Count.of(counts.unique, "finding"))</text>\
      <text class="s m" x="477" y="\(y + 26)">\(Count.of(held, "answer"))</text>
      """
  }

  private func objective(_ index: Int) -> HTML {
    let result = results[index]
    let y = objectiveCentre(index)
    let status = result.verdict.status
    let answers = ways.filter { $0.origin == .questionnaire }.reduce(0) {
      $0 + $1.byObjective[index]
    }
    let letters = Self.letters - result.objective.label.count
    let title = result.objective.title
    let short = title.count > letters ? title.prefix(letters - 1) + "…" : title[...]
    return """
      <rect x="\(Self.right)" y="\(y - 20)" width="369" height="40" rx="6"/>\
      <use class="f-\(status.style) \(status.style)" href="#\(status.symbol)" x="\(Self.right + 10)" y="\(y - 9)" width="18" height="18"/>\
      <text class="t" x="\(Self.right + 38)" y="\(y - 3)">\(result.objective.label) \(short)</text>\
      <text class="s" x="\(Self.right + 38)" y="\(y + 14)">\(status.word), \(Count.of(findings(of: result), "finding")), \(Count.of(answers, "answer"))</text>
      """
  }

  /// Findings of all checks that the objective claims.
  private func findings(of result: ObjectiveResult) -> Int {
    let checks = result.objective.core + result.objective.extension
    return Set(checks.compactMap(report.catalogue.index(ofCheck:))).reduce(0) {
      $0 + report.assessment.merged.findings(ofCheck: $1).count
    }
  }
}
