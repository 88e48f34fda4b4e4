import JSON

/// The outputs of the Well-Architected Tool that this version reads.
enum WellArchitectedKind: Equatable {
  case listAnswers, getAnswer, getWorkload, getMilestone, listMilestones, getLensReview

  /// The kind of an object; nil when it is none of them.
  init?(_ shape: JSONShape) {
    if shape.member("AnswerSummaries", .array) != nil {
      self = .listAnswers
    } else if shape.member("Answer", .object) != nil {
      self = .getAnswer
    } else if shape.member("Workload", .object) != nil {
      self = .getWorkload
    } else if shape.member("Milestone", .object) != nil {
      self = .getMilestone
    } else if shape.member("MilestoneSummaries", .array) != nil {
      self = .listMilestones
    } else if shape.member("LensReview", .object) != nil {
      self = .getLensReview
    } else {
      return nil
    }
  }

  /// What a file of it is called.
  var name: String {
    switch self {
    case .listAnswers: "Well-Architected answers (list-answers)"
    case .getAnswer: "Well-Architected answer (get-answer)"
    case .getWorkload: "Well-Architected workload (get-workload)"
    case .getMilestone: "Well-Architected milestone (get-milestone)"
    case .listMilestones: "Well-Architected milestones (list-milestones)"
    case .getLensReview: "Well-Architected lens review (get-lens-review)"
    }
  }
}
