import AssessmentInput
import AssessmentModel

/// Invented outputs of Trusted Advisor, as JSON text, and the checks that are known before.
enum AdvisorSample {
  static let checks = [
    TrustedAdvisorCheck(
      id: "HCP4007jGY", name: "Security Groups - Specific Ports Unrestricted",
      columns: [
        "Region", "Security Group Name", "Security Group ID", "Protocol", "Status", "Ports",
      ], arns: ["arn:{partition}:ec2:{region}:{account}:security-group/{Security Group ID}"]),
    TrustedAdvisorCheck(
      id: "rSs93HQwa1", name: "Amazon RDS Public Snapshots",
      columns: ["Status", "Region", "DB Instance or Cluster ID", "Snapshot ID"],
      arns: [
        "arn:{partition}:rds:{region}:{account}:snapshot:{Snapshot ID}",
        "arn:{partition}:rds:{region}:{account}:cluster-snapshot:{Snapshot ID}",
      ]),
    TrustedAdvisorCheck(
      id: "Pfx0RwqBli", name: "Amazon S3 Bucket Permissions",
      columns: ["Region Name", "Region API Parameter", "Bucket Name", "Status"],
      arns: ["arn:{partition}:s3:::{Bucket Name}"]),
    TrustedAdvisorCheck(id: "zXCkfM1nI3", name: "IAM Use", columns: []),
  ]

  static let root = "arn:aws:iam::111122223333:root"

  /// The output of describe-trusted-advisor-check-result.
  static func result(
    _ check: String = "HCP4007jGY", _ status: String = "error", flagged: Int? = nil,
    time: String = "2026-11-20T08:00:00Z", rows: String...
  ) -> String {
    let count = flagged.map { #","resourcesSummary":{"resourcesFlagged":\#($0)}"# } ?? ""
    return """
      {"result":{"checkId":"\(check)","timestamp":"\(time)","status":"\(status)"\(count),\
      "flaggedResources":[\(rows.joined(separator: ","))]}}
      """
  }

  /// A row; `cells` is the JSON of its metadata.
  static func row(
    _ status: String = "error", region: String? = "eu-west-1", suppressed: Bool = false,
    cells: String? = #"["eu-west-1","web","sg-1","tcp","Red","22"]"#
  ) -> String {
    let place = region.map { #","region":"\#($0)""# } ?? ""
    let metadata = cells.map { #","metadata":\#($0)"# } ?? ""
    return """
      {"status":"\(status)"\(place),"resourceId":"digest-1","isSuppressed":\(suppressed)\(metadata)}
      """
  }

  static let arn = "arn:aws:trustedadvisor::111122223333:recommendation/r1"

  /// An element of list-recommendations.
  static func recommendation(
    _ status: String = "error", check: String = "HCP4007jGY", arn: String = arn, more: String = ""
  ) -> String {
    """
    {"id":"r1","arn":"\(arn)","name":"A name","status":"\(status)",\
    "checkArn":"arn:aws:trustedadvisor:::check/\(check)",\
    "lastUpdatedAt":"2026-11-20T08:00:00Z"\(more)}
    """
  }

  /// An element of list-recommendation-resources.
  static func resource(
    _ status: String = "error", id: String = "web", region: String = "eu-west-1",
    metadata: String = #"{"0":"eu-west-1","1":"web","2":"sg-1","3":"tcp","4":"Red","5":"22"}"#,
    recommendation: String = arn, more: String = ""
  ) -> String {
    """
    {"id":"digest-1","arn":"arn:aws:trustedadvisor::111122223333:recommendation-resource/r1/d1",\
    "awsResourceId":"\(id)","regionCode":"\(region)","status":"\(status)","metadata":\(metadata),\
    "lastUpdatedAt":"2026-11-19T08:00:00Z","recommendationArn":"\(recommendation)"\(more)}
    """
  }

  /// An event of EventBridge.
  static func event(
    _ status: String = "ERROR", check: String = "Security Groups – Specific Ports Unrestricted",
    account: String = #""111122223333""#, resource: String = "",
    item: String = """
    {"Status":"Red","Region":"eu-west-1","Security Group ID":"sg-1","Protocol":"tcp","Ports":"22",\
    "Security Group Name":"web","Nothing":null}
    """
  ) -> String {
    """
    {"version":"0","detail-type":"Trusted Advisor Check Item Refresh Notification",\
    "source":"aws.trustedadvisor","account":\(account),"time":"2026-11-21T08:00:00Z",\
    "region":"us-east-1","resources":[],"detail":{"check-name":"\(check)",\
    "check-item-detail":\(item),"status":"\(status)","resource_id":"\(resource)","uuid":"u1"}}
    """
  }
}

extension ReadResult {
  /// `status account region resource`, with `byrule`, `event` and `suppressed`, of each row; a `-`
  /// stands for nothing.
  var advisorRows: [String] {
    evidence.records.rows.map { row in
      func text(_ id: StringID) -> String { id.isNone ? "-" : self[id] }
      let marks = [
        row.form == .byRule ? "byrule" : "", row.isListed ? "" : "event",
        row.isSuppressed ? "suppressed" : "",
      ].filter { !$0.isEmpty }
      return
        (["\(row.status)", text(row.account), text(row.region), text(row.resource)] + marks)
        .joined(separator: " ")
    }
  }

  /// The check ids of all rows.
  var advisorChecks: [CheckReference] { evidence.records.rows.map(reference) }
}
