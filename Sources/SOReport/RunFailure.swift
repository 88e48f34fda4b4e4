import AssessmentModel

/// The exit codes of the program, in the order in which the first of several counts.
enum Exit: Int32, CaseIterable {
  case defect = 70
  case busy = 75
  case cannotCreate = 73
  case inputOutput = 74
  case invalid = 65
  case noInput = 66
  case usage = 64
  case failOn = 1

  /// The code that counts among several.
  static func first(of codes: some Sequence<Exit>) -> Exit? {
    let all = Set(codes)
    return allCases.first(where: all.contains)
  }
}

/// Why a run ended without its result: everything that is wrong, and the exit code.
struct RunFailure: Error {
  let exit: Exit
  let diagnostics: [Diagnostic]
  /// Malformed records of files that were read; they are no reason to stop.
  let malformed: [MalformedRecords]

  init(_ exit: Exit, _ diagnostics: [Diagnostic], malformed: [MalformedRecords] = []) {
    self.exit = exit
    self.diagnostics = diagnostics
    self.malformed = malformed
  }

  /// A failure with a single message.
  init(_ exit: Exit, _ identifier: String, _ summary: String, remedy: String? = nil) {
    self.init(exit, [Diagnostic(.error, identifier, summary, remedy: remedy)])
  }
}
