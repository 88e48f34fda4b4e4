import AssessmentModel
import JSON

// Single results that AWS Config announces: through EventBridge, or through Amazon SNS.
extension JSONFileReader {
  private static let change = "ComplianceChangeNotification"

  /// Reads the detail of an event of AWS Config; only a change of compliance carries a result.
  mutating func readConfigEvent(
    _ type: String, _ detail: JSONValue, at offset: Int, _ table: inout RecordTable
  ) {
    if detail["messageType"]?.isString(Self.change) ?? false {
      readConfigChange(detail, at: offset, &table)
    } else {
      yield.add(kind: "\(type), no evidence")
      yield.addMetadata(1)
    }
  }

  /// Reads the message of an Amazon SNS notification, an object or the text of one; false when it is
  /// no change of compliance.
  mutating func readConfigMessage(
    of notification: JSONValue, at offset: Int, _ table: inout RecordTable
  ) -> Bool {
    guard var message = notification["Message"] else { return false }
    if let text = message.string {
      guard let inner = try? JSONParser().parse(JSONText(text)) else { return false }
      message = inner
    }
    guard message["messageType"]?.isString(Self.change) ?? false else { return false }
    readConfigChange(message, at: offset, &table)
    return true
  }

  /// Reads a change of compliance; when the resource or the rule is gone, no result is left.
  private mutating func readConfigChange(
    _ change: JSONValue, at offset: Int, _ table: inout RecordTable
  ) {
    yield.add(kind: "AWS Config result (compliance change)")
    do {
      try change.refuseConflicts()
    } catch {
      reject(yield.nextRecord(), at: offset, error)
      return
    }
    guard let result = change["newEvaluationResult"], !result.isNull else {
      yield.addMetadata(1)
      return
    }
    let start = table.rows.count
    var decoder = ConfigDecoder(
      .results, .printed, file: source.file, placement: placement(of: change))
    decode(result, at: offset, with: &decoder, into: &table)
    for row in table.rows.indices[start...] { table.rows[row].isListed = false }
    warnOfUnplaced(table.rows[start...])
  }

  private func placement(of change: JSONValue) -> Placement {
    var placement = source.placement
    if let account = change["awsAccountId"],
      account.withUTF8({ $0.isAccount(0..<$0.count) }) ?? false
    {
      placement.account = account.string
    }
    if let region = change["awsRegion"]?.string, Region.isCode(region) {
      placement.region = region
    }
    return placement
  }
}
