import AssessmentModel

/// What a file tells about a workload, its milestones and its reviews.
struct WorkloadFact {
  enum Content {
    /// The name, and the last change where a list of workloads tells it.
    case name(String?, updated: Instant?)
    /// The accounts, nil when it names none, and the last change.
    case workload(accounts: [String]?, updated: Instant?)
    /// A milestone's day, with the accounts of that day where they are told.
    case milestone(Int, accounts: [String]?, recorded: Instant?)
    /// The version and the last change of a lens's review, as it is or at a milestone.
    case review(lens: String, version: String?, milestone: Int?, updated: Instant?)
  }

  let workload: String
  let content: Content

  /// Whether it tells nothing but what the workload is called and when it changed.
  var isName: Bool {
    if case .name = content { true } else { false }
  }
}
