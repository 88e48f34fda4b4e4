/// Invented records in OCSF, as JSON text; a member given replaces the usual one, and an empty text
/// removes it.
enum OCSFSample {
  /// The id that Security Hub gives one finding in both of its formats.
  static let id = "arn:aws:securityhub:eu-west-1:111122223333:security-control/IAM.3/finding/f1"
  /// 2026-11-01T12:00:00Z in milliseconds, as AWS writes it.
  static let milliseconds = "1793534400000"
  /// 2026-11-01T12:00:00Z in seconds, as Prowler writes it.
  static let seconds = "1793534400"

  /// A result of a control.
  static func control(_ changes: [String: String] = [:]) -> String {
    record(
      [
        "class_uid": "2003",
        "cloud": #"{"account":{"uid":"111122223333"},"provider":"AWS","region":"eu-west-1"}"#,
        "compliance": #"{"control":"IAM.3","status":"Fail","status_id":3}"#,
        "finding_info": info(),
        "metadata": metadata("securityhub", "Security Hub"),
        "resources":
          #"[{"type":"AWS::IAM::User","uid":"arn:aws:iam::111122223333:user/ada"}]"#,
        "severity": #""Medium""#, "severity_id": "3", "status": #""New""#, "status_id": "1",
        "time": milliseconds,
      ], changes)
  }

  static func info(_ changes: [String: String] = [:]) -> String {
    record(
      [
        "uid": "\"\(id)\"", "title": #""Access keys should be rotated""#,
        "created_time": "1790812800000", "first_seen_time": "1788220800000",
        "modified_time": milliseconds, "last_seen_time": milliseconds,
      ], changes)
  }

  static func metadata(_ product: String, _ name: String) -> String {
    """
    {"version":"1.6.0","product":{"vendor_name":"AWS","name":"\(name)",\
    "uid":"arn:aws:securityhub:eu-west-1::productv2/aws/\(product)"}}
    """
  }

  /// What Security Hub says of its own coverage.
  static let coverage = control([
    "compliance": #"{"status":"Pass","status_id":1,"assessments":[{"category":"Coverage"}]}"#,
    "metadata": metadata("securityhub-coverage", "Security Hub Coverage"),
  ])

  /// A result of Prowler 5.
  static func prowler(_ changes: [String: String] = [:]) -> String {
    record(
      [
        "class_uid": "2004",
        "cloud": #"{"account":{"uid":"111122223333"},"provider":"aws","region":"eu-west-1"}"#,
        "finding_info": """
        {"uid":"prowler-aws-iam_root_mfa_enabled-111122223333-eu-west-1-<root_account>",\
        "title":"Root has MFA","created_time":\(seconds),\
        "created_time_dt":"2026-11-01T14:00:00.913874"}
        """,
        "metadata": """
        {"event_code":"iam_root_mfa_enabled","version":"1.4.0","product":{"name":"Prowler",\
        "uid":"prowler","vendor_name":"Prowler","version":"5.0.0"}}
        """,
        "resources": """
        [{"uid":"arn:aws:iam::111122223333:root","type":"AwsIamUser","region":"eu-west-1",\
        "cloud_partition":"aws","name":"<root_account>"}]
        """,
        "severity": #""Critical""#, "severity_id": "5", "status": #""New""#, "status_id": "1",
        "status_code": #""FAIL""#, "status_detail": #""MFA is not enabled for root account.""#,
        "time": seconds, "time_dt": #""2026-11-01T14:00:00.913874""#,
      ], changes)
  }

  private static func record(_ usual: [String: String], _ changes: [String: String]) -> String {
    var fields = usual
    for (key, value) in changes { fields[key] = value.isEmpty ? nil : value }
    let members = fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
    return "{\(members.joined(separator: ","))}"
  }
}
