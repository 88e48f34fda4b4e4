import AssessmentInput
import AssessmentModel
import Testing

/// What each output proves, row by row of AWS's facts about coverage.
@Suite("What lists of controls prove")
struct ControlListTests {
  private static let place = "arn:aws:securityhub:eu-west-1:111122223333:"
  private static let fsbp = "aws-foundational-security-best-practices/v/1.0.0"
  private static let pci = "pci-dss/v/3.2.1"

  /// Standards that are on; `more` is what else each entry says.
  private static func standards(
    _ names: String..., more: String = "", token: String? = nil
  ) -> String {
    let items = names.map { name in
      """
      {"StandardsSubscriptionArn":"\(place)subscription/\(name)","StandardsStatus":"READY",\
      "StandardsArn":"arn:aws:securityhub:eu-west-1::standards/\(name)"\(more)}
      """
    }
    let end = token.map { ",\"NextToken\":\"\($0)\"" } ?? ""
    return #"{"StandardsSubscriptions":[\#(items.joined(separator: ","))]\#(end)}"#
  }

  private static func association(_ control: String, _ standard: String, _ status: String) -> String
  {
    """
    {"StandardsArn":"arn:aws:securityhub:eu-west-1::standards/\(standard)",\
    "SecurityControlId":"\(control)","AssociationStatus":"\(status)",\
    "SecurityControlArn":"\(place)security-control/\(control)"}
    """
  }

  private static func associations(_ items: String..., token: String? = nil) -> String {
    let end = token.map { ",\"NextToken\":\"\($0)\"" } ?? ""
    return #"{"StandardsControlAssociationSummaries":[\#(items.joined(separator: ","))]\#(end)}"#
  }

  private static func details(_ items: String..., more: String = "") -> String {
    #"{"StandardsControlAssociationDetails":[\#(items.joined(separator: ","))]\#(more)}"#
  }

  private static func control(_ id: String, _ status: String, parameters: String = "{}") -> String {
    """
    {"SecurityControls":[{"SecurityControlId":"\(id)","SecurityControlStatus":"\(status)",\
    "SecurityControlArn":"\(place)security-control/\(id)","Parameters":\(parameters)}]}
    """
  }

  private func disabled(_ files: String...) -> [[String]] {
    reading(Dictionary(uniqueKeysWithValues: files.enumerated().map { ("\($0).json", $1) }))
      .evidence.enablement.map(\.disabled)
  }

  @Test("Each list says how many it names, and how many are off")
  func counts() {
    let off = Self.association("IAM.3", Self.fsbp, "DISABLED")
    let on = Self.association("IAM.3", Self.pci, "ENABLED")
    let result = reading([
      "a.json": Self.associations(off, on), "b.json": Self.details(on),
      "c.json": Self.control("IAM.3", "DISABLED"), "d.json": Self.standards(Self.fsbp),
    ])
    #expect(
      result.listing.map(\.notes) == [
        ["2 associations of controls with standards, 1 of them off"],
        ["1 association of controls with standards"], ["1 control, 1 of them off"], ["1 standard"],
      ])
  }

  // MARK: One control in its standards

  @Test("A list of a control's standards proves it off only when it names no next page")
  func needsWholeAssociations() {
    let off = Self.association("IAM.3", Self.fsbp, "DISABLED")
    #expect(disabled(Self.associations(off)) == [["IAM.3"]])
    #expect(disabled(Self.associations(off, token: "t")) == [[]])
    let rest = Self.associations(Self.association("IAM.3", Self.pci, "DISABLED"))
    #expect(disabled(Self.associations(off, token: "t"), rest) == [["IAM.3"]])
    let on = Self.associations(Self.association("IAM.3", Self.pci, "ENABLED"), token: "u")
    #expect(disabled(Self.associations(off), on) == [[]])
  }

  @Test("It leaves out standards that are not ready for updates, so then it proves nothing off")
  func needsReadyStandards() {
    let off = Self.associations(Self.association("IAM.3", Self.fsbp, "DISABLED"))
    func standards(_ updatable: String) -> String {
      Self.standards(Self.fsbp, Self.pci, more: #","StandardsControlsUpdatable":"\#(updatable)""#)
    }
    #expect(disabled(off, standards("READY_FOR_UPDATES")) == [["IAM.3"]])
    #expect(disabled(off, standards("NOT_READY_FOR_UPDATES")) == [[]])
  }

  @Test("Single associations prove a control off only with every standard that is on")
  func needsAllStandards() {
    let fsbp = Self.details(Self.association("IAM.3", Self.fsbp, "DISABLED"))
    let pci = Self.details(Self.association("IAM.3", Self.pci, "DISABLED"))
    #expect(disabled(fsbp) == [[]])
    #expect(disabled(fsbp, Self.standards(Self.fsbp)) == [["IAM.3"]])
    #expect(disabled(fsbp, Self.standards(Self.fsbp, token: "t")) == [[]])
    #expect(disabled(fsbp, Self.standards(Self.fsbp, Self.pci)) == [[]])
    #expect(disabled(fsbp, pci, Self.standards(Self.fsbp, Self.pci)) == [["IAM.3"]])
    let on = Self.details(Self.association("IAM.3", Self.pci, "ENABLED"))
    #expect(disabled(fsbp, on, Self.standards(Self.fsbp, Self.pci)) == [[]])
    #expect(disabled(fsbp, on, Self.standards(Self.fsbp)) == [["IAM.3"]])
  }

  @Test("What any list shows as on is not off")
  func onWins() {
    let on = Self.details(Self.association("IAM.3", Self.fsbp, "ENABLED"))
    #expect(disabled(Self.control("IAM.3", "DISABLED"), on) == [[]])
    #expect(disabled(Self.control("IAM.3", "DISABLED")) == [["IAM.3"]])
  }

  @Test(
    "Controls without an answer are said, and are neither on nor off",
    arguments: [
      #"{"StandardsControlAssociationDetails":[],"UnprocessedAssociations""#,
      #"{"SecurityControls":[],"UnprocessedIds""#,
    ])
  func unprocessed(_ head: String) {
    let text = head + #":[{"ErrorCode":"ACCESS_DENIED"},{"ErrorCode":"ACCESS_DENIED"}]}"#
    let result = reading(["a.json": text, "e.json": "[]"])
    #expect(
      result.warningLines == [
        "a.json: AWS gave no answer for 2 of the controls that were asked for (ACCESS_DENIED). Ask "
          + "for them again, or leave them unknown.",
        "a.json: it lists no control, so it proves nothing. The standard or control may be off, or "
          + "not yet ready; export it again.",
      ])
    #expect(result.evidence.enablement.isEmpty)
  }

  @Test("An empty list of controls proves nothing, even where the place is given")
  func emptyControls() {
    let result = reading(
      ["a.json": #"{"Controls":[]}"#, "e.json": "[]"], account: "111122223333",
      region: "eu-west-1")
    #expect(result.evidence.enablement.isEmpty)
    #expect(result.evidence.diagnostics.map(\.identifier) == ["no-controls"])
  }

  // MARK: Parameters

  @Test("Parameters of the account's own are kept, AWS's own values are not")
  func readsParameters() {
    let parameters = """
      {"A":{"ValueType":"CUSTOM","Value":{"Integer":15}},
      "B":{"ValueType":"CUSTOM","Value":{"EnumList":["x","y"]}},
      "C":{"ValueType":"CUSTOM","Value":{"Boolean":false}},
      "D":{"ValueType":"DEFAULT","Value":{"Integer":30}}}
      """
    let result = reading(["a.json": Self.control("IAM.7", "ENABLED", parameters: parameters)])
    #expect(
      result.evidence.enablement.map(\.parameters)
        == [["IAM.7": ["A": ["15"], "B": ["x", "y"], "C": ["false"]]]])
  }

  // MARK: Errors of a standard

  @Test("A standard that is on with errors is said, with the remedy")
  func warnsOfErrors() {
    let text = Self.standards(
      Self.fsbp,
      more: """
        ,"StandardsStatusReason":{"StatusReasonCode":"NO_AVAILABLE_CONFIGURATION_RECORDER"}
        """
    ).replacing("READY", with: "INCOMPLETE")
    #expect(
      reading(["a.json": text]).warningLines == [
        "a.json: standards/\(Self.fsbp) is on with errors (NO_AVAILABLE_CONFIGURATION_RECORDER), so "
          + "some of its controls may be missing. Switch on AWS Config in that Region."
      ])
  }

  // MARK: The hub, and what is offered

  @Test("A hub proves Security Hub on in its account and Region, and no standard")
  func readsHub() throws {
    let text = """
      {"HubArn":"\(Self.place)hub/default","ControlFindingGenerator":"SECURITY_CONTROL"}
      """
    let result = reading(["a.json": text])
    let enablement = try #require(result.evidence.enablement.first)
    #expect(enablement.account == "111122223333" && enablement.region == "eu-west-1")
    #expect(enablement.standards == nil && enablement.disabled == [] && !enablement.tellsControls)
    #expect(result.listing.map(\.kind) == ["Security Hub (describe-hub)"])
    #expect(
      result.listing.map(\.notes)
        == [["Security Hub is on in 111122223333, eu-west-1; one finding a control"]])
    let both = reading(["a.json": text, "b.json": Self.standards(Self.fsbp)])
    #expect(both.evidence.enablement.map(\.tellsControls) == [true])
  }

  @Test("Definitions tell what a Region offers once the Region is told")
  func readsDefinitions() {
    let text = """
      {"SecurityControlDefinitions":[
      {"SecurityControlId":"IAM.3","CurrentRegionAvailability":"AVAILABLE"},
      {"SecurityControlId":"S3.8","CurrentRegionAvailability":"UNAVAILABLE"},
      {"SecurityControlId":"S3.9"}],"NextToken":"t"}
      """
    let single = """
      {"SecurityControlDefinition":{"SecurityControlId":"S3.8","CurrentRegionAvailability":"AVAILABLE"}}
      """
    let files = ["d.json": text, "e.json": "[]"]
    let unplaced = reading(files)
    #expect(unplaced.evidence.availability.isEmpty)
    #expect(unplaced.listing.first?.notes.first == "3 controls")
    #expect(
      unplaced.warningLines == [
        "d.json: it does not name its Region, so it does not tell what is offered where. Give the "
          + "Region in assessment.yaml under evidence, or with --evidence-region."
      ])
    let placed = reading(files, region: "eu-west-1")
    #expect(placed.evidence.availability == ["eu-west-1": ["iam.3": true, "s3.8": false]])
    #expect(placed.listing.first?.notes == ["1 of 3 controls are not offered in eu-west-1"])
    let both = reading(files.merging(["f.json": single]) { $1 }, region: "eu-west-1")
    #expect(both.evidence.availability == ["eu-west-1": ["iam.3": true, "s3.8": true]])
    #expect(placed.evidence.enablement.isEmpty && placed.warningLines.isEmpty)
  }
}
