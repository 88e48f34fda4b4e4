import ArgumentParser
import AssessmentModel

/// A date or a moment on the command line.
struct Moment: ExpressibleByArgument {
  let instant: Instant

  init?(argument: String) {
    guard let instant = Instant(argument) else { return nil }
    self.instant = instant
  }
}

/// A verdict at which a run fails.
enum Threshold: String, CaseIterable, ExpressibleByArgument {
  case high, medium, low
  case notAssessed = "not-assessed"
  case notProven = "not-proven"

  /// Whether a verdict is this one or worse.
  func isReached(by verdict: Verdict) -> Bool {
    let own: Verdict =
      switch self {
      case .high: .high
      case .medium: .medium
      case .low: .low
      case .notAssessed: .notAssessed
      case .notProven: .notProven
      }
    return verdict <= own
  }
}

extension Console.Format: ExpressibleByArgument {}

/// How the program talks.
struct TalkOptions: ParsableArguments {
  @Flag(
    name: .shortAndLong,
    help: "Leave out warnings, notes and what a run came to; check still prints its table.")
  var quiet = false

  @Option(help: "How diagnostics are written: text, or json with one object a line.")
  var diagnostics = Console.Format.text

  var console: Console { Console(format: diagnostics, isQuiet: quiet) }
}

/// Folders of a user that are laid over the program's own.
struct OverlayOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder laid over the built-in templates: a file at the same path replaces, a new one adds.",
      valueName: "dir"))
  var templates: String?

  @Option(
    help: ArgumentHelp("A folder laid over the built-in assets, likewise.", valueName: "dir"))
  var assets: String?
}

/// Whether a run tells how long it took.
struct TimingOptions: ParsableArguments {
  @Flag(help: "Print the CPU time of each stage, the wall clock and the peak memory.")
  var timings = false

  /// Measures from now on; nil when nobody asks.
  func makeClock() -> StageClock? { timings ? StageClock() : nil }
}

/// What is read, and how bad files are treated.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Assessment folders, evidence files, or - for standard input.", valueName: "input"))
  var inputs: [String] = []

  @Flag(help: "Leave out files that are not what they claim to be, and list them in the report.")
  var skipInvalid = false

  @Option(
    help: ArgumentHelp(
      "The account of evidence that names none.", valueName: "12 digits"))
  var evidenceAccount: String?

  @Option(help: ArgumentHelp("The region of evidence that names none.", valueName: "region"))
  var evidenceRegion: String?

  func validate() throws {
    if let region = evidenceRegion, !Region.isCode(region) {
      throw ValidationError("--evidence-region must be a region code, not “\(region)”.")
    }
    if let account = evidenceAccount,
      account.utf8.count != 12 || !account.allSatisfy({ $0.isASCII && $0.isNumber })
    {
      throw ValidationError("--evidence-account must be 12 digits, not “\(account)”.")
    }
  }
}

/// Runs `body`; a failure is reported and becomes the exit code.
///
/// `end` is said last when bad files were the reason.
func exiting<Value>(
  _ console: Console, saying end: String? = nil, _ body: () throws(RunFailure) -> Value
) throws -> Value {
  do {
    return try body()
  } catch {
    console.endProgress()
    console.report(error.diagnostics, malformed: error.malformed)
    if let end, error.exit == .invalid { console.say(end) }
    throw ExitCode(error.exit.rawValue)
  }
}
