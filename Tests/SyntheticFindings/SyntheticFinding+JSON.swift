extension SyntheticFinding {
  /// The finding in the AWS Security Finding Format, on one line; about 2.9 KB.
  ///
  /// It has all members that Security Hub writes, so that a reader has as much to pass over as in a
  /// real export. Nothing in it needs escaping.
  package var json: String {
    let product = "arn:aws:securityhub:\(region)::product/aws/securityhub"
    let shown = status == "PASSED" ? "INFORMATIONAL" : control.severity
    let seen = updated.text
    let type = #"["Software and Configuration Checks/Industry and Regulatory Standards"]"#
    let severity = #""Label": "\#(shown)", "Original": "\#(shown)""#
    return """
      {"SchemaVersion": "2018-10-08", "Id": "\(id)", "ProductArn": "\(product)", \
      "ProductName": "Security Hub", "CompanyName": "AWS", "Region": "\(region)", \
      "GeneratorId": "\(generator)", "AwsAccountId": "\(account)", \
      "AwsAccountName": "workload-\(account.suffix(4))", "Types": \(type), \
      "FirstObservedAt": "\(updated.earlier(byHours: 700).text)", "LastObservedAt": "\(seen)", \
      "CreatedAt": "\(updated.earlier(byHours: 700).text)", "UpdatedAt": "\(seen)", \
      "ProcessedAt": "\(seen)", \
      "Severity": {\(severity), "Normalized": \(Self.normalized(shown))}, \
      "Title": "\(title)", "Description": "This control looks at \(name) and checks the following: \
      \(control.title). It fails where the resource does not meet this, and passes where it does.", \
      "Remediation": {"Recommendation": {"Text": "For information on how to correct this issue, \
      consult the AWS Security Hub controls documentation.", \
      "Url": "https://docs.aws.amazon.com/console/securityhub/\(control.id)/remediation"}}, \
      "ProductFields": {\(productFields)"RelatedAWSResources:0/name": \
      "securityhub-\(control.configRule)-\(uuid.prefix(8))", \
      "RelatedAWSResources:0/type": "AWS::Config::ConfigRule", \
      "aws/securityhub/ProductName": "Security Hub", "aws/securityhub/CompanyName": "AWS", \
      "Resources:0/Id": "\(resource)", "aws/securityhub/FindingId": "\(product)/\(id)"}, \
      "Resources": [\(resourceObject)], "Compliance": {"Status": "\(status)", \
      "SecurityControlId": "\(control.id)", "RelatedRequirements": ["NIST.800-53.r5 AC-2(1)", \
      "NIST.800-53.r5 AC-3(15)", "NIST.800-53.r5 CM-2", "PCI DSS v4.0.1/8.3.9"], \
      "AssociatedStandards": [\
      {"StandardsId": "standards/aws-foundational-security-best-practices/v/1.0.0"}, \
      {"StandardsId": "standards/nist-800-53/v/5.0.0"}]}, "WorkflowState": "NEW", \
      "Workflow": {"Status": "\(workflow)"}, \
      "RecordState": "\(isArchived ? "ARCHIVED" : "ACTIVE")", \
      "FindingProviderFields": {"Severity": {\(severity)}, "Types": \(type)}}
      """
  }

  private var generator: String {
    switch form {
    case .consolidated: "security-control/\(control.id)"
    case .perStandard(let standard): "\(standard)/\(control.id)"
    }
  }

  /// A standard's own findings begin their titles with the control.
  private var title: String {
    form == .consolidated ? control.title : "\(control.id) \(control.title)"
  }

  /// What only a standard's own findings have.
  private var productFields: String {
    guard case .perStandard(let standard) = form else { return "" }
    let place = "arn:aws:securityhub:\(region):\(account)"
    return """
      "StandardsArn": "arn:aws:securityhub:::standards/\(standard)", \
      "StandardsSubscriptionArn": "\(place):subscription/\(standard)", \
      "ControlId": "\(control.id)", \
      "StandardsControlArn": "\(place):control/\(standard)/\(control.id)", 
      """
  }

  private var resourceObject: String {
    let parts = name.split(separator: "-")
    return """
      {"Type": "\(control.kind.type)", "Id": "\(resource)", "Partition": "aws", \
      "Region": "\(region)", "Tags": {"owner": "team-\(parts[1])", "stage": "\(parts[0])", \
      "cost-centre": "cc-\(account.suffix(3))"}, "Details": {"Other": {"name": "\(name)", \
      "created": "\(updated.earlier(byHours: 2000).text)", \
      "configurationItemStatus": "OK", "configurationStateId": "\(uuid.prefix(13))"}}}
      """
  }

  private static func normalized(_ label: String) -> Int {
    switch label {
    case "CRITICAL": 90
    case "HIGH": 70
    case "MEDIUM": 40
    case "LOW": 1
    default: 0
    }
  }
}
