import AssessmentModel
import JSON

/// Reads the outputs of the Well-Architected Tool.
struct WellArchitectedReader {
  /// Number of the file in the evidence.
  let file: Int
  let name: String

  /// Adds what one output tells.
  func read(_ kind: WellArchitectedKind, _ document: JSONValue, into yield: inout FileYield) {
    switch kind {
    case .listAnswers:
      let summaries = document["AnswerSummaries"].map { Array($0.elements) } ?? []
      for element in summaries { read(answer: element, of: document, into: &yield) }
      warnOfPage(document, "answers", &yield)
    case .getAnswer:
      if let answer = document["Answer"] {
        read(answer: answer, of: document, isDetailed: true, into: &yield)
      }
    case .getWorkload:
      if let workload = document["Workload"] { add(workload: workload, to: &yield) }
    case .listWorkloads:
      for workload in document["WorkloadSummaries"].map({ Array($0.elements) }) ?? [] {
        addName(of: workload, updated: time(workload["UpdatedAt"]), to: &yield)
      }
    case .getMilestone:
      if let milestone = document["Milestone"] { add(milestone, of: document, to: &yield) }
    case .listMilestones:
      for milestone in document["MilestoneSummaries"].map({ Array($0.elements) }) ?? [] {
        add(milestone, of: document, to: &yield)
      }
    case .getLensReview: addReview(document, to: &yield)
    case .getConsolidatedReport:
      readMetrics(document, into: &yield)
      warnOfPage(document, "workloads", &yield)
    case .listLensReviewImprovements:
      readImprovements(document, into: &yield)
      warnOfPage(document, "questions", &yield)
    }
  }

  private func warnOfPage(_ document: JSONValue, _ things: String, _ yield: inout FileYield) {
    guard document["NextToken"]?.string?.isEmpty == false else { return }
    yield.remark(
      .warning, "page-missing", file: name,
      "it ends with a NextToken; \(things) of further pages may be missing",
      remedy: "Fetch every page, with --next-token into files of their own.")
  }

  private func read(
    answer element: JSONValue, of document: JSONValue, isDetailed: Bool = false,
    into yield: inout FileYield
  ) {
    let isApplicable = element["IsApplicable"]?.bool ?? true
    let choices = selected(in: element)
    guard !choices.isEmpty || !isApplicable else {
      yield.addUnanswered()
      return
    }
    let number = yield.nextRecord()
    guard let question = element["QuestionId"]?.string, !question.isEmpty else {
      yield.reject(number, pointer: "/QuestionId", "expected a question's id", file: name)
      return
    }
    var answer = Answer(question: question, choices: choices, file: file, number: number)
    answer.isApplicable = isApplicable
    answer.note = element["Notes"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    answer.workload = document["WorkloadId"]?.string ?? "unnamed workload"
    answer.lens = lens(document).isEmpty ? nil : lens(document)
    answer.apiRisk = element["Risk"]?.string.flatMap(Self.risk)
    yield.answers.append(
      WorkloadAnswer(
        answer: answer, milestone: milestone(document), lens: lens(document),
        lensVersion: document["LensVersion"]?.string, isDetailed: isDetailed))
  }

  /// The selected choices of an answer, from either of the two lists that tell them.
  private func selected(in element: JSONValue) -> [String] {
    let choices = element["SelectedChoices"]?.elements.compactMap(\.string) ?? []
    guard choices.isEmpty else { return choices }
    let details = element["ChoiceAnswers"] ?? element["ChoiceAnswerSummaries"]
    return (details.map { Array($0.elements) } ?? [])
      .filter { $0["Status"]?.isString("SELECTED") ?? false }
      .compactMap { $0["ChoiceId"]?.string }
  }

  /// The risk words of the API; UNANSWERED and NOT_APPLICABLE are no risks.
  static func risk(_ word: String) -> Risk? {
    switch word {
    case "HIGH": .high
    case "MEDIUM": .medium
    case "NONE": Risk.none
    default: nil
    }
  }

  func milestone(_ document: JSONValue) -> Int? {
    document["MilestoneNumber"]?.int.flatMap { $0 > 0 ? $0 : nil }
  }

  func lens(_ document: JSONValue) -> String {
    document["LensArn"]?.string ?? document["LensAlias"]?.string ?? ""
  }

  // MARK: Workloads

  private func add(workload: JSONValue, to yield: inout FileYield) {
    guard let id = workload["WorkloadId"]?.string else { return }
    yield.workloads.append(
      WorkloadFact(
        workload: id,
        content: .workload(accounts: accounts(workload), updated: time(workload["UpdatedAt"]))))
    addName(of: workload, to: &yield)
  }

  func addName(of workload: JSONValue, updated: Instant? = nil, to yield: inout FileYield) {
    guard let id = workload["WorkloadId"]?.string else { return }
    let name = workload["WorkloadName"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    yield.workloads.append(
      WorkloadFact(workload: id, content: .name(name, updated: updated)))
  }

  private func add(_ milestone: JSONValue, of document: JSONValue, to yield: inout FileYield) {
    if let workload = milestone["Workload"] ?? milestone["WorkloadSummary"] {
      addName(of: workload, to: &yield)
    }
    let id = document["WorkloadId"]?.string ?? milestone["Workload", "WorkloadId"]?.string
    guard let id, let number = milestone["MilestoneNumber"]?.int else { return }
    yield.workloads.append(
      WorkloadFact(
        workload: id,
        content: .milestone(
          number, accounts: milestone["Workload"].flatMap { accounts($0) },
          recorded: time(milestone["RecordedAt"]))))
  }

  private func addReview(_ document: JSONValue, to yield: inout FileYield) {
    guard let review = document["LensReview"], let id = document["WorkloadId"]?.string else {
      return
    }
    yield.workloads.append(
      WorkloadFact(
        workload: id,
        content: .review(
          lens: lens(review), version: review["LensVersion"]?.string,
          milestone: milestone(document), updated: time(review["UpdatedAt"]))))
  }

  private func accounts(_ workload: JSONValue) -> [String]? {
    let accounts = workload["AccountIds"]?.elements.compactMap(\.string) ?? []
    return accounts.isEmpty ? nil : accounts
  }

  func time(_ value: JSONValue?) -> Instant? { FindingTime(value).instant }
}
