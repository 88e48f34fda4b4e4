import AssessmentModel
import YAML

/// Answers that people wrote or that the questionnaire page saved: a list, or `answers:` with one.
struct OfflineAnswersFile {
  private static let keys = [
    "question", "choices", "applicable", "note", "author", "date", "valid-until", "accounts",
    "attachments", "entered",
  ]

  private let file: Int
  private(set) var answers: [Answer] = []
  private(set) var problems = FormProblems()

  /// Reads the whole file; everything that is wrong is in `problems`.
  init(_ root: YAMLNode, file: Int) {
    self.file = file
    guard !root.isNull else { return }
    if let responses = root["questionResponses"]?.list {
      for node in responses { readResponse(node) }
    } else if let list = root.list {
      for node in list { read(node) }
    } else if let form = Form(root, keys: ["answers"], &problems) {
      for node in form.list("answers", &problems) ?? [] { read(node) }
    }
  }

  private mutating func read(_ node: YAMLNode) {
    guard let form = Form(node, keys: Self.keys, &problems),
      let question = form.required("question", &problems)
    else { return }
    var answer = Answer(
      question: question, choices: form.texts("choices", &problems) ?? [], file: file,
      number: answers.count + 1)
    answer.isApplicable = applicable(form)
    if form["choices"] == nil, answer.isApplicable {
      problems.add(node, "choices is missing", remedy: "Write choices: [] when none is true yet.")
    }
    answer.note = form.text("note", &problems)
    answer.author = form.text("author", &problems)
    answer.date = form.time("date", &problems)
    answer.validUntil = form.time("valid-until", &problems)
    answer.accounts = form.accounts("accounts", &problems)
    answer.attachments = form.texts("attachments", &problems) ?? []
    answer.entered = form.time("entered", &problems)
    answers.append(answer)
  }

  private mutating func applicable(_ form: Form) -> Bool {
    guard let node = form["applicable"] else { return true }
    guard let isApplicable = node.bool else {
      problems.add(node, "applicable must be true or false")
      return true
    }
    return isApplicable
  }

  /// `{"questionId": "…", "choices": ["…"]}`, as other tools write it.
  private mutating func readResponse(_ node: YAMLNode) {
    guard let question = node["questionId"]?.string else {
      problems.add(node, "questionId is missing")
      return
    }
    let choices = node["choices"]?.list ?? []
    answers.append(
      Answer(
        question: question, choices: choices.compactMap(\.string), file: file,
        number: answers.count + 1))
  }
}
