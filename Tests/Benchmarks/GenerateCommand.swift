import ArgumentParser
import SyntheticFindings

/// `Benchmarks generate`: an export to try things with.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Writes a Security Hub export in which nothing is real.",
    discussion: """
      Equal options give equal bytes on any machine.

      Examples:
        Benchmarks generate --findings 100000 --output findings.json
        Benchmarks generate --findings 20000 --singly --output folder
        Benchmarks generate --findings 2000 --twins --gzip --output findings.json
      """)

  @Option(help: "How many findings, twins included.")
  var findings = 1000

  @Option(help: "How many accounts.")
  var accounts = 25

  @Option(help: "Another number gives another export.")
  var seed: UInt64 = 1

  @Flag(help: "Add findings of the same thing: of other standards, regions and times, and copies.")
  var twins = false

  @Option(help: "What stands around the findings.")
  var envelope = ExportEnvelope.object

  @Flag(help: "Write a file for each finding into a folder.")
  var singly = false

  @Flag(help: "Compress the file; .gz is added to its name.")
  var gzip = false

  @Option(name: .shortAndLong, help: "The file or folder to write.")
  var output: String

  func validate() throws {
    guard findings >= 0 else { throw ValidationError("--findings must not be negative.") }
    guard 1...9999 ~= accounts else { throw ValidationError("--accounts must be 1 to 9999.") }
    guard !singly || !gzip && envelope == .object else {
      throw ValidationError("--singly writes plain files that end in .json.")
    }
  }

  func run() throws {
    let files = ExportFiles(
      export: SyntheticExport(
        findings: findings, accounts: accounts, seed: seed, hasTwins: twins))
    if singly {
      _ = try files.writeSingly(to: output)
    } else {
      _ = try files.write(to: output, as: envelope)
    }
    if gzip { try ChildProcess(["gzip", "--fast", "--force", "--no-name", output]).mustRun() }
  }
}
