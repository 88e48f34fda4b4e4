/// One repair of the plan.
package enum Repair: Hashable, Sendable {
  /// Every open finding of a check, by its index, is made to pass, in every account.
  case check(Int)
  /// What an answer with risk lacks is done: the choices of a question, by its id.
  case answer(String)
}

/// The judges of an assessment, to be asked what verdicts would be after some repairs.
///
/// No rule stands here: places, questions and objectives are judged again by their own judges.
struct RepairedAssessment {
  private let placeJudge: PlaceJudge
  private var recorded: RecordedPlaces
  private(set) var questionJudge: QuestionJudge
  private var objectiveJudge: ObjectiveJudge
  /// In the order of the catalogue.
  private(set) var results: [ObjectiveResult]
  private(set) var repaired: Set<Repair> = []

  init(
    places: PlaceJudge, recorded: RecordedPlaces, questions: QuestionJudge,
    objectives: ObjectiveJudge, results: [ObjectiveResult]
  ) {
    placeJudge = places
    self.recorded = recorded
    questionJudge = questions
    objectiveJudge = objectives
    self.results = results
  }

  var catalogue: Catalogue { placeJudge.catalogue }
  var merged: MergedRecords { placeJudge.merged }
  var questions: [QuestionResult] { objectiveJudge.questions }
  var places: [[Place]] { objectiveJudge.places }

  /// The verdict of each objective.
  var verdicts: [Verdict] { results.map(\.verdict) }

  /// Makes repairs and judges what they touch again; the result is the indices of the objectives.
  mutating func make(_ repairs: Set<Repair>) -> Set<Int> {
    let new = repairs.subtracting(repaired)
    var touched = Set<Int>()
    for repair in new {
      repaired.insert(repair)
      if case .check(let check) = repair { touched.formUnion(repairCheck(check)) }
      if case .answer(let id) = repair { questionJudge.done.insert(id) }
    }
    var asking = Set<String>()
    for (question, objective) in questionJudge.asked
    where isTouched(question.id, by: new) {
      objectiveJudge.replace(questionJudge.result(of: question, objective: objective))
      asking.insert(objective)
    }
    let objectives = catalogue.objectives.indices.filter { index in
      asking.contains(catalogue.objectives[index].id)
        || claims(catalogue.objectives[index], touched)
    }
    for index in objectives {
      results[index] = objectiveJudge.result(of: catalogue.objectives[index])
    }
    return Set(objectives)
  }

  /// What a question would come to after some repairs more.
  func result(of question: QuestionResult, after repairs: Set<Repair>) -> QuestionResult {
    var judge = questionJudge
    for case .check(let check) in repairs { judge.failures.repaired.insert(check) }
    for case .answer(let id) in repairs { judge.done.insert(id) }
    return judge.result(of: question.question, objective: question.objective)
  }

  /// Repairs a check; the result is the checks whose places may have changed.
  private mutating func repairCheck(_ check: Int) -> Set<Int> {
    recorded.repaired.insert(check)
    questionJudge.failures.repaired.insert(check)
    let id = catalogue.checks[check].id
    // A pass of this check may imply one of others.
    let implied = catalogue.checks.indices.filter { other in
      catalogue.checks[other].impliedBy.contains { $0.check == id }
    }
    var changed: [Int: [Place]] = [:]
    for other in [check] + implied {
      changed[other] = places[other].map { placeJudge.place($0.key, recorded: recorded) }
    }
    objectiveJudge.repair(check, places: changed)
    questionJudge.places = objectiveJudge.places
    return Set(changed.keys)
  }

  private func isTouched(_ question: String, by repairs: Set<Repair>) -> Bool {
    repairs.contains(.answer(question))
      || (questionJudge.ties[question] ?? []).contains { tie in
        tie.contradictedBy.contains { repairs.contains(.check($0)) }
      }
  }

  private func claims(_ objective: Objective, _ checks: Set<Int>) -> Bool {
    (objective.core + objective.extension).contains { id in
      catalogue.index(ofCheck: id).map(checks.contains) ?? false
    }
  }
}
