import AssessmentModel

/// data/questionnaire.js: what the questions pages need so that answers can be filled in there.
///
/// One classic script for all pages of the questionnaire, since a file that is saved on any of them
/// holds the answers of all. It assigns one object:
///
///     window.SO_REPORT_QUESTIONNAIRE = {
///       digest, title, lens,
///       asOf: { day: "2026-11-20", isGiven: true },
///       statuses: { high: ["High risk", style, symbol], … },
///       accounts: [{ id, name }],
///       questions: [{ id, anchor, link, title, choices: [{ id, title, isNone }],
///         rules: [[risk, tokens]], conflicts: [{ choice, check, account, risk }], answers: […] }],
///       carried: [ answers that hold nowhere yet, in the form of an answers file ] };
///
/// `choice` and `account` are numbers from 0. An answer has `accounts`, numbers, or null for all;
/// where nothing was answered it has nothing else. Its texts are whole, not shortened.
struct QuestionnaireData {
  let report: Report

  private var assessment: Assessment { report.assessment }

  var bytes: [UInt8] {
    var output = Array("window.SO_REPORT_QUESTIONNAIRE = ".utf8)
    json.write(into: &output, depth: 2)
    output.append(utf8: ";\n")
    return output
  }

  private var json: JSONOutput {
    let conflicts = Dictionary(grouping: assessment.choiceConflicts, by: \.question)
    let numbers = Dictionary(
      report.accounts.enumerated().map { ($1.account.id, $0) },
      uniquingKeysWith: { first, _ in first })
    return .object([
      ("digest", .text(report.digest)), ("title", .text(report.title)),
      ("lens", .text(report.catalogue.lens.name)),
      (
        "asOf",
        .object([
          ("day", .text(assessment.asOf.day)), ("isGiven", .flag(!assessment.asOfIsObserved)),
        ])
      ),
      ("statuses", statuses),
      ("accounts", .list(report.accounts.map { account($0.account.id) })),
      (
        "questions",
        .list(
          assessment.questions.map { result in
            question(result, conflicts[result.question.id] ?? [], numbers)
          })
      ),
      ("carried", .list(carried)),
    ])
  }

  /// The badges of answers: by the risk where there is one, else by the verdict.
  private var statuses: JSONOutput {
    let risks = Risk.allCases.map { ($0.word, Status(verdict: .answered, risk: $0)) }
    let verdicts = QuestionVerdict.allCases.filter { $0 != .answered }
      .map { ($0.word, Status(verdict: $0, risk: nil)) }
    return .object(
      (risks + verdicts).map { name, status in
        (name, .texts([status.word, status.style, status.symbol]))
      })
  }

  private func account(_ id: StringID) -> JSONOutput {
    .object([("id", .text(report.text(id))), ("name", .text(report.name(of: id)))])
  }

  private func question(
    _ result: QuestionResult, _ conflicts: [ChoiceConflict], _ accounts: [StringID: Int]
  ) -> JSONOutput {
    let question = result.question
    return .object([
      ("id", .text(question.id)), ("anchor", .text(AnchorName.question(question.id))),
      ("link", .text(report.link(toQuestion: question.id, on: SiteMap(page: "")))),
      ("title", .text(question.title)),
      ("choices", .list(question.choices.map(choice))),
      (
        "rules",
        .list(
          RiskProgram(question).rules.map { .list([.text($0.risk.word), .text($0.tokens)]) })
      ),
      (
        "conflicts",
        .list(conflicts.compactMap { conflict($0, question, accounts) })
      ),
      ("answers", .list(AnswerBlock.blocks(of: result).map { answer($0, accounts) })),
    ])
  }

  private func choice(_ choice: Question.Choice) -> JSONOutput {
    .object(
      [("id", .text(choice.id)), ("title", .text(choice.title))]
        + (choice.isNone ? [("isNone", .flag(true))] : []))
  }

  private func conflict(
    _ conflict: ChoiceConflict, _ question: Question, _ accounts: [StringID: Int]
  ) -> JSONOutput? {
    guard let choice = question.choices.firstIndex(where: { $0.id == conflict.choice }),
      let account = accounts[conflict.account]
    else { return nil }
    return .object([
      ("choice", .number(choice)), ("check", .text(conflict.check)),
      ("account", .number(account)), ("risk", .text(conflict.risk.word)),
    ])
  }

  // MARK: Answers

  private func answer(_ block: AnswerBlock, _ accounts: [StringID: Int]) -> JSONOutput {
    let held = block.groups.flatMap(\.accounts).compactMap { accounts[$0] }.sorted()
    let answer = block.answer.map { assessment.evidence.answers[$0] }
    let isForAll =
      block.groups.flatMap(\.accounts).count >= report.accounts.count
      && answer?.accounts?.isEmpty ?? true
    return .object(
      [("accounts", isForAll ? .null : .list(held.map(JSONOutput.number)))]
        + (answer.map(members) ?? []))
  }

  /// What an answer says; what it does not say is left out.
  private func members(of answer: Answer) -> [(String, JSONOutput)] {
    var members: [(String, JSONOutput)] = [("choices", .texts(answer.choices))]
    if !answer.isApplicable { members.append(("applicable", .flag(false))) }
    for (key, text) in [
      ("note", answer.note), ("author", answer.author), ("date", answer.date?.day),
      ("valid-until", answer.validUntil?.day),
    ] {
      if let text { members.append((key, .text(text))) }
    }
    if !answer.attachments.isEmpty { members.append(("attachments", .texts(answer.attachments))) }
    for (key, text) in [
      ("entered", answer.entered?.rfc3339), ("workload", answer.workloadName ?? answer.workload),
      ("risk", answer.apiRisk?.word),
    ] {
      if let text { members.append((key, .text(text))) }
    }
    if answer.isRiskOnly { members.append(("isRiskOnly", .flag(true))) }
    return members
  }

  /// Answers that were entered on the page and hold nowhere, though no other replaced them.
  ///
  /// They are of a day after the as-of, of other accounts, or of questions that the lens does not
  /// have. A file that is saved again keeps them.
  private var carried: [JSONOutput] {
    zip(assessment.evidence.answers, assessment.answerOutcomes).compactMap { answer, outcome in
      guard answer.entered != nil, [.later, .outOfScope, .unmapped].contains(outcome) else {
        return nil
      }
      let accounts = answer.accounts.map { [("accounts", JSONOutput.texts($0))] } ?? []
      return .object([("question", .text(answer.question))] + members(of: answer) + accounts)
    }
  }
}
