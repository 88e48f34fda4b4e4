// Trusted Advisor's colour of a whole check against the rows of its lists (rules.md 3).
extension Merging {
  /// What the newest list of a check in an account says.
  private struct Rows {
    var time = Record.undated
    /// The worst severity of a failure in it; nil when none fails.
    var worst: Severity?
  }

  /// A colour without rows counts where no list of that check in that account is as new.
  ///
  /// A newer green one ends the failures of the list, because nothing is flagged any more. Any other
  /// newer one is left out where the list fails as badly, because the list says it in detail.
  mutating func supersedeColours() {
    let colours = table.rows.indices.filter { index in
      outcomes[index] == nil && isAdvisor(index) && table.rows[index].form == .byRule
    }
    guard !colours.isEmpty else { return }
    let lists = newestLists()
    var cleared: [List: Int64] = [:]
    for index in colours {
      let row = table.rows[index]
      guard let rows = lists[List(row)] else { continue }
      if row.updated <= rows.time {
        outcomes[index] = .superseded
      } else if row.result == .passed {
        cleared[List(row)] = row.updated
      } else if let worst = rows.worst, worst >= row.severity ?? .informational {
        outcomes[index] = .superseded
      }
    }
    endFailures(before: cleared)
  }

  private func isAdvisor(_ index: Int) -> Bool { table.rows[index].source == .trustedAdvisor }

  private func newestLists() -> [List: Rows] {
    var lists: [List: Rows] = [:]
    for (index, row) in table.rows.enumerated()
    where outcomes[index] == nil && isAdvisor(index) && row.form == .byResource && row.isListed {
      var rows = lists[List(row)] ?? Rows()
      rows.time = max(rows.time, row.updated)
      if row.result == .failed {
        rows.worst = max(rows.worst ?? .informational, row.severity ?? .informational)
      }
      lists[List(row)] = rows
    }
    return lists
  }

  private mutating func endFailures(before cleared: [List: Int64]) {
    guard !cleared.isEmpty else { return }
    for (index, row) in table.rows.enumerated()
    where outcomes[index] == nil && isAdvisor(index) && row.form == .byResource {
      guard let time = cleared[List(row)], row.updated < time else { continue }
      if row.result == .failed || row.result == .unknown { outcomes[index] = .superseded }
    }
  }
}
