import AssessmentInput
import AssessmentModel
import EmbeddedFiles
import Testing

@testable import SOReport

/// Outputs that support answers which no check can see.
@Suite struct SupportingEvidenceTests {
  /// The least output of each command.
  private static let outputs = [
    "aws account get-alternate-contact":
      #"{"AlternateContact":{"AlternateContactType":"BILLING","Name":"n"}}"#,
    "aws account get-contact-information": #"{"ContactInformation":{"FullName":"n"}}"#,
    "aws sso-admin list-instances": #"{"Instances":[{"InstanceArn":"arn:aws:sso:::instance/i"}]}"#,
    "aws iam list-saml-providers":
      #"{"SAMLProviderList":[{"Arn":"arn:aws:iam::111122223333:saml-provider/p"}]}"#,
    "aws ec2 describe-vpcs": #"{"Vpcs":[]}"#,
    "aws ssm describe-sessions": #"{"Sessions":[{"SessionId":"s"}]}"#,
    "aws ce get-anomaly-monitors": #"{"AnomalyMonitors":[{"MonitorArn":"a"}]}"#,
    "aws ce get-anomaly-subscriptions": #"{"AnomalySubscriptions":[{"SubscriptionArn":"a"}]}"#,
    "aws cloudwatch describe-alarms": #"{"MetricAlarms":[{"AlarmArn":"a"}],"CompositeAlarms":[]}"#,
    "aws budgets describe-budgets": #"{"Budgets":[{"BudgetName":"b"}]}"#,
  ]

  private func file(of text: String) throws -> EvidenceFile {
    let disk = FileAccess(
      kind: { $0 == "x.json" ? .file : nil }, list: { _ in [] }, bytes: { _ in Array(text.utf8) })
    let result = EvidenceReader.read(
      EvidenceRequest(inputs: ["x.json"]), disk: disk, objectives: [])
    return try #require(result.evidence.files.first)
  }

  @Test("The output of every command that a question names is recognised and tied to it")
  func recognises() throws {
    let catalogue = try FileSet.catalogue(of: FileSet())
    let all = catalogue.objectives.flatMap(\.supporting)
    #expect(all.count >= 10)
    for evidence in all {
      let command = evidence.command.split(separator: " ").prefix(3).joined(separator: " ")
      let output = try #require(Self.outputs[command], "\(command)")
      #expect(try file(of: output).kind == evidence.outputKind, "\(command)")
      #expect(catalogue.lens.question(evidence.question) != nil)
    }
  }

  @Test("Another tool's file with the same plain word is not taken for it")
  func refuses() throws {
    let other = #"{"Sessions":[{"name":"x"}]}"#
    let disk = FileAccess(
      kind: { $0 == "x.json" ? .file : nil }, list: { _ in [] }, bytes: { _ in Array(other.utf8) })
    let result = EvidenceReader.read(
      EvidenceRequest(inputs: ["x.json"]), disk: disk, objectives: [])
    #expect(result.failures.contains { $0.reason == .invalid })
  }
}
