/// The worst of what records say in each place, and in failing places also what would be left
/// without their open failures.
///
/// Of a check that counts as repaired every open finding is taken as passed; what is unknown,
/// ambiguous or set aside in the place stays so.
struct RecordedPlaces {
  private var states: [PlaceKey: PlaceState] = [:]
  /// Of failing places only.
  private var withoutFailures: [PlaceKey: PlaceState] = [:]
  /// Indices of the checks that count as repaired.
  var repaired: Set<Int> = []

  /// The places that any record names.
  var keys: some Sequence<PlaceKey> { states.keys }

  /// The state of a place; nil where no record names it.
  subscript(key: PlaceKey) -> PlaceState? {
    repaired.contains(key.check) ? withoutFailures[key] ?? states[key] : states[key]
  }

  /// Notes the worst state of the findings of a place, and the worst with open failures passed.
  mutating func note(_ state: PlaceState, repaired: PlaceState, in key: PlaceKey) {
    states[key] = state
    if state == .failed { withoutFailures[key] = repaired }
  }

  /// Notes a record without a definite result.
  mutating func noteUnknown(in key: PlaceKey) {
    states[key] = min(states[key] ?? .noData, .unknown)
    if let other = withoutFailures[key] { withoutFailures[key] = min(other, .unknown) }
  }

  /// Makes a pass unknown, because not all that is needed for one was looked at.
  mutating func doubtPass(in key: PlaceKey) {
    if states[key] == .passed { states[key] = .unknown }
    if withoutFailures[key] == .passed { withoutFailures[key] = .unknown }
  }
}
