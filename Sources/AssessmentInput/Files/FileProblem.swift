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
    if error.expected == "UTF-8 text" {
      self.init("not-utf-8", at: error.offset, in: text, error.message, remedy: Self.utf8Remedy)
      return
    }
    let isCut = error.offset >= text.count
    self.init(
      isCut ? "truncated-json" : "invalid-json", at: error.offset, in: text, error.message,
      remedy: isCut
        ? "The file is cut off: export it again."
        : "Export it again, or leave it out with --skip-invalid.")
  }

  /// Text that is no YAML.
  init(_ error: YAMLError) {
    self.init(
      "invalid-yaml", at: .line(error.line, column: error.column), error.message,
      remedy: "Mend the line.")
  }

  /// The diagnostic about a file of that name.
  func diagnostic(_ severity: Diagnostic.Severity = .error, file: String) -> Diagnostic {
    Diagnostic(severity, identifier, file: file, place: place, summary, remedy: remedy)
  }
}
