/// Which of several answers hold (rules.md 7).
///
/// Answers are sorted by question and account once, so that thousands of them stay cheap.
struct AnswerSelection {
  /// The answers to one question, as indices in their order.
  private struct Candidates {
    var all: [Int] = []
    /// Those that name no account.
    var everywhere: [Int] = []
    /// Those that name accounts, by each of them.
    var byAccount: [String: [Int]] = [:]
    /// Those that hold in an account that none of them names.
    var holdingElsewhere: [Int] = []
  }

  private let answers: [Answer]
  /// A number for what each answer says; copies have the same.
  private let contents: [Int]
  private var byQuestion: [String: Candidates] = [:]

  /// Answers of a later date than `asOf` are left out.
  init(answers: [Answer], asOf: Instant) {
    self.answers = answers
    var numbers: [Content: Int] = [:]
    var contents: [Int] = []
    for answer in answers {
      let content = Content(answer)
      let number = numbers[content] ?? numbers.count
      numbers[content] = number
      contents.append(number)
    }
    self.contents = contents
    for (index, answer) in answers.enumerated() {
      if let date = answer.date, Self.isLater(date, than: asOf) { continue }
      add(index, answer)
    }
    byQuestion = byQuestion.mapValues { candidates in
      var candidates = candidates
      candidates.holdingElsewhere = holding(among: candidates.everywhere)
      return candidates
    }
  }

  private mutating func add(_ index: Int, _ answer: Answer) {
    var candidates = byQuestion.removeValue(forKey: answer.question) ?? Candidates()
    candidates.all.append(index)
    if let accounts = answer.accounts, !accounts.isEmpty {
      for account in Set(accounts) { candidates.byAccount[account, default: []].append(index) }
    } else {
      candidates.everywhere.append(index)
    }
    byQuestion[answer.question] = candidates
  }

  /// An answer of a plain date counts from the start of that day.
  static func isLater(_ date: Instant, than asOf: Instant) -> Bool {
    date == date.endOfDay ? date.day > asOf.day : date > asOf
  }

  /// Indices of the answers that hold in an account: the newest of each workload, or offline; an
  /// empty account is covered by all of them.
  ///
  /// Where several are equally new and differ, all of them hold, and so the worst.
  func answers(to question: String, in account: String) -> [Int] {
    guard let candidates = byQuestion[question] else { return [] }
    if account.isEmpty { return holding(among: candidates.all) }
    guard let own = candidates.byAccount[account] else { return candidates.holdingElsewhere }
    return holding(among: (candidates.everywhere + own).sorted())
  }

  /// Indices of the answers that hold in any of these accounts.
  func answers(heldIn accounts: [String]) -> Set<Int> {
    Set(byQuestion.keys.flatMap { question in accounts.flatMap { answers(to: question, in: $0) } })
  }

  private func holding(among covering: [Int]) -> [Int] {
    let byWorkload = Dictionary(grouping: covering) { answers[$0].workload ?? "" }
    let offline = byWorkload[""] ?? []
    let others = byWorkload.filter { !$0.key.isEmpty }
    let newer = offline.isEmpty ? others : others.filter { isAfter($0.value, offline) }
    return newer.isEmpty
      ? newest(offline) : newer.sorted { $0.key < $1.key }.flatMap { holding(ofWorkload: $0.value) }
  }

  /// Of one workload's answers those that hold: of answers with choices the newest, unless a newer
  /// one of which only the risk is known tells another risk.
  private func holding(ofWorkload indices: [Int]) -> [Int] {
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

  /// The answers of the newest date, and of these the ones entered last, each different one once.
  private func newest(_ indices: [Int]) -> [Int] {
    let date = indices.compactMap { answers[$0].date }.max()
    let ofDate = indices.filter { answers[$0].date == date }
    let entered = ofDate.compactMap { answers[$0].entered }.max()
    var seen: Set<Int> = []
    return ofDate.filter { index in
      answers[index].entered == entered && seen.insert(contents[index]).inserted
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
