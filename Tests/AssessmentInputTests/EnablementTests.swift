import AssessmentInput
import AssessmentModel
import Testing

@Suite("What is on")
struct EnablementTests {
  private static let place = "arn:aws:securityhub:eu-west-1:111122223333:"

  private static func standards(_ statuses: [(String, String)], token: Bool = false) -> String {
    let items = statuses.map { name, status in
      """
      {"StandardsSubscriptionArn":"\(place)subscription/\(name)",\
      "StandardsArn":"arn:aws:securityhub:eu-west-1::standards/\(name)","StandardsStatus":"\(status)"}
      """
    }
    let end = token ? #","NextToken":"t""# : ""
    return #"{"StandardsSubscriptions":[\#(items.joined(separator: ","))]\#(end)}"#
  }

  private static func controls(_ standard: String, _ statuses: [(String, String)]) -> String {
    let items = statuses.map { id, status in
      #"{"StandardsControlArn":"\#(place)control/\#(standard)/\#(id)","ControlStatus":"\#(status)"}"#
    }
    return #"{"Controls":[\#(items.joined(separator: ","))]}"#
  }

  private static let fsbp = "aws-foundational-security-best-practices/v/1.0.0"

  @Test("A complete list tells the standards that are on; one that is going off is off")
  func readsStandards() throws {
    let text = Self.standards([
      ("pci-dss/v/3.2.1", "READY"), (Self.fsbp, "INCOMPLETE"), ("nist-800-53/v/5.0.0", "DELETING"),
      ("pci-dss/v/4.0.1", "FAILED"), ("cis-aws-foundations-benchmark/v/5.0.0", "PENDING"),
    ])
    let result = reading(["s.json": text])
    #expect(result.failureLines == [])
    let enablement = try #require(result.evidence.enablement.first)
    #expect(enablement.account == "111122223333" && enablement.region == "eu-west-1")
    #expect(
      enablement.standards == [
        "standards/\(Self.fsbp)", "standards/cis-aws-foundations-benchmark/v/5.0.0",
        "standards/pci-dss/v/3.2.1", "standards/pci-dss/v/4.0.1",
      ])
    #expect(result.listing.first?.notes.first == "5 standards, 1 of them off")
  }

  @Test("A list that names a next page is no complete list")
  func knowsIncompleteList() {
    let page = Self.standards([("pci-dss/v/3.2.1", "READY")], token: true)
    #expect(reading(["s.json": page]).evidence.enablement.first?.standards == nil)
    let rest = Self.standards([(Self.fsbp, "READY")])
    let both = reading(["s.json": page, "t.json": rest]).evidence.enablement
    #expect(both.map { $0.standards?.count } == [2])
  }

  @Test("CIS v1.2.0 keeps its own form of name")
  func readsRuleset() {
    let text = """
      {"StandardsSubscriptions":[{"StandardsArn":"arn:aws:securityhub:::ruleset/\
      cis-aws-foundations-benchmark/v/1.2.0","StandardsStatus":"READY","StandardsSubscriptionArn":\
      "\(Self.place)subscription/cis-aws-foundations-benchmark/v/1.2.0"}]}
      """
    #expect(
      reading(["s.json": text]).evidence.enablement.first?.standards
        == ["ruleset/cis-aws-foundations-benchmark/v/1.2.0"])
  }

  @Test("An empty list counts where account and region are given, and else proves nothing")
  func readsEmptyList() {
    let text = #"{"StandardsSubscriptions":[]}"#
    let unplaced = reading(["s.json": text, "t.json": "[]"])
    #expect(unplaced.evidence.enablement.isEmpty)
    #expect(unplaced.evidence.diagnostics.map(\.identifier) == ["unplaced-standards"])
    let placed = reading(["s.json": text], account: "111122223333", region: "eu-west-1")
    #expect(placed.evidence.enablement.map(\.standards) == [[]])
  }

  @Test("A control is off when every standard that is on shows it off")
  func readsControls() throws {
    let on = Self.standards([(Self.fsbp, "READY"), ("pci-dss/v/3.2.1", "READY")])
    let hub = Self.controls(Self.fsbp, [("IAM.3", "DISABLED"), ("IAM.4", "DISABLED")])
    let pci = Self.controls("pci-dss/v/3.2.1", [("PCI.IAM.1", "ENABLED")])
    let all = reading(["a.json": on, "b.json": hub, "c.json": pci])
    #expect(all.evidence.enablement.map(\.disabled) == [["IAM.3"]])
    let withoutOne = reading(["a.json": on, "b.json": hub])
    #expect(withoutOne.evidence.enablement.map(\.disabled) == [[]])
    #expect(reading(["b.json": hub]).evidence.enablement.map(\.disabled) == [[]])
  }

  @Test("Associations and security controls tell controls that are off")
  func readsAssociations() {
    let arn = #""SecurityControlArn":"\#(Self.place)security-control/X""#
    let associations = """
      {"StandardsControlAssociationSummaries":[
      {\(arn),"SecurityControlId":"IAM.3","AssociationStatus":"DISABLED","StandardsArn":"a"},
      {\(arn),"SecurityControlId":"IAM.3","AssociationStatus":"DISABLED","StandardsArn":"b"},
      {\(arn),"SecurityControlId":"IAM.4","AssociationStatus":"DISABLED","StandardsArn":"a"},
      {\(arn),"SecurityControlId":"IAM.4","AssociationStatus":"ENABLED","StandardsArn":"b"}]}
      """
    let controls = """
      {"SecurityControls":[{\(arn),"SecurityControlId":"S3.1","SecurityControlStatus":"DISABLED"}]}
      """
    let result = reading(["a.json": associations, "b.json": controls])
    #expect(result.failureLines == [])
    #expect(result.evidence.enablement.map(\.disabled) == [["IAM.3", "S3.1"]])
    #expect(result.evidence.enablement.map(\.standards) == [nil])
    #expect(result.evidence.files.map(\.records) == [0, 0])
  }
}
