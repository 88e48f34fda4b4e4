import AssessmentModel

/// Items and steps of the plan in words, shared by its page, its CSV, tickets and the overview.
struct PlanWords {
  let report: Report

  /// The title of the check or question.
  func title(of item: RemediationPlan.Item) -> String {
    switch item.repair {
    case .check(let check): report.catalogue.checks[check].title
    case .answer(let id): report.catalogue.lens.question(id)?.title ?? id
    }
  }

  /// The check of an item; nil for an answer.
  func check(of item: RemediationPlan.Item) -> Check? {
    if case .check(let check) = item.repair { report.catalogue.checks[check] } else { nil }
  }

  /// The question of an item; nil for a check.
  func question(of item: RemediationPlan.Item) -> Question? {
    if case .answer(let id) = item.repair { report.catalogue.lens.question(id) } else { nil }
  }

  /// Where an item is explained: its check, or its question.
  func link(to item: RemediationPlan.Item, on map: SiteMap) -> String {
    switch item.repair {
    case .check: map.link(.check(item.id))
    case .answer: report.link(toQuestion: item.id, on: map)
    }
  }

  /// Such as `12 open findings in Production (7), Lab (5) and 3 more accounts`.
  func extent(of item: RemediationPlan.Item, limit: Int = 6) -> String {
    let shown = item.shares.prefix(limit).map { share in
      let name = report.name(of: share.account)
      return share.findings > 0 ? "\(name) (\(Count.grouped(share.findings)))" : name
    }
    let left = item.shares.count - shown.count
    let names = shown + (left > 0 ? [Count.of(left, "more account")] : [])
    let practices = Set(item.shares.flatMap(\.choices)).count
    let what =
      item.findings > 0
      ? Count.of(item.findings, "open finding") : Count.of(practices, "missing practice")
    return "\(what) in \(Count.list(names))"
  }

  /// The label of an objective by its id.
  func label(_ id: String) -> String {
    report.catalogue.objectives.first { $0.id == id }?.label ?? id
  }

  /// Such as `SO 3: high risk → medium risk`.
  func text(of move: RemediationPlan.Move) -> String {
    let label = report.catalogue.objectives[move.objective].label
    return "\(label): \(move.from.status.word.lowercased()) → \(move.to.status.word.lowercased())"
  }

  /// The Markdown of a section of the check's guidance, such as `effort`.
  func guidance(_ id: String, of item: RemediationPlan.Item) -> Check.Section? {
    check(of: item)?.guidance.first { $0.id == id }
  }

  /// Who is to do a row: whom plan.csv names, else the account's owner.
  func owner(of row: ActionPlan.Row) -> String? {
    row.entry?.owner ?? report.assessment.details(of: row.share.account).owner
  }

  /// All owners of some rows, each once, at most three of them.
  func owners(of rows: some Sequence<ActionPlan.Row>) -> String {
    var seen: Set<String> = []
    let names = rows.compactMap(owner).filter { seen.insert($0).inserted }
      .map { ShownText.short($0, limit: 120, whole: "plan.csv") }
    let shown = names.prefix(3) + (names.count > 3 ? ["\(names.count - 3) more"] : [])
    return names.isEmpty ? "no owner named" : Count.list(Array(shown))
  }
}

extension ActionEntry.Status {
  /// The word with a capital, as pages show it.
  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
