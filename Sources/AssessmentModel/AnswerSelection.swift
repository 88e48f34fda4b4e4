/// Which of several answers hold (rules.md 7).
struct AnswerSelection {
  private let answers: [Answer]
  private let byQuestion: [String: [Int]]

  /// Answers of a later date than `asOf` are left out.
  init(answers: [Answer], asOf: Instant) {
    self.answers = answers
    byQuestion = Dictionary(
      grouping: answers.indices.filter { index in
        answers[index].date.map { !Self.isLater($0, than: asOf) } ?? true
      }, by: { answers[$0].question })
  }

  /// An answer of a plain date counts from the start of that day.
  static func isLater(_ date: Instant, than asOf: Instant) -> Bool {
    date == date.endOfDay ? date.day > asOf.day : date > asOf
  }

  /// Indices of the answers that hold in an account: the newest of each workload, or offline.
  ///
  /// Where several are equally new and differ, all of them hold, and so the worst.
  func answers(to question: String, in account: String) -> [Int] {
    let covering = (byQuestion[question] ?? []).filter { answers[$0].covers(account) }
    let byWorkload = Dictionary(grouping: covering) { answers[$0].workload ?? "" }
    let offline = byWorkload[""] ?? []
    let others = byWorkload.filter { !$0.key.isEmpty }
    let newer = offline.isEmpty ? others : others.filter { isAfter($0.value, offline) }
    return newer.isEmpty
      ? newest(offline) : newer.sorted { $0.key < $1.key }.flatMap { holding($0.value) }
  }

  /// Of one workload's answers those that hold: of answers with choices the newest, unless a newer
  /// one of which only the risk is known tells another risk.
  private func holding(_ indices: [Int]) -> [Int] {
    let told = newest(indices.filter { !answers[$0].isRiskOnly })
    let risks = newest(indices.filter { answers[$0].isRiskOnly })
    guard let first = told.first, let risk = risks.first else { return told + risks }
    guard let date = answers[risk].date, answers[first].date.map({ date > $0 }) ?? true else {
      return told
    }
    return risks.allSatisfy { risk in told.contains { isSame(risk, $0) } } ? told : risks
  }

  /// Whether the tool printed the same risk for both.
  private func isSame(_ first: Int, _ second: Int) -> Bool {
    answers[first].isApplicable == answers[second].isApplicable
      && answers[first].apiRisk == answers[second].apiRisk
  }

  /// The answers of the newest date, each different one once.
  private func newest(_ indices: [Int]) -> [Int] {
    let date = indices.compactMap { answers[$0].date }.max()
    var seen: Set<Content> = []
    return indices.filter { index in
      answers[index].date == date && seen.insert(Content(answers[index])).inserted
    }
  }

  /// What an answer says; copies say the same.
  private struct Content: Hashable {
    let choices: Set<String>
    let isApplicable: Bool
    let validUntil: Instant?
    let risk: Risk?

    init(_ answer: Answer) {
      choices = Set(answer.choices)
      isApplicable = answer.isApplicable
      validUntil = answer.validUntil
      risk = answer.apiRisk
    }
  }

  /// Whether a workload's answers are of a later day than the offline ones; undated ones lose.
  private func isAfter(_ workload: [Int], _ offline: [Int]) -> Bool {
    guard let date = workload.compactMap({ answers[$0].date }).max() else { return false }
    return offline.compactMap { answers[$0].date }.max().map { date.day > $0.day } ?? true
  }
}
