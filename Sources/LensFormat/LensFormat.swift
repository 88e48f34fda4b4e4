package import AssessmentModel
package import JSON

/// AWS's custom lens format, schema version 2021-11-01
/// (docs.aws.amazon.com/wellarchitected/latest/userguide/lenses-format-specification.html).
///
///     let lens = try LensFormat.decode(JSONText(bytes), file: "lens/security-objectives.json")
package enum LensFormat {
  /// Reads a lens file or the output of `export-lens`; unknown keys are ignored, and a question
  /// without a `default` rule is tolerated.
  package static func decode(_ text: JSONText, file: String) throws(LensError) -> Lens {
    try decode(LensDocument(text, file: file))
  }

  /// Reads a lens that is parsed already.
  static func decode(_ document: LensDocument) throws(LensError) -> Lens {
    let root = document.root
    var pillars: [Lens.Pillar] = []
    for node in try root.required("pillars").list() { pillars.append(try pillar(node)) }
    return Lens(
      name: try root.required("name").text(), description: try root.text("description") ?? "",
      pillars: pillars)
  }

  /// Whether an object with these keys is a lens, or what `export-lens` prints.
  ///
  /// A name instead of the schema's version is enough, so that a missing version can be named.
  package static func isLens(keys: Set<String>) -> Bool {
    keys.contains("LensJSON")
      || keys.contains("pillars") && !keys.isDisjoint(with: ["schemaVersion", "name"])
  }

  private static func pillar(_ node: LensNode) throws(LensError) -> Lens.Pillar {
    var questions: [Question] = []
    for question in try node.list("questions") { questions.append(try self.question(question)) }
    return Lens.Pillar(
      id: try node.required("id").text(), name: try node.text("name") ?? "", questions: questions)
  }

  private static func question(_ node: LensNode) throws(LensError) -> Question {
    var choices: [Question.Choice] = []
    for choice in try node.list("choices") { choices.append(try self.choice(choice)) }
    var rules: [Question.RiskRule] = []
    for rule in try node.list("riskRules") { rules.append(try riskRule(rule)) }
    return Question(
      id: try node.required("id").text(), title: try node.required("title").text(),
      description: try node.text("description") ?? "", help: try resource(node, "helpfulResource"),
      choices: choices, riskRules: rules)
  }

  private static func choice(_ node: LensNode) throws(LensError) -> Question.Choice {
    Question.Choice(
      id: try node.required("id").text(), title: try node.required("title").text(),
      help: try resource(node, "helpfulResource"),
      improvement: try resource(node, "improvementPlan"))
  }

  private static func resource(
    _ node: LensNode, _ key: String
  ) throws(LensError) -> Resource? {
    guard let resource = node.member(key) else { return nil }
    let url = try resource.text("url")
    return Resource(
      text: try resource.text("displayText") ?? "", url: url?.isEmpty ?? true ? nil : url)
  }

  private static func riskRule(_ node: LensNode) throws(LensError) -> Question.RiskRule {
    let risk = try node.required("risk")
    guard let known = LensRisk(rawValue: try risk.text()) else {
      throw risk.error("expected HIGH_RISK, MEDIUM_RISK or NO_RISK")
    }
    return Question.RiskRule(
      condition: try condition(node.required("condition")), risk: known.risk)
  }

  /// The condition of a risk rule, with the place of what is wrong in it.
  static func condition(_ node: LensNode) throws(LensError) -> Condition {
    let text = try node.text()
    do {
      return try ConditionParser.parse(text)
    } catch {
      throw node.error(error.message, column: error.column)
    }
  }
}
