// Rows by the key of a finding.
extension Merging {
  struct Key {
    let place: PlaceKey
    let resource: StringID
  }

  struct Group {
    let key: Key
    let rows: Range<Int>
  }

  /// Rows by finding, flat: groups in the order of check, account, region and resource, the last
  /// three byte by byte, and the rows of each in their own order.
  struct Grouping {
    var groups: [Group] = []
    var rows: [Int32] = []
  }

  func grouped() -> Grouping {
    var byPlace = RowsByPlace(rows: table.rows.count)
    for (index, row) in table.rows.enumerated() where outcomes[index] == nil && checks[index] >= 0 {
      byPlace.add(index, place(of: row, check: Int(checks[index])))
    }
    let places = byPlace.places
    let order = PlaceOrder(places, strings: table.strings, global: global)
    let (rows, ranges) = byPlace.flat()
    var grouping = Grouping(rows: rows)
    grouping.groups.reserveCapacity(rows.count)
    for number in order.sorted(places) {
      sortByResource(&grouping.rows, ranges[number])
      appendGroups(of: places[number], ranges[number], to: &grouping)
    }
    return grouping
  }

  /// Rows of one place by resource; those of one resource stay as they are.
  private func sortByResource(_ rows: inout [Int32], _ range: Range<Int>) {
    rows[range].sort { first, second in
      let (one, other) = (
        table.rows[Int(first)].resource, table.rows[Int(second)].resource
      )
      return one == other ? first < second : table.strings.precedes(one, other)
    }
  }

  private func appendGroups(
    of place: PlaceKey, _ range: Range<Int>, to grouping: inout Grouping
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      let resource = table.rows[Int(grouping.rows[start])].resource
      var end = start + 1
      while end < range.upperBound, table.rows[Int(grouping.rows[end])].resource == resource {
        end += 1
      }
      grouping.groups.append(Group(key: Key(place: place, resource: resource), rows: start..<end))
      start = end
    }
  }
}

/// Rows by the place that they are about.
private struct RowsByPlace {
  /// Places in the order in which rows named them.
  private(set) var places: [PlaceKey] = []
  private var numbers: [PlaceKey: Int32] = [:]
  private var counts: [Int] = []
  /// By row: the number of its place, or -1.
  private var placeOfRow: [Int32]

  init(rows: Int) { placeOfRow = Array(repeating: -1, count: rows) }

  mutating func add(_ row: Int, _ place: PlaceKey) {
    let number = numbers[place] ?? Int32(places.count)
    if number == places.count {
      numbers[place] = number
      places.append(place)
      counts.append(0)
    }
    counts[Int(number)] += 1
    placeOfRow[row] = number
  }

  /// The rows one place after the other, and where those of each place stand.
  func flat() -> (rows: [Int32], ranges: [Range<Int>]) {
    var total = 0
    let ranges = counts.map { count in
      total += count
      return total - count..<total
    }
    var next = ranges.map(\.lowerBound)
    var rows = Array(repeating: Int32(0), count: total)
    for (row, place) in placeOfRow.enumerated() where place >= 0 {
      rows[next[Int(place)]] = Int32(row)
      next[Int(place)] += 1
    }
    return (rows, ranges)
  }
}

/// The order of places: by check, account and region.
private struct PlaceOrder {
  private let accounts: [StringID: Int]
  private let regions: [StringID: Int]

  /// `global` is the identifier of the word, which the strings may not have.
  init(_ places: [PlaceKey], strings: StringTable, global: StringID) {
    func ranks(of ids: Set<StringID>) -> [StringID: Int] {
      let texts = ids.map { ($0, $0 == global ? Region.global : strings[$0]) }
      let sorted = texts.sorted { $0.1.utf8.lexicographicallyPrecedes($1.1.utf8) }
      return Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.0, $0) })
    }
    accounts = ranks(of: Set(places.map(\.account)))
    regions = ranks(of: Set(places.map(\.region)))
  }

  /// The numbers of places in their order.
  func sorted(_ places: [PlaceKey]) -> [Int] {
    let keys = places.map { place in
      (place.check, accounts[place.account] ?? 0, regions[place.region] ?? 0)
    }
    return places.indices.sorted { keys[$0] < keys[$1] }
  }
}
