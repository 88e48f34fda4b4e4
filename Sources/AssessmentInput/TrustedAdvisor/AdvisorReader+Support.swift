import AssessmentModel
import JSON

// Outputs of the Support API.
extension AdvisorReader {
  /// The result of one check: a record for each row, or one on the account where there is none.
  func readResult(_ result: JSONValue?, into yield: inout FileYield) {
    guard let result else { return }
    yield.isExport = true
    do throws(RecordProblem) {
      guard let id = result["checkId"]?.string, !id.isEmpty else {
        throw RecordProblem(pointer: "/result/checkId", summary: "expected the check's id")
      }
      let colour = try colour(result["status"], "/result/status")
      let time = try time(result["timestamp"], "/result/timestamp")
      var rows: [AdvisorRow] = []
      for item in result["flaggedResources"].list {
        guard var row = readRow(item, .id(id), into: &yield) else { continue }
        row.updated = time
        if colour == .notAvailable, row.colour == .green { row.colour = .notAvailable }
        rows.append(row)
      }
      if isTold(colour, by: rows, flagged: result["resourcesSummary", "resourcesFlagged"]?.int) {
        yield.advisor.rows += rows
        return
      }
      var whole = row(.id(id), colour, account: nil, into: &yield)
      whole.updated = time
      yield.advisor.rows += rows + [whole]
    } catch {
      let count = max(1, result["flaggedResources"].list.count)
      for _ in 0..<count {
        yield.reject(
          yield.nextRecord(), pointer: error.pointer, error.summary, file: name)
      }
    }
  }

  /// Whether the rows say what the colour says, so that it needs no record of its own.
  ///
  /// A check whose flagged resources are all excluded is red to no one.
  func isTold(_ colour: AdvisorColour, by rows: [AdvisorRow], flagged: Int?) -> Bool {
    if rows.isEmpty { return false }
    guard colour.isFailure else { return true }
    if rows.contains(where: { $0.colour.isFailure && !$0.isSuppressed }) { return true }
    return flagged == 0 && rows.contains(where: \.isSuppressed)
  }

  private func readRow(
    _ item: JSONValue, _ check: AdvisorRow.Check, into yield: inout FileYield
  ) -> AdvisorRow? {
    let number = yield.nextRecord()
    do throws(RecordProblem) {
      guard item.kind == .object else {
        throw RecordProblem(pointer: "", summary: "expected a flagged resource, an object")
      }
      let colour = try colour(item["status"], "/status")
      var row = row(check, colour, account: nil, number: number, into: &yield)
      row.region = item["region"]?.string
      row.ownID = item["resourceId"]?.string
      row.isSuppressed = item["isSuppressed"]?.bool ?? false
      (row.cells, row.width) = cells(item["metadata"])
      return row
    } catch {
      yield.reject(number, pointer: error.pointer, error.summary, file: name)
      return nil
    }
  }

  /// The colour of each check, without its rows; `hasFlaggedResources` is true of green rows, too.
  func readSummaries(_ summaries: JSONValue?, into yield: inout FileYield) {
    yield.isExport = true
    for item in summaries.list {
      let number = yield.nextRecord()
      do throws(RecordProblem) {
        guard let id = item["checkId"]?.string, !id.isEmpty else {
          throw RecordProblem(pointer: "/checkId", summary: "expected the check's id")
        }
        let colour = try colour(item["status"], "/status")
        var row = row(.id(id), colour, account: nil, number: number, into: &yield)
        row.form = .byRule
        row.updated = try time(item["timestamp"], "/timestamp")
        yield.advisor.rows.append(row)
      } catch {
        yield.reject(number, pointer: error.pointer, error.summary, file: name)
      }
    }
  }
}
