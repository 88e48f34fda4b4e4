import AssessmentModel
import JSON

/// Reads what insights of Security Hub counted; each count is a record without a result.
struct InsightReader {
  static let eventKind = "Security Hub insight results (event), counts only"

  /// Number of the file in the evidence.
  let file: Int
  let name: String

  /// Adds `{InsightArn, GroupByAttribute, ResultValues: [{GroupByAttributeValue, Count}]}`.
  func read(results: JSONValue, into yield: inout FileYield) {
    var counts: [Insight.Count] = []
    for (index, element) in results["ResultValues"].list.enumerated() {
      let pointer = "/InsightResults/ResultValues/\(index)"
      let value = element["GroupByAttributeValue"]?.string
      add(value, element["Count"], at: pointer, to: &counts, &yield)
    }
    yield.insights.append(
      Insight(
        arn: results["InsightArn"]?.string ?? "",
        groupedBy: results["GroupByAttribute"]?.string ?? "", counts: counts, file: file))
  }

  /// Adds `{insightArn, insightName, resultType, insightResults: [{"value": 5}, …]}` of an event.
  func read(event detail: JSONValue, time: Instant?, into yield: inout FileYield) {
    var counts: [Insight.Count] = []
    for (index, element) in detail["insightResults"].list.enumerated() {
      let members = Array(element.members)
      let pointer = "/detail/insightResults/\(index)"
      if members.isEmpty { add(nil, nil, at: pointer, to: &counts, &yield) }
      for member in members { add(member.key, member.value, at: pointer, to: &counts, &yield) }
    }
    yield.insights.append(
      Insight(
        arn: detail["insightArn"]?.string ?? "", name: text(detail["insightName"]),
        groupedBy: detail["resultType"]?.string ?? "", counts: counts, time: time, file: file))
  }

  /// Adds the names that `{Insights: [{InsightArn, Name, …}]}` tells.
  func readNames(_ document: JSONValue, into yield: inout FileYield) {
    for element in document["Insights"].list {
      guard let arn = text(element["InsightArn"]), let name = text(element["Name"]) else {
        continue
      }
      yield.insightNames[arn] = name
    }
  }

  private func add(
    _ value: String?, _ count: JSONValue?, at pointer: String, to counts: inout [Insight.Count],
    _ yield: inout FileYield
  ) {
    guard let value, let count = count?.int, count >= 0 else {
      let expected = "expected a value and how many findings share it"
      yield.reject(yield.nextRecord(), pointer: pointer, expected, file: name)
      return
    }
    yield.addMetadata(1)
    counts.append(Insight.Count(value: value, findings: count))
  }

  private func text(_ value: JSONValue?) -> String? {
    value?.string.flatMap { $0.isEmpty ? nil : $0 }
  }
}
