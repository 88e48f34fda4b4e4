/// One thing that a file proves about what is on in an account and region.
struct EnablementFact: Equatable {
  enum Content: Equatable {
    /// Standards that are on; complete when the file names no next page.
    case standards([String], isComplete: Bool)
    /// A control in one standard, out of a list of that standard's controls.
    case listed(control: String, standard: String, isOn: Bool)
    /// Whether a list of that standard's controls names no next page.
    case listing(standard: String, isComplete: Bool)
    /// A control in one standard, out of a list of all standards that are on.
    case associated(control: String, isOn: Bool)
    /// A control in all standards.
    case control(String, isOn: Bool)
  }

  let place: AccountRegion
  let content: Content
}
