import JSON

/// The outputs of the Well-Architected Tool that this version reads.
enum WellArchitectedKind: Equatable {
  case listAnswers, getAnswer, getWorkload, listWorkloads, getMilestone, listMilestones
  case getLensReview
  /// Risks of questions without the choices behind them.
  case getConsolidatedReport, listLensReviewImprovements

  /// The kind of an object; nil when it is none of them.
  ///
  /// The answers of a review template have the same shape as those of a workload, and nobody gave
  /// them about an account.
  init?(_ shape: JSONShape) {
    guard shape["TemplateArn"] == nil else { return nil }
    if shape.member("AnswerSummaries", .array) != nil {
      self = .listAnswers
    } else if shape.member("Answer", .object) != nil {
      self = .getAnswer
    } else if shape.member("Workload", .object) != nil {
      self = .getWorkload
    } else if shape.member("WorkloadSummaries", .array) != nil {
      self = .listWorkloads
    } else if shape.member("Milestone", .object) != nil {
      self = .getMilestone
    } else if shape.member("MilestoneSummaries", .array) != nil {
      self = .listMilestones
    } else if shape.member("LensReview", .object) != nil {
      self = .getLensReview
    } else if shape.member("ImprovementSummaries", .array) != nil {
      self = .listLensReviewImprovements
    } else if shape.member("Metrics", .array) != nil {
      self = .getConsolidatedReport
    } else {
      return nil
    }
  }

  /// Whether a document is what its member says; Amazon CloudWatch lists `Metrics`, too.
  func fits(_ document: JSONValue) -> Bool {
    guard self == .getConsolidatedReport else { return true }
    let first = document["Metrics"]?.elements.first { _ in true }
    return first.map { $0["WorkloadId"] != nil || $0["Lenses"] != nil } ?? true
  }

  /// What a file of it is called.
  var name: String {
    switch self {
    case .listAnswers: "Well-Architected answers (list-answers)"
    case .getAnswer: "Well-Architected answer (get-answer)"
    case .getWorkload: "Well-Architected workload (get-workload)"
    case .listWorkloads: "Well-Architected workloads (list-workloads)"
    case .getMilestone: "Well-Architected milestone (get-milestone)"
    case .listMilestones: "Well-Architected milestones (list-milestones)"
    case .getLensReview: "Well-Architected lens review (get-lens-review)"
    case .getConsolidatedReport: "Well-Architected risks (get-consolidated-report)"
    case .listLensReviewImprovements:
      "Well-Architected risks (list-lens-review-improvements)"
    }
  }
}
