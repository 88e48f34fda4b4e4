import AssessmentModel

/// Which source has results about which account and region, and how old they are.
struct Coverage: Sendable {
  /// An account and region as one source sees them; no region where a record names none.
  struct Place: Hashable, Sendable {
    let source: Source
    let account: StringID
    let region: StringID
  }

  /// The results of one source in one place, whatever became of them.
  struct Reach: Sendable {
    var count = 0
    /// Seconds since 1970 of the newest one.
    var newest = Record.undated

    mutating func add(_ other: Reach) {
      count += other.count
      newest = max(newest, other.newest)
    }
  }

  let places: [Place: Reach]
  /// Over all regions: what each source has of an account.
  private let accounts: [Place: Reach]
  /// The sources of which there are results, in their usual order.
  let sources: [Source]
  private let asOf: Instant
  private let staleAfter: Int

  init(_ assessment: Assessment) {
    var places: [Place: Reach] = [:]
    for row in assessment.evidence.records.rows where !row.account.isNone {
      let place = Place(source: row.source, account: row.account, region: row.region)
      places[place, default: Reach()].add(Reach(count: 1, newest: row.updated))
    }
    self.places = places
    accounts = places.reduce(into: [:]) { accounts, entry in
      let whole = Place(source: entry.key.source, account: entry.key.account, region: .none)
      accounts[whole, default: Reach()].add(entry.value)
    }
    asOf = assessment.asOf
    staleAfter = assessment.evidence.staleAfter
    let used = Set(places.keys.map(\.source))
    sources = Source.allCases.filter(used.contains)
  }

  /// What a source has of a place; nil where it has nothing.
  func reach(_ source: Source, _ account: StringID, _ region: StringID) -> Reach? {
    places[Place(source: source, account: account, region: region)]
  }

  /// What a source has of an account in all regions; nil where it has nothing.
  func reach(_ source: Source, _ account: StringID) -> Reach? {
    accounts[Place(source: source, account: account, region: .none)]
  }

  /// How many days old results are, where that is more than the assessment allows.
  func staleDays(_ reach: Reach) -> Int? {
    guard reach.newest != Record.undated else { return nil }
    let days = Instant(seconds: reach.newest).days(to: asOf)
    return days > staleAfter ? days : nil
  }

  /// Sources whose newest result about an account is old, with its age in days.
  func stale(_ account: StringID) -> [(source: Source, days: Int)] {
    sources.compactMap { source in
      reach(source, account).flatMap(staleDays).map { (source, $0) }
    }
  }
}
