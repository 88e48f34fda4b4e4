import AssessmentModel
import Parallel

/// The long lists of findings of a site, and on which pages they fall.
struct FindingLists: Sendable {
  /// Columns of all findings.
  static let columns: FindingRows.Columns = [.severity, .check, .account, .anchors]
  /// Columns of the findings of a check.
  static let checkColumns: FindingRows.Columns = [.account, .evidence, .anchors]

  /// All findings, worst first.
  let all: FindingList
  /// The findings of each check that do not pass, by check index.
  let checks: [FindingList]
  /// What does not pass in each account, in the order of checks.
  let accounts: [StringID: [Run]]

  /// Findings of one check and account in one state; they follow each other on the check's pages.
  struct Run: Sendable {
    let check: Int
    let state: Finding.State
    /// In the list of the check.
    let positions: Range<Int>
  }

  /// The states of a check's list, in its order.
  private static let states: [Finding.State] = [.failed, .excepted, .suppressed, .unknown]

  /// Cuts the lists; the size of rows is the same in whatever folder their page stands.
  init(_ report: Report, rows: FindingRows) {
    let order = report.order
    let lists = Parallel.map(report.checks.count + 1) { number in
      if number > 0 { return Self.list(ofCheck: number - 1, order, rows) }
      return FindingList(order.indices) { rows.size($0, Self.columns) }
    }
    all = lists[0]
    checks = Array(lists.dropFirst())
    accounts = checks.indices.reduce(into: [:]) { accounts, check in
      for (account, run) in Self.runs(of: lists[check + 1], check: check, report.findings) {
        accounts[account, default: []].append(run)
      }
    }
  }

  private static func list(
    ofCheck check: Int, _ order: FindingOrder, _ rows: FindingRows
  ) -> FindingList {
    let indices = states.flatMap { order.indices[order.positions(ofCheck: check, $0)] }
    return FindingList(indices, first: 100_000) { rows.size($0, checkColumns) }
  }

  private static func runs(
    of list: FindingList, check: Int, _ findings: [Finding]
  ) -> [(account: StringID, run: Run)] {
    var runs: [(StringID, Run)] = []
    var start = 0
    while start < list.indices.count {
      let first = findings[Int(list.indices[start])]
      let end =
        list.indices[start...].firstIndex { index in
          let finding = findings[Int(index)]
          return finding.account != first.account || finding.state != first.state
        } ?? list.indices.count
      runs.append((first.account, Run(check: check, state: first.state, positions: start..<end)))
      start = end
    }
    return runs
  }
}
