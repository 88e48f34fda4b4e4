import ArgumentParser
import FoundationEssentials

/// `Benchmarks run`: measures the program and prints tables in Markdown.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Measures so-report and prints tables in Markdown.")

  @Option(help: "The release of so-report.")
  var program = ".build/release/so-report"

  @Option(help: "A program that is run in turn with so-report: FLOOR INPUT OUTPUT.")
  var floor: String?

  @Option(parsing: .upToNextOption, help: "What is measured; everything unless given.")
  var work: [Work] = []

  @Option(help: "How often each work is measured.")
  var runs: Int?

  @Flag(help: "Ten thousand findings, one run: only to see that everything works.")
  var quick = false

  @Flag(help: "Compare with the targets; exit with 1 when one is missed.")
  var check = false

  @Flag(help: "Keep inputs and sites.")
  var keep = false

  @Option(help: "A folder of its own for inputs and sites.")
  var folder = ".build/benchmark"

  func validate() throws {
    if let runs, runs < 1 { throw ValidationError("--runs must be at least 1.") }
    if quick && check { throw ValidationError("Targets are about the full sizes, not --quick.") }
  }

  func run() throws {
    let chosen = work.isEmpty ? Work.allCases.filter { !quick || $0 != .million } : work
    let report = try BenchmarkRun(
      program: program, floor: floor, folder: URL(filePath: folder).path,
      scale: quick ? .quick : .full,
      works: Work.allCases.filter(chosen.contains), runs: runs, keepsFiles: keep
    ).measure()
    print(report.text)
    guard check else { return }
    let targets = Target.all(report)
    print(Target.table(targets))
    let missed = targets.count { $0.holds == false }
    let open = targets.count { $0.holds == nil }
    print("\(targets.count - missed - open) targets held, \(missed) missed, \(open) not measured.")
    if missed > 0 { throw ExitCode.failure }
  }
}
