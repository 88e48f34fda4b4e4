/// Answers that do not fit the lens, most often because it was changed after they were given.
///
///     LensDrift(evidence, lens: catalogue.lens).warnings
package struct LensDrift {
  /// Warnings for questions of one lens that are shown; further ones are counted.
  private static let shown = 20

  private let evidence: Evidence
  private let lens: Lens
  private let choices: [String: Set<String>]

  /// Compares the answers of the evidence with the lens by which they are judged.
  package init(_ evidence: Evidence, lens: Lens) {
    self.evidence = evidence
    self.lens = lens
    choices = Dictionary(
      lens.pillars.flatMap(\.questions).map { ($0.id, Set($0.choices.map(\.id))) },
      uniquingKeysWith: { $0.union($1) })
  }

  /// One warning for a lens that is another one altogether, else one for each question.
  package var warnings: [Diagnostic] {
    guard !choices.isEmpty else { return [] }
    return groups.flatMap { group -> [Diagnostic] in
      let questions = Set(group.map(\.question))
      let isForeign = questions.isDisjoint(with: choices.keys)
      // A report over all lenses of a workload naturally has others than this one.
      if isForeign, group.allSatisfy(\.isRiskOnly) { return [] }
      return isForeign && questions.count > 1
        ? [foreign(group, questions.count)] : drifted(group)
    }
  }

  /// The answers of each lens that the API names, and of each file that names none; in order.
  private var groups: [[Answer]] {
    var order: [Origin] = []
    var groups: [Origin: [Answer]] = [:]
    for answer in evidence.answers {
      let origin = answer.lens.map(Origin.lens) ?? .file(answer.file)
      if groups[origin] == nil { order.append(origin) }
      groups[origin, default: []].append(answer)
    }
    return order.compactMap { groups[$0] }
  }

  private enum Origin: Hashable {
    case lens(String)
    case file(Int)
  }

  // MARK: Warnings

  private func foreign(_ group: [Answer], _ count: Int) -> Diagnostic {
    warning(
      group[0],
      "none of the \(count) questions that it answers is in the lens “\(lens.name)”",
      remedy: "Name the lens that was answered in assessment.yaml, under lens.")
  }

  private func drifted(_ group: [Answer]) -> [Diagnostic] {
    var seen: Set<String> = []
    let drifted = group.filter { answer in
      summary(answer) != nil && seen.insert(answer.question).inserted
    }
    var warnings = drifted.prefix(Self.shown).compactMap { answer in
      summary(answer).map { warning(answer, $0) }
    }
    if drifted.count > Self.shown {
      warnings.append(
        warning(
          drifted[Self.shown],
          "\(drifted.count - Self.shown) more of its answers do not fit this lens"))
    }
    return warnings
  }

  /// What of an answer the lens does not have; nil when it has everything.
  private func summary(_ answer: Answer) -> String? {
    guard let known = choices[answer.question] else {
      return "there is an answer to \(Self.short(answer.question)), a question that this lens does "
        + "not have: another version of the lens?"
    }
    let unknown = answer.choices.filter { !known.contains($0) }
    guard let first = unknown.first else { return nil }
    let rest = unknown.count > 1 ? " and \(unknown.count - 1) more" : ""
    return "the answer to \(answer.question) selects \(Self.short(first))\(rest), which this lens "
      + "does not have: another version of the lens?"
  }

  private func warning(_ answer: Answer, _ summary: String, remedy: String? = nil) -> Diagnostic {
    let file = evidence.files.indices.contains(answer.file) ? evidence.files[answer.file].name : nil
    return Diagnostic(.warning, "lens-drift", file: file, summary, remedy: remedy)
  }

  /// An id of a lens has at most 128 characters; what claims to be one may have more.
  private static func short(_ id: String) -> String {
    id.count > 128 ? id.prefix(128) + "…" : id
  }
}
