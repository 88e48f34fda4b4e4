import AssessmentModel
import Markdown

/// Composes one question with its answers as Markdown.
struct QuestionComposer {
  let report: Report
  let result: QuestionResult
  let map: SiteMap
  /// The most bytes that the answers may take; at least one is shown.
  let limit: Int

  /// A third-level heading, the status, and the answer of each group of accounts.
  var text: String {
    let question = result.question
    var parts = [
      "### \(MarkdownText.escape(question.id)) \(MarkdownHeadingText.escape(question.title))",
      "**\(result.status.word)**" + (result.isContradicted ? " – contradicted by evidence" : ""),
    ]
    let blocks = AnswerBlock.blocks(of: result)
    let shown = Page.fitting(blocks.lazy.map(text(of:)), limit: limit) { $0.utf8.count }
    parts += shown
    if shown.count < blocks.count {
      let rest = Count.of(blocks.count - shown.count, "further answer")
      parts.append(
        "[\(rest)](\(report.link(toQuestion: question.id, on: map))) of other accounts.")
    }
    return parts.joined(separator: "\n\n")
  }

  private func text(of block: AnswerBlock) -> String {
    var parts: [String] = []
    if !block.isWhole(of: report.accounts.count) {
      parts.append(
        block.groups.map { group in
          let names = Count.list(report.names(of: group.accounts).map(MarkdownText.escape))
          return "\(names): **\(group.status.word)**"
        }.joined(separator: " · "))
    }
    guard let index = block.answer else {
      return (parts + ["No answer is in the evidence."]).joined(separator: "\n\n")
    }
    let answer = report.assessment.evidence.answers[index]
    parts.append(choices(answer, block))
    parts.append(provenance(answer))
    if let note = answer.note {
      parts.append("> " + MarkdownText.escape(AnswerWords.note(note)))
    }
    return parts.joined(separator: "\n\n")
  }

  private func choices(_ answer: Answer, _ block: AnswerBlock) -> String {
    if !answer.isApplicable { return "Marked as not applicable." }
    if answer.isRiskOnly { return AnswerWords.riskOnly }
    let known = result.question.choices.map { choice in
      let mark = answer.choices.contains(choice.id) ? "☑" : "☐"
      let accounts = report.names(of: block.contradicting(choice.id)).map(MarkdownText.escape)
      let against = accounts.isEmpty ? "" : " – contradicted in \(Count.list(accounts))"
      return "- \(mark) \(MarkdownText.escape(choice.title))\(against)"
    }
    let ids = Set(result.question.choices.map(\.id))
    let unknown = answer.choices.filter { !ids.contains($0) }.prefix(20).map {
      "- ☑ \(MarkdownText.escape($0)) – not a choice of this version of the lens"
    }
    return (known + unknown).joined(separator: "\n")
  }

  private func provenance(_ answer: Answer) -> String {
    MarkdownText.escape(AnswerWords.provenance(answer, files: report.assessment.evidence.files))
  }
}

/// Accounts of a question that share an answer and what it comes to.
struct AnswerGroup {
  var accounts: [StringID]
  let verdict: QuestionVerdict
  let risk: Risk?
  let answer: Int?
  let contradictedChoices: [String]
  /// The risk is the one that the Well-Architected Tool printed.
  let riskIsFromAPI: Bool

  var status: Status { Status(verdict: verdict, risk: risk) }

  static func groups(of result: QuestionResult) -> [AnswerGroup] {
    var groups: [AnswerGroup] = []
    for item in result.accounts {
      let match = groups.firstIndex { group in
        group.answer == item.answer && group.verdict == item.verdict && group.risk == item.risk
          && group.contradictedChoices == item.contradictedChoices
      }
      if let match {
        groups[match].accounts.append(item.account)
      } else {
        groups.append(
          AnswerGroup(
            accounts: [item.account], verdict: item.verdict, risk: item.risk, answer: item.answer,
            contradictedChoices: item.contradictedChoices, riskIsFromAPI: item.riskIsFromAPI))
      }
    }
    return groups
  }
}

/// One answer, and what it comes to in the accounts that it holds for.
struct AnswerBlock {
  /// Index of the answer; nil where nothing covers the accounts.
  let answer: Int?
  var groups: [AnswerGroup]

  /// Whether it comes to the same in all accounts of the report, or in the one without a name.
  func isWhole(of accounts: Int) -> Bool {
    groups.count == 1 && groups[0].accounts.count >= accounts
  }

  /// Accounts in which an open failure contradicts a choice.
  func contradicting(_ choice: String) -> [StringID] {
    groups.filter { $0.contradictedChoices.contains(choice) }.flatMap(\.accounts)
  }

  static func blocks(of result: QuestionResult) -> [AnswerBlock] {
    var blocks: [AnswerBlock] = []
    for group in AnswerGroup.groups(of: result) {
      if let index = blocks.firstIndex(where: { $0.answer == group.answer }) {
        blocks[index].groups.append(group)
      } else {
        blocks.append(AnswerBlock(answer: group.answer, groups: [group]))
      }
    }
    return blocks
  }
}

/// Answers in words.
enum AnswerWords {
  /// What stands in place of the choices of an answer of which only the risk is known.
  static let riskOnly =
    "Risk as the Well-Architected Tool printed it; the choices are not in the evidence."

  /// A person's note in the length in which pages show it.
  static func note(_ text: String) -> String {
    ShownText.short(text, limit: 4000, whole: "its file")
  }

  /// Who answered, when, until when it holds, and in which file it stands.
  static func provenance(_ answer: Answer, files: [EvidenceFile]) -> String {
    var text = "Answered"
    if let author = answer.author { text += " by \(author)" }
    if let date = answer.date { text += " on \(date.day)" }
    if let entered = answer.entered { text += ", entered \(entered.rfc3339)" }
    if let until = answer.validUntil { text += ", valid until \(until.day)" }
    if let workload = answer.workload {
      text += ", workload \(answer.workloadName.map { "\($0) (\(workload))" } ?? workload)"
    }
    text += ". Source: \(files[answer.file].name), answer \(answer.number)."
    if let risk = answer.apiRisk, !answer.isRiskOnly {
      text += " The Well-Architected Tool’s own risk: \(risk.word)."
    }
    if !answer.attachments.isEmpty {
      text += " Attachments: \(answer.attachments.joined(separator: ", "))."
    }
    return ShownText.short(text, limit: 1000, whole: "its file")
  }
}
