package import AssessmentModel

extension Condition {
  /// The ids of all choices that the condition names.
  package var choices: Set<String> {
    switch self {
    case .always: []
    case .selected(let id): [id]
    case .not(let condition): condition.choices
    case .all(let conditions), .any(let conditions):
      conditions.reduce(into: []) { $0.formUnion($1.choices) }
    }
  }
}
