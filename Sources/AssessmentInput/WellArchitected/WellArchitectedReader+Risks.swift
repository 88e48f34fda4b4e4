import AssessmentModel
import JSON

// Risks of questions without the choices behind them.
extension WellArchitectedReader {
  /// What one question with a risk belongs to.
  private struct Origin {
    let workload: String
    let lens: String
    let milestone: Int?
    let date: Instant?
  }

  /// Reads `{Metrics: [{WorkloadId, UpdatedAt, Lenses: [{LensArn, Pillars: [{Questions: […]}]}]}]}`
  /// of get-consolidated-report, which lists only the questions with a risk.
  func readMetrics(_ document: JSONValue, into yield: inout FileYield) {
    for (number, metric) in items(document["Metrics"]) {
      addName(of: metric, to: &yield)
      for (lensNumber, lens) in items(metric["Lenses"]) {
        let origin = Origin(
          workload: workload(metric), lens: self.lens(lens), milestone: nil,
          date: time(metric["UpdatedAt"]))
        for (pillarNumber, pillar) in items(lens["Pillars"]) {
          let pillarPath = "/Metrics/\(number)/Lenses/\(lensNumber)/Pillars/\(pillarNumber)"
          for (questionNumber, question) in items(pillar["Questions"]) {
            read(
              risk: question, of: origin, practices: question["BestPractices"],
              at: "\(pillarPath)/Questions/\(questionNumber)", into: &yield)
          }
        }
      }
    }
  }

  /// Reads `{WorkloadId, MilestoneNumber, LensArn, ImprovementSummaries: [{QuestionId, Risk, …}]}`.
  func readImprovements(_ document: JSONValue, into yield: inout FileYield) {
    let origin = Origin(
      workload: workload(document), lens: lens(document), milestone: milestone(document),
      date: nil)
    for (number, question) in items(document["ImprovementSummaries"]) {
      read(
        risk: question, of: origin, practices: question["ImprovementPlans"],
        at: "/ImprovementSummaries/\(number)", into: &yield)
    }
  }

  /// Reads `{QuestionId, Risk}`; UNANSWERED answers nothing.
  private func read(
    risk element: JSONValue, of origin: Origin, practices: JSONValue?, at pointer: String,
    into yield: inout FileYield
  ) {
    let word = element["Risk"]?.string ?? ""
    if word == "UNANSWERED" { return yield.addUnanswered() }
    let number = yield.nextRecord()
    guard let question = element["QuestionId"]?.string, !question.isEmpty else {
      yield.reject(
        number, pointer: "\(pointer)/QuestionId", "expected a question's id", file: name)
      return
    }
    let risk = Self.risk(word)
    guard risk != nil || word == "NOT_APPLICABLE" else {
      let expected = "expected HIGH, MEDIUM, NONE, UNANSWERED or NOT_APPLICABLE"
      yield.reject(number, pointer: "\(pointer)/Risk", expected, file: name)
      return
    }
    var answer = Answer(question: question, choices: [], file: file, number: number)
    answer.isRiskOnly = true
    answer.isApplicable = risk != nil
    answer.apiRisk = risk
    answer.improvements = items(practices).compactMap { $0.1["ChoiceId"]?.string }
    (answer.workload, answer.date) = (origin.workload, origin.date)
    answer.lens = origin.lens.isEmpty ? nil : origin.lens
    yield.answers.append(
      WorkloadAnswer(
        answer: answer, milestone: origin.milestone, lens: origin.lens, lensVersion: nil,
        isDetailed: false))
  }

  private func workload(_ element: JSONValue) -> String {
    element["WorkloadId"]?.string ?? "unnamed workload"
  }

  private func items(_ list: JSONValue?) -> [(Int, JSONValue)] {
    list.map { Array($0.elements.enumerated()).map { ($0.offset, $0.element) } } ?? []
  }
}
