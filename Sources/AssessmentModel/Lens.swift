/// A Well-Architected custom lens: the questionnaire.
package struct Lens: Sendable {
  /// The questions of one objective.
  package struct Pillar: Sendable {
    package let id: String
    package let name: String
    package let questions: [Question]

    package init(id: String, name: String, questions: [Question]) {
      self.id = id
      self.name = name
      self.questions = questions
    }
  }

  package let name: String
  package let description: String
  package let pillars: [Pillar]

  package init(name: String, description: String = "", pillars: [Pillar]) {
    self.name = name
    self.description = description
    self.pillars = pillars
  }

  /// The question of that id, if any pillar has it.
  package func question(_ id: String) -> Question? {
    for pillar in pillars {
      for question in pillar.questions where question.id == id { return question }
    }
    return nil
  }
}

/// A text with a link, as the lens format has it.
package struct Resource: Hashable, Sendable {
  package let text: String
  package let url: String?

  package init(text: String, url: String? = nil) {
    self.text = text
    self.url = url
  }
}

/// One question of the lens.
package struct Question: Sendable {
  /// A practice that can be selected.
  package struct Choice: Sendable {
    package let id: String
    package let title: String
    package let help: Resource?
    package let improvement: Resource?

    package init(
      id: String, title: String, help: Resource? = nil, improvement: Resource? = nil
    ) {
      self.id = id
      self.title = title
      self.help = help
      self.improvement = improvement
    }

    /// Whether this is the "None of these" choice.
    package var isNone: Bool { id.hasSuffix("_no") }
  }

  /// A risk and the condition under which it holds; the first rule that is true decides.
  package struct RiskRule: Sendable {
    package let condition: Condition
    package let risk: Risk

    package init(condition: Condition, risk: Risk) {
      self.condition = condition
      self.risk = risk
    }
  }

  package let id: String
  package let title: String
  package let description: String
  package let help: Resource?
  package let choices: [Choice]
  package let riskRules: [RiskRule]

  package init(
    id: String, title: String, description: String = "", help: Resource? = nil,
    choices: [Choice], riskRules: [RiskRule]
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.help = help
    self.choices = choices
    self.riskRules = riskRules
  }

  /// The risk of a set of selected choices; nil when no rule applies.
  package func risk(selecting choices: Set<String>) -> Risk? {
    riskRules.first { $0.condition.holds(for: choices) }?.risk
  }

  /// Which of the choices `among` have to come to those that are `held` already for the least risk
  /// that the rules can give; in the order of the lens, and none that the rest does not need.
  ///
  /// Choices to be `avoided` are left out first, then the later before the earlier ones.
  func missing(
    beside held: Set<String>, avoiding avoided: Set<String>, among open: [String]
  ) -> [String] {
    let least = risk(selecting: held.union(open))
    var needed = open
    let order = open.filter(avoided.contains) + open.filter { !avoided.contains($0) }.reversed()
    for choice in order {
      let rest = needed.filter { $0 != choice }
      if risk(selecting: held.union(rest)) == least { needed = rest }
    }
    return needed
  }
}

/// The condition of a risk rule: a Boolean expression over choice ids.
package indirect enum Condition: Hashable, Sendable {
  case always
  case selected(String)
  case not(Condition)
  case all([Condition])
  case any([Condition])

  /// Whether the condition is true when exactly `choices` are selected.
  package func holds(for choices: Set<String>) -> Bool {
    switch self {
    case .always: true
    case .selected(let id): choices.contains(id)
    case .not(let condition): !condition.holds(for: choices)
    case .all(let conditions): conditions.allSatisfy { $0.holds(for: choices) }
    case .any(let conditions): conditions.contains { $0.holds(for: choices) }
    }
  }
}
