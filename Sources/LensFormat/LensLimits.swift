import AssessmentModel
package import JSON

/// The limits that AWS sets for a custom lens (lenses-format-specification, CreateLensVersion).
///
/// What published lenses have in spite of the specification is no violation: see `LensQuirks`.
///
///     try LensLimits.check(JSONText(bytes), file: "lens.json")  // [] for a lens that can be uploaded
package struct LensLimits {
  private var violations: [LensViolation] = []
  private var questionIDs: Set<String> = []

  private init() {}

  /// Every violation of a lens, in the order of the file; throws when it is no JSON.
  package static func check(
    _ text: JSONText, file: String = "lens"
  ) throws(LensError) -> [LensViolation] {
    check(try LensDocument(text, file: file))
  }

  /// Every violation of a lens that is parsed already.
  static func check(_ document: LensDocument) -> [LensViolation] {
    var limits = LensLimits()
    limits.checkLens(document.root, count: document.count)
    return limits.violations
  }

  // MARK: Levels

  private mutating func checkLens(_ lens: LensNode, count: Int) {
    if count > 500_000 { report(lens, "the file has \(count) bytes; 500000 are allowed") }
    if lens.member("schemaVersion")?.value.string != "2021-11-01" {
      report(lens, "schemaVersion must be \"2021-11-01\"")
    }
    checkText(lens, "name", 1...128)
    checkText(lens, "description", 0...2048, isRequired: false)
    var ids: Set<String> = []
    for pillar in elements(lens, "pillars", 1...10) {
      checkID(pillar)
      reportTwice(pillar, unless: ids.insert(pillar.id).inserted)
      checkText(pillar, "name", 1...128)
      for question in elements(pillar, "questions", 1...20) { checkQuestion(question) }
    }
  }

  private mutating func checkQuestion(_ question: LensNode) {
    checkID(question)
    reportTwice(question, unless: questionIDs.insert(question.id).inserted)
    checkText(question, "title", 1...128)
    checkText(question, "description", 0...2048, isRequired: false)
    checkResource(question, "helpfulResource")
    var ids: Set<String> = []
    for choice in elements(question, "choices", 1...15) {
      checkChoice(choice)
      reportTwice(choice, unless: ids.insert(choice.id).inserted)
    }
    for rule in elements(question, "riskRules", 1...3) { checkRule(rule, choices: ids) }
  }

  private mutating func checkChoice(_ choice: LensNode) {
    checkID(choice)
    checkText(choice, "title", 1...128)
    checkResource(choice, "helpfulResource")
    checkResource(choice, "improvementPlan")
    if !choice.isNone, choice.member("improvementPlan") == nil {
      report(choice, "improvementPlan is missing; only a choice whose id ends in _no needs none")
    }
    for resources in choice.children("additionalResources") { checkAdditional(resources) }
  }

  private mutating func checkAdditional(_ resources: LensNode) {
    let types = ["HELPFUL_RESOURCE", "IMPROVEMENT_PLAN"]
    if !types.contains(resources.member("type")?.value.string ?? "") {
      report(resources, "type must be \(types[0]) or \(types[1])")
    }
    for item in elements(resources, "content", 1...5) { checkLink(item) }
  }

  private mutating func checkRule(_ rule: LensNode, choices: Set<String>) {
    let risk = rule.member("risk")?.value.string ?? ""
    if LensRisk(rawValue: risk) == nil {
      report(rule, "risk must be HIGH_RISK, MEDIUM_RISK or NO_RISK")
    }
    guard let node = rule.member("condition") else {
      report(rule, "condition is missing")
      return
    }
    do {
      let condition = try LensFormat.condition(node)
      for id in condition.choices.subtracting(choices).sorted() {
        report(node, "the question has no choice \(id)", isAmbiguous: true)
      }
    } catch {
      report(node, error.textWithColumn)
    }
  }

  // MARK: Values

  private mutating func report(_ node: LensNode, _ text: String, isAmbiguous: Bool = false) {
    violations.append(
      LensViolation(pointer: node.pointer, text: text, isAmbiguous: isAmbiguous))
  }

  private mutating func elements(
    _ node: LensNode, _ key: String, _ allowed: ClosedRange<Int>
  ) -> [LensNode] {
    let elements = node.children(key)
    if !allowed.contains(elements.count) {
      report(
        node,
        "\(key) has \(elements.count) elements; "
          + "\(allowed.lowerBound) to \(allowed.upperBound) are allowed")
    }
    return elements
  }

  private mutating func checkText(
    _ node: LensNode, _ key: String, _ allowed: ClosedRange<Int>, isRequired: Bool = true
  ) {
    guard let text = node.member(key)?.value.string else {
      if isRequired || node.member(key) != nil { report(node, "\(key) must be a string") }
      return
    }
    let count = text.unicodeScalars.count
    if !allowed.contains(count) {
      report(
        node,
        "\(key) has \(count) characters; "
          + "\(allowed.lowerBound) to \(allowed.upperBound) are allowed")
    }
  }

  private mutating func checkID(_ node: LensNode) {
    let isWord = node.id.utf8.allSatisfy(ConditionParser.isWord)
    if !(3...128).contains(node.id.utf8.count) || !isWord {
      report(node, "id \"\(node.id)\" must have 3 to 128 letters, digits or underscores")
    }
  }

  private mutating func reportTwice(_ node: LensNode, unless isNew: Bool) {
    if isNew || node.id.isEmpty { return }
    report(node, "id \"\(node.id)\" is there twice", isAmbiguous: true)
  }

  private mutating func checkResource(_ node: LensNode, _ key: String) {
    if let resource = node.member(key) { checkLink(resource) }
  }

  private mutating func checkLink(_ resource: LensNode) {
    checkText(resource, "displayText", 1...2048)
    guard let node = resource.member("url"), !node.value.isString("") else { return }
    let url = node.value.string ?? ""
    if !url.hasPrefix("https://"), !url.hasPrefix("http://") {
      report(resource, "url must begin with http:// or https://")
    }
    checkText(resource, "url", 1...2048)
  }
}
