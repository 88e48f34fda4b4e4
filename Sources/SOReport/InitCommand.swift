import ArgumentParser
import EmbeddedFiles

/// `so-report init`: an assessment folder to fill in, or the sample assessment.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes an assessment folder to fill in.",
    discussion: """
      Examples:
        so-report init my-assessment          commented, empty files
        so-report init --sample sample        the fictional sample assessment
      """)

  @Flag(help: "Write the fictional sample assessment instead of empty files.")
  var sample = false

  @Argument(help: ArgumentHelp("A new or empty folder.", valueName: "dir"))
  var folder: String

  func run() throws {
    let console = Console()
    let written = try exiting(console) { () throws(RunFailure) in
      let root = sample ? "templates/sample/" : "templates/skeleton/"
      return try NewFolder(path: folder).write(
        FileSet.overlaid(templates: nil, assets: nil), below: root)
    }
    for path in written { console.say("  \(path)") }
    console.say(
      sample
        ? "Next: so-report build \(folder) -o report"
        : "Next: put exports into \(folder)/evidence, then: so-report check \(folder)")
    console.print(folder)
  }
}
