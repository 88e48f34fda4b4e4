import AssessmentModel

/// Writes rows of findings one behind the other, without a `String` for any cell.
struct FindingRowWriter {
  /// The markup so far.
  var html = HTML()

  private let rows: FindingRows
  private let columns: FindingRows.Columns
  private let findings: [Finding]
  private let facts: FindingFacts
  private let strings: StringTable
  private let asOf: Instant
  private var group: (severity: Severity, state: Finding.State)?
  // Rows of one account, region and file mostly follow each other.
  private var account: StringID?
  private var accountCell = HTML()
  private var region: StringID?
  private var regionCell = HTML()
  private var reference: UInt32?
  private var sourceName = HTML()
  private var file: UInt32?
  private var fileName = HTML()

  init(_ rows: FindingRows, _ columns: FindingRows.Columns) {
    self.rows = rows
    self.columns = columns
    let assessment = rows.report.assessment
    findings = assessment.merged.findings
    facts = rows.report.facts
    strings = assessment.strings
    asOf = assessment.asOf
  }

  /// Appends the row of a finding by its index.
  mutating func append(_ index: Int) {
    let finding = findings[index]
    beginGroup(finding.severity, finding.state)
    html.append("<tr")
    if columns.contains(.anchors) {
      html.append(" id=\"")
      appendCitation(index, finding.check)
      html.append("\"")
    }
    html.append(">")
    if columns.contains(.severity) {
      html.append(rows.severityCells, Int(finding.severity.rawValue))
    }
    if columns.contains(.check) { html.append(rows.checkCells, finding.check) }
    html.append("<th scope=\"row\">")
    appendResource(index, finding)
    html.append("<small>")
    appendCitation(index, finding.check)
    html.append("</small>")
    if columns.contains(.account) { appendAccount(finding.account) }
    appendRegion(finding.region)
    appendState(finding)
    appendAge(index, finding.state)
    if columns.contains(.evidence) { appendEvidence(index, finding) }
  }

  /// Ends the last group of rows.
  mutating func end() {
    if group != nil { html.append("</tbody>") }
    group = nil
  }

  private mutating func beginGroup(_ severity: Severity, _ state: Finding.State) {
    if let group, group == (severity, state) { return }
    end()
    group = (severity, state)
    html += "<tbody data-sev=\"\(severity.word)\" data-state=\"\(state.word)\">"
  }

  // MARK: Cells

  private mutating func appendCitation(_ index: Int, _ check: Int) {
    html.append(rows.citations, check)
    html.append(facts.all[index].citation)
  }

  private mutating func appendResource(_ index: Int, _ finding: Finding) {
    let name = facts.name(of: index)
    if name.isEmpty {
      html.append("(no resource named)")
    } else if name.count <= ShownText.limit {
      html.append(text: facts.names, name)
    } else {
      html += "\(ShownText.short(strings[finding.resource], whole: "findings.csv"))"
    }
    let source = facts.all[index].source
    guard source == .config || source == .trustedAdvisor else { return }
    if let reason = WitnessText(report: rows.report).reasonApart(finding) {
      html += " <small>\(reason)</small>"
    }
  }

  private mutating func appendAccount(_ id: StringID) {
    if account != id {
      account = id
      accountCell = rows.accountCell(id)
    }
    html += accountCell
  }

  private mutating func appendRegion(_ id: StringID) {
    if region != id {
      region = id
      regionCell = rows.regionCell(id)
    }
    html += regionCell
  }

  private mutating func appendState(_ finding: Finding) {
    html.append(rows.states, Int(finding.state.rawValue))
    if finding.isDisputed { html += " \(Badge.tag("sources disagree", style: "warn"))" }
    if finding.exception != nil || finding.state == .suppressed { html += rows.reason(finding) }
  }

  private mutating func appendAge(_ index: Int, _ state: Finding.State) {
    let first = facts.all[index].first
    guard state != .passed, first != Record.undated else {
      html.append("<td>–")
      return
    }
    let since = Instant(seconds: first)
    html.append("<td>")
    html.append(dayOf: since)
    html.append(" <small>")
    html.append(max(0, since.days(to: asOf)))
    html.append(" d</small>")
  }

  // MARK: Evidence

  /// Each witness: what its source says, when, and where it stands in which file.
  private mutating func appendEvidence(_ index: Int, _ finding: Finding) {
    html.append("<td>")
    let own = facts.all[index]
    if own.witnesses == 1 {
      append(source: own.reference, of: finding.deciding)
      append(updated: own.last, reason: own.reason)
      append(file: own.file, own.number)
      return
    }
    let assessment = rows.report.assessment
    for witness in finding.witnesses.prefix(FindingRows.witnessLimit) {
      if witness > finding.witnesses.lowerBound { html.append("<br>") }
      let number = Int(assessment.merged.witnesses[witness])
      let row = assessment.evidence.records.rows[number]
      append(source: row.reference, of: number)
      append(updated: row.updated, reason: row.reason)
      append(file: row.file, row.number)
    }
    let left = finding.witnesses.count - FindingRows.witnessLimit
    if left > 0 { html += "<br>and \(left) more" }
  }

  private mutating func append(source number: UInt32, of row: Int) {
    if reference != number {
      reference = number
      let record = rows.report.assessment.evidence.records.rows[row]
      sourceName = "\(WitnessText(report: rows.report).source(of: record)), "
    }
    html += sourceName
  }

  private mutating func append(updated: Int64, reason: StringID) {
    if updated == Record.undated {
      html.append("undated")
    } else {
      html.append(dayOf: Instant(seconds: updated))
    }
    if !reason.isNone {
      html += " (\(ShownText.short(strings[reason], whole: "the file")))"
    }
    html.append(", ")
  }

  private mutating func append(file number: UInt32, _ record: UInt32) {
    if file != number {
      file = number
      let name = rows.report.assessment.evidence.files[Int(number)].name
      fileName = "\(ShownText.short(name, limit: 120, whole: "report.json"))"
    }
    html += fileName
    html.append(" #")
    html.append(Int(record))
  }
}
