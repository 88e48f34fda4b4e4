import AssessmentModel

/// The lists of report.json that grow with the evidence, written member by member.
struct ReportJSONLists: Sendable {
  /// A part of a list's bytes, made when it is asked for.
  typealias Step = @Sendable () -> [UInt8]

  /// Members of one step.
  private static let stepLength = 2048

  private let report: Report
  private let findings: [Finding]
  private let facts: FindingFacts
  private let strings: StringTable
  /// The ids of checks, by their index.
  private let checks: Fragments<JSONOutput>

  init(report: Report) {
    self.report = report
    findings = report.findings
    facts = report.facts
    strings = report.assessment.strings
    checks = Fragments(openTexts: report.catalogue.checks.map(\.id))
  }

  /// The member `name` of the root: the findings in one of some states, in their order.
  func findings(_ name: String, _ states: Set<Finding.State>) -> [Step] {
    var indices: [Int32] = []
    for check in report.counts.indices {
      let runs = states.map { report.order.indices[report.order.positions(ofCheck: check, $0)] }
      indices += runs.count == 1 ? Array(runs[0]) : runs.flatMap(\.self).sorted()
    }
    return list(name, indices) { index, bytes in append(Int(index), to: &bytes) }
  }

  /// The member `name` of the root: every check in every account and region.
  func places(_ name: String) -> [Step] {
    list(name, report.assessment.places.flatMap(\.self)) { place, bytes in
      bytes.append("{\"check\":")
      bytes.append(checks, place.key.check)
      bytes.append("\"")
      appendPlace(place.key.account, place.key.region, to: &bytes)
      bytes.append(",\"state\":")
      append(place.state.word, to: &bytes)
      bytes.append("}")
    }
  }

  /// The member `name` of the root: the files that were read.
  func sources(_ name: String) -> [Step] {
    list(name, report.assessment.evidence.files) { file, bytes in
      bytes.append("{\"file\":")
      append(file.name, to: &bytes)
      bytes.append(",\"sha256\":")
      append(file.sha256, to: &bytes)
      bytes.append(",\"kind\":")
      append(file.kind, to: &bytes)
      bytes.append(",\"records\":")
      bytes.append(decimal: file.records)
      bytes.append("}")
    }
  }

  /// A list with each member on a line of its own.
  private func list<Member: Sendable>(
    _ name: String, _ members: [Member],
    _ append: @escaping @Sendable (Member, inout [UInt8]) -> Void
  ) -> [Step] {
    let end = members.isEmpty ? "]" : "\n]"
    var steps: [Step] = [{ Array(",\n\"\(name)\":[".utf8) }]
    for start in stride(from: 0, to: members.count, by: Self.stepLength) {
      steps.append {
        var bytes: [UInt8] = []
        for number in start..<min(start + Self.stepLength, members.count) {
          bytes.append(number == 0 ? "\n" : ",\n")
          append(members[number], &bytes)
        }
        return bytes
      }
    }
    return steps + [{ Array(end.utf8) }]
  }

  // MARK: Members

  private func append(_ index: Int, to bytes: inout [UInt8]) {
    let finding = findings[index]
    let own = facts.all[index]
    bytes.append("{\"id\":")
    bytes.append(checks, finding.check)
    bytes.append("-")
    own.citation.appendDigits(to: &bytes)
    bytes.append("\",\"check\":")
    bytes.append(checks, finding.check)
    bytes.append("\"")
    appendPlace(finding.account, finding.region, to: &bytes)
    bytes.append(",\"resource\":")
    JSONOutput.quote(facts.names.span.extracting(facts.name(of: index)), into: &bytes)
    bytes.append(",\"severity\":")
    append(finding.severity.word, to: &bytes)
    bytes.append(",\"since\":")
    if own.first != Record.undated {
      bytes.append("\"")
      Instant(seconds: own.first).appendRFC3339(to: &bytes)
      bytes.append("\"")
    } else {
      bytes.append("null")
    }
    switch finding.state {
    case .excepted: bytes.append(",\"by\":\"exception\"}")
    case .suppressed: bytes.append(",\"by\":\"source\"}")
    case .failed, .unknown, .passed: bytes.append(",\"by\":null}")
    }
  }

  /// Account and region; null where no record names a region.
  private func appendPlace(
    _ account: StringID, _ region: StringID, to bytes: inout [UInt8]
  ) {
    bytes.append(",\"account\":")
    append(account, to: &bytes)
    bytes.append(",\"region\":")
    if region.isNone { bytes.append("null") } else { append(region, to: &bytes) }
  }

  private func append(_ id: StringID, to bytes: inout [UInt8]) {
    strings.withUTF8(of: id) { JSONOutput.quote($0, into: &bytes) }
  }

  private func append(_ text: String, to bytes: inout [UInt8]) {
    JSONOutput.quote(text.utf8Span.span, into: &bytes)
  }
}
