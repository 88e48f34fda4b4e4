import AssessmentModel

/// The workpaper of an objective, to be printed and signed: what was asked and tested, on which
/// evidence, with which result, and a sample to be looked at again.
///
/// Nothing on it folds, so that paper shows everything.
struct WorkpaperPage {
  let report: Report
  let result: ObjectiveResult

  private var objective: Objective { result.objective }
  private var map: SiteMap { SiteMap(page: SiteMap.path(.workpaper(objective.id))) }
  private var assessment: Assessment { report.assessment }

  var page: Page {
    let tests = WorkpaperTests(report: report, result: result, map: map)
    let answers = WorkpaperAnswers(report: report, objective: objective)
    let sample = WorkpaperSample(report: report, result: result)
    let evidence = WorkpaperEvidence(report: report, result: result)
    return Page(
      path: SiteMap.path(.workpaper(objective.id)),
      title: "Workpaper \(objective.label) \(objective.title)",
      trail: [(objective.label, .objective(objective.id))], place: "Workpaper",
      content: """
        <div class="wp">\(head)\(question)\(tests.html)\(answers.html)\(evidence.html)\
        \(answers.exceptions)\(answers.contradictions)\(tests.gaps)\(verdict)\(sample.html)\
        \(conclusion)</div>
        """)
  }

  // MARK: Head

  private var head: HTML {
    let evidence = assessment.evidence
    let scope = assessment.scope
    let regions = Set(scope.accounts.flatMap(\.regions)).count
    let facts: [(String, HTML)] = [
      ("Assessment", "\(report.title)"),
      ("Organisation", "\(evidence.organisation ?? "not named")"),
      ("Classification", "\(evidence.classification ?? "not named")"),
      ("Judged at (UTC)", "\(assessment.asOf.rfc3339)"),
      (
        "Scope",
        """
        \(Count.of(scope.accounts.count, "account")), \(Count.of(regions, "region")), \
        \(scope.isDeclared ? "declared" : "found in the evidence")
        """
      ),
      (
        "Assessed by",
        "\(evidence.assessors.isEmpty ? "not named" : evidence.assessors.joined(separator: ", "))"
      ),
      ("Report digest", "<span class=\"mono small\">\(report.digest)</span>"),
      ("Made by", "so-report \(report.version)"),
    ]
    let list = HTML(facts.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })
    return """
      <h1><small>Workpaper</small> \(objective.label) \(objective.title)</h1>\
      <p class="small noprint">For paper: print this page. The report's own page of the objective is \
      <a href="\(map.link(.objective(objective.id)))">\(objective.label) \(objective.title)</a>.</p>\
      <dl class="facts">\(list)</dl>
      """
  }

  private var question: HTML {
    let asked = report.catalogue.questions(of: objective)
    let items = HTML(
      asked.map { "<li><span class=\"mono small\">\($0.id)</span> \($0.title)</li>" })
    let list: HTML =
      asked.isEmpty
      ? "<p>The questionnaire asks nothing about this objective.</p>" : "<ul>\(items)</ul>"
    return """
      <section id="control"><h2>1 Objective and control questions</h2><p>\(objective.summary)</p>\(list)</section>
      """
  }

  // MARK: Result

  private var verdict: HTML {
    let counts = result.counts
    let known = counts.known
    let score = counts.score.map {
      $0.proven == $0.possible
        ? Count.percent($0.proven)
        : "\(Count.percent($0.proven)) proven, \(Count.percent($0.possible)) possible"
    }
    let because = result.because.map(\.reference)
    let shown = because.prefix(40) + (because.count > 40 ? ["\(because.count - 40) more"] : [])
    let open = Severity.allCases.reversed().compactMap { severity in
      result.openFindings[severity].map { "\(Count.grouped($0)) \(severity.word)" }
    }
    let facts: [(String, HTML)] = [
      ("Verdict", Badge.status(result.verdict.status)),
      ("Rule", "<span class=\"mono\">\(result.rule.rawValue)</span>: \(result.rule.meaning)"),
      ("Because of", "\(because.isEmpty ? "nothing open" : shown.joined(separator: ", "))"),
      ("Open findings", "\(open.isEmpty ? "none" : open.joined(separator: ", "))"),
      ("Known", "\(known.count) of \(Count.of(known.of, "item"))"),
      (
        "Items",
        """
        \(counts.met) met, \(counts.open) open, \(counts.unknown) not known, \(counts.excepted) set \
        aside, \(counts.outside) not counted
        """
      ),
      ("Score", "\(score ?? "none: nothing is known")"),
    ]
    let list = HTML(facts.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })
    return """
      <section id="result"><h2>8 Result</h2><dl class="facts rows">\(list)</dl>\
      <p class="small muted">The rules stand on the page “Method and sources” \
      (\(SiteMap.path(.sources))) under “How a verdict is reached”.</p></section>
      """
  }

  private var conclusion: HTML {
    """
    <section id="conclusion"><h2>10 Conclusion</h2><p>The evidence and the tests support the verdict \
    “\(result.verdict.status.word)”: <span class="tick">☐ yes</span> <span class="tick">☐ no</span> \
    <span class="tick">☐ with the remarks below</span></p>\
    <div class="lines" role="img" aria-label="Five blank lines for the conclusion"><i></i><i></i><i></i><i></i><i></i></div>\
    <div class="sign"><div>Prepared by</div><div>Signature</div><div>Date</div></div>\
    <div class="sign"><div>Reviewed by</div><div>Signature</div><div>Date</div></div></section>
    """
  }
}
