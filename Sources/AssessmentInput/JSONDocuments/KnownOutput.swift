import JSON

/// An output that is known by one member and that is no evidence, or not read by this version.
struct KnownOutput {
  private enum Use {
    /// Carries no results.
    case none
    /// Carries no results; the elements of its list are counted.
    case counted
    /// Carries results that this version does not read.
    case unsupported
  }

  private let name: String
  private let member: String
  private let use: Use

  private init(_ member: String, _ name: String, _ use: Use = .none) {
    self.member = member
    self.name = name
    self.use = use
  }

  /// The output that has these members; nil when there is none.
  init?(_ shape: JSONShape) {
    if shape.has("$schema", "properties") || shape.has("$schema", "$defs") {
      self.init("$schema", "JSON Schema")
      return
    }
    guard let known = Self.all.first(where: { shape.has($0.member) }) else { return nil }
    self = known
  }

  /// The kind of a document of this output.
  func kind(_ shape: JSONShape) -> DocumentKind {
    switch use {
    case .none: .metadata(name: name, counted: nil)
    case .counted: .metadata(name: name, counted: shape.member(member, .array))
    case .unsupported: .unsupported(name: name)
    }
  }

  private static let config = "AWS Config results"
  private static let advisor = "Trusted Advisor results"
  private static let ocsf = "OCSF findings"

  private static let all = securityHub + awsConfig + trustedAdvisor + others

  private static let securityHub = [
    KnownOutput("ProcessedFindings", "Security Hub reply (batch-update-findings)", .counted),
    KnownOutput("FailedFindings", "Security Hub reply (batch-import-findings)", .counted),
    KnownOutput("SecurityControlDefinitions", "Security Hub list-security-control-definitions"),
    KnownOutput("SecurityControlDefinition", "Security Hub get-security-control-definition"),
    KnownOutput("HubArn", "Security Hub describe-hub"),
    KnownOutput("Standards", "Security Hub describe-standards"),
    KnownOutput("FindingAggregatorArn", "Security Hub finding aggregator"),
    KnownOutput("FindingAggregators", "Security Hub list-finding-aggregators"),
    KnownOutput("Records", "Security Hub get-finding-history"),
    KnownOutput("InsightResults", "Security Hub get-insight-results"),
    KnownOutput("Insights", "Security Hub get-insights"),
  ]

  private static let awsConfig = [
    "ComplianceByConfigRules", "ComplianceByResources", "EvaluationResults",
    "AggregateComplianceByConfigRules", "AggregateEvaluationResults", "ConfigRules",
    "ConformancePackRuleComplianceList", "ConformancePackRuleEvaluationResults",
    "conformancePackRuleComplianceList", "conformancePackRuleEvaluationResults",
    "ConfigRulesEvaluationStatus", "ComplianceSummary", "ComplianceSummariesByResourceType",
    "configurationItems", "QueryInfo",
  ].map { KnownOutput($0, config, .unsupported) }

  private static let trustedAdvisor = [
    "checks", "summaries", "statuses", "result", "checkSummaries", "recommendationSummaries",
    "recommendationResourceSummaries", "recommendation", "organizationRecommendation",
    "organizationRecommendationSummaries", "organizationRecommendationResourceSummaries",
    "accountRecommendationLifecycleSummaries", "TrustedAdvisorCheckId", "DetailType",
  ].map { KnownOutput($0, advisor, .unsupported) }

  private static let others = [
    KnownOutput("class_uid", ocsf, .unsupported),
    KnownOutput("finding_info", ocsf, .unsupported),
    KnownOutput("TopicArn", "Amazon SNS notifications", .unsupported),
    KnownOutput("WorkloadSummaries", "Well-Architected list-workloads"),
    KnownOutput("LensReviewReport", "Well-Architected get-lens-review-report"),
    KnownOutput("LensReviewSummaries", "Well-Architected list-lens-reviews"),
    KnownOutput("LensSummaries", "Well-Architected list-lenses"),
    KnownOutput("Metrics", "Well-Architected get-consolidated-report"),
    KnownOutput("reconciliation", "report of so-report"),
  ]
}
