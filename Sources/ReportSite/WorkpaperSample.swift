import AssessmentModel

/// Findings to be looked at again by hand: all open ones where they are few, and of the others those
/// with the smallest digits of their ids, which nobody chose.
struct WorkpaperSample {
  let report: Report
  let result: ObjectiveResult

  /// Findings of a sample.
  static let size = 25

  /// Indices of the findings of the objective's checks.
  private var population: [Int] {
    result.checks.flatMap { Array(report.assessment.merged.findings(ofCheck: $0.check).indices) }
  }

  /// Indices of the findings to be looked at again, the open ones first, by check.
  var indices: [Int] {
    let findings = report.findings
    let all = population
    let open = Self.smallest(Self.size, of: all.filter { findings[$0].state == .failed }, report)
    let others = Self.smallest(
      Self.size - open.count, of: all.filter { findings[$0].state != .failed }, report)
    return open.sorted() + others.sorted()
  }

  /// Those with the smallest digits.
  private static func smallest(_ count: Int, of indices: [Int], _ report: Report) -> [Int] {
    guard indices.count > count else { return indices }
    let facts = report.facts.all
    var kept: [(digits: UInt64, index: Int)] = []
    guard count > 0 else { return [] }
    for index in indices {
      let digits = facts[index].citation.rawValue
      if kept.count == count, let last = kept.last, digits >= last.digits { continue }
      if kept.count == count { kept.removeLast() }
      let place = kept.firstIndex { $0.digits > digits } ?? kept.count
      kept.insert((digits, index), at: place)
    }
    return kept.map(\.index)
  }

  var html: HTML {
    let chosen = indices
    guard !chosen.isEmpty else {
      return """
        <section id="sample"><h2>9 Sample to be performed again</h2><p>There is no finding to choose \
        from.</p></section>
        """
    }
    let rows = chosen.enumerated().map { row($0 + 1, $1) }
    let table = Table(
      label: "Sample of findings",
      columns: [
        .init("No."), .init("Finding"), .init("Account, region"), .init("Result and evidence"),
        .init("Re-performed"), .init("Agrees"), .init("Remark"),
      ], rows: rows)
    return """
      <section id="sample"><h2>9 Sample to be performed again</h2><p>\(chosenHow(chosen))</p>\
      <div class="sample">\(table.html)</div></section>
      """
  }

  private func chosenHow(_ chosen: [Int]) -> String {
    let findings = report.findings
    let all = population
    let open = all.count { findings[$0].state == .failed }
    let shownOpen = chosen.count { findings[$0].state == .failed }
    let others = chosen.count - shownOpen
    var parts: [String] = []
    if open > 0 {
      parts.append(
        shownOpen == open
          ? "all \(Count.of(open, "open finding"))"
          : "\(shownOpen) of \(Count.of(open, "open finding"))")
    }
    if others > 0 {
      let word = open > 0 ? "other finding" : "finding"
      parts.append("\(others) of \(Count.of(all.count - open, word))")
    }
    let isWhole = chosen.count == all.count
    let how =
      isWhole
      ? "These are all findings of the checks."
      : "Where not all are listed, those with the smallest digits of their ids were taken. The digits "
        + "are those of a SHA-256 of check, account, region and resource: nobody chose, and the same "
        + "evidence gives the same sample."
    return "The sample is \(Count.list(parts)). \(how)"
  }

  private func row(_ number: Int, _ index: Int) -> [HTML] {
    let finding = report.findings[index]
    let facts = report.facts.all[index]
    let resource = ShownText.short(report.text(finding.resource), limit: 200, whole: "findings.csv")
    let file = ShownText.short(
      report.assessment.evidence.files[Int(facts.file)].name, limit: 120, whole: "report.json")
    let seen = facts.last == Record.undated ? "undated" : Instant(seconds: facts.last).day
    return [
      "\(number)",
      """
      <span class="mono small nowrap">\(report.citation(index))</span><br>\
      <span class="small">\(resource)</span>
      """,
      "\(report.name(of: finding.account)), \(report.region(finding.region))",
      """
      \(Badge.status(finding.state.status(finding.severity))) \
      <span class="small">seen \(seen); \(file), record \(Int(facts.number))</span>
      """,
      "☐", "☐ yes<br>☐ no", "",
    ]
  }
}
