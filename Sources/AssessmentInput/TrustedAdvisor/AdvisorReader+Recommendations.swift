import AssessmentModel
import JSON

// Outputs of Trusted Advisor's own API.
extension AdvisorReader {
  /// The check that a recommendation is about; nil without an ARN.
  func recommendation(_ item: JSONValue) -> AdvisorYield.Recommendation? {
    guard let arn = item["arn"]?.string, !arn.isEmpty else { return nil }
    let check = item["checkArn"]?.string?.split(separator: "/").last.map(String.init)
    return AdvisorYield.Recommendation(arn: arn, check: check, name: item["name"]?.string ?? arn)
  }

  /// A recommendation is a check's colour in an account, without its rows.
  func readRecommendation(_ item: JSONValue, into yield: inout FileYield) {
    let number = yield.nextRecord()
    do throws(RecordProblem) {
      guard let recommendation = recommendation(item) else {
        throw RecordProblem(pointer: "/arn", summary: "expected the recommendation's ARN")
      }
      yield.advisor.recommendations.append(recommendation)
      let (account, partition) = place(item["arn"])
      let colour = try colour(item["status"], "/status")
      var row = row(
        recommendation.check.map { .id($0) } ?? .name(recommendation.name), colour,
        account: account, number: number, into: &yield)
      row.form = .byRule
      row.partition = partition ?? row.partition
      row.updated = try time(item["lastUpdatedAt"], "/lastUpdatedAt")
      // Green for want of data is not seen, and so no pass.
      if colour == .green, item["statusReason"]?.isString("no_data_ok") ?? false {
        row.colour = .notAvailable
      }
      if item["lifecycleStage"]?.isString("dismissed") ?? false {
        row.isSuppressed = true
        row.note = item["updateReason"]?.string
      }
      yield.advisor.rows.append(row)
    } catch {
      yield.reject(number, pointer: error.pointer, error.summary, file: name)
    }
  }

  /// One resource of a recommendation.
  func readResource(_ item: JSONValue, into yield: inout FileYield) {
    let number = yield.nextRecord()
    do throws(RecordProblem) {
      guard let recommendation = item["recommendationArn"]?.string else {
        throw RecordProblem(
          pointer: "/recommendationArn", summary: "expected the recommendation's ARN")
      }
      let colour = try colour(item["status"], "/status")
      let own = place(item["arn"])
      let account = own.account ?? place(item["recommendationArn"]).account
      var row = row(
        .recommendation(recommendation), colour, account: account, number: number, into: &yield)
      row.partition = own.partition ?? row.partition
      row.region = item["regionCode"]?.string
      row.resource = item["awsResourceId"]?.string
      row.ownID = item["id"]?.string
      row.isSuppressed = item["exclusionStatus"]?.isString("excluded") ?? false
      (row.cells, row.width) = cells(item["metadata"])
      row.updated = try time(item["lastUpdatedAt"], "/lastUpdatedAt")
      yield.advisor.rows.append(row)
    } catch {
      yield.reject(number, pointer: error.pointer, error.summary, file: name)
    }
  }
}
