// Rows by the key of a finding.
extension Merging {
  struct Key: Hashable {
    let place: PlaceKey
    let resource: StringID

    func hash(into hasher: inout Hasher) {
      hasher.combine(UInt64(place.check) << 32 | UInt64(resource.rawValue))
      hasher.combine(UInt64(place.account.rawValue) << 32 | UInt64(place.region.rawValue))
    }
  }

  struct Group {
    let key: Key
    var rows: Range<Int>
  }

  /// Rows by finding, flat.
  struct Grouping {
    var groups: [Group] = []
    var rows: [Int32] = []
  }

  func grouped() -> Grouping {
    var numbers: [Key: Int] = [:]
    numbers.reserveCapacity(table.rows.count)
    var keys: [Key] = []
    var counts: [Int] = []
    var groupOfRow = Array(repeating: Int32(-1), count: table.rows.count)
    for (index, row) in table.rows.enumerated() where outcomes[index] == nil && checks[index] >= 0 {
      let key = Key(place: place(of: row, check: Int(checks[index])), resource: row.resource)
      let number = numbers[key] ?? keys.count
      if number == keys.count {
        numbers[key] = number
        keys.append(key)
        counts.append(0)
      }
      counts[number] += 1
      groupOfRow[index] = Int32(number)
    }
    return flat(keys, counts, groupOfRow)
  }

  func flat(_ keys: [Key], _ counts: [Int], _ groupOfRow: [Int32]) -> Grouping {
    var starts: [Int] = []
    var total = 0
    for count in counts {
      starts.append(total)
      total += count
    }
    var grouping = Grouping(
      groups: zip(keys, zip(starts, counts)).map { Group(key: $0, rows: $1.0..<($1.0 + $1.1)) },
      rows: Array(repeating: 0, count: total))
    var next = starts
    for (index, group) in groupOfRow.enumerated() where group >= 0 {
      grouping.rows[next[Int(group)]] = Int32(index)
      next[Int(group)] += 1
    }
    return grouping
  }
}
