/// What to fix, in an order in which few repairs move many verdicts (docs/plan.md).
///
/// Each step is the smallest set of repairs that brings an objective to its next better verdict;
/// the step that moves most verdicts for each repair comes first, where one at high risk weighs as
/// much as two at medium and four at low risk. Every verdict behind a step is
/// that of the objective's own judge, with the open findings of the repairs so far passed.
package struct RemediationPlan: Sendable {
  /// A repair with what it closes.
  package struct Item: Sendable {
    /// What an item has to do in one account.
    package struct Share: Sendable {
      package let account: StringID
      /// Open findings of the check; none for an answer.
      package let findings: Int
      /// Ids of the choices to be done; none for a check.
      package let choices: [String]
    }

    package let repair: Repair
    /// The id of the check or question.
    package let id: String
    /// The worst of the open findings; of an answer its risk.
    package let severity: Severity
    /// In the order of the scope.
    package let shares: [Share]
    /// Ids of the objectives that the check or question counts in.
    package let objectives: [String]

    /// Open findings in all accounts.
    package var findings: Int { shares.reduce(0) { $0 + $1.findings } }
  }

  /// An objective whose verdict a step moves.
  package struct Move: Equatable, Sendable {
    /// Index into the catalogue's objectives.
    package let objective: Int
    package let from: Verdict
    package let to: Verdict
  }

  /// Repairs that move verdicts when all of them are made.
  package struct Step: Sendable {
    package let items: [Item]
    package let moves: [Move]
    /// The verdict of every objective behind the step.
    package let verdicts: [Verdict]
  }

  /// Why no repair of the plan brings an objective further, though something is open.
  package enum Obstacle: Equatable, Sendable {
    /// A failure stands for one of several checks, and nothing settles which.
    case ambiguous(String)
    /// The risk rules give a question no better risk, whatever is chosen.
    case answer(String)
  }

  /// The verdict of every objective today.
  package let before: [Verdict]
  package let steps: [Step]
  /// Repairs behind which no verdict moves, worst first.
  package let rest: [Item]
  /// By index of the objective.
  package let obstacles: [Int: Obstacle]

  /// All items in the order of the plan.
  package var items: [Item] { steps.flatMap(\.items) + rest }

  /// The verdict of every objective when the plan is done.
  package var after: [Verdict] { steps.last?.verdicts ?? before }
}

extension RemediationPlan {
  /// Plans from the state of today.
  init(_ today: RepairedAssessment) {
    var planner = RemediationPlanner(today)
    before = today.verdicts
    steps = planner.steps()
    rest = planner.rest()
    obstacles = planner.obstacles
  }
}
