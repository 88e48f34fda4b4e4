/// A file that was found, before it is read.
struct InputFile {
  /// What the name of a file in an assessment folder says that it is.
  enum Role: Equatable {
    /// Anything; the contents tell.
    case evidence
    case assessment
    case exceptions
    /// The action plan that people filled in.
    case actions
    case answers
    /// A note about an objective, or the summary.
    case note(subject: String)
    /// A file whose name is taken, and that this version does not read.
    case reserved(String)
  }

  /// The path on disk; nil for standard input.
  let path: String?
  /// The path below the input folder, or the last component of a file given alone.
  let name: String
  /// The real folder, which joins the pages of one export.
  let folder: String
  let role: Role
  /// Whether the user named this very file.
  let isGivenAlone: Bool
}

extension InputFile.Role {
  /// The role of a path below an assessment folder.
  init(path: String) {
    let parts = path.split(separator: "/").map(String.init)
    let isNote = parts.count == 2 && parts[0] == "notes" && path.hasSuffix(".md")
    self =
      switch path {
      case "assessment.yaml": .assessment
      case "exceptions.yaml": .exceptions
      case "plan.csv": .actions
      case "previous.json": .reserved("earlier report (not read by this version)")
      case _ where isNote: .note(subject: String(parts[1].dropLast(3)))
      case _ where parts.count > 1 && parts[0] == "answers": .answers
      default: .evidence
      }
  }
}
