import AssessmentModel

/// What an auditor would accept beside an answer that no check can see, and which of it is there.
struct SupportingNote {
  let report: Report
  let question: String

  /// The commands, what each shows, and the files of the evidence that hold their output.
  private var items: [(evidence: SupportingEvidence, files: [String])] {
    report.catalogue.objectives.flatMap(\.supporting).filter { $0.question == question }.map {
      evidence in
      (evidence, report.supportingFiles[evidence.outputKind] ?? [])
    }
  }

  /// A list; nothing for a question that checks alone can settle.
  var html: HTML {
    let all = items
    guard !all.isEmpty else { return "" }
    let rows = HTML(
      all.map { item -> HTML in
        """
        <li><code>\(item.evidence.command)</code> \(item.evidence.shows) \(state(item.files))</li>
        """
      })
    return """
      <details class="x"><summary>What an auditor would accept as evidence</summary><div>\
      <p>Put the output of these commands into evidence/; it is recognised there and named here.</p>\
      <ul>\(rows)</ul></div></details>
      """
  }

  private func state(_ files: [String]) -> HTML {
    if files.isEmpty { return "<span class=\"muted\">Not in the evidence.</span>" }
    let names = Count.list(files.prefix(3).map { $0 })
    let rest = files.count > 3 ? " and \(files.count - 3) more" : ""
    return "<b>In the evidence: \(names)\(rest).</b>"
  }
}
