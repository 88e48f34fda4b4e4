import AssessmentModel
import Glibc

/// Where the program talks: results on standard output, everything else on standard error.
struct Console {
  /// How diagnostics are written.
  enum Format: String, CaseIterable { case text, json }

  /// Diagnostics of one kind that are shown in full; the rest is counted.
  private static let shownOfAKind = 20

  let format: Format
  let isQuiet: Bool
  private let isTerminal: Bool
  private let hasColour: Bool

  init(format: Format = .text, isQuiet: Bool = false) {
    self.format = format
    self.isQuiet = isQuiet
    signal(SIGPIPE, SIG_IGN)
    isTerminal = isatty(STDERR_FILENO) == 1
    hasColour =
      isTerminal && Self.environment("NO_COLOR") == nil && Self.environment("TERM") != "dumb"
  }

  private static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Writes a line of the result.
  func print(_ line: String) { Swift.print(line) }

  /// Writes a line for people.
  func say(_ line: String) {
    if !isQuiet { write(line + "\n") }
  }

  /// Writes what a run took, as a table or as one JSON object.
  func report(_ result: StageClock.Result) {
    let lines = format == .json ? [result.json] : result.lines
    for line in lines { write(line + "\n") }
  }

  /// Shows what is being done, on a terminal only; the next line replaces it.
  func progress(_ text: String) {
    if isTerminal && !isQuiet { write("\r\u{1B}[K\(text)") }
  }

  /// Removes the line of `progress`.
  func endProgress() {
    if isTerminal && !isQuiet { write("\r\u{1B}[K") }
  }

  /// Writes diagnostics: all as JSON lines, or as text with at most twenty of a kind in full.
  func report(_ diagnostics: [Diagnostic]) {
    if format == .json {
      for diagnostic in diagnostics { write(DiagnosticJSON.line(diagnostic) + "\n") }
      return
    }
    var counts: [String: Int] = [:]
    for diagnostic in diagnostics where !isQuiet || diagnostic.severity == .error {
      counts[diagnostic.identifier, default: 0] += 1
      if counts[diagnostic.identifier, default: 0] > Self.shownOfAKind { continue }
      write("\(label(diagnostic.severity)) \(Self.plain(diagnostic.line))\n")
    }
    for (identifier, count) in counts.sorted(by: { $0.key < $1.key })
    where count > Self.shownOfAKind {
      write(
        "and \(count - Self.shownOfAKind) more of the kind \(identifier); "
          + "--diagnostics json lists them all\n")
    }
  }

  private func label(_ severity: Diagnostic.Severity) -> String {
    let word = "\(severity.rawValue):"
    guard hasColour else { return word }
    switch severity {
    case .error: return "\u{1B}[1;31m\(word)\u{1B}[0m"
    case .warning: return "\u{1B}[1;33m\(word)\u{1B}[0m"
    case .note: return word
    }
  }

  /// Text without control characters, so that file names cannot steer the terminal.
  static func plain(_ text: String) -> String {
    String(
      text.unicodeScalars.map { scalar -> Character in
        let category = scalar.properties.generalCategory
        let isControl = category == .control || category == .format
        return isControl ? "\u{FFFD}" : Character(scalar)
      })
  }

  /// Writes to standard error without a buffer; what cannot be written is let go.
  private func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start...])
        let count = unsafe Glibc.write(STDERR_FILENO, rest.baseAddress, rest.count)
        if count <= 0 { return }
        start += count
      }
    }
  }
}
