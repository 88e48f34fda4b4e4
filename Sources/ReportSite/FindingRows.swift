import AssessmentModel

/// Rows of findings in tables, the one direct encoder of them.
struct FindingRows {
  let report: Report
  let map: SiteMap

  /// Which columns a table shows beside resource, state and age.
  struct Columns: OptionSet {
    let rawValue: Int
    static let check = Columns(rawValue: 1)
    static let account = Columns(rawValue: 2)
    static let evidence = Columns(rawValue: 4)
    static let severity = Columns(rawValue: 8)
    /// Rows carry their citation as the place to link to; once a page.
    static let anchors = Columns(rawValue: 16)
  }

  /// The rows of findings by their indices, in that order.
  func rows(_ indices: some Sequence<Int>, _ columns: Columns) -> some Sequence<HTML> {
    indices.lazy.map { row(report.findings[$0], columns) }
  }

  /// A table around rows; `id` names it for the filter script.
  func table(_ rows: HTML, _ columns: Columns, label: String, id: String) -> HTML {
    """
    <div class="tw" tabindex="0" role="region" aria-label="\(label)">\
    <table class="stack fx" id="\(id)" role="table"><caption class="vh">\(label)</caption>\
    <thead role="rowgroup"><tr role="row">\(headings(columns))</tr></thead>\
    <tbody role="rowgroup">\(rows)</tbody></table></div>
    """
  }

  /// A table of the findings that fit on a page, and how many did not.
  func table(
    cutting indices: some Collection<Int>, _ columns: Columns, label: String, id: String,
    limit: Int
  ) -> (html: HTML, left: Int) {
    var body = HTML()
    var count = 0
    for row in rows(indices, columns) {
      if body.markup.utf8.count + row.markup.utf8.count > limit { break }
      body += row
      count += 1
    }
    return (table(body, columns, label: label, id: id), indices.count - count)
  }

  private func headings(_ columns: Columns) -> HTML {
    func heading(_ text: String) -> HTML {
      "<th role=\"columnheader\" scope=\"col\">\(text)</th>"
    }
    var html: HTML = ""
    if columns.contains(.severity) { html += heading("Severity") }
    if columns.contains(.check) { html += heading("Check") }
    html += heading("Resource")
    if columns.contains(.account) { html += heading("Account") }
    html += heading("Region") + heading("State") + heading("Open since")
    if columns.contains(.evidence) { html += heading("Evidence") }
    return html
  }

  private func row(_ finding: Finding, _ columns: Columns) -> HTML {
    let check = report.catalogue.checks[finding.check]
    let account = report.text(finding.account)
    let name = report.name(of: finding.account)
    var cells: HTML = ""
    if columns.contains(.severity) {
      cells += "<td role=\"cell\" data-l=\"Severity\">\(Badge.severity(check.severity))</td>"
    }
    if columns.contains(.check) {
      cells += """
        <td role="cell" data-l="Check"><a href="\(map.link(.check(check.id)))">\(check.id)</a></td>
        """
    }
    cells += resource(finding)
    if columns.contains(.account) {
      let label: HTML = name == account ? "" : "<span class=\"mono muted small\"> \(account)</span>"
      cells += """
        <td role="cell" data-l="Account"><a href="\(map.link(.account(account)))">\(name)</a>\(label)</td>
        """
    }
    cells += """
      <td role="cell" data-l="Region">\(report.region(finding.region))</td>\
      <td role="cell" data-l="State">\(state(finding, check))</td>\
      <td role="cell" data-l="Open since" class="nowrap">\(age(finding))</td>
      """
    if columns.contains(.evidence) { cells += evidence(finding) }
    let id: HTML =
      columns.contains(.anchors) ? " id=\"\(report.assessment.citation(of: finding))\"" : ""
    return """
      <tr role="row"\(id) data-sev="\(check.severity.word)" data-state="\(finding.state.word)" \
      data-account="\(account)">\(cells)</tr>
      """
  }

  private func resource(_ finding: Finding) -> HTML {
    let shown = ShownText.short(report.text(finding.resource), whole: "findings.csv")
    let apart: HTML =
      WitnessText(report: report).reasonApart(finding).map {
        "<span class=\"small muted\"> \($0)</span>"
      } ?? ""
    return """
      <th role="rowheader" scope="row"><span class="mono">\(shown.isEmpty ? "(no resource named)" : shown)</span>\
      \(apart)<span class="cite">\(report.assessment.citation(of: finding))</span></th>
      """
  }

  private func state(_ finding: Finding, _ check: Check) -> HTML {
    var html = Badge.status(finding.state.status(check.severity))
    if finding.isDisputed { html += " \(Badge.tag("sources disagree", style: "warn"))" }
    if let number = finding.exception {
      let id = ShownText.short(
        report.assessment.evidence.exceptions[number].id, limit: 60, whole: "exceptions.yaml")
      html += """
         <a class="small" href="\(report.link(toException: number, on: map))">\(id)</a>
        """
    } else if finding.state == .suppressed {
      let note = ShownText.short(
        report.text(report.assessment.record(of: finding).note), whole: "its file")
      if !note.isEmpty { html += "<span class=\"small muted\"> \(note)</span>" }
    }
    return html
  }

  private func age(_ finding: Finding) -> HTML {
    guard finding.state != .passed, let since = report.assessment.since(finding) else { return "–" }
    return "\(since.day) <span class=\"small muted\">\(report.age(finding) ?? 0) d</span>"
  }

  /// Each witness: what its source says, when, and where it stands in which file.
  private func evidence(_ finding: Finding) -> HTML {
    let assessment = report.assessment
    let witnesses = assessment.merged.witnesses[finding.witnesses]
    let lines = witnesses.prefix(4).map { index -> HTML in
      let row = assessment.evidence.records.rows[Int(index)]
      let file = ShownText.short(
        assessment.evidence.files[Int(row.file)].name, limit: 120, whole: "report.json")
      let date = row.updated == Record.undated ? "undated" : Instant(seconds: row.updated).day
      let reason = ShownText.short(report.text(row.reason), whole: "the file")
      let why: HTML = reason.isEmpty ? "" : " (\(reason))"
      let source = WitnessText(report: report).source(of: row)
      return "\(source), \(date)\(why), \(file) #\(Int(row.number))"
    }
    let more: HTML = witnesses.count > 4 ? "<br>and \(witnesses.count - 4) more" : ""
    return """
      <td role="cell" data-l="Evidence" class="small muted">\(HTML(lines, separator: "<br>"))\(more)</td>
      """
  }
}
