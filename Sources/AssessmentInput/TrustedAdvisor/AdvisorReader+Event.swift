import AssessmentModel
import JSON

// Events of Trusted Advisor on EventBridge.
extension AdvisorReader {
  static let eventType = "Trusted Advisor Check Item Refresh Notification"

  /// One item of a check as it changed; `event` is the whole event, which begins at the point.
  func readEvent(_ event: JSONValue, at point: Diagnostic.Point, into yield: inout FileYield) {
    let number = yield.nextRecord()
    yield.add(kind: "Trusted Advisor result (event)")
    do throws(RecordProblem) {
      try event.refuseConflicts()
      guard let detail = event["detail"], let check = detail["check-name"]?.string else {
        throw RecordProblem(pointer: "/detail/check-name", summary: "expected the check's name")
      }
      let colour = try colour(detail["status"], "/detail/status")
      let account = event["account"]?.string.flatMap { Form.isAccount($0) ? $0 : nil }
      var row = row(.name(check), colour, account: account, number: number, into: &yield)
      row.isListed = false
      row.resource = detail["resource_id"]?.string.flatMap { $0.isEmpty ? nil : $0 }
      (row.cells, row.width) = cells(detail["check-item-detail"])
      row.updated = try time(event["time"], "/time")
      yield.advisor.rows.append(row)
    } catch {
      yield.reject(number, at: point, pointer: error.pointer, error.summary, file: name)
    }
  }
}
