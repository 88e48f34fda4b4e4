import AssessmentModel

/// Accounts of the organisation in which nothing was looked at.
struct UnseenAccounts {
  /// The most bytes that the list may take; report.json has the whole.
  private static let limit = 60_000

  let report: Report

  /// A section with a table; nothing where every account is in the evidence.
  var html: HTML {
    let unseen = report.assessment.unseenMembers
    guard !unseen.isEmpty else { return "" }
    let table = Table(
      label: "Accounts that are not in the evidence",
      columns: ["Account", "Name", "Unit", "State"].map { Table.Column($0) },
      rows: unseen.map(row))
    let rows = Page.fitting(table.bodyRows, limit: Self.limit) { $0.markup.utf8.count }
    let left = unseen.count - rows.count
    let more: HTML = left > 0 ? "<p>\(Count.of(left, "further account")) in report.json.</p>" : ""
    let incomplete: HTML =
      report.assessment.evidence.members?.isIncomplete == true
      ? " The organisation’s list of accounts is incomplete, so there may be more." : ""
    return """
      <section class="long" id="unseen-accounts"><h2>In the organisation and not in the evidence</h2>\
      <p>AWS Organizations lists \(Count.of(unseen.count, "account")) that no result and no list of \
      standards names, and that \(unseen.count == 1 ? "is" : "are") not in scope. Nothing in \
      \(unseen.count == 1 ? "it" : "them") was looked at, and no verdict speaks for \
      \(unseen.count == 1 ? "it" : "them").\(incomplete)</p>\(table.html(around: HTML(rows)))\(more)</section>
      """
  }

  private func row(_ account: AccountDetails) -> [HTML] {
    func short(_ text: String?) -> String {
      text.map { ShownText.short($0, limit: 120, whole: "the evidence") } ?? "–"
    }
    return [
      "<span class=\"mono\">\(account.id)</span>", "\(short(account.name))",
      "\(short(account.unit))", "\(account.state?.word ?? "–")",
    ]
  }
}
