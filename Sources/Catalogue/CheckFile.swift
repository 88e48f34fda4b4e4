import AssessmentModel
import EmbeddedFiles
import YAML

/// A file of `templates/checks/`: a check, its guidance, and what it refers to.
struct CheckFile {
  private static let keys = [
    "id", "title", "former-title", "severity", "scope", "config-rule", "security-hub-rules",
    "config-parameters", "resource-type", "category", "schedule", "documentation", "remediation",
    "standards", "requirements", "prowler-checks", "trusted-advisor", "implied-by", "retired-on",
    "successors", "status-note", "guidance-from",
  ]

  let file: TemplateFile
  let fields: Fields
  let guidance: Guidance
  private(set) var check: Check

  /// Reads a file whose name is the check's id.
  init(_ path: String, in files: FileSet) throws(CatalogueError) {
    file = try TemplateFile(path, in: files)
    fields = try Fields(file.header, file: path, keys: Self.keys)
    guidance = try Guidance(file)
    let id = try fields.required("id")
    guard id == file.name else {
      throw fields.error("id must be \(file.name), the file's name", at: fields.value("id"))
    }
    check = Check(
      id: id, title: try fields.required("title"), severity: try Self.severity(fields),
      scope: try Self.scope(fields))
    try readDescription()
    try readMappings()
  }

  private mutating func readDescription() throws(CatalogueError) {
    check.formerTitle = try fields.text("former-title")
    check.configRule = try fields.text("config-rule")
    check.resourceType = try fields.text("resource-type")
    check.category = try fields.text("category")
    check.schedule = try fields.text("schedule")
    check.documentation = try fields.text("documentation")
    check.remediation = try fields.text("remediation")
    check.statusNote = try fields.text("status-note")
    check.successors = try fields.texts("successors")
    check.retiredOn = try retirement()
  }

  private mutating func readMappings() throws(CatalogueError) {
    check.standards = try fields.texts("standards")
    check.securityHubRules = try fields.texts("security-hub-rules")
    for (name, values) in try fields.textLists("config-parameters") {
      check.configParameters[name.string ?? ""] = values
    }
    check.prowlerChecks = try fields.texts("prowler-checks")
    check.trustedAdvisorChecks = try fields.texts("trusted-advisor")
    check.requirements = try fields.textLists("requirements").map {
      Check.Requirement(standard: $0.name.string ?? "", numbers: $0.texts)
    }
    for node in try fields.list("implied-by") { check.impliedBy.append(try implication(node)) }
  }

  private static func severity(_ fields: Fields) throws(CatalogueError) -> Severity {
    guard let severity = Severity(label: try fields.required("severity")) else {
      let known = Severity.allCases.map(\.word).joined(separator: ", ")
      throw fields.error("severity must be one of \(known)", at: fields.value("severity"))
    }
    return severity
  }

  private static func scope(_ fields: Fields) throws(CatalogueError) -> Check.Scope {
    guard let scope = Check.Scope(rawValue: try fields.required("scope")) else {
      throw fields.error("scope must be regional or global", at: fields.value("scope"))
    }
    return scope
  }

  private func retirement() throws(CatalogueError) -> Instant? {
    guard let text = try fields.text("retired-on") else { return nil }
    guard let day = Instant(text) else {
      throw fields.error(
        "retired-on must be a date such as 2024-04-10", at: fields.value("retired-on"))
    }
    return day
  }

  private func implication(_ node: YAMLNode) throws(CatalogueError) -> Check.Implication {
    let own = try Fields(node, file: file.path, keys: ["check", "reason", "only-if-parameters"])
    let parameters = try own.textLists("only-if-parameters")
    return Check.Implication(
      check: try own.required("check"), reason: try own.required("reason"),
      onlyIfParameters: Dictionary(
        parameters.map { ($0.name.string ?? "", $0.texts) }, uniquingKeysWith: { first, _ in first }
      ))
  }

  /// The check with its guidance, once all files are known.
  func completed(
    with all: [String: CheckFile], standards: Set<String>
  ) throws(CatalogueError) -> Check {
    for implication in check.impliedBy where all[implication.check] == nil {
      throw fields.error(
        "implied-by names \(implication.check), which is no check", at: fields.value("implied-by"))
    }
    for key in ["standards", "requirements"] { try checkStandards(key, standards) }
    var check = check
    check.guidance = guidance.sections(completedBy: try model(in: all)?.guidance)
    return check
  }

  private func checkStandards(
    _ key: String, _ standards: Set<String>
  ) throws(CatalogueError) {
    let named = fields.value(key)
    let nodes = named?.list ?? named?.members?.map(\.key) ?? []
    for node in nodes where !standards.contains(node.string ?? "") {
      throw fields.error(
        "\(node.string ?? "") is no standard of mappings/standards.yaml", at: node)
    }
  }

  /// The check whose guidance stands in for what is missing here.
  private func model(in all: [String: CheckFile]) throws(CatalogueError) -> CheckFile? {
    guard let id = try fields.text("guidance-from") else { return nil }
    guard let other = all[id] else {
      throw fields.error(
        "guidance-from names \(id), which is no check", at: fields.value("guidance-from"))
    }
    return other
  }
}
