import AssessmentModel
import Glibc
import Publication

/// Where the program talks: results on standard output, everything else on standard error.
struct Console {
  /// How diagnostics are written.
  enum Format: String, CaseIterable { case text, json }

  let format: Format
  let isQuiet: Bool
  private let isTerminal: Bool
  private let hasColour: Bool

  init(format: Format = .text, isQuiet: Bool = false) {
    self.format = format
    self.isQuiet = isQuiet
    signal(SIGPIPE, SIG_IGN)
    MappedFileGuard.exit(with: Exit.inputOutput.rawValue, asJSON: format == .json)
    isTerminal = isatty(STDERR_FILENO) == 1
    hasColour =
      isTerminal && Self.environment("NO_COLOR") == nil && Self.environment("TERM") != "dumb"
  }

  private static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Writes a line of the result; ends the program when it cannot be written, as on a full disk.
  ///
  /// Who reads no further, as `head` does, has had enough.
  func print(_ line: String) {
    let failure = Self.write(line + "\n", to: STDOUT_FILENO)
    guard failure != 0, failure != EPIPE else { return }
    let reason = unsafe String(cString: strerror(failure))
    report([
      Diagnostic(
        .error, "output", "standard output cannot be written: \(reason)",
        remedy: "What was written of it is not whole.")
    ])
    exit(Exit.inputOutput.rawValue)
  }

  /// The columns of the terminal that shows the result; nil when no terminal does, and COLUMNS does
  /// not say.
  static var columns: Int? {
    if let told = environment("COLUMNS").flatMap({ Int($0) }), told > 0 { return told }
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1,
      unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }

  /// Writes a line for people; programs that read JSON are told nothing.
  func say(_ line: String) {
    if !isQuiet && format == .text { write(line + "\n") }
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
  func report(_ diagnostics: [Diagnostic], malformed: [MalformedRecords] = []) {
    if format == .json {
      for diagnostic in diagnostics where !isQuiet || diagnostic.severity == .error {
        write(DiagnosticJSON.line(diagnostic) + "\n")
      }
      for diagnostic in malformed.lazy.flatMap(\.diagnostics) where !isQuiet {
        write(DiagnosticJSON.line(diagnostic) + "\n")
      }
      return
    }
    let list = DiagnosticList(diagnostics: diagnostics, malformed: malformed)
    for group in list.groups(errorsOnly: isQuiet) {
      for diagnostic in group.shown {
        write("\(label(diagnostic.severity)) \(PlainLine.of(diagnostic.line))\n")
      }
      if let rest = group.rest { write("  \(rest)\n") }
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

  /// Writes to standard error; what cannot be written is let go.
  private func write(_ text: String) { _ = Self.write(text, to: STDERR_FILENO) }

  /// Writes without a buffer; returns the system's number of what went wrong, or 0.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start...])
        let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return errno }
        start += count
      }
      return 0
    }
  }
}
