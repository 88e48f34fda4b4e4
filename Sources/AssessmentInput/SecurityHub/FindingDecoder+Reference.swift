import AssessmentModel
import JSON

// How a finding names its check (rules.md 3).
extension FindingDecoder {
  /// The number of the finding's reference; what a better name makes needless is left out of it.
  mutating func reference(
    of finding: JSONValue, _ fields: JSONValue?, _ product: FindingProduct
  ) -> UInt32 {
    switch product {
    case .prowler: prowlerReference(name(finding["GeneratorId"]))
    case .other:
      otherReference(name(finding["ProductArn"]), name(finding["ProductName"])) {
        FindingProduct.name(finding, fields: fields)
      }
    case .securityHub: hubReference(hubKey(finding, fields))
    }
  }

  /// The number of the reference to a check of Prowler, whose name may begin with `prowler-`.
  mutating func prowlerReference(_ check: StringID) -> UInt32 {
    var key = ReferenceKey()
    key.product = 1
    key.generator = check
    if let known = references[key] { return known }
    let text = check.isNone ? "" : names[check]
    let number = table.intern(.prowler(String(text.dropFirst(text.hasPrefix("prowler-") ? 8 : 0))))
    references[key] = number
    return number
  }

  /// The number of the reference to a product that is told apart by two texts.
  mutating func otherReference(
    _ first: StringID, _ second: StringID, name: () -> String
  ) -> UInt32 {
    var key = ReferenceKey()
    key.product = 2
    key.generator = first
    key.title = second
    if let known = references[key] { return known }
    let number = table.intern(.otherProduct(name()))
    references[key] = number
    return number
  }

  /// The number of the reference to a control.
  mutating func hubReference(_ key: ReferenceKey) -> UInt32 {
    if let known = references[key] { return known }
    func text(_ id: StringID) -> String? { id.isNone ? nil : names[id] }
    let number = table.intern(
      .securityHub(
        SecurityHubReference(
          securityControlID: text(key.control), generatorID: text(key.generator),
          controlID: text(key.ownControl),
          standard: key.standard.isNone ? nil : table.strings[key.standard],
          standardsControlARN: text(key.controlARN), titlePrefix: text(key.title),
          remediationURL: text(key.url))))
    references[key] = number
    return number
  }

  private mutating func hubKey(_ finding: JSONValue, _ fields: JSONValue?) -> ReferenceKey {
    var key = ReferenceKey()
    key.control = name(finding["Compliance", "SecurityControlId"])
    guard key.control.isNone else { return key }
    key.generator = name(finding["GeneratorId"])
    if finding["GeneratorId"]?.withUTF8({ $0.has("security-control/") }) ?? false { return key }
    key.ownControl = name(fields?["ControlId"] ?? fields?["RuleId"])
    key.standard = standard(of: finding, fields)
    if key.ownControl.isNone || key.standard.isNone {
      key.controlARN = name(fields?["StandardsControlArn"])
    }
    key.title = firstWord(of: finding["Title"])
    key.url = name(finding["Remediation", "Recommendation", "Url"])
    return key
  }

  /// The first word of a title.
  mutating func firstWord(of title: JSONValue?) -> StringID {
    title?.withUTF8 { bytes in
      var end = 0
      while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
      return names.intern(bytes.extracting(0..<end))
    } ?? .none
  }

  /// The standard of a finding that is made once a standard: an identifier of the table.
  mutating func standard(of finding: JSONValue, _ fields: JSONValue?) -> StringID {
    standard(named: [
      fields?["StandardsArn"], fields?["StandardsGuideArn"], fields?["StandardsControlArn"],
      finding["GeneratorId"],
    ])
  }

  /// The first standard that one of these texts names: an identifier of the table.
  mutating func standard(named places: [JSONValue?]) -> StringID {
    for place in places {
      let raw = name(place)
      if raw.isNone { continue }
      if let known = standardNames[raw] {
        if known.isNone { continue }
        return known
      }
      let id = table.strings.intern(StandardName.find(in: names[raw]) ?? "")
      standardNames[raw] = id
      if !id.isNone { return id }
    }
    return .none
  }
}
