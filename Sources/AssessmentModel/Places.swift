/// The state of a check in one place, worst first (rules.md 5).
package enum PlaceState: UInt8, CaseIterable, Comparable, Sendable {
  case failed, excepted, unknown, passed, implied, notCovered, noData

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

  /// The word that report.json uses.
  package var word: String {
    switch self {
    case .notCovered: "not-covered"
    case .noData: "no-data"
    default: String(describing: self)
    }
  }

  /// Whether something was looked at and said what it is.
  package var isKnown: Bool {
    switch self {
    case .failed, .excepted, .passed, .implied: true
    case .unknown, .notCovered, .noData: false
    }
  }
}

/// A check in one place, with its state.
package struct Place: Sendable {
  package let key: PlaceKey
  package let state: PlaceState
  /// Whether a record names the check here.
  package let hasRecord: Bool
  /// The check that implies the pass.
  package let impliedBy: String?
}

/// Counts of places by state.
package struct PlaceCounts: Equatable, Sendable {
  package var failed = 0
  package var excepted = 0
  package var unknown = 0
  /// Implied ones included.
  package var passed = 0
  package var implied = 0
  package var notCovered = 0
  package var noData = 0

  package init() {}

  /// Counts the states of `places`.
  package init(_ places: some Sequence<Place>) {
    for place in places { add(place.state) }
  }

  private mutating func add(_ state: PlaceState) {
    switch state {
    case .failed: failed += 1
    case .excepted: excepted += 1
    case .unknown: unknown += 1
    case .passed: passed += 1
    case .implied:
      passed += 1
      implied += 1
    case .notCovered: notCovered += 1
    case .noData: noData += 1
    }
  }

  package var total: Int { failed + excepted + unknown + passed + notCovered + noData }
  /// Places in scope where nothing looked.
  package var notLooked: Int { notCovered + noData }
}

/// The verdict of a check (rules.md 6).
package enum CheckVerdict: String, CaseIterable, Sendable {
  case failed, unknown, partial, excepted, passed, notCovered, noData, notOffered, retired

  /// The word that report.json uses.
  package var word: String {
    switch self {
    case .notCovered: "not-covered"
    case .noData: "no-data"
    case .notOffered: "not-offered"
    default: rawValue
    }
  }

  /// The verdict that counts of places give.
  package init(_ places: PlaceCounts) {
    self =
      if places.total == 0 {
        .notOffered
      } else if places.failed > 0 {
        .failed
      } else if places.unknown > 0 {
        .unknown
      } else if places.notCovered == places.total {
        .notCovered
      } else if places.notLooked == places.total {
        .noData
      } else if places.notLooked > 0 {
        .partial
      } else {
        places.excepted > 0 ? .excepted : .passed
      }
  }
}

/// Finds the places of each check and judges them.
struct PlaceJudge {
  let catalogue: Catalogue
  let asOf: Instant
  let scope: AssessedScope
  let table: RecordTable
  let files: [EvidenceFile]
  let merged: MergedRecords
  let enablement: EnablementIndex
  let strings: StringTable

  /// The places of every check, by check index, in the order of account and region.
  func places(_ recorded: RecordedPlaces) -> [[Place]] {
    var byCheck: [Int: Set<PlaceKey>] = [:]
    for key in recorded.keys { byCheck[key.check, default: []].insert(key) }
    let core = Set(catalogue.objectives.flatMap(\.core).compactMap(catalogue.index(ofCheck:)))
    return catalogue.checks.indices.map { check in
      if catalogue.checks[check].isRetired(at: asOf) { return [] }
      var keys = byCheck[check] ?? []
      if core.contains(check) { keys.formUnion(expectedPlaces(of: check)) }
      return sorted(keys).map { place($0, recorded: recorded) }
    }
  }

  private func sorted(_ keys: Set<PlaceKey>) -> [PlaceKey] {
    keys.sorted { first, second in
      first.account == second.account
        ? strings.precedes(first.region, second.region)
        : strings.precedes(first.account, second.account)
    }
  }

  private func expectedPlaces(of index: Int) -> [PlaceKey] {
    let check = catalogue.checks[index]
    return scope.accounts.flatMap { account -> [PlaceKey] in
      switch check.scope {
      case .global:
        account.partitions.contains { catalogue.isOffered(check, inPartition: $0) }
          ? [PlaceKey(check: index, account: account.id, region: scope.global)] : []
      case .regional:
        account.regions.filter { catalogue.isOffered(check, in: strings[$0]) }
          .map { PlaceKey(check: index, account: account.id, region: $0) }
      }
    }
  }

  /// One place, judged by what is recorded there and by stronger checks.
  func place(_ key: PlaceKey, recorded: RecordedPlaces) -> Place {
    if let state = recorded[key] {
      return Place(key: key, state: state, hasRecord: true, impliedBy: nil)
    }
    if let implication = implication(of: key, recorded: recorded) {
      return Place(key: key, state: .implied, hasRecord: false, impliedBy: implication)
    }
    let isOff = enablement.provesOff(
      catalogue.checks[key.check], account: key.account,
      region: key.region == scope.global ? nil : key.region, catalogue: catalogue)
    return Place(key: key, state: isOff ? .notCovered : .noData, hasRecord: false, impliedBy: nil)
  }

  /// What records say of each place that has any.
  func recorded() -> RecordedPlaces {
    var recorded = RecordedPlaces()
    // Findings of one place stand together.
    var place: PlaceKey?
    var states: (found: PlaceState, repaired: PlaceState) = (.noData, .noData)
    for finding in merged.findings {
      let key = PlaceKey(check: finding.check, account: finding.account, region: finding.region)
      if key != place {
        if let place { recorded.note(states.found, repaired: states.repaired, in: place) }
        (place, states) = (key, (.noData, .noData))
      }
      let state = state(of: finding)
      states.found = min(states.found, state)
      states.repaired = min(states.repaired, state == .failed ? .passed : state)
    }
    if let place { recorded.note(states.found, repaired: states.repaired, in: place) }
    for record in merged.ambiguous {
      for check in record.candidates {
        let isGlobal = catalogue.checks[check].scope == .global
        recorded.noteUnknown(
          in: PlaceKey(
            check: check, account: record.account,
            region: isGlobal ? scope.global : record.region))
      }
    }
    for key in merged.overwritten { recorded.noteUnknown(in: key) }
    for (key, seen) in prowlerAlone {
      let needed = Set(catalogue.checks[key.check].prowlerChecks.map { $0.lowercased() })
      if !seen.isSuperset(of: needed) { recorded.doubtPass(in: key) }
    }
    return recorded
  }

  private func state(of finding: Finding) -> PlaceState {
    switch finding.state {
    case .failed: .failed
    case .excepted, .suppressed: .excepted
    case .unknown: .unknown
    case .passed: finding.passesAreIncomplete ? .unknown : .passed
    }
  }

  /// For places that only Prowler witnesses: the names of its checks there.
  ///
  /// Such a place passes only when all Prowler checks of the control are there. Files whose next page
  /// is not there do not count as other witnesses.
  private var prowlerAlone: [PlaceKey: Set<String>] {
    var seen: [PlaceKey: Set<String>] = [:]
    var others: Set<PlaceKey> = []
    guard table.rows.contains(where: { $0.source == .prowler }) else { return [:] }
    for finding in merged.findings {
      let key = PlaceKey(check: finding.check, account: finding.account, region: finding.region)
      for witness in merged.witnesses[finding.witnesses] {
        let row = table.rows[Int(witness)]
        if row.source == .prowler, case .prowler(let name) = table.references[Int(row.reference)] {
          seen[key, default: []].insert(name.lowercased())
        } else if !files[Int(row.file)].isIncomplete {
          others.insert(key)
        }
      }
    }
    return seen.filter { !others.contains($0.key) }
  }

  private func implication(of key: PlaceKey, recorded: RecordedPlaces) -> String? {
    catalogue.checks[key.check].impliedBy.first { implication in
      guard let stronger = catalogue.index(ofCheck: implication.check) else { return false }
      let place = PlaceKey(check: stronger, account: key.account, region: key.region)
      return recorded[place] == .passed && parametersHold(implication, in: place)
    }?.check
  }

  /// Whether neither the findings of a place nor its list of controls name a parameter value
  /// outside the implication's.
  private func parametersHold(_ implication: Check.Implication, in place: PlaceKey) -> Bool {
    if implication.onlyIfParameters.isEmpty { return true }
    func hold(_ named: [String: [String]]) -> Bool {
      implication.onlyIfParameters.allSatisfy { name, allowed in
        named[name].map { Set($0).isSubset(of: allowed) } ?? true
      }
    }
    let listed = enablement.parameters(
      of: catalogue.checks[place.check], account: place.account,
      region: place.region == scope.global ? nil : place.region)
    return listed.allSatisfy(hold)
      && merged.findings(in: place).allSatisfy { finding in
        merged.witnesses[finding.witnesses].allSatisfy { witness in
          hold(Parameters.read(strings[table.rows[Int(witness)].parameters]))
        }
      }
  }
}

/// The parameters that a finding names, in the form that `Record.parameters` keeps.
package enum Parameters {
  /// Writes `Name=value,value;…`, sorted by name.
  package static func text(_ parameters: [String: [String]]) -> String {
    parameters.sorted { $0.key < $1.key }
      .map { "\(plain($0.key))=\($0.value.map(plain).joined(separator: ","))" }
      .joined(separator: ";")
  }

  /// The text without the signs that the form itself uses.
  private static func plain(_ text: String) -> String {
    String(text.map { ";,=".contains($0) ? "?" : $0 })
  }

  static func read(_ text: String) -> [String: [String]] {
    var parameters: [String: [String]] = [:]
    for part in text.split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { continue }
      parameters[String(sides[0])] = sides[1].split(separator: ",").map(String.init)
    }
    return parameters
  }
}
