import AssessmentModel
package import JSON

/// The limits that AWS sets for a custom lens (lenses-format-specification, CreateLensVersion).
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
    let document = try LensDocument(text, file: file)
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
      if !ids.insert(pillar.id).inserted { reportTwice(pillar) }
      checkText(pillar, "name", 1...128)
      for question in elements(pillar, "questions", 1...20) { checkQuestion(question) }
    }
  }

  private mutating func checkQuestion(_ question: LensNode) {
    checkID(question)
    if !questionIDs.insert(question.id).inserted { reportTwice(question) }
    checkText(question, "title", 1...128)
    checkText(question, "description", 0...2048, isRequired: false)
    checkResource(question, "helpfulResource")
    var ids: Set<String> = []
    for choice in elements(question, "choices", 1...15) {
      checkChoice(choice)
      if !ids.insert(choice.id).inserted { reportTwice(choice) }
    }
    checkRules(elements(question, "riskRules", 1...3), of: question, choices: ids)
  }

  private mutating func checkChoice(_ choice: LensNode) {
    checkID(choice)
    checkText(choice, "title", 1...128)
    checkResource(choice, "helpfulResource")
    checkResource(choice, "improvementPlan")
    if !choice.id.hasSuffix("_no"), choice.member("improvementPlan") == nil {
      report(choice, "improvementPlan is missing; only a choice whose id ends in _no needs none")
    }
    for resources in choice.member("additionalResources")?.elements ?? [] {
      checkAdditional(resources)
    }
  }

  private mutating func checkAdditional(_ resources: LensNode) {
    let types = ["HELPFUL_RESOURCE", "IMPROVEMENT_PLAN"]
    if !types.contains(resources.member("type")?.value.string ?? "") {
      report(resources, "type must be \(types[0]) or \(types[1])")
    }
    for item in elements(resources, "content", 1...5) { checkLink(item) }
  }

  private mutating func checkRules(
    _ rules: [LensNode], of question: LensNode, choices: Set<String>
  ) {
    var hasDefault = false
    for rule in rules {
      let risk = rule.member("risk")?.value.string ?? ""
      if LensRisk(rawValue: risk) == nil {
        report(rule, "risk must be HIGH_RISK, MEDIUM_RISK or NO_RISK")
      }
      guard let node = rule.member("condition") else {
        report(rule, "condition is missing")
        continue
      }
      do {
        let condition = try LensFormat.condition(node)
        if condition == .always { hasDefault = true }
        for id in condition.choices.subtracting(choices).sorted() {
          report(node, "the question has no choice \(id)")
        }
      } catch {
        report(node, error.message)
      }
    }
    if !hasDefault { report(question, "riskRules need one whose condition is default") }
  }

  // MARK: Values

  private mutating func report(_ node: LensNode, _ text: String) {
    violations.append(LensViolation(pointer: node.pointer, text: text))
  }

  private mutating func elements(
    _ node: LensNode, _ key: String, _ allowed: ClosedRange<Int>
  ) -> [LensNode] {
    let elements = node.member(key)?.elements ?? []
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

  private mutating func reportTwice(_ node: LensNode) {
    report(node, "id \"\(node.id)\" is there twice")
  }

  private mutating func checkResource(_ node: LensNode, _ key: String) {
    if let resource = node.member(key) { checkLink(resource) }
  }

  private mutating func checkLink(_ resource: LensNode) {
    checkText(resource, "displayText", 1...2048)
    guard let node = resource.member("url") else { return }
    let url = node.value.string ?? ""
    if !url.hasPrefix("https://"), !url.hasPrefix("http://") {
      report(resource, "url must begin with http:// or https://")
    }
    checkText(resource, "url", 1...2048)
  }
}

extension LensNode {
  /// The id of a pillar, a question or a choice; empty when it has none.
  fileprivate var id: String { member("id")?.value.string ?? "" }
}
