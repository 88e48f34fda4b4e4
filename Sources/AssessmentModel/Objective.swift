/// One of the security objectives, such as SO 3 Programmatic Access Control.
package struct Objective: Sendable {
  /// A tie between a choice of the questionnaire and checks (rules.md 7).
  package struct Link: Sendable {
    package let question: String
    package let choice: String
    /// An open failure of any of these says that the choice is not true.
    package let contradictedBy: [String]
    /// Passes of all of these say that the choice is true.
    package let confirmedBy: [String]

    package init(
      question: String, choice: String, contradictedBy: [String] = [], confirmedBy: [String] = []
    ) {
      self.question = question
      self.choice = choice
      self.contradictedBy = contradictedBy
      self.confirmedBy = confirmedBy
    }
  }

  /// The file-name form, such as `so-3`.
  package let id: String
  package let title: String
  package let summary: String
  /// The lens pillar that asks this objective's questions.
  package let pillar: String?
  package let core: [String]
  package let `extension`: [String]
  package let links: [Link]
  /// Commands whose output supports an answer.
  package let supporting: [SupportingEvidence]
  /// Markdown, without front matter.
  package let guidance: String

  package init(
    id: String, title: String, summary: String = "", pillar: String? = nil, core: [String],
    extension: [String] = [], links: [Link] = [],
    supporting: [SupportingEvidence] = [], guidance: String = ""
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.pillar = pillar
    self.core = core
    self.extension = `extension`
    self.links = links
    self.supporting = supporting
    self.guidance = guidance
  }

  /// The same objective without ties and evidence for what a lens does not have.
  func keepingLinks(to lens: Lens) -> Objective {
    let kept = links.filter { link in
      lens.question(link.question)?.choices.contains { $0.id == link.choice } ?? false
    }
    return Objective(
      id: id, title: title, summary: summary, pillar: pillar, core: core, extension: `extension`,
      links: kept, supporting: supporting.filter { lens.question($0.question) != nil },
      guidance: guidance)
  }

  /// The form for people, such as `SO 3`.
  package var label: String { id.uppercased().replacing("-", with: " ") }
}
