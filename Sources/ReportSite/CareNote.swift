import AssessmentModel

/// What a reader of the overview should be careful about: old evidence by name, then warnings.
struct CareNote {
  private static let limit = 6
  private static let old = "old-evidence"
  /// Warnings about the assessment as a whole, which come before those about one record.
  private static let first = ["many-later", "far-ahead", "page-missing", "export-without-passes"]

  let report: Report
  let map: SiteMap

  /// The note; nothing where there is no warning.
  var html: HTML {
    let warnings = report.warnings.filter { $0.severity != .note && $0.identifier != Self.old }
    let ordered =
      Self.first.flatMap { name in warnings.filter { $0.identifier == name } }
      + warnings.filter { !Self.first.contains($0.identifier) }
    let oldEvidence = oldEvidence
    guard !ordered.isEmpty || !oldEvidence.isEmpty else { return "" }
    let items = HTML(ordered.prefix(Self.limit).map { "<li>\($0.shown)</li>" })
    let rest = ordered.count - Self.limit
    let more: HTML =
      rest > 0
      ? """
      <p><a href="\(map.link(.sources, fragment: "warnings"))">\(Count.of(rest, "more warning"))</a></p>
      """ : ""
    return """
      <div class="note warn"><b>Read with care</b><ul>\(oldEvidence)\(items)</ul>\(more)</div>
      """
  }

  private var oldFiles: [(file: String, days: Int)] {
    let (evidence, asOf) = (report.assessment.evidence, report.assessment.asOf)
    return evidence.files.indices.compactMap { index in
      let time = report.files.newest[index]
      guard time != Record.undated, evidence.files[index].isExport else { return nil }
      let days = Instant(seconds: time).days(to: asOf)
      return days > evidence.staleAfter ? (evidence.files[index].name, days) : nil
    }
    .sorted { $0.days > $1.days }
  }

  /// Old files by name, the oldest first.
  private var oldEvidence: HTML {
    let files = oldFiles
    guard !files.isEmpty else { return "" }
    let names = files.prefix(3).map { file, days in
      "\(ShownText.short(file, limit: 120, whole: "report.json")) (\(Count.of(days, "day")))"
    }
    let rest = files.count - names.count
    let list = Count.list(names + (rest > 0 ? ["\(Count.grouped(rest)) more"] : []))
    return """
      <li><a href="\(map.link(.sources, fragment: "files"))">Old evidence</a>: \
      \(files.count == 1 ? "the newest result of one file is" : "the newest results of \(Count.grouped(files.count)) files are" as HTML) \
      more than \(report.assessment.evidence.staleAfter) days older than this assessment: \(list). \
      What changed since is not known; export again.</li>
      """
  }
}
