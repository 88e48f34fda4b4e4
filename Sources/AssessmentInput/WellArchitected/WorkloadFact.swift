import AssessmentModel

/// What a file tells about a workload, its milestones and its reviews.
struct WorkloadFact {
  enum Content {
    /// The accounts, nil when it names none, and the last change.
    case workload(accounts: [String]?, updated: Instant?)
    /// A milestone's day, with the accounts of that day where they are told.
    case milestone(Int, accounts: [String]?, recorded: Instant?)
    /// The version and the last change of a lens's review, as it is or at a milestone.
    case review(lens: String, version: String?, milestone: Int?, updated: Instant?)
  }

  let workload: String
  let content: Content
}
