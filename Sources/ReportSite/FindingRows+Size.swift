import AssessmentModel

extension FindingRows {
  /// The bytes of a row's own markup, of dates and the digits of citations.
  private static let markup = 130

  /// The most bytes that the row of a finding may take, told without encoding it.
  func size(_ index: Int, _ columns: Columns) -> Int {
    let finding = report.findings[index]
    var size = Self.markup + 2 * citations.byteCount(of: finding.check)
    size += self.size(finding.region, limit: 60)
    size += Self.size(
      report.facts.names.span.extracting(report.facts.name(of: index)), limit: ShownText.limit)
    if columns.contains(.severity) {
      size += severityCells.byteCount(of: Int(finding.severity.rawValue))
    }
    if columns.contains(.check) { size += checkCells.byteCount(of: finding.check) }
    if columns.contains(.account) { size += accountSize(finding.account) }
    if finding.isDisputed { size += 60 }
    // Rows of such a check may each begin a group of their own.
    if leavesSeverityToRows[finding.check] { size += 80 }
    if [.config, .trustedAdvisor].contains(report.facts.all[index].source) { size += 120 }
    if finding.exception != nil || finding.state == .suppressed {
      size += reason(finding).byteCount
    }
    if columns.contains(.evidence) { size += evidenceSize(index) }
    return size
  }

  /// An account's number stands in a link, and with its name again.
  private func accountSize(_ id: StringID) -> Int {
    let number = size(id, limit: Int.max / 8)
    return longestName == 0 ? 40 + 2 * number : 70 + 3 * number + longestName
  }

  /// The most bytes that the name of any account may take.
  static func longestName(of accounts: [AccountDetails]) -> Int {
    accounts.map { size(($0.name ?? "").utf8Span.span, limit: 120) }.max() ?? 0
  }

  /// The most bytes that the name of a file may take.
  static func nameSize(_ name: String) -> Int { size(name.utf8Span.span, limit: 120) }

  private func evidenceSize(_ index: Int) -> Int {
    let assessment = report.assessment
    let facts = report.facts.all[index]
    if facts.witnesses == 1 && ![.config, .trustedAdvisor].contains(facts.source) {
      return 30 + evidenceSize(facts.file, facts.reason)
    }
    let own = report.findings[index].witnesses.prefix(Self.witnessLimit)
    return own.reduce(30) { size, witness in
      let row = assessment.evidence.records.rows[Int(assessment.merged.witnesses[witness])]
      let isNamed = [.config, .trustedAdvisor].contains(row.source)
      let source = isNamed ? WitnessText(report: report).source(of: row) : ""
      return size + evidenceSize(row.file, row.reason) + 6 * source.utf8.count
    }
  }

  private func evidenceSize(_ file: UInt32, _ reason: StringID) -> Int {
    50 + fileNameSizes[Int(file)] + size(reason, limit: ShownText.limit)
  }

  private func size(_ id: StringID, limit: Int) -> Int {
    report.assessment.strings.withUTF8(of: id) { Self.size($0, limit: limit) }
  }

  /// The most bytes that a text takes of which `limit` scalars are shown.
  ///
  /// A byte becomes at most six, as of `&quot;` or `U+0007`; a longer text ends with where the whole
  /// of it stands.
  private static func size(_ text: Span<UInt8>, limit: Int) -> Int {
    if text.count <= limit { return text.isPlain ? text.count : text.count * 6 }
    return min(text.count * 6, limit * 8) + 40
  }
}
