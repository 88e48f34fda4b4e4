/// Something about the input or the assessment that a person should know.
package struct Diagnostic: Hashable, Sendable {
  /// How bad it is: an error makes a file unusable, a warning does not.
  package enum Severity: String, Sendable { case error, warning, note }

  /// A byte of a file.
  package struct Point: Hashable, Sendable {
    /// From 0.
    package let offset: Int
    /// From 1.
    package let line: Int
    /// In bytes, from 1.
    package let column: Int

    package init(offset: Int, line: Int, column: Int) {
      self.offset = offset
      self.line = line
      self.column = column
    }
  }

  /// A place in a file, as exact as is known.
  package enum Place: Hashable, Sendable {
    case whole
    case byte(offset: Int, line: Int, column: Int)
    case line(Int, column: Int)
    /// A record by its number, from 1, and a JSON pointer into it; it begins at the point.
    case record(Int, pointer: String, at: Point? = nil)
  }

  package let severity: Severity
  /// A stable name of the kind of problem, such as `invalid-json`.
  package let identifier: String
  /// The file as the report names it; nil when no file is concerned.
  package let file: String?
  package let place: Place
  /// What is wrong and what was expected, without the file and the place.
  package let summary: String
  /// What the person can do.
  package let remedy: String?

  package init(
    _ severity: Severity, _ identifier: String, file: String? = nil, place: Place = .whole,
    _ summary: String, remedy: String? = nil
  ) {
    self.severity = severity
    self.identifier = identifier
    self.file = file
    self.place = place
    self.summary = summary
    self.remedy = remedy
  }

  /// One line: file, place, summary and remedy.
  package var line: String {
    var text = ""
    if let file { text += file }
    switch place {
    case .whole: break
    case .byte(let offset, let line, let column):
      text += ":\(line):\(column) (byte \(offset))"
    case .line(let line, let column): text += ":\(line):\(column)"
    case .record(let number, let pointer, let point):
      if let point { text += ":\(point.line):\(point.column) (byte \(point.offset))" }
      text += " record \(number)" + (pointer.isEmpty ? "" : " at \(pointer)")
    }
    text += (text.isEmpty ? "" : ": ") + summary
    if let remedy { text += (text.hasSuffix(".") ? " " : ". ") + remedy }
    return text
  }
}
