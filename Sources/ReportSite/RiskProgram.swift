import AssessmentModel

/// The risk rules of a question as data that a small script evaluates with a stack.
///
/// A rule is a text of tokens: the number of a choice from 0 puts whether it is selected on the
/// stack, `t` and `f` put true and false, `!` turns the top over, `&` and `|` join the two on top.
/// `so_1_1_1 && (so_1_1_2 || !so_1_1_3)` is `0 1 2 ! | &`. The first rule that leaves true decides.
struct RiskProgram {
  let rules: [(risk: Risk, tokens: String)]

  init(_ question: Question) {
    let numbers = Dictionary(
      question.choices.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    rules = question.riskRules.map { rule in
      (rule.risk, Self.tokens(of: rule.condition, numbers).joined(separator: " "))
    }
  }

  private static func tokens(of condition: Condition, _ numbers: [String: Int]) -> [String] {
    switch condition {
    case .always: ["t"]
    case .selected(let id): [numbers[id].map(String.init) ?? "f"]
    case .not(let inner): tokens(of: inner, numbers) + ["!"]
    case .all(let parts): join(parts, "&", of: "t", numbers)
    case .any(let parts): join(parts, "|", of: "f", numbers)
    }
  }

  /// The parts joined two at a time; `empty` stands for none.
  private static func join(
    _ parts: [Condition], _ operation: String, of empty: String, _ numbers: [String: Int]
  ) -> [String] {
    guard let first = parts.first else { return [empty] }
    return parts.dropFirst().reduce(tokens(of: first, numbers)) { joined, part in
      joined + tokens(of: part, numbers) + [operation]
    }
  }
}
