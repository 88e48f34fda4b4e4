import ArgumentParser

/// Where a report is written to; one place at least.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write; an earlier report there is replaced.", valueName: "dir"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "A ZIP to write, with the same files as the folder; an earlier one is replaced.",
      valueName: "zip"))
  var bundle: String?

  func validate() throws {
    if output == nil, bundle == nil {
      throw ValidationError("Say where to write: --output DIR, --bundle ZIP, or several.")
    }
  }

  var outputs: ReportOutputs.Paths { .init(folder: output, archive: bundle) }
}
