import AssessmentModel

/// Writes rows of findings.csv.
struct FindingsCSVWriter {
  private(set) var csv = CSV()

  private let table: FindingsCSV
  private let findings: [Finding]
  private let facts: FindingFacts
  // Rows of one account and region mostly follow each other.
  private var account: StringID?
  private var accountCells = CSV()
  private var region: StringID?
  private var regionCell = CSV()
  private var scratch: [UInt8] = []

  init(_ table: FindingsCSV) {
    self.table = table
    findings = table.report.findings
    facts = table.report.facts
  }

  mutating func append(headings: [String]) {
    for heading in headings { csv.append(heading) }
    csv.endRow()
  }

  /// Appends the row of a finding by its index.
  mutating func append(_ index: Int) {
    let finding = findings[index]
    let own = facts.all[index]
    appendCitation(own.citation, finding.check)
    csv.append(table.states, Int(finding.state.rawValue))
    csv.append(table.severities, Int(finding.severity.rawValue))
    csv.append(table.heads, finding.check)
    appendPlace(finding)
    csv.append(facts.names, facts.name(of: index))
    csv.append(moment: own.first)
    csv.append(moment: own.last)
    csv.append(table.sources, Int(own.sources))
    csv.append(
      finding.exception.map { table.report.assessment.evidence.exceptions[$0].id } ?? "")
    csv.append(table.tails, finding.check)
    appendEvidence(finding, own)
    csv.endRow()
  }

  private mutating func appendCitation(_ citation: Citation, _ check: Int) {
    scratch.removeAll(keepingCapacity: true)
    scratch += table.citations[check]
    citation.appendDigits(to: &scratch)
    csv.append(scratch, scratch.indices)
  }

  /// Account, its name and the region.
  private mutating func appendPlace(_ finding: Finding) {
    if account != finding.account {
      account = finding.account
      let name = table.report.assessment.details(of: finding.account).name
      accountCells = CSV(cells: [table.report.text(finding.account), name ?? ""])
    }
    if region != finding.region {
      region = finding.region
      regionCell = CSV(cells: [table.report.text(finding.region)])
    }
    csv.append(accountCells)
    csv.append(regionCell)
  }

  /// File and record number of each witness, the deciding one first.
  private mutating func appendEvidence(_ finding: Finding, _ own: FindingFacts.Facts) {
    scratch.removeAll(keepingCapacity: true)
    appendRecord(own.number, file: own.file)
    if own.witnesses > 1 {
      let assessment = table.report.assessment
      for witness in finding.witnesses.dropFirst() {
        let row = assessment.evidence.records.rows[Int(assessment.merged.witnesses[witness])]
        scratch.append("; ")
        appendRecord(row.number, file: row.file)
      }
    }
    csv.append(scratch, scratch.indices)
  }

  private mutating func appendRecord(_ number: UInt32, file: UInt32) {
    scratch.append(utf8: table.report.assessment.evidence.files[Int(file)].name)
    scratch.append("#")
    scratch.append(decimal: Int(number))
  }
}
