import AssessmentModel

/// Which strings of one table have the form of a region code, each looked at once.
struct RegionCodes {
  private var known: [StringID: Bool] = [:]

  /// Whether the string of `strings` has the form.
  mutating func contains(_ id: StringID, in strings: StringTable) -> Bool {
    if id.isNone { return false }
    if let known = known[id] { return known }
    let isCode = Region.isCode(strings[id])
    known[id] = isCode
    return isCode
  }
}
