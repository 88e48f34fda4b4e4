import AssessmentModel
import EmbeddedFiles
import JSON
import YAML

/// The files of `templates/mappings/`: AWS's facts about checks.
struct MappingFiles {
  private static let folder = "templates/mappings/"

  let files: FileSet

  /// The standards of Security Hub, from standards.yaml.
  func standards() throws(CatalogueError) -> [AssessmentModel.Catalogue.Standard] {
    let path = Self.folder + "standards.yaml"
    let root = try TemplateFile.parse(try TemplateFile.text(of: path, in: files), path: path)
    guard let list = root.list else {
      throw CatalogueError(file: path, message: "expected a list of standards")
    }
    var standards: [AssessmentModel.Catalogue.Standard] = []
    for node in list {
      let fields = try Fields(node, file: path, keys: ["name", "title", "id"])
      standards.append(
        .init(
          name: try fields.required("name"), title: try fields.required("title"),
          id: try fields.required("id")))
    }
    return standards
  }

  /// Legacy GeneratorId → the controls that it stands for, from generator-ids.json.
  func generatorIDs() throws(CatalogueError) -> [String: [String]] {
    let path = Self.folder + "generator-ids.json"
    let parser = JSONParser()
    return try lists(of: try parse(path, with: parser), path)
  }

  /// Region → the controls that AWS does not offer there, in lower case.
  func notOffered() throws(CatalogueError) -> [String: Set<String>] {
    let path = Self.folder + "regional-availability.json"
    let parser = JSONParser()
    guard let regions = try parse(path, with: parser)["regions"] else {
      throw CatalogueError(file: path, message: "\"regions\" is missing")
    }
    return try lists(of: regions, path).mapValues { Set($0.map { $0.lowercased() }) }
  }

  /// The names of Security Hub's controls, from controls.json: id → title and severity.
  func knownControls() throws(CatalogueError)
    -> [String: AssessmentModel.Catalogue.KnownControl]
  {
    let path = Self.folder + "controls.json"
    let parser = JSONParser()
    let lists = try lists(of: try parse(path, with: parser), path)
    var controls: [String: AssessmentModel.Catalogue.KnownControl] = [:]
    for (id, list) in lists {
      guard list.count == 2, let severity = Severity(label: list[1]) else {
        throw CatalogueError(file: path, message: "\(id) must have a title and a severity")
      }
      controls[id] = .init(title: list[0], severity: severity)
    }
    return controls
  }

  /// The checks of Trusted Advisor whose rows are read by column, from trusted-advisor.yaml.
  func advisorChecks() throws(CatalogueError) -> [TrustedAdvisorCheck] {
    let path = Self.folder + "trusted-advisor.yaml"
    let root = try TemplateFile.parse(try TemplateFile.text(of: path, in: files), path: path)
    guard let list = root.list else {
      throw CatalogueError(file: path, message: "expected a list of checks")
    }
    var checks: [TrustedAdvisorCheck] = []
    for node in list {
      let fields = try Fields(node, file: path, keys: ["id", "name", "columns", "arns"])
      let check = TrustedAdvisorCheck(
        id: try fields.required("id"), name: try fields.required("name"),
        columns: fields.value("columns") == nil ? nil : try fields.texts("columns"),
        arns: try fields.texts("arns"))
      let named = check.arns.flatMap(TrustedAdvisorCheck.columns(in:))
      for column in named where check.columns?.contains(column) != true {
        throw fields.error("{\(column)} is no column of \(check.id)", at: fields.value("arns"))
      }
      checks.append(check)
    }
    return checks
  }

  private func parse(
    _ path: String, with parser: JSONParser
  ) throws(CatalogueError) -> JSONValue {
    let text = JSONText(try TemplateFile.text(of: path, in: files))
    do {
      return try parser.parse(text)
    } catch {
      let (line, column) = lineAndColumn(of: error.offset, in: text)
      throw CatalogueError(file: path, line: line, column: column, message: error.message)
    }
  }

  private func lists(
    of value: JSONValue, _ path: String
  ) throws(CatalogueError) -> [String: [String]] {
    var lists: [String: [String]] = [:]
    for member in value.members {
      guard member.value.kind == .array,
        member.value.elements.allSatisfy({ $0.kind == .string })
      else {
        throw CatalogueError(file: path, message: "\(member.key) must be a list of strings")
      }
      lists[member.key] = member.value.elements.compactMap(\.string)
    }
    return lists
  }
}
