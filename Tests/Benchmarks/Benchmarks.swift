import ArgumentParser

/// Measures so-report; scripts/benchmark builds and starts it (docs/performance.md).
@main struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures so-report on inputs that it makes itself.",
    subcommands: [RunCommand.self, GenerateCommand.self, PartsCommand.self],
    defaultSubcommand: RunCommand.self)
}

/// Why there is no result.
struct BenchmarkFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
