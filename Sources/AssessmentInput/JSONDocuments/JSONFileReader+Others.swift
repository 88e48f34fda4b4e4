import AssessmentModel
import JSON

// What is no list of findings.
extension JSONFileReader {
  mutating func readEvent(
    _ shape: JSONShape, _ detail: JSONShape.Member, _ decoder: inout FindingDecoder
  ) throws {
    try checkMembers(of: shape, except: detail)
    let (type, sender) = (try string(shape["detail-type"]), try string(shape["source"]))
    let time = try string(shape["time"])
    let inner = try JSONShape(text, detail.range)
    try refuseConflicts(inner)
    if let list = inner.member("findings", .array) {
      try checkMembers(of: inner, except: list)
      let kind = type.contains("Custom Action") ? "event, custom action" : "event, imported"
      try readFindings(list.range, kind: kind, &decoder)
      return
    }
    let document = try parser.parse(text, detail.range)
    switch sender {
    case "aws.securityhub" where inner.member("insightResults", .array) != nil:
      yield.add(kind: InsightReader.eventKind)
      InsightReader(file: source.file, name: source.name)
        .read(event: document, time: Instant(time), into: &yield)
    case "aws.securityhub":
      yield.add(kind: "\(type), no evidence")
      yield.addMetadata(1)
    case "aws.trustedadvisor" where type == AdvisorReader.eventType:
      let point = lines.point(of: shape.range.lowerBound, in: text)
      advisorReader.readEvent(try parser.parse(text, shape.range), at: point, into: &yield)
    case "aws.trustedadvisor":
      yield.add(kind: "\(type), no evidence")
      yield.addMetadata(1)
    case "aws.config":
      readConfigEvent(type, document, at: shape.range.lowerBound, &decoder.table)
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
  ) throws {
    yield.add(kind: kind.name)
    let reader = EnablementReader(
      name: source.name, placement: source.placement, generatorIDs: source.generatorIDs)
    let document = try parser.parse(text, shape.range)
    try refuseConflicts(document, at: shape.range.lowerBound)
    reader.read(kind, in: document, into: &yield)
  }

  mutating func readInsightResults(_ shape: JSONShape) throws(JSONError) {
    yield.add(kind: "Security Hub insight results (get-insight-results), counts only")
    guard let results = try parser.parse(text, shape.range)["InsightResults"] else { return }
    InsightReader(file: source.file, name: source.name).read(results: results, into: &yield)
  }

  mutating func readInsights(_ shape: JSONShape) throws {
    let document = try parser.parse(text, shape.range)
    let first = document["Insights"]?.elements.first { _ in true }
    guard first.map({ $0["InsightArn"] != nil }) ?? true else { return try rejectUnknown(shape) }
    yield.add(kind: "Security Hub insights (get-insights), names only")
    InsightReader(file: source.file, name: source.name).readNames(document, into: &yield)
  }

  /// Names, units and states of accounts are configuration.
  mutating func readOrganization(_ kind: OrganizationKind, _ shape: JSONShape) throws {
    let document = try parser.parse(text, shape.range)
    guard kind.fits(document) else { return try rejectUnknown(shape) }
    try refuseConflicts(document, at: shape.range.lowerBound)
    yield.add(kind: kind.name)
    OrganizationReader(placement: source.placement, name: source.name)
      .read(kind, document, into: &yield)
  }

  /// A lens among the evidence is configuration: it is listed, and asks nothing.
  mutating func readLens(_ shape: JSONShape) throws(JSONError) {
    _ = try parser.parse(text, shape.range)
    do {
      let start = lines.point(of: shape.range.lowerBound, in: text)
      yield.add(try LensFile(text, in: shape.range, from: start, name: source.name))
    } catch {
      yield.add(brokenLens: error)
    }
  }

  mutating func readKnown(
    _ known: KnownOutput, _ shape: JSONShape, _ decoder: inout FindingDecoder
  ) throws {
    let document = try parser.parse(text, shape.range)
    guard known.fits(document) else { return try rejectUnknown(shape) }
    if known.isNotification,
      readConfigMessage(of: document, at: shape.range.lowerBound, &decoder.table)
    {
      return
    }
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
