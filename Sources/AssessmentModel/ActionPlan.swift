/// A row of plan.csv, as people filled it in (docs/plan.md); it decides no verdict.
package struct ActionEntry: Equatable, Sendable {
  /// How far the work is, as its person says.
  package enum Status: String, CaseIterable, Sendable {
    case open
    case inProgress = "in progress"
    case blocked
    case done
  }

  /// The row's id: a check or a question and an account, such as `IAM.3/111122223333`.
  package var item: String
  /// The title that the row bears; a report writes its own.
  package var title: String?
  package var owner: String?
  package var due: Instant?
  package var status: Status?
  package var note: String?
  /// The 1-based line in the file.
  package var line: Int

  package init(
    item: String, title: String? = nil, owner: String? = nil, due: Instant? = nil,
    status: Status? = nil,
    note: String? = nil, line: Int = 0
  ) {
    self.item = item
    self.title = title
    self.owner = owner
    self.due = due
    self.status = status
    self.note = note
    self.line = line
  }

  /// Whether a person wrote anything into the row.
  package var isFilled: Bool { owner != nil || due != nil || status != nil || note != nil }

  /// Whether it is not done and its day is over.
  package func isOverdue(at moment: Instant) -> Bool {
    guard let due, status != .done else { return false }
    return due.endOfDay < moment
  }
}

/// The plan, a row for each item and account, with what people wrote of it.
package struct ActionPlan: Sendable {
  /// What an item has to do in one account.
  package struct Row: Sendable {
    /// Stable between runs.
    package let id: String
    /// Index into the plan's items.
    package let item: Int
    package let share: RemediationPlan.Item.Share
    package let entry: ActionEntry?
  }

  /// In the order of the plan and of accounts.
  package let rows: [Row]
  /// Filled rows of the file that match nothing in the plan, in the order of the file.
  package let unmatched: [ActionEntry]

  /// Joins the rows of the file with the plan; `name` gives the id of an account.
  init(
    _ plan: RemediationPlan, entries: [ActionEntry], name: (StringID) -> String
  ) {
    var byItem = Dictionary(
      entries.map { ($0.item.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    rows = plan.items.enumerated().flatMap { number, item in
      item.shares.map { share in
        let id = Self.id(item.id, in: name(share.account))
        return Row(
          id: id, item: number, share: share, entry: byItem.removeValue(forKey: id.lowercased()))
      }
    }
    unmatched = entries.filter { byItem[$0.item.lowercased()] != nil && $0.isFilled }
  }

  /// The id of a row: of an account without a name, such as that of answers without any evidence,
  /// the item alone.
  static func id(_ item: String, in account: String) -> String {
    account.isEmpty ? item : "\(item)/\(account)"
  }
}

extension ActionPlan {
  /// Says that rows of the file match nothing any more; at most five are named.
  func remarks(file: String?) -> [Diagnostic] {
    guard !unmatched.isEmpty else { return [] }
    let named = unmatched.prefix(5).map(\.item).joined(separator: ", ")
    let more = unmatched.count > 5 ? " and \(unmatched.count - 5) more" : ""
    return [
      Diagnostic(
        .note, "no-longer-planned", file: file,
        unmatched.count == 1
          ? "one filled row is no longer in the plan: \(named)"
          : "\(unmatched.count) filled rows are no longer in the plan: \(named)\(more)",
        remedy: "plan.html lists them, with what the check says now.")
    ]
  }
}
