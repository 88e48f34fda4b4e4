import AssessmentModel
import JSON

// What the outputs say beside what is on.
extension EnablementReader {
  /// How its findings come tells a person what to expect in an export.
  func describeHub(_ document: JSONValue, in place: AccountRegion, _ yield: inout FileYield) {
    let form =
      switch document["ControlFindingGenerator"]?.string {
      case "SECURITY_CONTROL": "; one finding a control"
      case "STANDARD_CONTROL": "; one finding a standard"
      default: ""
      }
    yield.describe("Security Hub is on in \(place.account), \(place.region)\(form)")
  }

  /// How many standards or controls the output names, and how many of them are off.
  func describe(_ kind: EnablementKind, _ items: [JSONValue], _ yield: inout FileYield) {
    let off = items.count(where: isOff)
    let more = off == 0 ? "" : ", \(off) of them off"
    switch kind {
    case .enabledStandards: yield.describe(count: items.count, "standard", more)
    case .standardsControls, .securityControls: yield.describe(count: items.count, "control", more)
    case .associations, .associationDetails:
      yield.describe(count: items.count, "association", " of controls with standards" + more)
    case .hub, .definitions, .definition: break
    }
  }

  private func isOff(_ item: JSONValue) -> Bool {
    let states = ["ControlStatus", "AssociationStatus", "SecurityControlStatus"]
    return item["StandardsStatus"]?.isString("DELETING") ?? false
      || states.contains { isDisabled(item[$0]) }
  }

  /// A standard that is on with errors may lack controls.
  func warnOfErrors(_ items: JSONValue?, _ yield: inout FileYield) {
    for item in items.list where item["StandardsStatus"]?.isString("INCOMPLETE") ?? false {
      let arn = item["StandardsArn"]?.string ?? ""
      let code = item["StandardsStatusReason", "StatusReasonCode"]?.string
      yield.remark(
        .warning, "standard-with-errors", file: name,
        "\(StandardName.find(in: arn) ?? "a standard") is on with errors"
          + (code.map { " (\($0))" } ?? "") + ", so some of its controls may be missing",
        remedy: Self.remedy(for: code))
    }
  }

  private static func remedy(for code: String?) -> String? {
    switch code {
    case "NO_AVAILABLE_CONFIGURATION_RECORDER": "Switch on AWS Config in that Region."
    case "MAXIMUM_NUMBER_OF_CONFIG_RULES_EXCEEDED": "Raise the quota of AWS Config rules there."
    default: nil
    }
  }

  /// Controls for which AWS gave no answer are neither on nor off.
  func warnOfUnprocessed(_ document: JSONValue, _ yield: inout FileYield) {
    let items = document["UnprocessedAssociations"].list + document["UnprocessedIds"].list
    guard !items.isEmpty else { return }
    let codes = Set(items.compactMap { $0["ErrorCode"]?.string }).sorted()
    yield.remark(
      .warning, "unprocessed-controls", file: name,
      "AWS gave no answer for \(items.count) of the controls that were asked for"
        + (codes.isEmpty ? "" : " (\(codes.joined(separator: ", ")))"),
      remedy: "Ask for them again, or leave them unknown.")
  }

  /// Which controls AWS offers in the caller's Region, which the file does not name.
  func readDefinitions(
    _ kind: EnablementKind, _ document: JSONValue, into yield: inout FileYield
  ) {
    guard let value = document[kind.rawValue] else { return }
    let items = kind == .definition ? [value] : Array(value.elements)
    guard let region = placement.region else {
      yield.describe(count: items.count, "control")
      yield.remark(
        .note, "unplaced-definitions", file: name,
        "it does not name its Region, so it does not tell what is offered where",
        remedy: "Give the Region in assessment.yaml under evidence, or with --evidence-region.")
      return
    }
    var missing = 0
    for item in items {
      guard let id = item["SecurityControlId"]?.string?.lowercased() else { continue }
      let isOffered: Bool
      switch item["CurrentRegionAvailability"]?.string {
      case "AVAILABLE": isOffered = true
      case "UNAVAILABLE": isOffered = false
      default: continue
      }
      if !isOffered { missing += 1 }
      let known = yield.availability[region]?[id] ?? false
      yield.availability[region, default: [:]][id] = known || isOffered
    }
    yield.describe("\(missing) of \(items.count) controls are not offered in \(region)")
  }
}
