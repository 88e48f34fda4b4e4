import JSON

/// Reads the outputs that tell which standards and controls are on.
struct EnablementReader {
  let placement: Placement
  let generatorIDs: [String: [String]]

  /// The facts of one output; empty when it names neither account nor region.
  func facts(_ kind: EnablementKind, in document: JSONValue) -> [EnablementFact] {
    let items = document[kind.rawValue]
    let isComplete = document["NextToken"]?.string?.isEmpty ?? true
    switch kind {
    case .enabledStandards: return standards(items, isComplete: isComplete)
    case .standardsControls: return controls(items, isComplete: isComplete)
    case .associations, .associationDetails:
      return each(items, arn: "SecurityControlArn") { item in
        guard let id = item["SecurityControlId"]?.string else { return nil }
        return .associated(control: id, isOn: !isDisabled(item["AssociationStatus"]))
      }
    case .securityControls:
      return each(items, arn: "SecurityControlArn") { item in
        guard let id = item["SecurityControlId"]?.string else { return nil }
        return .control(id, isOn: !isDisabled(item["SecurityControlStatus"]))
      }
    }
  }

  /// FAILED is a standard that could not be switched off; only DELETING counts as off.
  private func standards(_ items: JSONValue?, isComplete: Bool) -> [EnablementFact] {
    var on: [AccountRegion: [String]] = [:]
    for item in elements(items) {
      let subscription = item["StandardsSubscriptionArn"]?.string ?? ""
      guard let place = AccountRegion(arn: subscription) else { continue }
      let isOff = item["StandardsStatus"]?.isString("DELETING") ?? false
      let name = isOff ? nil : StandardName.find(in: item["StandardsArn"]?.string ?? subscription)
      on[place, default: []] += name.map { [$0] } ?? []
    }
    if on.isEmpty, let account = placement.account, let region = placement.region {
      on[AccountRegion(account: account, region: region)] = []
    }
    return on.sorted { $0.key < $1.key }.map { place, names in
      EnablementFact(place: place, content: .standards(names, isComplete: isComplete))
    }
  }

  private func controls(_ items: JSONValue?, isComplete: Bool) -> [EnablementFact] {
    var facts: [EnablementFact] = []
    for item in elements(items) {
      let arn = item["StandardsControlArn"]?.string ?? ""
      guard let place = AccountRegion(arn: arn), let standard = StandardName.find(in: arn) else {
        continue
      }
      let listing = EnablementFact(
        place: place, content: .listing(standard: standard, isComplete: isComplete))
      if !facts.contains(listing) { facts.append(listing) }
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
    _ items: JSONValue?, arn key: String, _ content: (JSONValue) -> EnablementFact.Content?
  ) -> [EnablementFact] {
    elements(items).compactMap { item in
      guard let place = AccountRegion(arn: item[key]?.string ?? ""), let content = content(item)
      else { return nil }
      return EnablementFact(place: place, content: content)
    }
  }

  private func elements(_ items: JSONValue?) -> [JSONValue] {
    items.map { Array($0.elements) } ?? []
  }

  private func isDisabled(_ status: JSONValue?) -> Bool { status?.isString("DISABLED") ?? false }
}
