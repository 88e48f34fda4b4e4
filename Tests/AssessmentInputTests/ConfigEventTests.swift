import AssessmentInput
import AssessmentModel
import Testing

@Suite("Single results that AWS Config announces")
struct ConfigEventTests {
  private static let result = """
    {"evaluationResultIdentifier":{"evaluationResultQualifier":{"configRuleName":"r",\
    "resourceType":"AWS::S3::Bucket","resourceId":"b"}},"complianceType":"NON_COMPLIANT",\
    "resultRecordedTime":"2026-11-20T10:11:12.000Z","annotation":"why"}
    """

  private static func change(_ result: String) -> String {
    """
    {"awsAccountId":"444455556666","awsRegion":"us-east-2","configRuleName":"r",\
    "messageType":"ComplianceChangeNotification","newEvaluationResult":\(result)}
    """
  }

  private static func event(_ type: String, _ detail: String) -> String {
    #"{"detail-type":"\#(type)","source":"aws.config","detail":\#(detail)}"#
  }

  private static func notification(_ message: String) -> String {
    #"{"Type":"Notification","TopicArn":"arn:aws:sns:us-east-2:444455556666:t","Message":\#(message)}"#
  }

  static let changes = [
    event("Config Rules Compliance Change", change(result)), notification(change(result)),
    notification("\"" + change(result).replacing("\"", with: "\\\"") + "\""),
  ]

  @Test("A change of compliance is a result that replaces no list", arguments: changes)
  func reads(text: String) throws {
    let result = readingConfig(["x.json": text])
    #expect(result.failureLines == [] && result.warningLines == [])
    #expect(result.evidence.files.map(\.kind) == ["AWS Config result (compliance change)"])
    #expect(result.configLines == ["r failed 444455556666 us-east-2 arn:aws:s3:::b"])
    let row = try #require(result.evidence.records.rows.first)
    #expect(!row.isListed && result[row.reason] == "why")
    #expect(Instant(seconds: row.updated).rfc3339 == "2026-11-20T10:11:12Z")
  }

  @Test("A resource that is gone leaves no result; other events are no evidence")
  func countsOthers() {
    let texts = [
      (
        Self.event("Config Rules Compliance Change", Self.change("null")),
        "AWS Config result (compliance change)"
      ),
      (
        Self.event("Config Configuration Item Change", #"{"messageType":"x"}"#),
        "Config Configuration Item Change, no evidence"
      ),
    ]
    for (text, kind) in texts {
      let result = readingConfig(["x.json": text])
      #expect(result.evidence.files.map(\.kind) == [kind])
      #expect(result.evidence.files.map(\.metadata) == [1] && result.configLines == [])
    }
  }

  @Test("Notifications about other things are named as not read")
  func namesOthers() {
    for message in ["\"hello\"", "{}"] {
      let result = readingConfig(["x.json": Self.notification(message), "y.json": "[]"])
      #expect(
        result.listing.first?.kind == "Amazon SNS notifications (not read by this version)")
    }
  }
}
