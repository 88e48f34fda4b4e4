import JSON

/// Findings in a service's own format, which look like Security Hub's at first sight.
enum ForeignFormat {
  private static let inspector = "Amazon Inspector's own list-findings"
  private static let guardDuty = "Amazon GuardDuty's own get-findings"
  private static let macie = "Amazon Macie's own get-findings"
  private static let analyzer = "IAM Access Analyzer's own list-findings"

  /// The name of the format of an element in a list of findings; nil when it is not known.
  static func name(of element: JSONValue) -> String? {
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
