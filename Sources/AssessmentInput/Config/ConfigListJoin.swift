import AssessmentModel

/// Tells lists of a rule, which replace older ones whole, from lists of a resource (rules.md 4).
///
/// A list with one result may be either. It is taken for a list of a resource where others of its
/// folder are: those that name several rules, or several resources of the same rule, one each.
struct ConfigListJoin {
  private struct Rule: Hashable {
    let folder: Substring
    let reference: UInt32
    let account: StringID
    let region: StringID
  }

  private let lists: [ConfigList]
  private let folders: [Substring]

  /// Takes the lists of all files that are not clearly of a rule.
  init(_ lists: [ConfigList], files: [EvidenceFile]) {
    self.lists = lists
    folders =
      lists.isEmpty
      ? [] : files.map { $0.name[..<($0.name.lastIndex(of: "/") ?? $0.name.startIndex)] }
  }

  /// Marks the rows of lists of a resource.
  func apply(to table: inout RecordTable) {
    guard !lists.isEmpty else { return }
    let rows = rows(of: table)
    let ofResources = Set(lists.filter { $0.subject == .resource }.map { folders[$0.file] })
    var resources: [Rule: Set<StringID>] = [:]
    for (list, rows) in zip(lists, rows) where list.subject == .ruleOrResource {
      for row in rows.map({ table.rows[$0] }) {
        resources[rule(row, list), default: []].insert(row.resource)
      }
    }
    for (list, rows) in zip(lists, rows) {
      for row in rows {
        let isOfResource =
          list.subject == .resource || ofResources.contains(folders[list.file])
          || (resources[rule(table.rows[row], list)]?.count ?? 0) > 1
        if isOfResource { table.rows[row].isListed = false }
      }
    }
  }

  private func rule(_ row: Record, _ list: ConfigList) -> Rule {
    Rule(
      folder: folders[list.file], reference: row.reference, account: row.account,
      region: row.region)
  }

  /// The rows of each list; those of a file stand together, in the order of their numbers.
  private func rows(of table: RecordTable) -> [Range<Int>] {
    var starts: [UInt32: Int] = [:]
    for (index, row) in table.rows.enumerated() where starts[row.file] == nil {
      starts[row.file] = index
    }
    return lists.map { list in
      var start = starts[UInt32(list.file)] ?? table.rows.count
      let inFile = { (index: Int) in
        index < table.rows.count && table.rows[index].file == UInt32(list.file)
      }
      while inFile(start), Int(table.rows[start].number) < list.records.lowerBound { start += 1 }
      var end = start
      while inFile(end), Int(table.rows[end].number) <= list.records.upperBound { end += 1 }
      return start..<end
    }
  }
}
