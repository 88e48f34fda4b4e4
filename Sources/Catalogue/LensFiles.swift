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
      let source = Source(path: path, text: files.text(path) ?? "")
      for pillar in lens.pillars {
        try claim(pillar.id, "pillar", in: &pillarIDs, source)
        for question in pillar.questions {
          try claim(question.id, "question", in: &questionIDs, source)
          try checkRules(of: question, source)
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

  /// A lens file, for the places of what is wrong in it.
  private struct Source {
    let path: String
    let text: String

    /// The error about an id, at the last line that has it as an `id`.
    func error(_ id: String, _ message: String) -> CatalogueError {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let last = lines.lastIndex { line in
        line.contains("\"id\"") && line.contains("\"\(id)\"")
      }
      return CatalogueError(file: path, line: (last ?? 0) + 1, message: message)
    }
  }

  private static func claim(
    _ id: String, _ kind: String, in ids: inout Set<String>, _ source: Source
  ) throws(CatalogueError) {
    guard ids.insert(id).inserted else {
      throw source.error(id, "the \(kind) \(id) is there twice; give one of them another id")
    }
  }

  /// The rules name only choices of the question, and one of them always applies.
  private static func checkRules(
    of question: Question, _ source: Source
  ) throws(CatalogueError) {
    let choices = question.choices.map(\.id)
    for choice in question.riskRules.flatMap(\.condition.choices) where !choices.contains(choice) {
      throw source.error(
        question.id,
        "a risk rule of \(question.id) names \(choice), which is no choice of it; its choices are "
          + choices.joined(separator: ", "))
    }
    guard question.riskRules.contains(where: { $0.condition == .always }) else {
      throw source.error(
        question.id,
        "the question \(question.id) has no risk rule with the condition default; add one as the "
          + "last")
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
