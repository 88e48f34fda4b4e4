import AssessmentModel

/// Tables of findings on pages of one folder: their headings, and the cells that many rows share.
///
/// Rows are short, because there may be a hundred thousand: a group of rows bears severity and state
/// for style sheet and script, and end tags that HTML lets out are left out.
struct FindingRows: Sendable {
  /// Which columns a table shows beside resource, state and age.
  struct Columns: OptionSet, Sendable {
    let rawValue: Int
    static let check = Columns(rawValue: 1)
    static let account = Columns(rawValue: 2)
    static let evidence = Columns(rawValue: 4)
    static let severity = Columns(rawValue: 8)
    /// Rows carry their citation as the place to link to; once a page.
    static let anchors = Columns(rawValue: 16)
  }

  let report: Report
  let map: SiteMap
  /// By check: its id and a hyphen, with which citations begin.
  let citations: Fragments<HTML>
  /// By severity.
  let severityCells: Fragments<HTML>
  /// By check.
  let checkCells: Fragments<HTML>
  /// The cells of states, but for what only some findings have in theirs.
  let states: Fragments<HTML>
  /// The most bytes that the name of any account may take.
  let longestName: Int
  /// By check: whether each of its rows tells its own severity.
  let leavesSeverityToRows: [Bool]
  /// By file: the most bytes that its name may take.
  let fileNameSizes: [Int]
  /// Whether rows of findings that are not open are left out of tables.
  var isOpenOnly = false
  /// Witnesses that a row lists.
  static let witnessLimit = 4

  init(report: Report, map: SiteMap) {
    self.report = report
    self.map = map
    leavesSeverityToRows = report.catalogue.checks.map(\.leavesSeverityToRows)
    fileNameSizes = report.assessment.evidence.files.map(\.name).map { Self.nameSize($0) }
    longestName = Self.longestName(of: report.assessment.evidence.accounts)
    let checks = report.catalogue.checks
    citations = Fragments(checks.map { "\($0.id)-" })
    severityCells = Fragments(Severity.allCases.map { "<td><b>\($0.title)</b>" })
    checkCells = Fragments(
      checks.map { "<td><a href=\"\(map.link(.check($0.id)))\">\($0.id)</a>" })
    states = Fragments(Finding.State.allCases.map { "<td><b>\($0.status(.high).word)</b>" })
  }

  /// The table of some findings by their indices, in that order; `id` names it for the filter script.
  func table(
    _ indices: some Sequence<Int32>, _ columns: Columns, label: String, id: String
  ) -> HTML {
    var writer = FindingRowWriter(self, columns)
    writer.html += """
      <div class="tw" tabindex="0" role="region" aria-label="\(label)">\
      <table class="stack fx\(columns.contains(.evidence) ? " ev" : "" as HTML)" id="\(id)">\
      <caption class="vh">\(label)</caption><thead><tr>\(headings(columns))</tr></thead>
      """
    for index in indices where !isOpenOnly || report.findings[Int(index)].state == .failed {
      writer.append(Int(index))
    }
    writer.end()
    writer.html.append("</table></div>")
    return writer.html
  }

  /// A table of the first findings that fit on a page, and how many did not.
  func table(
    cutting indices: some Collection<Int32>, _ columns: Columns, label: String, id: String,
    limit: Int
  ) -> (html: HTML, left: Int) {
    let shown = Page.fitting(indices, limit: limit) { size(Int($0), columns) }
    return (table(shown, columns, label: label, id: id), indices.count - shown.count)
  }

  private func headings(_ columns: Columns) -> HTML {
    var texts: [String] = []
    if columns.contains(.severity) { texts.append("Severity") }
    if columns.contains(.check) { texts.append("Check") }
    texts.append("Resource")
    if columns.contains(.account) { texts.append("Account") }
    texts += ["Region", "State", "Open since"]
    if columns.contains(.evidence) { texts.append("Evidence") }
    return HTML(texts.map { "<th scope=\"col\">\($0)</th>" })
  }

  // MARK: Cells

  func accountCell(_ id: StringID) -> HTML {
    let account = report.text(id)
    let name = report.name(of: id)
    let label: HTML = name == account ? "" : "<small class=\"mono\"> \(account)</small>"
    return "<td><a href=\"\(map.link(.account(account)))\">\(name)</a>\(label)"
  }

  func regionCell(_ id: StringID) -> HTML { "<td>\(report.region(id))" }

  /// What a set-aside failure shows behind its state: its exception, or its source's note.
  func reason(_ finding: Finding) -> HTML {
    if let number = finding.exception {
      let id = ShownText.short(
        report.assessment.evidence.exceptions[number].id, limit: 60, whole: "exceptions.yaml")
      return " <a href=\"\(report.link(toException: number, on: map))\">\(id)</a>"
    }
    let note = report.text(report.assessment.record(of: finding).note)
    if note.isEmpty { return "" }
    return " <small>\(ShownText.short(note, whole: "its file"))</small>"
  }
}
