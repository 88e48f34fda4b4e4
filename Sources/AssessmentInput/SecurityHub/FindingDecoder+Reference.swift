import AssessmentModel
import JSON

// How a finding names its check (rules.md 3).
extension FindingDecoder {
  /// The number of the finding's reference; what a better name makes needless is left out of it.
  mutating func reference(
    of finding: JSONValue, _ fields: JSONValue?, _ product: FindingProduct
  ) -> UInt32 {
    var key = ReferenceKey()
    switch product {
    case .prowler:
      key.product = 1
      key.generator = name(finding["GeneratorId"])
    case .other:
      key.product = 2
      key.generator = name(finding["ProductArn"])
      key.title = name(finding["ProductName"])
    case .securityHub:
      key = hubKey(finding, fields)
    }
    if let known = references[key] { return known }
    let number = table.intern(makeReference(key, finding, fields))
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
    key.title = titlePrefix(of: finding)
    key.url = name(finding["Remediation", "Recommendation", "Url"])
    return key
  }

  private func makeReference(
    _ key: ReferenceKey, _ finding: JSONValue, _ fields: JSONValue?
  ) -> CheckReference {
    func text(_ id: StringID) -> String? { id.isNone ? nil : names[id] }
    switch key.product {
    case 1:
      let check = text(key.generator) ?? ""
      return .prowler(String(check.dropFirst(check.hasPrefix("prowler-") ? 8 : 0)))
    case 2:
      return .otherProduct(FindingProduct.name(finding, fields: fields))
    default:
      return .securityHub(
        SecurityHubReference(
          securityControlID: text(key.control), generatorID: text(key.generator),
          controlID: text(key.ownControl),
          standard: key.standard.isNone ? nil : table.strings[key.standard],
          standardsControlARN: text(key.controlARN), titlePrefix: text(key.title),
          remediationURL: text(key.url)))
    }
  }

  /// The first word of the title.
  private mutating func titlePrefix(of finding: JSONValue) -> StringID {
    finding["Title"]?.withUTF8 { bytes in
      var end = 0
      while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
      return names.intern(bytes.extracting(0..<end))
    } ?? .none
  }

  /// The standard of a finding that is made once a standard: an identifier of the table.
  mutating func standard(of finding: JSONValue, _ fields: JSONValue?) -> StringID {
    let places = [
      fields?["StandardsArn"], fields?["StandardsGuideArn"], fields?["StandardsControlArn"],
      finding["GeneratorId"],
    ]
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
