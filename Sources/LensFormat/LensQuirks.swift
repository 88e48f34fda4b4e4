import AssessmentModel
import JSON

/// What published lenses have beyond the format and AWS takes all the same.
///
/// The sources: unknown keys in the IDP, S3 and Passport lenses of aws-samples/custom-lens-wa-hub,
/// empty links in its IDP lens; rules without `default`, and a “None of these” whose id does not end
/// in `_no`, in the ElastiCache lens; nothing but `default` in the SaaS business lens.
struct LensQuirks {
  private static let lensKeys: Set = ["schemaVersion", "name", "description", "pillars"]
  private static let pillarKeys: Set = ["id", "name", "questions"]
  private static let questionKeys: Set = [
    "id", "title", "description", "helpfulResource", "choices", "riskRules",
  ]
  private static let choiceKeys: Set = [
    "id", "title", "helpfulResource", "improvementPlan", "additionalResources",
  ]
  private static let resourceKeys: Set = ["displayText", "url"]

  private var unknownKeys: Set<String> = []
  private var withoutDefault: [String] = []
  private var onlyDefault: [String] = []
  private var unmarkedNone: [String] = []
  private var emptyLinks = 0

  /// Looks through a whole lens.
  init(_ document: LensDocument) {
    note(document.root, Self.lensKeys)
    for pillar in document.root.children("pillars") {
      note(pillar, Self.pillarKeys)
      for question in pillar.children("questions") { look(at: question) }
    }
  }

  /// One sentence for each kind, in a fixed order.
  var sentences: [String] {
    var sentences: [String] = []
    if !unknownKeys.isEmpty {
      sentences.append("keys that the format does not know: \(Self.list(unknownKeys.sorted()))")
    }
    if !withoutDefault.isEmpty {
      sentences.append("no default rule: \(Self.list(withoutDefault))")
    }
    if !onlyDefault.isEmpty { sentences.append("only a default rule: \(Self.list(onlyDefault))") }
    if !unmarkedNone.isEmpty {
      sentences.append(
        "a choice “None of these” whose id does not end in _no: \(Self.list(unmarkedNone))")
    }
    if emptyLinks > 0 {
      sentences.append("a url that is empty and counts as none: \(emptyLinks)")
    }
    return sentences
  }

  /// At most five names, and how many more there are.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(5).map { $0.count > 128 ? $0.prefix(128) + "…" : $0 }
    let rest = names.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  // MARK: Looking

  private mutating func look(at question: LensNode) {
    note(question, Self.questionKeys)
    look(atLink: question.member("helpfulResource"))
    for choice in question.children("choices") { look(at: choice, of: question) }
    let rules = question.children("riskRules")
    for rule in rules { note(rule, ["condition", "risk"]) }
    let defaults = rules.count { rule in
      (try? rule.member("condition").map(LensFormat.condition)) == .always
    }
    if defaults == 0 { withoutDefault.append(question.id) }
    if defaults > 0, defaults == rules.count { onlyDefault.append(question.id) }
  }

  private mutating func look(at choice: LensNode, of question: LensNode) {
    note(choice, Self.choiceKeys)
    look(atLink: choice.member("helpfulResource"))
    look(atLink: choice.member("improvementPlan"))
    for resources in choice.children("additionalResources") {
      note(resources, ["type", "content"])
      for item in resources.children("content") { look(atLink: item) }
    }
    if choice.isUnmarkedNone { unmarkedNone.append("\(choice.id) of \(question.id)") }
  }

  private mutating func look(atLink resource: LensNode?) {
    guard let resource else { return }
    note(resource, Self.resourceKeys)
    if resource.member("url")?.value.isString("") ?? false { emptyLinks += 1 }
  }

  private mutating func note(_ node: LensNode, _ known: Set<String>) {
    for member in node.value.members where !known.contains(member.key) {
      unknownKeys.insert(member.key)
    }
  }
}
