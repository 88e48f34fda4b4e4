import AssessmentModel

/// What was tested for an objective: its checks, how they are judged, and what was not looked at.
struct WorkpaperTests {
  let report: Report
  let result: ObjectiveResult
  let map: SiteMap

  /// Places without a result that are listed by name.
  private static let placeLimit = 150

  private var checks: [CheckItem] { result.checks }

  // MARK: Test performed

  var html: HTML {
    let table = Table(
      label: "Checks of \(result.objective.label)",
      columns: [
        .init("Check"), .init("Severity"), .init("Places", isNumber: true),
        .init("Resources", isNumber: true), .init("Failed", isNumber: true),
        .init("Passed", isNumber: true), .init("Set aside", isNumber: true),
        .init("Unknown", isNumber: true), .init("Result"),
      ], rows: checks.map(row))
    return """
      <section id="tests"><h2>2 Test performed</h2><p>Every record in the evidence about these checks \
      was judged; nothing was drawn as a sample for the test itself. A place is an account and a region, \
      or an account for checks that are judged once an account. It fails with one open failure, and \
      without a result it is never a pass. The population is what the evidence names in scope.</p>\
      <p>The columns behind the places count resources.</p>\
      <div class="checks">\(table.html)</div></section>
      """
  }

  private func row(_ item: CheckItem) -> [HTML] {
    let check = report.catalogue.checks[item.check]
    let counts = report.counts[item.check]
    let kind = item.isCore ? "" : ", extension"
    return [
      """
      <a href="\(map.link(.check(check.id)))">\(check.id)</a> <span class="small">\(check.title)\(kind)</span>
      """,
      "\(report.severity(of: item).title)", places(item.places),
      "\(Count.grouped(counts.all))", "\(Count.grouped(counts.open))",
      "\(Count.grouped(counts.passed))", "\(Count.grouped(counts.aside))",
      "\(Count.grouped(counts[.unknown]))",
      Badge.status(item.verdict.status(report.severity(of: item))),
    ]
  }

  /// How many places there are, and in how many of them there is no definite result.
  private func places(_ places: PlaceCounts) -> HTML {
    let open = places.notLooked + places.unknown
    let without: HTML = open > 0 ? "<small>\(open) without result</small>" : ""
    return "\(Count.grouped(places.total))\(without)"
  }

  // MARK: What was not looked at

  var gaps: HTML {
    let lines = checks.filter(\.isGap).map(line) + questions
    let body: HTML =
      lines.isEmpty
      ? "<p>Every check has a result in every place in scope, and every question an answer.</p>"
      : "<ul>\(HTML(lines))</ul>"
    let failing = checks.filter { $0.verdict == .failed && $0.places.notLooked > 0 }.map(line)
    let beside: HTML =
      failing.isEmpty
      ? ""
      : "<p>Beside their failures these checks have places without a result:</p><ul>\(HTML(failing))</ul>"
    return "<section id=\"gaps\"><h2>7 What was not looked at</h2>\(body)\(beside)</section>"
  }

  private func line(_ item: CheckItem) -> HTML {
    let check = report.catalogue.checks[item.check]
    let open = report.assessment.places[item.check].filter { !$0.state.isKnown }
    let names = accounts(of: Array(open.prefix(Self.placeLimit / max(checks.count, 1) + 1)))
    let left = open.count - open.prefix(Self.placeLimit / max(checks.count, 1) + 1).count
    let all = names + (left > 0 ? [Count.of(left, "more place")] : [])
    let sentence = all.isEmpty ? item.verdict.meaning : all.joined(separator: "; ")
    return "<li><b>\(check.id)</b> \(check.title) – \(sentence)</li>"
  }

  /// Such as `Production: eu-west-1, us-east-1 (no data)`, by account and state.
  private func accounts(of places: [Place]) -> [String] {
    var groups: [(account: StringID, state: PlaceState, regions: [String])] = []
    for place in places {
      let isGlobal = place.key.region == report.assessment.scope.global
      let region = isGlobal ? [] : [report.region(place.key.region)]
      if let last = groups.last, last.account == place.key.account, last.state == place.state {
        groups[groups.count - 1].regions += region
      } else {
        groups.append((place.key.account, place.state, region))
      }
    }
    return groups.map { account, state, regions in
      let word = state.status.word.lowercased()
      let name = report.name(of: account)
      return regions.isEmpty
        ? "\(name) (\(word))" : "\(name): \(regions.joined(separator: ", ")) (\(word))"
    }
  }

  private var questions: [HTML] {
    report.assessment.questions.filter { question in
      question.objective == result.objective.id
        && [.unanswered, .expired, .undetermined].contains(question.verdict)
    }.map { question in
      """
      <li><b class="mono small">\(question.question.id)</b> \(question.question.title) – \
      \(question.status.word.lowercased())</li>
      """
    }
  }
}
