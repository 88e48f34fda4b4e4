import AssessmentModel
import JSON

/// An output that is known by one member and that is no evidence, or not read by this version.
struct KnownOutput {
  private enum Use {
    /// Carries no results.
    case none
    /// Carries no results; the elements of its list are counted.
    case counted
    /// Carries no results, and supports what a person answered.
    case supporting
    /// Carries results that this version does not read.
    case unsupported
  }

  /// What a file of it is called.
  let name: String
  private let member: String
  private let use: Use
  /// A key of the member's value, or of its first element, that must be there.
  private let marker: String?

  private init(_ member: String, _ name: String, _ use: Use = .none, marker: String? = nil) {
    self.member = member
    self.name = name
    self.use = use
    self.marker = marker
  }

  /// The output that has these members; nil when there is none.
  init?(_ shape: JSONShape) {
    if shape.has("$schema", "properties") || shape.has("$schema", "$defs") {
      self.init("$schema", "JSON Schema")
      return
    }
    if shape["Tags"] != nil, shape.keys.isSubset(of: ["Tags", "NextToken"]) {
      self.init("Tags", "tags of a resource that they do not name", marker: "Key")
      return
    }
    guard let known = Self.all.first(where: { shape.has($0.member) }) else { return nil }
    self = known
  }

  /// What the report calls a file of it.
  var kind: String {
    use == .supporting ? SupportingEvidence.kind(of: name) : "\(name), no evidence"
  }

  /// Whether it holds results that this version does not read.
  var isUnsupported: Bool { use == .unsupported }

  /// Whether it is a notification, whose message may be a result of AWS Config.
  var isNotification: Bool { member == Self.notification }

  /// Whether a document is what its member says; other tools use the same plain words.
  func fits(_ document: JSONValue) -> Bool {
    guard let marker, let value = document[member] else { return true }
    let inner = value.kind == .array ? value.elements.first { _ in true } : value
    return inner.map { $0[marker] != nil } ?? true
  }

  /// How many elements without a result the document has.
  func count(in document: JSONValue) -> Int {
    guard use == .counted else { return 0 }
    let list = document[member]
    if list?.kind == .object { return 1 }
    return list?.elements.reduce(0) { count, _ in count + 1 } ?? 0
  }

  // MARK: The outputs

  private static let notification = "TopicArn"

  private static let all = securityHub + awsConfig + others + supporting

  private static let securityHub = [
    KnownOutput("ProcessedFindings", "Security Hub reply (batch-update-findings)", .counted),
    KnownOutput("FailedFindings", "Security Hub reply (batch-import-findings)", .counted),
    KnownOutput("HubV2Arn", "Security Hub describe-security-hub-v2"),
    KnownOutput("Standards", "Security Hub describe-standards", marker: "StandardsArn"),
    KnownOutput("FindingAggregatorArn", "Security Hub finding aggregator"),
    KnownOutput("FindingAggregators", "Security Hub list-finding-aggregators"),
    KnownOutput("Records", "Security Hub get-finding-history", marker: "FindingIdentifier"),
  ]

  private static let awsConfig = [
    KnownOutput(
      "ComplianceSummariesByResourceType", "AWS Config get-compliance-summary-by-resource-type",
      .counted),
    KnownOutput(
      "ConformancePackComplianceSummaryList",
      "AWS Config get-conformance-pack-compliance-summary", .counted),
    KnownOutput(
      "AggregateComplianceByConformancePacks",
      "AWS Config describe-aggregate-compliance-by-conformance-packs", .counted),
    KnownOutput(
      "AggregateConformancePackComplianceSummaries",
      "AWS Config get-aggregate-conformance-pack-compliance-summary", .counted),
    KnownOutput(
      "ConformancePackComplianceScores", "AWS Config list-conformance-pack-compliance-scores",
      .counted),
    KnownOutput(
      "AggregateComplianceCounts",
      "AWS Config get-aggregate-config-rule-compliance-summary", .counted),
    KnownOutput("ComplianceSummary", "AWS Config get-compliance-summary-by-config-rule", .counted),
    KnownOutput("ConfigRulesEvaluationStatus", "AWS Config describe-config-rule-evaluation-status"),
    KnownOutput("ConfigurationRecorders", "AWS Config describe-configuration-recorders"),
    KnownOutput(
      "ConfigurationRecordersStatus", "AWS Config describe-configuration-recorder-status"),
    KnownOutput("ConformancePackDetails", "AWS Config describe-conformance-packs"),
    KnownOutput(
      "ConfigurationAggregators", "AWS Config describe-configuration-aggregators"),
    KnownOutput("configurationItems", "AWS Config configuration items"),
    KnownOutput("QueryInfo", "AWS Config select-resource-config"),
  ]

  private static let others = [
    KnownOutput("FindingUniqueId", "Prowler 3 results in its own JSON", .unsupported),
    KnownOutput(notification, "Amazon SNS notifications", .unsupported),
    KnownOutput("Organization", "Organizations describe-organization", marker: "FeatureSet"),
    KnownOutput("Roots", "Organizations list-roots", marker: "Arn"),
    KnownOutput("TemplateArn", "Well-Architected answers of a review template"),
    KnownOutput(
      "TrustedAdvisorCheckId", "Trusted Advisor results in another tool's form", .unsupported),
    KnownOutput("DetailType", "events to be sent to EventBridge"),
    KnownOutput("LensReviewReport", "Well-Architected get-lens-review-report"),
    KnownOutput("Base64String", "Well-Architected get-consolidated-report (PDF)"),
    KnownOutput("LensReviewSummaries", "Well-Architected list-lens-reviews"),
    KnownOutput("LensSummaries", "Well-Architected list-lenses"),
    KnownOutput("CheckSummaries", "Well-Architected list-check-summaries", .unsupported),
    KnownOutput("CheckDetails", "Well-Architected list-check-details", .unsupported),
    KnownOutput("reconciliation", "report of so-report", marker: "outcomes"),
  ]

  /// Outputs that an auditor accepts beside an answer; their contents are not read.
  private static let supporting = [
    ("AlternateContact", "account get-alternate-contact", "AlternateContactType"),
    ("ContactInformation", "account get-contact-information", "FullName"),
    ("Instances", "sso-admin list-instances", "InstanceArn"),
    ("SAMLProviderList", "iam list-saml-providers", "Arn"),
    ("Vpcs", "ec2 describe-vpcs", "VpcId"),
    ("Sessions", "ssm describe-sessions", "SessionId"),
    ("AnomalyMonitors", "ce get-anomaly-monitors", "MonitorArn"),
    ("AnomalySubscriptions", "ce get-anomaly-subscriptions", "SubscriptionArn"),
    ("MetricAlarms", "cloudwatch describe-alarms", "AlarmArn"),
    ("Budgets", "budgets describe-budgets", "BudgetName"),
  ].map { KnownOutput($0.0, "aws \($0.1)", .supporting, marker: $0.2) }
}
