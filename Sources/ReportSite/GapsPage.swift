import AssessmentModel

/// What was not looked at, and what to switch on so that it is.
struct GapsPage {
  let report: Report

  private let map = SiteMap(page: SiteMap.path(.gaps))

  var page: Page {
    Page(
      path: SiteMap.path(.gaps), title: "What was not looked at", place: "Gaps", current: .gaps,
      content: head + HTML(groups) + AdvisorGaps(report: report, map: map).html + standards
        + UnseenAccounts(report: report).html + withdrawn + pages)
  }

  private var core: [CheckItem] {
    let ids = Set(report.catalogue.objectives.flatMap(\.core))
    return report.checks.filter { ids.contains(report.catalogue.checks[$0.check].id) }
  }

  private var head: HTML {
    let judged = core.filter { $0.verdict != .retired && $0.verdict != .notOffered }
    let whole = judged.count { $0.places.notLooked == 0 && $0.places.unknown == 0 }
    let questions = report.assessment.questions.count {
      [.unanswered, .expired, .undetermined].contains($0.verdict)
    }
    let open: HTML =
      questions == 0
      ? ""
      : """
       \(Count.of(questions, "question")) \(questions == 1 ? "has" : "have") no answer that holds: \
      <a href="\(map.link(.questions))">questionnaire</a>.
      """
    return """
      <h1>What was not looked at</h1><p class="lede">Of the \(judged.count) core checks that AWS offers \
      \(whole) have a definite result in every place in scope. What is missing never counts as a \
      pass.\(open)</p>
      """
  }

  // MARK: Checks by what is missing

  private var groups: [HTML] {
    let kinds: [(String, String, (PlaceCounts) -> Int)] = [
      (
        "Not covered by any enabled standard",
        "Evidence shows that no standard that is on there holds the check, or that it is switched off. "
          + "Switch a standard on that holds it.", { $0.notCovered }
      ),
      (
        "No data",
        "No result is in the evidence, and nothing says why: the standard may be off, AWS Config may "
          + "not record the resource type, or the export may leave it out. Export again without "
          + "filters, and add get-enabled-standards of each account and region.", { $0.noData }
      ),
      (
        "No definite result",
        "There are results, but none says passed or failed: a warning, a result that is not available, "
          + "an incomplete export or an id that stands for several checks.", { $0.unknown }
      ),
    ]
    return kinds.compactMap { title, text, count in
      let items = core.filter { $0.verdict != .retired && count($0.places) > 0 }
      guard !items.isEmpty else { return nil }
      return group(title, text, items, count: count)
    }
  }

  private func group(
    _ title: String, _ text: String, _ items: [CheckItem], count: (PlaceCounts) -> Int
  ) -> HTML {
    let rows = items.map { item -> [HTML] in
      let check = report.catalogue.checks[item.check]
      return [
        "<a href=\"\(map.link(.check(check.id)))\">\(check.id)</a>", "\(check.title)",
        "\(count(item.places)) of \(item.places.total)",
        check.standards.isEmpty
          ? "<span class=\"muted\">none of those listed here</span>"
          : "\(check.standards.joined(separator: ", "))",
      ]
    }
    let table = Table(
      label: title,
      columns: [
        .init("Check"), .init("Title"), .init("Places", isNumber: true),
        .init("Standards that hold it"),
      ], rows: rows)
    return "<section class=\"long\"><h2>\(title)</h2><p>\(text)</p>\(table.html)</section>"
  }

  // MARK: Standards to switch on

  /// Standards in the order in which each next one covers most of what is left.
  private var chosen: [(standard: String, checks: [Int])] {
    var left = Set(core.filter { $0.verdict != .retired }.map(\.check))
    var chosen: [(String, [Int])] = []
    while !left.isEmpty {
      let names = Set(left.flatMap { report.catalogue.checks[$0].standards })
      let best = names.max { first, second in
        let counts = (covered(by: first, of: left), covered(by: second, of: left))
        return counts.0 == counts.1 ? rank(first) > rank(second) : counts.0 < counts.1
      }
      guard let best else { break }
      let checks = left.filter { report.catalogue.checks[$0].standards.contains(best) }.sorted()
      chosen.append((best, checks))
      left.subtract(checks)
    }
    return chosen
  }

  private func covered(by standard: String, of checks: Set<Int>) -> Int {
    checks.count { report.catalogue.checks[$0].standards.contains(standard) }
  }

  private func rank(_ standard: String) -> Int {
    report.catalogue.standards.firstIndex { $0.name == standard } ?? Int.max
  }

  /// The standard's title, linked where it has a page.
  private func title(of name: String) -> HTML {
    let title = report.catalogue.standards.first { $0.name == name }?.title ?? name
    return StandardPage.link(title, to: name, in: report.catalogue, map: map)
  }

  /// Links to the pages of all standards that have one.
  private var pages: HTML {
    let links = HTML(
      StandardPage.standards(of: report.catalogue).map {
        "<li>\(title(of: $0.name))</li>"
      })
    return """
      <section id="by-standard"><h2>By standard</h2><p>What the checks of this report say about \
      single standards:</p><ul>\(links)</ul></section>
      """
  }

  private var standards: HTML {
    let rows = chosen.map { standard, checks -> [HTML] in
      let links = HTML(
        checks.map { check -> HTML in
          let id = report.catalogue.checks[check].id
          return "<a href=\"\(map.link(.check(id)))\">\(id)</a>"
        }, separator: ", ")
      return [title(of: standard), "\(checks.count)", links]
    }
    let total = chosen.reduce(0) { $0 + $1.checks.count }
    let table = Table(
      label: "Standards to switch on",
      columns: [
        .init("Standard"), .init("Adds", isNumber: true), .init("Core checks that it adds"),
      ],
      rows: rows)
    return """
      <section class="long" id="standards"><h2>Standards to switch on</h2><p>With these standards on in \
      each account and region, and AWS Config recording the resource types that they look at, all \
      \(total) core checks that AWS still offers have results. Each row adds what the rows above it do \
      not hold.</p>\(table.html)<p>Security Hub also needs AWS Config with a recorder in each region, \
      and IAM resources recorded in one region of each account.</p></section>
      """
  }

  private var withdrawn: HTML {
    let items = core.filter { $0.verdict == .retired }
    guard !items.isEmpty else { return "" }
    let rows = items.map { item -> [HTML] in
      let check = report.catalogue.checks[item.check]
      let next = check.successors.isEmpty ? "none" : check.successors.joined(separator: ", ")
      return [
        "<a href=\"\(map.link(.check(check.id)))\">\(check.id)</a>", "\(check.title)",
        "\(check.retiredOn?.day ?? "")", "\(next)", "\(check.statusNote ?? "")",
      ]
    }
    let table = Table(
      label: "Checks that AWS withdrew",
      columns: [
        .init("Check"), .init("Title"), .init("Withdrawn on"), .init("Successor"), .init("Why"),
      ], rows: rows)
    return """
      <section class="long" id="withdrawn"><h2>Checks that AWS withdrew</h2><p>The objectives named \
      these; nothing can look at them any more, and they count for nothing.</p>\(table.html)</section>
      """
  }
}
