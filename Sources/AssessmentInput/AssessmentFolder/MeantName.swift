/// What a file that is only listed as text was perhaps meant to be, by its path below the folder
/// that was given.
struct MeantName: Equatable {
  /// What is wrong with the name or the place.
  let summary: String
  let remedy: String

  private static let files = ["assessment.yaml", "exceptions.yaml", "plan.csv"]
  private static let folders = ["answers", "notes"]

  /// Nil when the path is like no name that an assessment folder gives a meaning to.
  ///
  /// `objectives` are the ids after which notes are named.
  init?(_ path: String, hasAssessment: Bool, objectives: [String]) {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last, !name.uppercased().hasPrefix("README") else { return nil }
    if parts.count == 1 {
      self.init(file: name, hasAssessment: hasAssessment)
    } else if name == "assessment.yaml" || name == "exceptions.yaml" {
      self.init(
        summary: "is read only at the top of the folder that is given",
        remedy: "Give the folder in which it lies.")
    } else {
      self.init(
        note: name, in: parts[0], hasAssessment: hasAssessment,
        isNamed: (objectives + ["summary"]).contains(Self.stem(name).lowercased()))
    }
  }

  private init(summary: String, remedy: String) {
    self.summary = summary
    self.remedy = remedy
  }

  private init?(file name: String, hasAssessment: Bool) {
    let lower = name.lowercased()
    let ending = lower.hasSuffix(".yml") ? "yaml" : Self.ending(lower)
    let named = Self.files.filter { Self.ending($0) == ending }
    guard let stem = Spelling.closest(to: Self.stem(lower), among: named.map(Self.stem)) else {
      return nil
    }
    let meant = "\(stem).\(ending)"
    if name != meant {
      self.init(
        summary: "is not read under this name", remedy: "Did you mean \(meant)? Rename it.")
    } else if !hasAssessment {
      self.init(
        summary: "is read only beside assessment.yaml", remedy: "Add one; it may be empty.")
    } else {
      return nil
    }
  }

  /// A text in a folder whose name is like that of answers or notes.
  private init?(note name: String, in folder: String, hasAssessment: Bool, isNamed: Bool) {
    let meant = Spelling.closest(to: folder, among: Self.folders)
    let ending = Self.ending(name.lowercased())
    switch (meant, ending) {
    case ("notes"?, "md") where folder != "notes", ("answers"?, "yaml") where folder != "answers",
      ("answers"?, "yml") where folder != "answers":
      self.init(
        summary: "is not read in this folder",
        remedy: "Did you mean \(meant ?? "")/? Rename the folder.")
    case ("notes"?, "md") where isNamed && !hasAssessment:
      self.init(
        summary: "is read only beside assessment.yaml", remedy: "Add one; it may be empty.")
    case ("notes"?, _) where isNamed && ending != "md":
      self.init(
        summary: "is not read under this name",
        remedy: "Did you mean \(folder)/\(Self.stem(name).lowercased()).md? Rename it.")
    default: return nil
    }
  }

  private static func stem(_ name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  private static func ending(_ name: String) -> String {
    name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
  }
}
