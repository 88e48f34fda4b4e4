import AssessmentModel

/// Joins what files prove, place by place (facts of AWS, section C6).
struct EnablementJoin {
  private struct Place {
    var standards: Set<String> = []
    var isComplete = false
    /// Standards whose controls cannot be listed; lists of a control's standards leave them out.
    var notReady: Set<String> = []
    /// Standard → its controls on or off.
    var listed: [String: [String: Bool]] = [:]
    var completeListings: Set<String> = []
    /// Control → whether any standard has it on, and whether all its standards were listed.
    var associated: [String: (isOn: Bool, isWhole: Bool)] = [:]
    var controls: [String: Bool] = [:]
    var parameters: [String: [String: [String]]] = [:]
    var tellsControls = false
  }

  private var places: [AccountRegion: Place] = [:]

  init(_ facts: [EnablementFact]) {
    for fact in facts { add(fact) }
  }

  private mutating func add(_ fact: EnablementFact) {
    // Taken out, so that what is in it is changed and not copied.
    var place = places.removeValue(forKey: fact.place) ?? Place()
    place.tellsControls = place.tellsControls || fact.content != .hub
    switch fact.content {
    case .hub: break
    case .standards(let names, let isComplete):
      place.standards.formUnion(names)
      if isComplete { place.isComplete = true }
    case .notReady(let standard): place.notReady.insert(standard)
    case .listed(let control, let standard, let isOn):
      let known = place.listed[standard]?[control] ?? false
      place.listed[standard, default: [:]][control] = known || isOn
    case .listing(let standard, let isComplete):
      if isComplete { place.completeListings.insert(standard) }
    case .associated(let control, let isOn, let isWhole):
      let known = place.associated[control] ?? (false, false)
      place.associated[control] = (known.isOn || isOn, known.isWhole || isWhole)
    case .control(let id, let isOn):
      place.controls[id] = (place.controls[id] ?? false) || isOn
    case .parameters(let control, let values):
      place.parameters[control, default: [:]].merge(values) { Array(Set($0 + $1)).sorted() }
    }
    places[fact.place] = place
  }

  /// What the model keeps, in the order of accounts and regions.
  var enablement: [Enablement] {
    places.sorted { $0.key < $1.key }.map { key, place in
      Enablement(
        account: key.account, region: key.region,
        standards: place.isComplete ? place.standards.sorted() : nil,
        disabled: disabled(in: place).sorted(), parameters: place.parameters,
        tellsControls: place.tellsControls)
    }
  }

  /// Controls that are off in every standard that is on; what says "on" anywhere wins.
  private func disabled(in place: Place) -> Set<String> {
    var off = Set(place.controls.filter { !$0.value }.map(\.key))
    if place.notReady.isEmpty {
      off.formUnion(place.associated.filter { !$0.value.isOn && $0.value.isWhole }.map(\.key))
    }
    off.formUnion(listedOff(in: place))
    let on =
      place.controls.filter(\.value).map(\.key)
      + place.associated.filter(\.value.isOn).map(\.key)
    return off.subtracting(on).subtracting(listedOn(in: place))
  }

  /// Controls that every standard shows as off that is on, or does not hold; lists of the standards
  /// and of the controls of each must be complete for that.
  private func listedOff(in place: Place) -> Set<String> {
    guard place.isComplete else { return [] }
    let shown = Set(place.standards.flatMap { place.listed[$0].map { Array($0.keys) } ?? [] })
    return shown.filter { control in
      place.standards.allSatisfy { standard in
        place.listed[standard]?[control].map { !$0 } ?? place.completeListings.contains(standard)
      }
    }
  }

  /// Controls that a standard shows as on; one that a complete list lacks is going off.
  private func listedOn(in place: Place) -> Set<String> {
    let standards = place.isComplete ? place.standards : Set(place.listed.keys)
    let lists = standards.compactMap { place.listed[$0] }
    return Set(lists.flatMap { $0.filter(\.value).keys })
  }
}
