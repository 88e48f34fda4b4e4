import AssessmentModel
import ReportSite

/// What a run says at its end.
struct RunSummary {
  let result: ReportRun.Result

  /// Diagnostics and a summary on standard error; what to open on standard output.
  func print(to console: Console) {
    let assessment = result.assessment
    console.report(
      assessment.evidence.rejectedFiles + assessment.warnings,
      malformed: assessment.evidence.malformed)
    for line in lines { console.say(line) }
    if console.isQuiet { return }
    for path in result.written.paths { console.print(path) }
  }

  /// Files that `--skip-invalid` left out.
  private var left: [String] {
    let count = result.assessment.evidence.rejectedFiles.count
    return count == 0 ? [] : ["\(plural(count, "file")) left out; sources.html lists them."]
  }

  /// What to fix first, and how much there is.
  private var plan: [String] {
    let plan = result.assessment.plan
    let fixes = "\(plan.items.count) \(plan.items.count == 1 ? "fix" : "fixes")"
    guard let first = plan.steps.first else {
      return plan.items.isEmpty ? [] : ["\(fixes) to make; plan.html lists them."]
    }
    let names = first.items.prefix(4).map(\.id) + (first.items.count > 4 ? ["…"] : [])
    let moves = first.moves.map { move in
      let label = result.assessment.catalogue.objectives[move.objective].label
      return "\(label) from \(move.from.word) to \(move.to.word)"
    }
    return [
      "\(fixes) to make, first \(names.joined(separator: ", ")) "
        + "(\(moves.joined(separator: ", "))); plan.html has the order."
    ]
  }

  /// How large files are that may be sent on.
  private var sizes: [String] {
    let written = result.written
    let zip = written.archiveBytes.map { "The ZIP has \(ByteCount.text($0))." }
    let left =
      written.leftOut == 0
      ? ""
      : " It lists open findings only; \(Count.of(written.leftOut, "other")) would make it larger "
        + "than \(ByteCount.text(SingleFile.limit))."
    let single = written.fileBytes.map { "The single file has \(ByteCount.text($0)).\(left)" }
    return [zip, single].compactMap(\.self)
  }

  private func plural(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  private var lines: [String] {
    let assessment = result.assessment
    let width = assessment.objectives.map { $0.objective.title.count }.max() ?? 0
    let verdicts = assessment.objectives.map { item in
      let known = item.counts.known
      let title = item.objective.title.padding(to: width)
      let label = item.objective.label.padding(to: 5)
      return
        "  \(label) \(title)  \(item.verdict.word.padding(to: 12)) known \(known.count) of \(known.of)"
    }
    let counts = assessment.reconciliation
    let open = assessment.merged.findings.count { $0.state == .failed }
    let rejected = counts.outcomes[.rejected] ?? 0
    let files = assessment.evidence.files.count
    return ["", "As of \(assessment.asOf.rfc3339)"] + verdicts + [
      "",
      "\(plural(counts.records, "record")) from \(plural(files, "file")) (\(rejected) rejected) "
        + "became \(plural(counts.unique, "finding")), \(open) open. "
        + "\(plural(result.written.pages, "page")) written.",
    ] + plan + sizes + left + [
      "Open:"
    ]
  }
}

extension String {
  /// The text with spaces behind it up to a width in characters.
  func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
