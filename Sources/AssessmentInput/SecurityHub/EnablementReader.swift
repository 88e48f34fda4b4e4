import AssessmentModel
import JSON

/// Reads the outputs that tell which standards and controls are on.
struct EnablementReader {
  let name: String
  let placement: Placement
  let generatorIDs: [String: [String]]

  /// Adds the facts of one output, and says of one without any why it proves nothing.
  func read(_ kind: EnablementKind, in document: JSONValue, into yield: inout FileYield) {
    if kind == .definitions || kind == .definition {
      return readDefinitions(kind, document, into: &yield)
    }
    let facts = facts(kind, in: document)
    yield.facts += facts
    describe(kind, document[kind.rawValue].list, &yield)
    if kind == .enabledStandards { warnOfErrors(document[kind.rawValue], &yield) }
    if kind == .hub, let place = facts.first?.place { describeHub(document, in: place, &yield) }
    warnOfUnprocessed(document, &yield)
    guard facts.isEmpty else { return }
    if isEmpty(document[kind.rawValue]), kind != .enabledStandards {
      yield.remark(
        .warning, "no-controls", file: name, "it lists no control, so it proves nothing",
        remedy: "The standard or control may be off, or not yet ready; export it again.")
    } else {
      yield.remark(
        .warning, "unplaced-standards", file: name,
        "it names neither account nor region, so it proves nothing",
        remedy: "Give both in assessment.yaml under evidence, or with --evidence-account and "
          + "--evidence-region.")
    }
  }

  private func isEmpty(_ list: JSONValue?) -> Bool {
    list?.kind == .array && list?.elements.first { _ in true } == nil
  }

  private func facts(_ kind: EnablementKind, in document: JSONValue) -> [EnablementFact] {
    let items = document[kind.rawValue]
    let isComplete = document["NextToken"]?.string?.isEmpty ?? true
    switch kind {
    case .hub:
      let place = AccountRegion(arn: items?.string ?? "")
      return place.map { [EnablementFact(place: $0, content: .hub)] } ?? []
    case .enabledStandards: return standards(items, isComplete: isComplete)
    case .standardsControls: return controls(items, isComplete: isComplete)
    case .associations:
      return each(items) { item, id in
        let isOn = !isDisabled(item["AssociationStatus"])
        return [.associated(control: id, isOn: isOn, isWhole: isComplete)]
      }
    case .associationDetails:
      return each(items) { item, id in
        guard let standard = StandardName.find(in: item["StandardsArn"]?.string ?? "") else {
          return []
        }
        let isOn = !isDisabled(item["AssociationStatus"])
        return [.listed(control: id, standard: standard, isOn: isOn)]
      }
    case .securityControls:
      return each(items) { item, id in
        let parameters = ControlParameters.custom(in: item["Parameters"])
        return [.control(id, isOn: !isDisabled(item["SecurityControlStatus"]))]
          + (parameters.isEmpty ? [] : [.parameters(control: id, parameters)])
      }
    case .definitions, .definition: return []
    }
  }

  /// FAILED is a standard that could not be switched off; only DELETING counts as off.
  private func standards(_ items: JSONValue?, isComplete: Bool) -> [EnablementFact] {
    var on: [AccountRegion: [String]] = [:]
    var facts: [EnablementFact] = []
    for item in items.list {
      let subscription = item["StandardsSubscriptionArn"]?.string ?? ""
      guard let place = AccountRegion(arn: subscription) else { continue }
      let isOff = item["StandardsStatus"]?.isString("DELETING") ?? false
      let name = isOff ? nil : StandardName.find(in: item["StandardsArn"]?.string ?? subscription)
      on[place, default: []] += name.map { [$0] } ?? []
      if let name, item["StandardsControlsUpdatable"]?.isString("NOT_READY_FOR_UPDATES") ?? false {
        facts.append(EnablementFact(place: place, content: .notReady(standard: name)))
      }
    }
    if on.isEmpty, let account = placement.account, let region = placement.region {
      on[AccountRegion(account: account, region: region)] = []
    }
    return facts
      + on.sorted { $0.key < $1.key }.map { place, names in
        EnablementFact(place: place, content: .standards(names, isComplete: isComplete))
      }
  }

  private func controls(_ items: JSONValue?, isComplete: Bool) -> [EnablementFact] {
    var facts: [EnablementFact] = []
    var listings: Set<EnablementFact> = []
    for item in items.list {
      let arn = item["StandardsControlArn"]?.string ?? ""
      guard let place = AccountRegion(arn: arn), let standard = StandardName.find(in: arn) else {
        continue
      }
      let listing = EnablementFact(
        place: place, content: .listing(standard: standard, isComplete: isComplete))
      if listings.insert(listing).inserted { facts.append(listing) }
      let isOn = !isDisabled(item["ControlStatus"])
      for id in controlIDs(arn) {
        let content = EnablementFact.Content.listed(control: id, standard: standard, isOn: isOn)
        facts.append(EnablementFact(place: place, content: content))
      }
    }
    return facts
  }

  /// The controls that a standard's own control stands for.
  private func controlIDs(_ arn: String) -> [String] {
    let tail = arn.split(separator: ":").last?.split(separator: "/").dropFirst() ?? []
    let path = tail.joined(separator: "/")
    guard let own = tail.last.map(String.init), let standard = StandardName.find(in: arn) else {
      return []
    }
    if standard.contains("aws-foundational-security") || standard.contains("/nist-") {
      return [own]
    }
    let key =
      standard.hasPrefix("ruleset/") ? "arn:aws:securityhub:::\(standard)/rule/\(own)" : path
    return generatorIDs[key] ?? []
  }

  private func each(
    _ items: JSONValue?, _ contents: (JSONValue, _ id: String) -> [EnablementFact.Content]
  ) -> [EnablementFact] {
    items.list.flatMap { item -> [EnablementFact] in
      guard let place = AccountRegion(arn: item["SecurityControlArn"]?.string ?? ""),
        let id = item["SecurityControlId"]?.string
      else { return [] }
      return contents(item, id).map { EnablementFact(place: place, content: $0) }
    }
  }

  func isDisabled(_ status: JSONValue?) -> Bool { status?.isString("DISABLED") ?? false }
}
