import ArgumentParser
import AssessmentInput
import EmbeddedFiles

/// `so-report demo`: the report of the sample assessment, from the program alone.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Writes the report of the built-in sample assessment.",
    discussion: """
      Example:
        so-report demo --output demo
      """)

  @OptionGroup var output: OutputOptions

  @OptionGroup var overlay: OverlayOptions
  @OptionGroup var timing: TimingOptions
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let console = talk.console
    let clock = timing.makeClock()
    let result = try exiting(console) { () throws(RunFailure) in
      let files = try FileSet.overlaid(templates: overlay.templates, assets: overlay.assets)
      return try ReportRun(
        request: EvidenceRequest(inputs: ["sample"]),
        disk: .files(files, below: "templates/sample", as: "sample"), outputs: output.outputs,
        asOf: nil,
        templates: overlay.templates, assets: overlay.assets, console: console,
        clock: clock
      ).run()
    }
    RunSummary(result: result).print(to: console)
    if let clock { console.report(clock.result) }
  }
}

extension FileAccess {
  /// A folder named `name` that holds the files below `root` of a set.
  static func files(_ files: FileSet, below root: String, as name: String) -> FileAccess {
    @Sendable func key(_ path: String) -> String { root + path.dropFirst(name.count) }
    return FileAccess(
      kind: { path in
        if files[key(path)] != nil { return .file }
        return files.paths(below: key(path) + "/").isEmpty ? nil : .folder
      },
      list: { path in
        let prefix = key(path) + "/"
        let names = files.paths(below: prefix).compactMap {
          $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init)
        }
        return Set(names).sorted()
      },
      bytes: { path in Array(files[key(path)] ?? []) })
  }
}
