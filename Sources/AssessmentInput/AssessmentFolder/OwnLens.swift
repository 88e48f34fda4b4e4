import AssessmentModel

/// The lens that assessment.yaml names, and the folder in which it lies.
struct OwnLens {
  let entry: LensEntry
  let folder: String

  /// The path of its file on disk.
  var path: String { folder + "/" + entry.file }

  /// What in assessment.yaml does not fit the lens that was read; nil when none was.
  func problems(in lens: Lens?) -> [FileProblem] {
    guard let lens else {
      return [
        FileProblem(
          "missing-lens", at: .line(entry.line, column: entry.column),
          "lens names \(entry.file), which was not found or is no custom lens")
      ]
    }
    var problems = FormProblems()
    let pillars = lens.pillars.map(\.id)
    for mapping in entry.mappings where !pillars.contains(mapping.id) {
      problems.add(
        mapping.pillar, "the lens has no pillar \(mapping.id)",
        remedy: "Its pillars: \(pillars.joined(separator: ", ")).")
    }
    return problems.all
  }
}
