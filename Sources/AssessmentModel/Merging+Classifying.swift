// What becomes of a row by itself (rules.md 1 to 3).
extension Merging {
  /// Finds the check of each row, and takes out the rows that cannot become findings.
  mutating func classify() {
    let places = declaredPlaces()
    merged.isGlobal = Array(repeating: false, count: table.rows.count)
    var meanings: [UInt64: Catalogue.Meaning] = [:]
    for (index, row) in table.rows.enumerated() {
      let key = UInt64(row.reference) << 32 | UInt64(row.resourceType.rawValue)
      let meaning: Catalogue.Meaning
      if let known = meanings[key] {
        meaning = known
      } else {
        meaning = catalogue.resolve(
          table.references[Int(row.reference)], resourceType: table.strings[row.resourceType])
        meanings[key] = meaning
      }
      classify(row, at: index, meaning: meaning, declared: places)
    }
  }

  private mutating func classify(
    _ row: Record, at index: Int, meaning: Catalogue.Meaning, declared: DeclaredPlaces?
  ) {
    let isRetired = note(meaning, of: index)
    merged.isGlobal[index] = isGlobal(meaning)
    let isInScope = declared?.contains(row, isGlobal: merged.isGlobal[index]) ?? true
    if row.account.isNone {
      outcomes[index] = .unplaced
    } else if row.updated > asOf.seconds {
      outcomes[index] = .later
      if isInScope, row.created != Record.undated, row.created <= asOf.seconds {
        overwriting.append(index)
      }
    } else if !isInScope {
      outcomes[index] = .outOfScope
    } else {
      switch meaning {
      case .otherProduct: outcomes[index] = .otherProduct
      case .unmapped: outcomes[index] = .unmapped
      case .check, .candidates: outcomes[index] = isRetired ? .retired : nil
      }
    }
  }

  /// Keeps the check that a row stands for, or those that it may stand for; tells whether its source
  /// withdrew all of them.
  private mutating func note(_ meaning: Catalogue.Meaning, of index: Int) -> Bool {
    switch meaning {
    case .unmapped, .otherProduct: return false
    case .check(let check):
      checks[index] = Int32(check)
      return isRetired[check]
    case .candidates(let all):
      let current = all.filter { !isRetired[$0] }
      if current.count == 1 { checks[index] = Int32(current[0]) }
      if current.count > 1 { candidates[index] = current }
      return current.isEmpty
    }
  }

  private func isGlobal(_ meaning: Catalogue.Meaning) -> Bool {
    switch meaning {
    case .check(let check): isGlobal[check]
    case .candidates(let all): all.allSatisfy { isGlobal[$0] }
    case .unmapped, .otherProduct: false
    }
  }

  /// The declared scope in the table's identifiers.
  private struct DeclaredPlaces {
    var regions: [StringID: Set<StringID>] = [:]

    func contains(_ row: Record, isGlobal: Bool) -> Bool {
      guard let regions = regions[row.account] else { return false }
      return isGlobal || row.region.isNone || regions.contains(row.region)
    }
  }

  private func declaredPlaces() -> DeclaredPlaces? {
    guard let scope else { return nil }
    var places = DeclaredPlaces()
    for account in scope.accounts {
      guard let id = table.strings.find(account.id) else { continue }
      places.regions[id] = Set(account.regions.compactMap { table.strings.find($0) })
    }
    return places
  }
}
