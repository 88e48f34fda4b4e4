/// Invented findings, as JSON text.
enum Sample {
  /// A consolidated finding; a field given replaces the usual one, and an empty text removes it.
  static func finding(_ changes: [String: String] = [:]) -> String {
    var fields = [
      "SchemaVersion": #""2018-10-08""#,
      "Id": #""arn:aws:securityhub:eu-west-1:111122223333:security-control/IAM.3/finding/f1""#,
      "ProductArn": #""arn:aws:securityhub:eu-west-1::product/aws/securityhub""#,
      "GeneratorId": #""security-control/IAM.3""#,
      "AwsAccountId": #""111122223333""#,
      "Region": #""eu-west-1""#,
      "CreatedAt": #""2026-10-01T00:00:00.000Z""#,
      "UpdatedAt": #""2026-11-01T12:00:00.000Z""#,
      "Severity": #"{"Label":"MEDIUM"}"#,
      "Title": #""IAM users' access keys should be rotated""#,
      "Resources": #"[{"Type":"AwsIamUser","Id":"arn:aws:iam::111122223333:user/ada"}]"#,
      "Compliance": #"{"Status":"FAILED","SecurityControlId":"IAM.3"}"#,
      "RecordState": #""ACTIVE""#,
      "Workflow": #"{"Status":"NEW"}"#,
    ]
    for (key, value) in changes { fields[key] = value.isEmpty ? nil : value }
    let members = fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
    return "{\(members.joined(separator: ","))}"
  }

  /// The answer of get-findings.
  static func export(_ findings: String..., token: String? = nil) -> String {
    let end = token.map { ",\"NextToken\":\"\($0)\"" } ?? ""
    return "{\"Findings\":[\(findings.joined(separator: ","))]\(end)}"
  }

  /// The answer of describe-hub: evidence without a record.
  static let hub =
    #"{"HubArn":"arn:aws:securityhub:eu-west-1:111122223333:hub/default"}"#

  /// An event of EventBridge around findings.
  static func event(_ type: String, _ findings: String...) -> String {
    """
    {"version":"0","id":"e1","detail-type":"\(type)","source":"aws.securityhub",\
    "account":"111122223333","time":"2026-11-01T00:00:00Z","region":"eu-west-1","resources":[],\
    "detail":{"actionName":"x","findings":[\(findings.joined(separator: ","))]}}
    """
  }
}
