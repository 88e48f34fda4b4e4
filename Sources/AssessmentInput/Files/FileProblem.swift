import Archive
import AssessmentModel
import JSON
import YAML

/// Why a file is not what it claims, and where.
struct FileProblem: Error, Equatable {
  /// A stable name of the kind of problem.
  let identifier: String
  let place: Diagnostic.Place
  let summary: String
  let remedy: String?

  init(
    _ identifier: String, at place: Diagnostic.Place = .whole, _ summary: String,
    remedy: String? = nil
  ) {
    self.identifier = identifier
    self.place = place
    self.summary = summary
    self.remedy = remedy
  }

  static let utf8Remedy =
    "Save it as UTF-8; Windows PowerShell 5 needs `| Out-File -Encoding utf8`."

  /// A problem at an offset of a text.
  init(
    _ identifier: String, at offset: Int, in text: JSONText, _ summary: String,
    remedy: String? = nil
  ) {
    let (line, column) = lineAndColumn(of: offset, in: text)
    self.init(
      identifier, at: .byte(offset: offset, line: line, column: column), summary, remedy: remedy)
  }

  /// Text that is no JSON.
  init(_ error: JSONError, in text: JSONText) {
    let (identifier, remedy) =
      if error.expected == "UTF-8 text" {
        ("not-utf-8", Self.utf8Remedy)
      } else if error.offset >= text.count {
        ("truncated-json", "The file is cut off: export it again.")
      } else {
        (
          "invalid-json",
          NearJSON.remedy(at: error.offset, in: text)
            ?? "Export it again, or leave it out with --skip-invalid."
        )
      }
    self.init(identifier, at: error.offset, in: text, error.message, remedy: remedy)
  }

  /// Text that is no YAML.
  init(_ error: YAMLError) {
    self.init(
      "invalid-yaml", at: .line(error.line, column: error.column), error.message,
      remedy: "Mend the line.")
  }

  /// An archive that is not unpacked.
  init(_ error: ArchiveError) {
    let (identifier, remedy) =
      switch error.kind {
      case .damaged: ("damaged-archive", "Export or download it again.")
      case .nested: ("nested-archive", "Unpack it once.")
      case .encrypted: ("encrypted-archive", "Unpack it, and give the files.")
      case .link: ("archive-with-link", "Pack the files themselves.")
      case .excessive: ("excessive-archive", "If it is what you expect, unpack it yourself.")
      }
    self.init(identifier, at: .byte(offset: 0, line: 1, column: 1), error.message, remedy: remedy)
  }

  /// The diagnostic about a file of that name.
  func diagnostic(_ severity: Diagnostic.Severity = .error, file: String) -> Diagnostic {
    Diagnostic(severity, identifier, file: file, place: place, summary, remedy: remedy)
  }
}
