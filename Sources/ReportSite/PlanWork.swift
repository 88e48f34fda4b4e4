import AssessmentModel

/// What people wrote into plan.csv: work with a date or a status, and rows that match nothing.
struct PlanWork {
  let report: Report
  let map: SiteMap

  /// The most bytes of each of the two tables.
  private static let tableBytes = 40_000

  private var actions: ActionPlan { report.assessment.actions }
  private var asOf: Instant { report.assessment.asOf }
  private var words: PlanWords { PlanWords(report: report) }

  var html: HTML { dated + gone }

  /// Rows with a date or a status: the overdue and then the earliest first, what is done last.
  private var filled: [ActionPlan.Row] {
    let own = actions.rows.filter { $0.entry?.due != nil || $0.entry?.status != nil }
    return own.enumerated().sorted { one, other in
      let keys = [one, other].map { offset, row -> (Int, Int64, Int) in
        (row.entry?.status == .done ? 1 : 0, row.entry?.due?.seconds ?? Int64.max, offset)
      }
      return keys[0] < keys[1]
    }.map(\.element)
  }

  /// `5 with a date or status: 2 overdue, 1 done`; nil where there is none.
  var summary: String? {
    let rows = filled
    guard !rows.isEmpty else { return nil }
    let overdue = rows.count { $0.entry?.isOverdue(at: asOf) == true }
    let done = rows.count { $0.entry?.status == .done }
    return "\(overdue) overdue, \(done) done"
  }

  var overdue: Int { actions.rows.count { $0.entry?.isOverdue(at: asOf) == true } }

  private var dated: HTML {
    let rows = filled
    guard !rows.isEmpty else {
      return """
        <section id="work"><h2>Work with a date</h2><p>No row of the plan has a date or a status yet. \
        Fill in owner, due, status and note in <a href="\(map.link(.planCSV))">plan.csv</a>, and put it \
        into the assessment folder as <code>plan.csv</code>: the next report reads it.</p></section>
        """
    }
    let table = Table(
      label: "Work with a date",
      columns: [
        .init("What"), .init("Account"), .init("Owner"), .init("Due"), .init("Status"),
        .init("Open today", isNumber: true), .init("Note"),
      ], rows: rows.map(cells))
    let (body, left) = Self.cut(table)
    return """
      <section id="work"><div class="sh"><h2>Work with a date</h2><p class="small muted">\
      As people wrote it into plan.csv; due days are measured on \(asOf.day). A status changes no \
      verdict: only evidence does.</p></div>\(table.html(around: body))\(more(left))</section>
      """
  }

  private func cells(_ row: ActionPlan.Row) -> [HTML] {
    let item = report.plan.items[row.item]
    let open =
      item.findings > 0 ? Count.grouped(row.share.findings) : "\(row.share.choices.count)"
    let note = row.entry?.note.map { ShownText.short($0, whole: "plan.csv") } ?? ""
    return [
      """
      <a href="\(words.link(to: item, on: map))">\(item.id)</a> \
      <span class="small muted">\(words.title(of: item))</span>
      """,
      "\(report.name(of: row.share.account))", "\(owner(of: row))",
      row.entry.map { Self.due(of: $0, at: asOf) } ?? "–", Self.word(of: row.entry?.status),
      "\(open)", "\(note)",
    ]
  }

  private func owner(of row: ActionPlan.Row) -> String {
    words.owner(of: row).map { ShownText.short($0, limit: 120, whole: "plan.csv") }
      ?? "no owner named"
  }

  // MARK: Words

  /// The day with how long it is over, where it is.
  private static func due(of entry: ActionEntry, at asOf: Instant) -> HTML {
    guard let due = entry.due else { return "–" }
    guard entry.isOverdue(at: asOf) else { return "<span class=\"nowrap\">\(due.day)</span>" }
    let days = max(1, due.endOfDay.days(to: asOf.endOfDay))
    return """
      <span class="nowrap">\(due.day)</span> \(Badge.tag("overdue by \(Count.of(days, "day"))", style: "warn"))
      """
  }

  /// The status; done work with open findings is in the plan all the same.
  private static func word(of status: ActionEntry.Status?) -> HTML {
    switch status {
    case .done?: "Done \(Badge.tag("evidence still open", style: "warn"))" as HTML
    case let status?: "\(status.title)"
    case nil: "–"
    }
  }

  /// Owner, day, status and note of a row in one line.
  static func words(of row: ActionPlan.Row, _ report: Report) -> HTML {
    guard let entry = row.entry else { return "" }
    let owner = PlanWords(report: report).owner(of: row).map {
      "\(ShownText.short($0, limit: 120, whole: "plan.csv"))" as HTML
    }
    let due = entry.due.map { _ in "due \(Self.due(of: entry, at: report.assessment.asOf))" as HTML
    }
    let note = entry.note.map { "\(ShownText.short($0, whole: "plan.csv"))" as HTML }
    let status = entry.status.map { word(of: $0) }
    return HTML([owner, due, status, note].compactMap(\.self), separator: "; ")
  }

  // MARK: No longer in the plan

  private var gone: HTML {
    guard !actions.unmatched.isEmpty else { return "" }
    let table = Table(
      label: "No longer in the plan",
      columns: [
        .init("Item"), .init("Says now"), .init("Owner"), .init("Due"), .init("Status"),
        .init("Note"),
      ],
      rows: actions.unmatched.map { entry in
        [
          """
          <span class="mono">\(ShownText.short(entry.item, limit: 120, whole: "plan.csv"))</span> \
          <span class="small muted">\(entry.title.map { ShownText.short($0, whole: "plan.csv") } ?? "")</span>
          """,
          now(entry), "\(entry.owner.map { ShownText.short($0, whole: "plan.csv") } ?? "–")",
          "\(entry.due?.day ?? "–")", "\(entry.status?.title ?? "–")",
          "\(entry.note.map { ShownText.short($0, whole: "plan.csv") } ?? "")",
        ]
      })
    let (body, left) = Self.cut(table)
    return """
      <section id="gone"><div class="sh"><h2>No longer in the plan</h2><p class="small muted">Rows of \
      plan.csv that match nothing that is open. The new plan.csv keeps them at its end.</p></div>\
      \(table.html(around: body))\(more(left))</section>
      """
  }

  /// What the check or question of a row says in its account today.
  private func now(_ entry: ActionEntry) -> HTML {
    let parts = entry.item.split(separator: "/", maxSplits: 1).map(String.init)
    let account = parts.count > 1 ? parts[1] : ""
    if let id = parts.first, let check = report.catalogue.index(ofCheck: id) {
      let places = report.assessment.places[check].filter {
        report.text($0.key.account) == account
      }
      let known = report.catalogue.checks[check].id
      let link: HTML = "<a href=\"\(map.link(.check(known)))\">\(known)</a>"
      return places.isEmpty
        ? "\(link) is not judged there" : "\(link): \(PlaceWords.sentence(PlaceCounts(places)))"
    }
    let question = parts.first.flatMap { id in
      report.assessment.questions.first { $0.question.id.lowercased() == id.lowercased() }
    }
    if let question {
      return """
        <a href="\(report.link(toQuestion: question.question.id, on: map))">\(question.question.id)</a>: \
        \(Badge.status(question.status))
        """
    }
    return "no check or question of this report"
  }

  // MARK: Cutting

  private static func cut(_ table: Table) -> (HTML, Int) {
    let rows = table.bodyRows
    let shown = Page.fitting(rows, limit: tableBytes, size: \.byteCount)
    return (HTML(shown), rows.count - shown.count)
  }

  private func more(_ left: Int) -> HTML {
    left == 0
      ? ""
      : "<p>\(Count.of(left, "more row")) in <a href=\"\(map.link(.planCSV))\">plan.csv</a>.</p>"
  }
}
