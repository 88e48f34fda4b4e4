import AssessmentModel
import JSON
import LensFormat

/// What a JSON object is, told by its members (facts of the AWS CLI's outputs and of AWS's events).
enum DocumentKind {
  /// A list of findings: the member that holds them, and what the file is called.
  case findings(JSONShape.Member, name: String)
  case finding
  /// An EventBridge event.
  case event(detail: JSONShape.Member)
  /// A recording of the Python SDK around an answer of AWS.
  case recording(data: JSONShape.Member)
  case enablement(EnablementKind)
  /// An output of AWS Config, and the member that holds its list.
  case config(ConfigKind, JSONShape.Member)
  case wellArchitected(WellArchitectedKind)
  case organization(OrganizationKind)
  /// Counts of an insight of Security Hub, or the names of insights.
  case insightResults, insights
  /// Answers in so-report's own form; they are read as YAML, for their lines.
  case offlineAnswers
  case lens
  /// An output of Trusted Advisor, if it fits.
  case advisor(AdvisorKind)
  /// Results of Trusted Advisor in so-report's own form; they are read as YAML, for their lines.
  case offlineAdvisor
  /// Known by one member, and not read as evidence.
  case known(KnownOutput)
}

extension DocumentKind {
  /// Whether it is an envelope, whose own members are looked at one by one.
  var isEnvelope: Bool {
    switch self {
    case .findings, .event, .recording, .config: true
    default: false
    }
  }

  /// The kind of an object; nil when it is none that is known.
  init?(_ shape: JSONShape) {
    if shape.has("detail-type", "detail"), let detail = shape.member("detail", .object) {
      self = .event(detail: detail)
    } else if shape.has("status_code"), let data = shape.member("data", .object) {
      self = .recording(data: data)
    } else if let list = shape.member("Findings", .array) ?? shape.member("findings", .array) {
      self = .findings(list, name: "get-findings")
    } else if Self.isFinding(keys: shape.keys) {
      self = .finding
    } else if let kind = EnablementKind.allCases.first(where: { shape.has($0.rawValue) }) {
      self = .enablement(kind)
    } else if let (kind, list) = ConfigKind.find(in: shape) {
      self = .config(kind, list)
    } else if let kind = WellArchitectedKind(shape) {
      self = .wellArchitected(kind)
    } else if let kind = OrganizationKind(shape) {
      self = .organization(kind)
    } else if shape.member("InsightResults", .object) != nil {
      self = .insightResults
    } else if shape.member("Insights", .array) != nil {
      self = .insights
    } else if shape.member("answers", .array) != nil
      || shape.member("questionResponses", .array) != nil
    {
      self = .offlineAnswers
    } else if LensFormat.isLens(keys: shape.keys) {
      self = .lens
    } else if shape.has(OfflineAdvisorFile.key) {
      self = .offlineAdvisor
    } else if let kind = AdvisorKind(shape) {
      self = .advisor(kind)
    } else if let known = KnownOutput(shape) {
      self = .known(known)
    } else {
      return nil
    }
  }

  /// Whether an object with these members is a finding in Security Hub's format, or a record in
  /// OCSF.
  static func isFinding(keys: Set<String>) -> Bool {
    if keys.contains("class_uid") || keys.contains("finding_info") { return true }
    let telling: Set = [
      "Id", "ProductArn", "GeneratorId", "AwsAccountId", "SchemaVersion", "Resources", "Compliance",
      "Severity", "Types",
    ]
    return keys.intersection(telling).count >= 3
  }
}
