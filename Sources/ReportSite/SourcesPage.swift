import AssessmentModel

/// Can I trust this: evidence files, what became of each record, coverage, method and words.
struct SourcesPage {
  let report: Report

  private let map = SiteMap(page: SiteMap.path(.sources))
  private var assessment: Assessment { report.assessment }
  private var evidence: Evidence { report.assessment.evidence }

  /// The first page has something of every section; further ones carry on the long lists.
  var pages: [Page] {
    let files = files
    let rejected = rejected
    let warnings = warnings
    let coverage = coverage
    let outside = outside
    let further = [files, rejected, warnings, coverage, outside].flatMap { $0.dropFirst() }
    let first =
      head + EvidenceWaysSection(report: report, map: map).html + files[0] + rejected[0]
      + warnings[0] + reconciliation + coverage[0] + outside[0] + verdicts + glossary
      + workpapers + verify
    return Page.list(
      .sources, title: "Method and sources", place: "Method and sources",
      parts: [first] + further.map { "<h1>Method and sources</h1>" + $0 }
    ) { part, _, pager in part + pager.below }
  }

  /// A section cut into pages, the first of at most `first` bytes.
  private static func cut(
    _ rows: [HTML], first: Int, around section: (HTML, _ isFirst: Bool) -> HTML
  ) -> [HTML] {
    Page.packed(rows, first: first).enumerated().map { section($1, $0 == 0) }
  }

  private var head: HTML {
    let scope =
      assessment.scope.isDeclared ? "declared in assessment.yaml" : "found in the evidence"
    let moment =
      assessment.asOfIsObserved ? "the newest observation in the evidence" : "given for this report"
    let assessors: HTML =
      evidence.assessors.isEmpty
      ? "" : "<div><dt>Assessed by</dt><dd>\(evidence.assessors.joined(separator: ", "))</dd></div>"
    return """
      <h1>Method and sources</h1><p class="lede">What was read, what became of each record, what was \
      not looked at, and how each verdict comes about.</p>\
      <dl class="facts"><div><dt>Judged at</dt><dd>\(assessment.asOf.rfc3339)</dd></div>\
      <div><dt>This moment is</dt><dd>\(moment)</dd></div>\
      <div><dt>Scope is</dt><dd>\(scope)</dd></div>\(assessors)\
      <div><dt>Report digest</dt><dd class="mono">\(report.digest)</dd></div></dl>
      """
  }

  // MARK: Files

  private var files: [HTML] {
    let table = fileTable
    return Self.cut(table.bodyRows, first: 60_000) { rows, isFirst in
      """
      <section class="long" id="files"><h2>Evidence files\(isFirst ? "" : ", continued")</h2>\
      \(table.html(around: rows))</section>
      """
    }
  }

  private var fileTable: Table {
    var answered: [Int: Instant] = [:]
    for answer in evidence.answers {
      guard let date = answer.date else { continue }
      answered[answer.file] = max(answered[answer.file] ?? date, date)
    }
    return Table(
      label: "Evidence files",
      columns: [
        .init("File, and its SHA-256"), .init("What it is"), .init("Records", isNumber: true),
        .init("Rejected", isNumber: true), .init("Newest (UTC)"),
      ], rows: report.files.entries.map { row(of: $0, answered: answered) })
  }

  private func row(of entry: EvidenceFileList.Entry, answered: [Int: Instant]) -> [HTML] {
    let file = evidence.files[entry.files[0]]
    let time = report.files.newest(of: entry)
    let age =
      time == Record.undated
      ? entry.files.compactMap { answered[$0] }.max() : Instant(seconds: time)
    let cut: HTML = file.isIncomplete ? " \(Badge.tag("page missing", style: "warn"))" : ""
    func sum(_ count: KeyPath<EvidenceFile, Int>) -> String {
      Count.grouped(entry.files.reduce(0) { $0 + evidence.files[$1][keyPath: count] })
    }
    return [
      "\(name(of: entry))<span class=\"hash mono\">\(entry.sha256)</span>",
      "\(file.kind)\(cut)", "\(sum(\.records))", "\(sum(\.rejected))",
      "<span class=\"nowrap\">\(age?.dayOrTime ?? "–")</span>\(old(entry))",
    ]
  }

  private func name(of entry: EvidenceFileList.Entry) -> HTML {
    let name: HTML =
      "<span class=\"mono\">\(ShownText.short(entry.name, whole: "report.json"))</span>"
    guard entry.isFolder, let last = entry.files.last else { return name }
    let (first, end) = (evidence.files[entry.files[0]].name, evidence.files[last].name)
    func own(_ name: String) -> String {
      ShownText.short(
        String(name.dropFirst(entry.name.count)), limit: 120, whole: "report.json")
    }
    return """
      \(entry.name.isEmpty ? "" : name + " " as HTML)\(Count.of(entry.files.count, "file")), \(own(first)) to \(own(end))
      """
  }

  /// How old the newest record of a file is, or how many files of a folder are old.
  private func old(_ entry: EvidenceFileList.Entry) -> HTML {
    let days = entry.files.map { index in
      let time = report.files.newest[index]
      return time == Record.undated ? 0 : Instant(seconds: time).days(to: assessment.asOf)
    }
    let old = days.count { $0 > evidence.staleAfter }
    guard old > 0 else { return "" }
    let text =
      entry.isFolder ? Count.of(old, "old file") : "\(days[0]) days old"
    return " \(Badge.tag(text, style: "warn"))"
  }

  private var rejected: [HTML] {
    guard !evidence.rejectedFiles.isEmpty else { return [""] }
    let items = evidence.rejectedFiles.map { "<li>\($0.shown)</li>" as HTML }
    return Self.cut(items, first: 20_000) { items, isFirst in
      """
      <section class="long" id="rejected"><h2>Files left out\(isFirst ? "" : ", continued")</h2>\
      <p>\(Count.of(evidence.rejectedFiles.count, "file")) could not be read as evidence and were left \
      out because the report was built with <code>--skip-invalid</code>.</p><ul>\(items)</ul></section>
      """
    }
  }

  private var warnings: [HTML] {
    guard !report.warnings.isEmpty else { return [""] }
    let items = report.warnings.map { "<li>\($0.shown)</li>" as HTML }
    return Self.cut(items, first: 30_000) { items, isFirst in
      """
      <section class="long" id="warnings"><h2>Warnings and notes\(isFirst ? "" : ", continued")</h2>\
      <ul>\(items)</ul></section>
      """
    }
  }

  // MARK: Reconciliation

  private var reconciliation: HTML {
    let counts = assessment.reconciliation
    var rows = Outcome.allCases.compactMap { outcome -> [HTML]? in
      guard let count = counts.outcomes[outcome] else { return nil }
      let number = "\(Count.grouped(count))" as HTML
      let linked = link(to: outcome).map { "<a href=\"\($0)\">\(number)</a>" as HTML }
      return ["\(outcome.word)", linked ?? number, "\(outcome.meaning)"]
    }
    rows.append([
      "<b>records</b>", "<b>\(Count.grouped(counts.records))</b>", "All records that were read.",
    ])
    let table = Table(
      label: "What became of each record",
      columns: [.init("Outcome"), .init("Records", isNumber: true), .init("Meaning")], rows: rows)
    return """
      <section id="reconciliation"><h2>What became of each record</h2>\(table.html)\
      <p>Records that became a finding, excepted or suppressed, plus \(Count.grouped(counts.expanded)) \
      further findings of records with several resources, make \(Count.grouped(counts.unique)) findings, \
      each counted once.</p></section>
      """
  }

  /// Where records of an outcome are listed, if they are.
  private func link(to outcome: Outcome) -> String? {
    switch outcome {
    case .finding: map.link(.findings)
    case .excepted: map.link(.exceptions)
    case .suppressed: map.link(.exceptions, fragment: "suppressed")
    case .answer: report.link(toLogOn: map)
    case .rejected: evidence.malformed.isEmpty ? nil : "#warnings"
    case .otherProduct, .unmapped, .retired, .outOfScope, .unplaced, .later: "#outside"
    case .metadata, .superseded, .archived, .ambiguous, .merged: nil
    }
  }

  // MARK: Coverage

  private var coverage: [HTML] {
    let grid = CoverageGrid(report: report, map: map)
    let rows = grid.rows(of: assessment.scope.accounts)
    return Self.cut(rows, first: 40_000) { rows, isFirst in
      """
      <section class="long" id="coverage"><h2>Results by account, source and region\(isFirst ? "" : ", continued")</h2>\
      <p class="small muted">Results that each source has, whatever became of them. Where a source has \
      nothing, what it would have said is not known.</p>\
      \(grid.table(rows, label: "Results by account, source and region"))</section>
      """
    }
  }

  // MARK: Outside the objectives

  private var outside: [HTML] {
    let counts = outsideCounts
    let rows = Outcome.allCases.flatMap { outcome in
      (counts[outcome] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { name, count -> [HTML] in
          [
            "\(outcome.word)", "\(ShownText.short(name, whole: "its file"))",
            "\(Count.grouped(count))",
          ]
        }
    }
    if rows.isEmpty {
      return [
        """
        <section id="outside"><h2>Outside the objectives</h2><p>Every record that was read belongs to \
        an objective.</p></section>
        """
      ]
    }
    let table = Table(
      label: "Outside the objectives",
      columns: [.init("Outcome"), .init("What"), .init("Results", isNumber: true)], rows: rows)
    return Self.cut(table.bodyRows, first: 40_000) { rows, isFirst in
      """
      <section class="long" id="outside"><h2>Outside the objectives\(isFirst ? "" : ", continued")</h2>\
      <p>These were read and decide no verdict.</p>\(table.html(around: rows))</section>
      """
    }
  }

  /// What rows outside the objectives have in common that bear one name.
  private struct Outsider: Hashable {
    let outcome: Outcome
    let check: Int32
    let reference: UInt32
    let resourceType: StringID
    let title: StringID
    let account: StringID
    let region: StringID
  }

  /// How many results of each outcome stand outside, by their names.
  private var outsideCounts: [Outcome: [String: Int]] {
    let wanted: Set<Outcome> = [.otherProduct, .unmapped, .retired, .outOfScope, .unplaced, .later]
    let isWanted = Outcome.allCases.map { wanted.contains($0) }
    var rows: [Outsider: (first: Int, count: Int)] = [:]
    for (index, outcome) in assessment.merged.outcomes.enumerated()
    where isWanted[Int(outcome.rawValue)] {
      let row = evidence.records.rows[index]
      let place = outcome == .outOfScope ? (row.account, row.region) : (.none, .none)
      let key = Outsider(
        outcome: outcome, check: assessment.merged.checks[index], reference: row.reference,
        resourceType: row.resourceType, title: row.title, account: place.0, region: place.1)
      rows[key, default: (index, 0)].count += 1
    }
    var counts: [Outcome: [String: Int]] = [:]
    for (key, value) in rows {
      let name = name(ofRow: value.first, key.outcome)
      counts[key.outcome, default: [:]][name, default: 0] += value.count
    }
    for (answer, outcome) in zip(evidence.answers, assessment.answerOutcomes)
    where wanted.contains(outcome) {
      counts[outcome, default: [:]][answer.question, default: 0] += 1
    }
    return counts
  }

  private func name(ofRow index: Int, _ outcome: Outcome) -> String {
    let row = evidence.records.rows[index]
    let check = Int(assessment.merged.checks[index])
    switch outcome {
    case .outOfScope: return "\(report.text(row.account)), \(report.region(row.region))"
    case .retired, .later:
      if check >= 0 { return report.catalogue.checks[check].id }
      if !row.title.isNone { return report.text(row.title) }
    default: break
    }
    let title = WitnessText(report: report).title(of: row)
    switch report.meaning(of: row) {
    case .otherProduct(let name), .unmapped(let name):
      return title.isEmpty || title.hasPrefix(name) ? name : "\(name): \(title)"
    case .check(let check): return report.catalogue.checks[check].id
    case .candidates(let checks):
      return checks.map { report.catalogue.checks[$0].id }.joined(separator: " or ")
    }
  }

  // MARK: Method

  private var verdicts: HTML {
    let rules = HTML(
      VerdictRule.allCases.map {
        "<div><dt class=\"mono\">\($0.rawValue)</dt><dd>\($0.meaning)</dd></div>"
      })
    return """
      <section id="verdicts"><h2>How a verdict is reached</h2><ol>\
      <li>Records of one check about one resource in one account and region become one finding. Of one \
      source the newest results of the last 24 hours count; across sources the worst holds, whatever \
      its age.</li>\
      <li>A check is judged in places: each account and region in scope, or each account for checks \
      judged once an account. A place without a result is never a pass: it has no data, or it is not \
      covered where evidence shows that no enabled standard holds the check.</li>\
      <li>A question is judged in each account by the lens’s risk rules. A selected choice that a \
      failing check contradicts does not count, and the failing check’s severity is the least risk.</li>\
      <li>An objective takes the worst of its open failures, answers with risk and contradictions: \
      critical and high severities make high risk, medium makes medium, low and informational make \
      low. With nothing open it is not assessed when nothing is known, not proven while anything is \
      unknown, and no risk found otherwise.</li></ol>\
      <p>The rule that decided is printed with each verdict:</p><dl class="facts">\(rules)</dl>\
      <p>The score is a range. Proven: items met, of those met, open or unknown. Possible: the same if \
      all that is unknown were met. What is unknown never counts as a pass. Exceptions, retired and \
      not-offered checks, and questions that do not apply stand outside and are printed beside it.</p>\
      <p>All times and days of this report are UTC. A plain date of the evidence is the end of that \
      day.</p></section>
      """
  }

  private var glossary: HTML {
    let words: [(String, String)] = [
      ("Objective", "One of the security objectives, SO 1 to SO 8."),
      ("Check", "One automated test: a Security Hub control or a Trusted Advisor check."),
      ("Finding", "What one check says about one resource in one account and region."),
      ("Witness", "One source’s report of a finding."),
      ("Place", "An account and a region in which a check is judged."),
      ("Exception", "An accepted risk with a reason, an approver and an end."),
      ("Set aside", "A failure that an exception or its source suppresses. It stays visible."),
      ("Implied", "Passed because a stronger check passed in the same place."),
      ("Known", "Items with a definite result, of all that count."),
    ]
    let items = HTML(words.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })
    return "<section id=\"glossary\"><h2>Words</h2><dl class=\"facts\">\(items)</dl></section>"
  }

  private var workpapers: HTML {
    let items = HTML(
      report.catalogue.objectives.map {
        "<li><a href=\"\(map.link(.workpaper($0.id)))\">\($0.label) \($0.title)</a></li>"
      })
    return """
      <section id="workpapers"><h2>Workpapers</h2><p>For each objective a paper to print and sign: \
      tests, answers, evidence with digests, exceptions, result, and a sample to be performed again.</p>\
      <ul>\(items)</ul></section>
      """
  }

  private var verify: HTML {
    """
    <section id="verify"><h2>How to check this report</h2><p><a href="\(map.link(.manifest))">manifest.json</a> \
    holds the SHA-256 of every evidence file and of every page. Compare a file with \
    <code>sha256sum</code>.\(folders) The same evidence and the same version give the same bytes on any machine. \
    <a href="\(map.link(.reportJSON))">report.json</a> is this report for programs; \
    <a href="\(map.link(.findingsCSV))">findings.csv</a> lists every finding.</p></section>
    """
  }

  /// What the digest of a folder's row is; nothing where each file has a row of its own.
  private var folders: HTML {
    guard report.files.entries.contains(where: \.isFolder) else { return "" }
    return """
       A row of many files bears the SHA-256 of the list that <code>sha256sum</code> prints of them in \
      the order of their names: where the folder holds nothing else, \
      <code>find . -maxdepth 1 -type f ! -name '.*' -printf '%P\\n' | LC_ALL=C sort | \
      xargs -d '\\n' sha256sum -- | sha256sum</code> in it gives it again.
      """
  }
}
