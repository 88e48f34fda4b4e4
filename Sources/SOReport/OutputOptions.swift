import ArgumentParser
import FoundationEssentials

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

  @Option(
    help: ArgumentHelp(
      "An HTML file to write, with all pages in it; an earlier one is replaced.",
      valueName: "html"))
  var singleFile: String?

  func validate() throws {
    if output == nil, bundle == nil, singleFile == nil {
      throw ValidationError(
        "Say where to write: --output DIR, --bundle ZIP, --single-file HTML, or several.")
    }
    let places = [output, bundle, singleFile].compactMap(\.self).map {
      URL(filePath: $0).standardizedFileURL.pathComponents
    }
    guard Set(places).count == places.count else {
      throw ValidationError("Each of --output, --bundle and --single-file needs a path of its own.")
    }
  }

  var outputs: ReportOutputs.Paths {
    .init(folder: output, archive: bundle, singleFile: singleFile)
  }
}
