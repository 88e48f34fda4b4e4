import AssessmentModel
import JSON

/// Reads the outputs and events of Trusted Advisor.
///
/// Rows are kept as they are: what their cells mean may stand in another file, so `AdvisorJoin` makes
/// records of them once all files are read.
struct AdvisorReader {
  /// Number of the file in the evidence.
  let file: Int
  let name: String
  let placement: Placement

  /// Adds what one output tells.
  func read(_ kind: AdvisorKind, _ document: JSONValue, into yield: inout FileYield) {
    yield.add(kind: kind.name)
    switch kind {
    case .checks, .checkSummaries:
      let checks = document[kind.rawValue].list
      yield.advisor.checks += checks.compactMap(check)
      yield.describe(count: checks.count, "check")
    case .result: readResult(document["result"], into: &yield)
    case .summaries: readSummaries(document["summaries"], into: &yield)
    case .statuses, .accountRecommendationLifecycleSummaries: break
    case .recommendationSummaries:
      for item in document[kind.rawValue].list { readRecommendation(item, into: &yield) }
      endPage(of: kind, document, in: &yield)
    case .recommendation:
      if let item = document[kind.rawValue] { readRecommendation(item, into: &yield) }
    case .organizationRecommendationSummaries:
      let items = document[kind.rawValue].list
      yield.advisor.recommendations += items.compactMap(recommendation)
      yield.addMetadata(items.count)
    case .organizationRecommendation:
      let items = document[kind.rawValue].map { [$0] } ?? []
      yield.advisor.recommendations += items.compactMap(recommendation)
      yield.addMetadata(1)
    case .recommendationResourceSummaries, .organizationRecommendationResourceSummaries:
      for item in document[kind.rawValue].list { readResource(item, into: &yield) }
      endPage(of: kind, document, in: &yield)
    }
  }

  /// A check's name and columns: a list of names, or a map of their numbers.
  private func check(_ item: JSONValue) -> TrustedAdvisorCheck? {
    guard let id = item["id"]?.string, let name = item["name"]?.string else { return nil }
    let cells = cells(item["metadata"])
    let isNamed = cells.cells.count == cells.width && item["metadata"] != nil
    return TrustedAdvisorCheck(
      id: id, name: name, columns: isNamed ? cells.cells.map(\.value) : nil)
  }

  /// Notes where a page ends: of the resources of one recommendation, or of an account's
  /// recommendations.
  private func endPage(
    of kind: AdvisorKind, _ document: JSONValue, in yield: inout FileYield
  ) {
    let first = document[kind.rawValue].list.first
    let list = first?["recommendationArn"]?.string ?? place(first?["arn"]).account ?? ""
    yield.isExport = true
    yield.endPage(
      of: "\(kind.rawValue) \(list)",
      hasNext: document["nextToken"]?.string.map { !$0.isEmpty } ?? false)
  }

  // MARK: Parts

  /// Makes a row with the number of the next record, and warns when nothing tells its account.
  func row(
    _ check: AdvisorRow.Check, _ colour: AdvisorColour, account: String?,
    into yield: inout FileYield
  ) -> AdvisorRow {
    row(check, colour, account: account, number: yield.nextRecord(), into: &yield)
  }

  func row(
    _ check: AdvisorRow.Check, _ colour: AdvisorColour, account: String?, number: Int,
    into yield: inout FileYield
  ) -> AdvisorRow {
    var row = AdvisorRow(check, file: file, number: number, colour: colour)
    row.account = account ?? placement.account
    row.partition = placement.region.map(Region.partition(of:))
    if row.account == nil {
      yield.remark(
        .warning, "unplaced-results", file: name,
        "names no account, so its results of Trusted Advisor are counted nowhere",
        remedy: "Tell the account in assessment.yaml under evidence, or with --evidence-account.")
    }
    return row
  }

  /// The cells of a row: a list, or a map whose keys are the columns' numbers or their names; null
  /// and empty ones are left out.
  func cells(_ metadata: JSONValue?) -> (cells: [AdvisorRow.Cell], width: Int) {
    guard let metadata else { return ([], 0) }
    var cells: [AdvisorRow.Cell] = []
    func add(_ value: JSONValue, index: Int?, column: String? = nil) {
      guard let text = text(value), !text.isEmpty else { return }
      cells.append(AdvisorRow.Cell(index: index, column: column, value: text))
    }
    if metadata.kind == .array {
      let values = Array(metadata.elements)
      for (index, value) in values.enumerated() { add(value, index: index) }
      return (cells, values.count)
    }
    var width = 0
    for member in metadata.members {
      let index = Int(member.key).flatMap { $0 >= 0 ? $0 : nil }
      add(member.value, index: index, column: index == nil ? member.key : nil)
      width = max(width, (index ?? -1) + 1)
    }
    return (cells.sorted { ($0.index ?? Int.max) < ($1.index ?? Int.max) }, width)
  }

  private func text(_ value: JSONValue) -> String? {
    value.string ?? value.bool.map { String($0) } ?? value.int.map { String($0) }
      ?? value.double.map { String($0) }
  }

  /// The time of a record; throws where it is no time.
  func time(_ value: JSONValue?, _ pointer: String) throws(RecordProblem) -> Int64 {
    let time = FindingTime(value)
    if time == .unreadable {
      throw RecordProblem(
        pointer: pointer, summary: "expected a time such as 2026-11-20T10:11:12Z")
    }
    return time.orUndated
  }

  /// The colour of a record.
  func colour(_ value: JSONValue?, _ pointer: String) throws(RecordProblem) -> AdvisorColour {
    guard let colour = value?.string.flatMap(AdvisorColour.init(status:)) else {
      throw RecordProblem(
        pointer: pointer, summary: "expected ok, warning, error or not_available")
    }
    return colour
  }

  /// The account in an ARN, and its partition.
  func place(_ arn: JSONValue?) -> (account: String?, partition: String?) {
    let fields = arn?.string?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    guard fields.count > 5, fields[0] == "arn" else { return (nil, nil) }
    return (Form.isAccount(String(fields[4])) ? String(fields[4]) : nil, String(fields[1]))
  }
}
