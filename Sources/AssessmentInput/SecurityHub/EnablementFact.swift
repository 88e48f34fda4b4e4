/// One thing that a file proves about what is on in an account and region.
struct EnablementFact: Hashable {
  enum Content: Hashable {
    /// Security Hub itself.
    case hub
    /// Standards that are on; complete when the file names no next page.
    case standards([String], isComplete: Bool)
    /// A standard that is on and whose controls cannot be listed at present.
    case notReady(standard: String)
    /// A control in one standard.
    case listed(control: String, standard: String, isOn: Bool)
    /// Whether a list of that standard's controls names no next page.
    case listing(standard: String, isComplete: Bool)
    /// A control in one of the standards that are on; whole when the list of them names no next
    /// page.
    case associated(control: String, isOn: Bool, isWhole: Bool)
    /// A control in all standards.
    case control(String, isOn: Bool)
    /// Parameters of a control that differ from what AWS sets by itself.
    case parameters(control: String, [String: [String]])
  }

  let place: AccountRegion
  let content: Content
}
