import Parallel

// Rows by the key of a finding.
extension Merging {
  struct Key {
    let place: PlaceKey
    let resource: StringID
  }

  struct Group {
    let key: Key
    fileprivate(set) var rows: Range<Int>
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
    let order = PlaceOrder(places, strings: table.strings, global: global).sorted(places)
    let (rows, ranges) = byPlace.flat()
    let parts = stride(from: 0, to: order.count, by: Self.placesAtATime).map {
      order[$0..<min($0 + Self.placesAtATime, order.count)]
    }
    let groupings = Parallel.map(parts.count) { [self] number in
      var part = Grouping()
      for place in parts[number] { append(rows[ranges[place]], of: places[place], to: &part) }
      return part
    }
    return Grouping(joining: groupings)
  }

  /// How many places a core takes at a time.
  private static let placesAtATime = 64

  /// Appends the rows of one place by resource; those of one resource stay in their order.
  private func append(_ own: ArraySlice<Int32>, of place: PlaceKey, to part: inout Grouping) {
    let sorted = own.map { (row: $0, resource: table.rows[Int($0)].resource) }.sorted {
      $0.resource == $1.resource
        ? $0.row < $1.row : table.strings.precedes($0.resource, $1.resource)
    }
    for (index, item) in sorted.enumerated() {
      part.rows.append(item.row)
      if index > 0, sorted[index - 1].resource == item.resource {
        part.groups[part.groups.count - 1].rows.grow()
      } else {
        let end = part.rows.count
        part.groups.append(
          Group(key: Key(place: place, resource: item.resource), rows: end - 1..<end))
      }
    }
  }
}

extension Range<Int> {
  fileprivate mutating func grow() { self = lowerBound..<upperBound + 1 }
}

extension Merging.Grouping {
  /// Groups of the parts one after the other.
  fileprivate init(joining parts: [Self]) {
    groups.reserveCapacity(parts.reduce(0) { $0 + $1.groups.count })
    rows.reserveCapacity(parts.reduce(0) { $0 + $1.rows.count })
    for part in parts {
      let start = rows.count
      rows += part.rows
      for var group in part.groups {
        group.rows = group.rows.lowerBound + start..<group.rows.upperBound + start
        groups.append(group)
      }
    }
  }
}

/// Rows by the place that they are about.
private struct RowsByPlace {
  /// Places in the order in which rows named them.
  private(set) var places: [PlaceKey] = []
  private var numbers = KeyNumbers<PlaceKey>()
  private var counts: [Int] = []
  /// By row: the number of its place, or -1.
  private var placeOfRow: [Int32]

  init(rows: Int) { placeOfRow = Array(repeating: -1, count: rows) }

  mutating func add(_ row: Int, _ place: PlaceKey) {
    let number = numbers.number(of: place)
    if number == places.count {
      places.append(place)
      counts.append(0)
    }
    counts[number] += 1
    placeOfRow[row] = Int32(number)
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
