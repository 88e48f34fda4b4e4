import AssessmentModel
import EmbeddedFiles
import JSON
import LensFormat

/// The files of `templates/lens/`, whose pillars make one questionnaire.
enum LensFiles {
  /// Joins the pillars of all files in the order of their names; the first file names the lens.
  static func load(_ files: FileSet) throws(CatalogueError) -> Lens {
    var joined = Lens(name: "", pillars: [])
    var pillarIDs: Set<String> = []
    var questionIDs: Set<String> = []
    for path in files.paths(below: "templates/lens/") where path.hasSuffix(".json") {
      let lens = try decode(path, files)
      for pillar in lens.pillars {
        try claim(pillar.id, "pillar", in: &pillarIDs, path)
        for question in pillar.questions {
          try claim(question.id, "question", in: &questionIDs, path)
          try checkRules(of: question, path)
        }
      }
      let isFirst = joined.name.isEmpty
      joined = Lens(
        name: isFirst ? lens.name : joined.name,
        description: isFirst ? lens.description : joined.description,
        pillars: joined.pillars + lens.pillars)
    }
    return joined
  }

  private static func claim(
    _ id: String, _ kind: String, in ids: inout Set<String>, _ path: String
  ) throws(CatalogueError) {
    guard ids.insert(id).inserted else {
      throw CatalogueError(file: path, message: "the \(kind) \(id) is there twice")
    }
  }

  /// The rules name only choices of the question, and one of them always applies.
  private static func checkRules(
    of question: Question, _ path: String
  ) throws(CatalogueError) {
    let choices = Set(question.choices.map(\.id))
    for choice in question.riskRules.flatMap(\.condition.choices) where !choices.contains(choice) {
      throw CatalogueError(
        file: path,
        message: "a risk rule of \(question.id) names \(choice), which is no choice of it")
    }
    guard question.riskRules.contains(where: { $0.condition == .always }) else {
      throw CatalogueError(
        file: path,
        message: "the question \(question.id) has no risk rule with the condition default")
    }
  }

  private static func decode(_ path: String, _ files: FileSet) throws(CatalogueError) -> Lens {
    do {
      return try LensFormat.decode(JSONText(files[path] ?? []), file: path)
    } catch {
      switch error.place {
      case .byte(_, let line, let column):
        throw CatalogueError(file: path, line: line, column: column, message: error.message)
      case .pointer(let pointer, let column):
        let place = pointer + (column.map { ", column \($0)" } ?? "")
        throw CatalogueError(file: path, message: "at \(place): \(error.message)")
      }
    }
  }
}
