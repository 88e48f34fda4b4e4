import ArgumentParser
import SyntheticFindings

/// What is measured.
enum Work: String, CaseIterable, ExpressibleByArgument {
  /// `so-report demo`.
  case sample
  /// One export in one file.
  case findings
  /// The same number of findings, of which many are about the same thing.
  case twins
  /// Many files of one finding, and the same findings in one file.
  case files
  /// Ten times as many findings in one file.
  case million
}

/// How large the works are, and how often each is measured.
struct Scale {
  let findings: Int
  let files: Int
  let million: Int
  private let rounds: [Work: Int]

  /// What docs/performance.md reports and targets are about.
  static let full = Scale(
    findings: 100_000, files: 20_000, million: 1_000_000,
    rounds: [.sample: 10, .findings: 10, .twins: 5, .files: 5, .million: 3])

  /// Enough to see that everything works.
  static let quick = Scale(findings: 10_000, files: 500, million: 100_000, rounds: [:])

  /// How often a work is measured.
  func rounds(of work: Work) -> Int { rounds[work] ?? 1 }
}
