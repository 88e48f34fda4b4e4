import AssessmentModel

/// A question with its answers as the questionnaire shows it, and the page on which it stands.
struct QuestionSheet: Sendable {
  /// The id of the question.
  let question: String
  /// The id of the objective that asks it; empty where none does.
  let objective: String
  /// From 1.
  let page: Int
  let html: HTML

  /// All questions in their order, filled into pages.
  static func all(of report: Report) -> [QuestionSheet] {
    var filling = Page.Filling()
    let writer = QuestionSheetWriter(report: report)
    return report.assessment.questions.map { result in
      let html = writer.sheet(result)
      return QuestionSheet(
        question: result.question.id, objective: result.objective, page: filling.page(of: html),
        html: html)
    }
  }
}
