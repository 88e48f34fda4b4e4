import AssessmentModel

/// Compares the lenses that answers name with those of the lens reviews of the same workload.
struct LensComparison {
  /// Answers and review do not fit; the file is that of the answers.
  struct Difference {
    let file: Int
    let summary: String
  }

  /// One lens of a workload, as it is or at a milestone.
  private struct Key: Hashable {
    let workload: String
    let lens: String
    let milestone: Int?
  }

  private var versions: [Key: String] = [:]
  /// By workload, the ARNs of the lenses that have a review.
  private var reviewed: [String: [String]] = [:]
  private let answers: [WorkloadAnswer]
  /// By workload, the lenses that have answers.
  private var answered: [String: Set<String>] = [:]

  init(_ answers: [WorkloadAnswer], _ facts: [WorkloadFact]) {
    self.answers = answers
    for item in answers { answered[item.answer.workload ?? "", default: []].insert(item.lens) }
    for fact in facts {
      guard case .review(let lens, let version, let milestone, _) = fact.content else { continue }
      versions[Key(workload: fact.workload, lens: lens, milestone: milestone)] = version
      if Self.isARN(lens) { reviewed[fact.workload, default: []].append(lens) }
    }
  }

  /// One difference at most for each lens of a workload, in the order of the answers.
  var differences: [Difference] {
    var seen: Set<Key> = []
    return answers.compactMap { item in
      let key = Key(
        workload: item.answer.workload ?? "", lens: item.lens, milestone: item.milestone)
      guard seen.insert(key).inserted, let summary = summary(item, key) else { return nil }
      return Difference(file: item.answer.file, summary: summary)
    }
  }

  private func summary(_ item: WorkloadAnswer, _ key: Key) -> String? {
    if let version = versions[key], let own = item.lensVersion, own != version {
      return "its answers are of version \(own) of the lens, and the lens review is of \(version)"
    }
    guard let other = stray(in: key.workload), Self.isARN(item.lens),
      reviewed[key.workload]?.contains(item.lens) == false
    else { return nil }
    return "its answers are of the lens \(item.lens), and the lens review of the same workload is "
      + "of \(other): another version of the lens?"
  }

  /// A reviewed lens of the workload to which nothing answers; a workload may have several lenses.
  private func stray(in workload: String) -> String? {
    let answered = answered[workload] ?? []
    return reviewed[workload]?.first { !answered.contains($0) }
  }

  private static func isARN(_ lens: String) -> Bool { lens.hasPrefix("arn:") }
}
