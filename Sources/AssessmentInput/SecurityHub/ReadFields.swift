/// The fields of a record that are read: one of them that is there twice with different values makes
/// it malformed; anything else twice changes nothing.
struct ReadFields {
  /// How many objects in each other hold fields that are read.
  let depth: Int
  private let top: Set<String>
  /// Large fields of which little is read; of a list what is read of its elements.
  private let inner: [String: Set<String>]
  private let lists: Set<String>

  /// The AWS Security Finding Format, to `/FindingProviderFields/Severity/Label`.
  static let asff = ReadFields(
    depth: 3,
    top: [
      "Id", "ProductArn", "ProductName", "GeneratorId", "AwsAccountId", "Region", "CreatedAt",
      "UpdatedAt", "FirstObservedAt", "LastObservedAt", "Title", "Severity",
      "FindingProviderFields", "Compliance", "RecordState", "Workflow", "Note", "Remediation",
      "ProductFields", "Resources",
    ],
    inner: [
      "FindingProviderFields": ["Severity"],
      "ProductFields": [
        "ControlId", "RuleId", "StandardsArn", "StandardsGuideArn", "StandardsControlArn",
        "ProviderName", "aws/securityhub/ProductName", "aws/securityhub/annotation",
      ],
      "Resources": ["Id", "Type", "Region", "Partition"],
    ],
    lists: ["Resources"])

  /// OCSF, to `/resources/0/owner/account/uid`.
  static let ocsf = ReadFields(
    depth: 4,
    top: [
      "class_uid", "cloud", "cloud_partition", "comment", "compliance", "event_time", "finding",
      "finding_info", "message", "metadata", "remediation", "resource", "resources", "severity",
      "severity_id", "state", "state_id", "status", "status_code", "status_detail", "status_id",
      "time", "time_dt", "type", "unmapped",
    ],
    inner: [
      "metadata": ["product", "event_code"],
      "resources": ["uid", "uid_alt", "name", "type", "region", "cloud_partition", "owner"],
      "resource": ["uid", "uid_alt", "name", "type", "region", "cloud_partition", "owner"],
      "unmapped": [
        "RecordState", "provider", "ProductFields.ControlId", "ProductFields.RuleId",
        "ProductFields.StandardsArn", "ProductFields.StandardsGuideArn",
        "ProductFields.StandardsControlArn",
      ],
    ],
    lists: ["resources"])

  /// Whether the value at a path of keys and indexes is read, or anything in it.
  func contain(_ path: [String]) -> Bool {
    guard let field = path.first, top.contains(field) else { return false }
    let rest = path.dropFirst(lists.contains(field) ? 2 : 1)
    guard let known = inner[field], let name = rest.first else { return true }
    return known.contains(name)
  }
}
