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
      It warns of what a report would warn of, and writes nothing. A custom lens is checked against \
      the limits that AWS sets for an upload.

      Examples:
        so-report check my-assessment
        so-report check lens.json
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var overlay: OverlayOptions
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let console = talk.console
    let (result, warnings) = try exiting(console) { () throws(RunFailure) in
      let files = try FileSet.overlaid(templates: overlay.templates, assets: overlay.assets)
      let catalogue = try FileSet.catalogue(of: files)
      let result = EvidenceReader.read(
        EvidenceRequest(
          inputs: input.inputs, skipInvalid: input.skipInvalid, checksLenses: true,
          evidenceAccount: input.evidenceAccount, evidenceRegion: input.evidenceRegion,
          advisorChecks: catalogue.advisorChecks),
        objectives: catalogue.objectives.map(\.id), generatorIDs: catalogue.generatorIDs)
      return (result, Self.warnings(of: result, by: catalogue))
    }
    for line in FileTable(files: result.listing, width: Console.columns).lines {
      console.print(line)
    }
    let failures = result.failures
    console.report(
      result.evidence.rejectedFiles + warnings + failures.map(\.diagnostic),
      malformed: result.evidence.malformed)
    if let exit = Exit.first(of: failures.compactMap { Exit(rawValue: $0.reason.rawValue) }) {
      throw ExitCode(exit.rawValue)
    }
  }

  /// What a report of the evidence would warn of; where none can be made, what reading tells.
  private static func warnings(
    of result: ReadResult, by catalogue: AssessmentModel.Catalogue
  ) -> [Diagnostic] {
    let evidence = result.evidence
    if result.failures.isEmpty, let assessment = try? Assessment(evidence, catalogue: catalogue) {
      return assessment.warnings
    }
    let lens = evidence.lens ?? catalogue.lens
    let read = evidence.diagnostics + LensDrift(evidence, lens: lens).warnings
    guard result.failures.isEmpty, result.listing.contains(where: \.isEvidence) else { return read }
    return read + [
      Diagnostic(.note, "no-time", "nothing in the evidence has a date, so build needs --as-of")
    ]
  }
}
