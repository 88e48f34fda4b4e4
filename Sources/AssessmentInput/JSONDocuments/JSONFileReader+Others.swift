import AssessmentModel
import JSON

// What is no list of findings.
extension JSONFileReader {
  mutating func readEvent(
    _ shape: JSONShape, _ detail: JSONShape.Member, _ decoder: inout FindingDecoder
  ) throws {
    try checkMembers(of: shape, except: detail)
    let (type, sender) = (try string(shape["detail-type"]), try string(shape["source"]))
    let inner = try JSONShape(text, detail.range)
    if let list = inner.member("findings", .array) {
      try checkMembers(of: inner, except: list)
      let kind = type.contains("Custom Action") ? "event, custom action" : "event, imported"
      try readFindings(list.range, kind: kind, &decoder)
      return
    }
    let document = try parser.parse(text, detail.range)
    switch sender {
    case "aws.securityhub":
      yield.add(kind: "\(type), no evidence")
      let results = document["insightResults"]
      yield.addMetadata(results?.elements.reduce(0) { count, _ in count + 1 } ?? 1)
    case "aws.trustedadvisor": unsupported("Trusted Advisor results")
    case "aws.config": unsupported("AWS Config results")
    default:
      throw unknown(shape.range.lowerBound, "is an event of \(sender), which carries no evidence")
    }
  }

  func string(_ member: JSONShape.Member?) throws(JSONError) -> String {
    guard let member else { return "" }
    return try parser.parse(text, member.range).string ?? ""
  }

  mutating func readEnablement(
    _ kind: EnablementKind, _ shape: JSONShape
  ) throws(JSONError) {
    yield.add(kind: kind.name)
    let reader = EnablementReader(placement: source.placement, generatorIDs: source.generatorIDs)
    let facts = reader.facts(kind, in: try parser.parse(text, shape.range))
    yield.facts += facts
    guard facts.isEmpty else { return }
    yield.remark(
      .warning, "unplaced-standards", file: source.name,
      "it names neither account nor region, so it proves nothing",
      remedy: "Give both in assessment.yaml under evidence, or with --evidence-account and "
        + "--evidence-region.")
  }

  /// Names, units and states of accounts are configuration.
  mutating func readOrganization(_ kind: OrganizationKind, _ shape: JSONShape) throws {
    let document = try parser.parse(text, shape.range)
    guard kind.fits(document) else { return try rejectUnknown(shape) }
    yield.add(kind: kind.name)
    OrganizationReader(placement: source.placement, name: source.name)
      .read(kind, document, into: &yield)
  }

  /// A lens among the evidence is configuration: it is listed, and asks nothing.
  mutating func readLens(_ shape: JSONShape) throws(JSONError) {
    _ = try parser.parse(text, shape.range)
    do {
      yield.add(try LensFile(text, in: shape.range, name: source.name))
    } catch {
      yield.add(brokenLens: error)
    }
  }

  mutating func readKnown(_ known: KnownOutput, _ shape: JSONShape) throws {
    let document = try parser.parse(text, shape.range)
    guard known.fits(document) else { return try rejectUnknown(shape) }
    if known.isUnsupported { return unsupported(known.name) }
    yield.add(kind: known.kind)
    yield.addMetadata(known.count(in: document))
  }

  mutating func unsupported(_ name: String) {
    yield.add(kind: "\(name) (not read by this version)")
    yield.remark(
      .warning, "unsupported-format", file: source.name,
      "holds \(name), which this version does not read")
  }
}
