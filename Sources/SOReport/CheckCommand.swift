import ArgumentParser
import AssessmentInput
import AssessmentModel
import EmbeddedFiles

/// `so-report check`: reads everything and writes nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says what each file is, how many records it holds and what is wrong.",
    discussion: """
      A custom lens is checked against the limits that AWS sets for an upload.

      Examples:
        so-report check my-assessment
        so-report check lens.json
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var overlay: OverlayOptions
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let console = talk.console
    let (result, drift) = try exiting(console) { () throws(RunFailure) in
      let files = try FileSet.overlaid(templates: overlay.templates, assets: overlay.assets)
      let catalogue = try FileSet.catalogue(of: files)
      let result = EvidenceReader.read(
        EvidenceRequest(
          inputs: input.inputs, skipInvalid: input.skipInvalid, checksLenses: true,
          evidenceAccount: input.evidenceAccount, evidenceRegion: input.evidenceRegion,
          advisorChecks: catalogue.advisorChecks),
        objectives: catalogue.objectives.map(\.id), generatorIDs: catalogue.generatorIDs)
      let lens = result.evidence.lens ?? catalogue.lens
      return (result, LensDrift(result.evidence, lens: lens).warnings)
    }
    for line in FileTable(files: result.listing, width: Console.columns).lines {
      console.print(line)
    }
    let failures = result.failures
    console.report(
      result.evidence.rejectedFiles + result.evidence.diagnostics + drift
        + failures.map(\.diagnostic), malformed: result.evidence.malformed)
    if let exit = Exit.first(of: failures.compactMap { Exit(rawValue: $0.reason.rawValue) }) {
      throw ExitCode(exit.rawValue)
    }
  }
}
