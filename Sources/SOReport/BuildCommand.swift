import ArgumentParser
import AssessmentInput
import AssessmentModel

/// `so-report build`: the main job.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Writes the report of an assessment.",
    discussion: """
      Examples:
        so-report build my-assessment -o report
        so-report build findings.json answers.yaml -o report --as-of 2026-01-31
        aws securityhub get-findings | so-report build - -o report
        so-report build my-assessment -o report --fail-on high
        so-report build my-assessment -o report --bundle report.zip
      """)

  @OptionGroup var input: InputOptions

  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "The moment of the assessment: a date (its end, UTC) or an RFC 3339 time.",
      valueName: "date"))
  var asOf: Moment?

  @Option(
    help: ArgumentHelp(
      "Exit with 1 when an objective has this verdict or a worse one.", valueName: "verdict"))
  var failOn: Threshold?

  @OptionGroup var overlay: OverlayOptions
  @OptionGroup var timing: TimingOptions
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let console = talk.console
    let clock = timing.makeClock()
    let result = try exiting(
      console,
      saying:
        "Nothing was written, and an earlier report is as it was. --skip-invalid builds without bad files."
    ) { () throws(RunFailure) in
      try ReportRun(
        request: EvidenceRequest(
          inputs: input.inputs, skipInvalid: input.skipInvalid,
          evidenceAccount: input.evidenceAccount, evidenceRegion: input.evidenceRegion),
        disk: .disk, outputs: output.outputs, asOf: asOf?.instant, templates: overlay.templates,
        assets: overlay.assets, console: console, clock: clock
      ).run()
    }
    RunSummary(result: result).print(to: console)
    if let clock { console.report(clock.result) }
    if let failOn,
      result.assessment.objectives.contains(where: { failOn.isReached(by: $0.verdict) })
    {
      throw ExitCode(Exit.failOn.rawValue)
    }
  }
}
