import JSON

/// Findings in a service's own format, which look like Security Hub's at first sight; they are known
/// and not read.
enum ForeignFormat {
  private static let inspector = "Amazon Inspector findings (list-findings)"
  private static let guardDuty = "Amazon GuardDuty findings (get-findings)"
  private static let macie = "Amazon Macie findings (get-findings)"
  private static let analyzer = "IAM Access Analyzer findings (list-findings)"

  /// The name of the format of an element in a list of findings; nil when it is not known.
  static func name(of element: JSONValue) -> String? {
    if element["ProductArn"] != nil { return nil }
    if element["findingArn"] != nil { return inspector }
    if element["Service", "DetectorId"] != nil { return guardDuty }
    if element["classificationDetails"] != nil || element["resourcesAffected"] != nil {
      return macie
    }
    if element["analyzedAt"] != nil { return analyzer }
    return nil
  }

  /// Whether an element is a finding in the Open Cybersecurity Schema Framework.
  static func isOCSF(_ element: JSONValue) -> Bool {
    element["class_uid"] != nil || element["Id"] == nil && element["finding_info"] != nil
  }
}
