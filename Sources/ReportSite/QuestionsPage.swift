import AssessmentModel

/// The questionnaire: questions by objective with answers, and the log of all answers.
struct QuestionsPage {
  let report: Report

  private let map = SiteMap(page: SiteMap.path(.questions))

  /// The questions and behind them the log of answers, on one page where they fit.
  var pages: [Page] {
    let asked = sections
    let log = logParts(first: Page.rowBytes - (asked.last?.byteCount ?? 0))
    var parts = asked.isEmpty ? [HTML()] : asked
    parts[parts.count - 1] += log[0]
    parts += log.dropFirst()
    return Page.list(.questions, title: "Questionnaire", place: "Questionnaire", parts: parts) {
      part, number, pager in
      head + pager.above + part + (number == parts.count ? signature : "") + pager.below
    }
    .map { page in
      var page = page
      page.scripts = Self.scripts
      return page
    }
  }

  /// The data goes first, and then what the answers are before what shows them.
  private static let scripts: [SiteMap.Target] = [
    .questionnaireData, .pageScript("answers"), .pageScript("questionnaire"),
    .pageScript("questionnaire-paper"),
  ]

  private var questions: [QuestionResult] { report.assessment.questions }

  private var head: HTML {
    let applicable = questions.filter { $0.verdict != .notApplicable }
    let answered = applicable.count { $0.verdict == .answered }
    return """
      <h1>Questionnaire</h1><p class="lede">\(answered) of \(Count.of(applicable.count, "question")) \
      answered. Questions come from the custom lens “\(report.catalogue.lens.name)”.</p>\
      <p class="small muted nojs">Where scripts may run, answers can be filled in on this page and saved \
      as a file. <code>so-report lens --format answers</code> prints a file to fill in by hand.</p>
      """
  }

  /// On paper alone: who answers for what stands above.
  private var signature: HTML {
    """
    <div class="sign onpaper"><div>Name</div><div>Date</div><div>Signature</div></div>
    """
  }

  /// The questions of each page, by objective and by pillars that belong to none.
  private var sections: [HTML] {
    let pages = Dictionary(grouping: report.questionSheets, by: \.page)
    return pages.keys.sorted().map { page in
      let own = pages[page] ?? []
      return HTML(report.catalogue.objectives.map { section(of: $0, asking: own) })
        + HTML(report.catalogue.unmappedPillars.map { section(of: $0, asking: own) })
    }
  }

  private func section(of objective: Objective, asking all: [QuestionSheet]) -> HTML {
    let own = all.filter { $0.objective == objective.id }
    guard !own.isEmpty else { return "" }
    return """
      <section class="long" id="\(objective.id)"><div class="sh"><h2>\(objective.label) \(objective.title)</h2>\
      <p class="small"><a href="\(map.link(.objective(objective.id)))">Verdict and evidence of \(objective.label)</a></p></div>\
      \(HTML(own.map(\.html)))</section>
      """
  }

  /// A pillar of a user's lens that belongs to no objective.
  private func section(of pillar: Lens.Pillar, asking all: [QuestionSheet]) -> HTML {
    let ids = Set(pillar.questions.map(\.id))
    let own = all.filter { $0.objective.isEmpty && ids.contains($0.question) }
    guard !own.isEmpty else { return "" }
    return """
      <section class="long"><h2>\(pillar.name)</h2><p class="small muted">This pillar of the lens \
      belongs to no objective: its answers decide no verdict.</p>\(HTML(own.map(\.html)))</section>
      """
  }

  /// The log of answers, cut into pages; the first stands below the questions.
  private func logParts(first: Int) -> [HTML] {
    let evidence = report.assessment.evidence
    guard !evidence.answers.isEmpty else {
      return [
        """
        <section id="log"><h2>Log of answers</h2><p>No answer is in the evidence. Put a file into \
        answers/ of the assessment folder; <code>so-report init</code> writes one to fill in.</p></section>
        """
      ]
    }
    let rows = zip(evidence.answers, report.assessment.answerOutcomes).map { answer, outcome in
      logRow(answer, outcome)
    }
    let table = Table(
      label: "Log of answers",
      columns: ["Question", "Date", "Author", "Accounts", "Outcome", "Source"].map {
        Table.Column($0)
      }, rows: rows)
    return Page.packed(table.bodyRows, first: max(first, 20_000)).map {
      """
      <section class="long" id="log"><h2>Log of answers</h2>\(table.html(around: $0))</section>
      """
    }
  }

  private func logRow(_ answer: Answer, _ outcome: Outcome) -> [HTML] {
    func short(_ text: String) -> String {
      ShownText.short(text, limit: 200, whole: "the file")
    }
    let accounts = answer.accounts.map { $0.joined(separator: ", ") } ?? "all in scope"
    let file = report.assessment.evidence.files[answer.file].name
    return [
      "<span class=\"mono\">\(short(answer.question))</span>", "\(answer.date?.day ?? "undated")",
      "\(answer.author.map(short) ?? "–")", "\(short(accounts))", "\(outcome.word)",
      "<span class=\"small muted\">\(short(file)) #\(answer.number)</span>",
    ]
  }
}
