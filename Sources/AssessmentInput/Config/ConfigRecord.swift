import JSON

/// One element of a list of AWS Config's results; keys are given as the API has them.
struct ConfigRecord {
  private static let qualifierPath = ["EvaluationResultIdentifier", "EvaluationResultQualifier"]

  private let element: JSONValue
  private let spelling: ConfigSpelling
  /// What was evaluated, and by which rule; nil in a result of a whole rule.
  private let qualifier: JSONValue?

  init(_ element: JSONValue, _ spelling: ConfigSpelling) {
    self.element = element
    self.spelling = spelling
    qualifier = Self.qualifierPath.reduce(element) { value, key in value?[spelling.key(key)] }
  }

  /// A member of the element.
  subscript(key: String) -> JSONValue? { element[spelling.key(key)] }

  /// A member of one of its objects.
  subscript(object: String, key: String) -> JSONValue? { self[object]?[spelling.key(key)] }

  /// A member that says what was evaluated, and by which rule.
  func evaluated(_ key: String) -> JSONValue? { qualifier?[spelling.key(key)] }

  /// Whether the resource was looked at before it is there, which says nothing of what is.
  var isProactive: Bool { evaluated("EvaluationMode")?.isString("PROACTIVE") ?? false }

  /// Whether the resource is an account, whose id is its number.
  var evaluatesAccount: Bool {
    evaluated("ResourceType")?.isString(ConfigResource.account) ?? false
  }

  /// What is wrong with a member.
  func expected(_ what: String, at keys: String...) -> RecordProblem {
    let pointer = keys.map { "/" + spelling.key($0) }.joined()
    return RecordProblem(pointer: pointer, summary: "expected \(what)")
  }

  /// What is wrong with a member that says what was evaluated.
  func expected(_ what: String, evaluated key: String) -> RecordProblem {
    let keys = (Self.qualifierPath + [key]).map { "/" + spelling.key($0) }
    return RecordProblem(pointer: keys.joined(), summary: "expected \(what)")
  }
}
