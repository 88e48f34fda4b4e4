/// The fields of a finding that are read: one of them that is there twice with different values
/// makes it malformed; twice anything else changes nothing.
enum ReadFields {
  /// How many objects in each other hold fields that are read, such as
  /// `/FindingProviderFields/Severity/Label`.
  static let depth = 3

  private static let top: Set = [
    "Id", "ProductArn", "ProductName", "GeneratorId", "AwsAccountId", "Region", "CreatedAt",
    "UpdatedAt", "FirstObservedAt", "LastObservedAt", "Title", "Severity", "FindingProviderFields",
    "Compliance", "RecordState", "Workflow", "Note", "Remediation", "ProductFields", "Resources",
    // OCSF.
    "class_uid", "finding_info", "metadata", "compliance", "cloud", "resources", "severity",
    "severity_id", "status", "status_id", "status_code", "status_detail", "comment", "time",
    "time_dt", "event_time", "event_code", "remediation", "finding", "resource", "message",
  ]
  /// Large fields of which little is read.
  private static let inner: [String: Set<String>] = [
    "FindingProviderFields": ["Severity"],
    "ProductFields": [
      "ControlId", "RuleId", "StandardsArn", "StandardsGuideArn", "StandardsControlArn",
      "ProviderName", "aws/securityhub/ProductName", "aws/securityhub/annotation",
    ],
    "Resources": ["Id", "Type", "Region", "Partition"],
    "resources": ["uid", "uid_alt", "name", "type", "region", "owner", "cloud_partition"],
  ]

  /// Whether the value at a path of keys and indexes is read, or anything in it.
  static func contain(_ path: [String]) -> Bool {
    guard let field = path.first, top.contains(field) else { return false }
    let rest = path.dropFirst(field.lowercased() == "resources" ? 2 : 1)
    guard let known = inner[field], let name = rest.first else { return true }
    return known.contains(name)
  }
}
