import AssessmentModel
import YAML

/// The `lens` of assessment.yaml: a file, and which objectives ask its pillars.
struct LensEntry {
  /// A pillar and the objective that asks its questions.
  struct Mapping {
    let pillar: YAMLNode
    let objective: String

    var id: String { pillar.string ?? "" }
  }

  /// The path below the assessment folder.
  let file: String
  let line: Int
  let column: Int
  private(set) var mappings: [Mapping] = []

  /// Reads a path, or a mapping of `file` and `objectives`; nil when there is no usable path.
  ///
  /// `objectives` are the known ids; none when they are not known.
  init?(_ node: YAMLNode, objectives: [String], _ problems: inout FormProblems) {
    var pathNode: YAMLNode? = node
    var form: Form?
    if node.string == nil {
      guard let own = Form(node, keys: ["file", "objectives"], &problems) else { return nil }
      form = own
      guard own.required("file", &problems) != nil else { return nil }
      pathNode = own["file"]
    }
    guard let pathNode, let path = Self.path(pathNode, &problems) else { return nil }
    file = path
    (line, column) = (pathNode.line, pathNode.column)
    if let node = form?["objectives"] { readMappings(node, objectives, &problems) }
  }

  /// Pillar → objective, as the model wants it.
  var pillarObjectives: [String: String] {
    Dictionary(mappings.map { ($0.id, $0.objective) }, uniquingKeysWith: { first, _ in first })
  }

  /// The path without needless parts; it must lead into the folder, which holds everything.
  private static func path(_ node: YAMLNode, _ problems: inout FormProblems) -> String? {
    let text = node.string ?? ""
    let parts = text.split(separator: "/").filter { $0 != "." }
    guard !text.hasPrefix("/"), !parts.isEmpty, !parts.contains("..") else {
      problems.add(
        node, "lens must be a path in the assessment folder",
        remedy: "Put the file there, and write lens: lens/our-lens.json.")
      return nil
    }
    return parts.joined(separator: "/")
  }

  private mutating func readMappings(
    _ node: YAMLNode, _ objectives: [String], _ problems: inout FormProblems
  ) {
    guard let members = node.members else {
      problems.add(node, "objectives must be a mapping of pillars to objectives")
      return
    }
    for member in members {
      guard let text = member.value.string else {
        problems.add(member.value, "expected an objective, such as so-3")
        continue
      }
      let id = text.lowercased()
      if !objectives.isEmpty, !objectives.contains(id) {
        problems.add(
          member.value, "there is no objective \(text)",
          remedy: "Known objectives: \(objectives.joined(separator: ", ")).")
      }
      mappings.append(Mapping(pillar: member.key, objective: id))
    }
  }
}
