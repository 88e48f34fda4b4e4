import AssessmentModel

/// Joins what files prove, place by place (facts of AWS, section C6).
struct EnablementJoin {
  private struct Place {
    var standards: Set<String> = []
    var isComplete = false
    /// Standard → its controls on or off, and whether the list is complete.
    var listed: [String: [String: Bool]] = [:]
    var completeListings: Set<String> = []
    /// Control → whether any standard has it on.
    var associated: [String: Bool] = [:]
    var controls: [String: Bool] = [:]
  }

  private var places: [AccountRegion: Place] = [:]

  init(_ facts: [EnablementFact]) {
    for fact in facts { add(fact) }
  }

  private mutating func add(_ fact: EnablementFact) {
    var place = places[fact.place] ?? Place()
    switch fact.content {
    case .standards(let names, let isComplete):
      place.standards.formUnion(names)
      if isComplete { place.isComplete = true }
    case .listed(let control, let standard, let isOn):
      let known = place.listed[standard]?[control] ?? false
      place.listed[standard, default: [:]][control] = known || isOn
    case .listing(let standard, let isComplete):
      if isComplete { place.completeListings.insert(standard) }
    case .associated(let control, let isOn):
      place.associated[control] = (place.associated[control] ?? false) || isOn
    case .control(let id, let isOn):
      place.controls[id] = (place.controls[id] ?? false) || isOn
    }
    places[fact.place] = place
  }

  /// What the model keeps, in the order of accounts and regions.
  var enablement: [Enablement] {
    places.sorted { $0.key < $1.key }.map { key, place in
      Enablement(
        account: key.account, region: key.region,
        standards: place.isComplete ? place.standards.sorted() : nil,
        disabled: disabled(in: place).sorted())
    }
  }

  /// Controls that are off in every standard that is on; what says "on" anywhere wins.
  private func disabled(in place: Place) -> Set<String> {
    var off = Set(place.controls.filter { !$0.value }.map(\.key))
    off.formUnion(place.associated.filter { !$0.value }.map(\.key))
    off.formUnion(listedOff(in: place))
    let on = place.controls.filter(\.value).map(\.key) + place.associated.filter(\.value).map(\.key)
    return off.subtracting(on)
  }

  /// Controls that lists of the controls of every standard show, none of them as on.
  private func listedOff(in place: Place) -> Set<String> {
    guard place.isComplete, place.standards.isSubset(of: place.completeListings) else { return [] }
    let lists = place.standards.compactMap { place.listed[$0] }
    let shown = Set(lists.flatMap(\.keys))
    return shown.filter { control in lists.allSatisfy { $0[control] != true } }
  }
}
