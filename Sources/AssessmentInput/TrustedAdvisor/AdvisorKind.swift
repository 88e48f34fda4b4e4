import JSON

/// The outputs of Trusted Advisor, of both of its APIs; the raw value is the member that tells them.
enum AdvisorKind: String, CaseIterable {
  // The Support API.
  case checks, result, summaries, statuses
  // Trusted Advisor's own API.
  case checkSummaries, recommendationSummaries, recommendation, recommendationResourceSummaries
  case organizationRecommendationSummaries, organizationRecommendation
  case organizationRecommendationResourceSummaries, accountRecommendationLifecycleSummaries

  /// The kind of an object; other tools use the same plain words, so `fits` must hold, too.
  init?(_ shape: JSONShape) {
    guard let kind = Self.allCases.first(where: { shape.member($0.rawValue, $0.form) != nil })
    else { return nil }
    self = kind
  }

  private var form: JSONValue.Kind {
    switch self {
    case .result, .recommendation, .organizationRecommendation: .object
    default: .array
    }
  }

  /// A member of the value, or of its first element, that must be there.
  private var marker: String {
    switch self {
    case .checks: "category"
    case .result, .summaries, .statuses: "checkId"
    case .checkSummaries: "id"
    case .accountRecommendationLifecycleSummaries: "accountRecommendationArn"
    default: "arn"
    }
  }

  /// Whether a document is what its member says.
  func fits(_ document: JSONValue) -> Bool {
    guard let value = document[rawValue] else { return false }
    let inner = value.kind == .array ? value.elements.first { _ in true } : value
    return inner.map { $0[marker] != nil } ?? true
  }

  /// What a file of it is called.
  var name: String {
    let command =
      switch self {
      case .checks: "checks (describe-trusted-advisor-checks), names only"
      case .result: "result (describe-trusted-advisor-check-result)"
      case .summaries: "colours (describe-trusted-advisor-check-summaries)"
      case .statuses: "refresh statuses, no evidence"
      case .checkSummaries: "checks (list-checks), names only"
      case .recommendationSummaries: "colours (list-recommendations)"
      case .recommendation: "colour (get-recommendation)"
      case .recommendationResourceSummaries: "results (list-recommendation-resources)"
      case .organizationRecommendationSummaries:
        "recommendations (list-organization-recommendations), names only"
      case .organizationRecommendation:
        "recommendation (get-organization-recommendation), names only"
      case .organizationRecommendationResourceSummaries:
        "results (list-organization-recommendation-resources)"
      case .accountRecommendationLifecycleSummaries:
        "recommendations by account, no evidence"
      }
    return "Trusted Advisor \(command)"
  }
}
