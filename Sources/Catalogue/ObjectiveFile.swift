import AssessmentModel
import EmbeddedFiles
import YAML

/// A file of `templates/objectives/`: an objective with what it refers to checked.
struct ObjectiveFile {
  private static let keys = [
    "id", "title", "summary", "pillar", "core", "extension", "links", "evidence",
  ]
  private static let evidenceKeys = ["question", "command", "shows"]
  private static let linkKeys = ["question", "choice", "contradicted-by", "confirmed-by"]

  private let file: TemplateFile
  private let fields: Fields
  /// Lower-case id → id as its file spells it.
  private let checks: [String: String]
  private let lens: Lens

  /// Reads a file whose name is the objective's id.
  init(
    _ path: String, in files: FileSet, checks: [Check], lens: Lens
  ) throws(CatalogueError) {
    file = try TemplateFile(path, in: files)
    fields = try Fields(file.header, file: path, keys: Self.keys)
    self.checks = Dictionary(
      checks.map { ($0.id.lowercased(), $0.id) }, uniquingKeysWith: { first, _ in first })
    self.lens = lens
  }

  /// The objective.
  func objective() throws(CatalogueError) -> Objective {
    let id = try fields.required("id")
    guard id == file.name, Self.number(of: id) != nil else {
      throw fields.error(
        "id must be the file's name without .md, such as so-3", at: fields.value("id"))
    }
    var links: [Objective.Link] = []
    for node in try fields.list("links") { links.append(try link(node)) }
    var supporting: [SupportingEvidence] = []
    for node in try fields.list("evidence") { supporting.append(try evidence(node)) }
    return Objective(
      id: id, title: try fields.required("title"), summary: try fields.text("summary") ?? "",
      pillar: try fields.text("pillar"), core: try checkIDs(fields, "core"),
      extension: try checkIDs(fields, "extension"), links: links, supporting: supporting,
      guidance: file.body)
  }

  /// The number in an id such as `so-3`.
  static func number(of id: String) -> Int? {
    guard id.hasPrefix("so-") else { return nil }
    return Int(id.dropFirst(3)).flatMap { $0 > 0 ? $0 : nil }
  }

  private func evidence(_ node: YAMLNode) throws(CatalogueError) -> SupportingEvidence {
    let own = try Fields(node, file: file.path, keys: Self.evidenceKeys)
    let id = try own.required("question")
    guard lens.question(id) != nil else {
      throw own.error(
        "the lens has no question \(id); name one of templates/lens, or remove the entry",
        at: own.value("question"))
    }
    return SupportingEvidence(
      question: id, command: try own.required("command"), shows: try own.required("shows"))
  }

  private func link(_ node: YAMLNode) throws(CatalogueError) -> Objective.Link {
    let own = try Fields(node, file: file.path, keys: Self.linkKeys)
    let (id, choice) = (try own.required("question"), try own.required("choice"))
    guard let question = lens.question(id) else {
      throw own.error(
        "the lens has no question \(id); name one of templates/lens, or remove the entry",
        at: own.value("question"))
    }
    guard question.choices.contains(where: { $0.id == choice }) else {
      throw own.error(
        "the question \(id) has no choice \(choice); its choices are "
          + question.choices.map(\.id).joined(separator: ", "), at: own.value("choice"))
    }
    return Objective.Link(
      question: id, choice: choice, contradictedBy: try checkIDs(own, "contradicted-by"),
      confirmedBy: try checkIDs(own, "confirmed-by"))
  }

  /// The checks that a list names, as their own files spell them.
  private func checkIDs(_ fields: Fields, _ key: String) throws(CatalogueError) -> [String] {
    var ids: [String] = []
    for node in try fields.list(key) {
      let text = node.string ?? ""
      guard let id = checks[text.lowercased()] else {
        throw fields.error(
          "there is no check \(text) in templates/checks; add its file, or remove the id", at: node)
      }
      guard !ids.contains(id) else {
        throw fields.error(
          "\(id) is there twice; remove one", at: node)
      }
      ids.append(id)
    }
    return ids
  }
}
