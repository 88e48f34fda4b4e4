import AssessmentModel
import Markdown

/// All findings as CSV (RFC 4180), one row each.
struct FindingsCSV {
  let report: Report

  private static let columns = [
    "id", "state", "severity", "check", "title", "objectives", "account", "account_name", "region",
    "resource", "open_since", "last_seen", "sources", "exception", "requirements", "remediation",
    "evidence",
  ]

  var text: String {
    var text = CSV.row(Self.columns)
    let objectives = report.catalogue.checks.map { check in
      report.catalogue.objectives(claiming: check.id).map(\.label).joined(separator: " ")
    }
    let requirements = report.catalogue.checks.map { check in
      check.requirements.map { "\($0.standard) \($0.numbers.joined(separator: " "))" }
        .joined(separator: "; ")
    }
    for index in report.worstFirst {
      let finding = report.findings[index]
      text += row(finding, objectives[finding.check], requirements[finding.check])
    }
    return text
  }

  private func row(_ finding: Finding, _ objectives: String, _ requirements: String) -> String {
    let assessment = report.assessment
    let check = report.catalogue.checks[finding.check]
    let record = assessment.record(of: finding)
    let witnesses = assessment.merged.witnesses[finding.witnesses]
      .map { assessment.evidence.records.rows[Int($0)] }
    let last = witnesses.map(\.updated).max() ?? Record.undated
    let sources = Source.allCases.filter { source in witnesses.contains { $0.source == source } }
    let exception = finding.exception.map { assessment.evidence.exceptions[$0].id } ?? ""
    return CSV.row([
      assessment.citation(of: finding), finding.state.word, check.severity.word, check.id,
      check.title, objectives, report.text(finding.account),
      assessment.details(of: finding.account).name ?? report.text(finding.account),
      report.text(finding.region), report.text(finding.resource),
      assessment.since(finding)?.rfc3339 ?? "",
      last == Record.undated ? "" : Instant(seconds: last).rfc3339,
      sources.map(\.name).joined(separator: " "), exception, requirements, check.remediation ?? "",
      "\(assessment.evidence.files[Int(record.file)].name)#\(record.number)",
    ])
  }
}

/// The one encoder of CSV cells.
enum CSV {
  /// A row with its line end.
  static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A cell in which spreadsheets see text: a leading `=`, `+`, `-`, `@`, tab or line end gets an
  /// apostrophe before it.
  static func cell(_ text: String) -> String {
    // Line ends stay; every other character that does not show becomes its code point.
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let shown = lines.map { MarkdownText.visible(String($0)) }.joined(separator: "\n")
    // Of full-width signs, too, some spreadsheets make formulas.
    let isFormula =
      text.unicodeScalars.first.map { "=+-@\t\r\n|%＝＋－＠".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + shown : shown
    guard safe.utf8.contains(where: { ",\"\n\r';".utf8.contains($0) }) else { return safe }
    // By scalars: a quotation mark with a combining mark behind it is another character.
    var quoted = "\"".unicodeScalars
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
