import FoundationEssentials
import SyntheticFindings

/// Makes the inputs, measures one work after another, and removes what it made.
struct BenchmarkRun {
  /// The release of so-report.
  let program: String
  /// A program that does the least that any report needs (docs/performance.md), if there is one.
  let floor: String?
  /// A folder of its own for inputs and sites.
  let folder: String
  let scale: Scale
  let works: [Work]
  /// How often each work is measured; nil for the scale's own numbers.
  let runs: Int?
  let keepsFiles: Bool

  /// Measures all works.
  func measure() throws -> BenchmarkReport {
    var report = BenchmarkReport(machine: .current, scale: scale)
    for work in works {
      let place = "\(folder)/\(work.rawValue)"
      try remove(place)
      try FileManager.default.createDirectory(
        atPath: place, withIntermediateDirectories: true)
      defer { if !keepsFiles { try? remove(place) } }
      var race = Race(
        runners: try runners(of: work, in: place), folder: place,
        rounds: runs ?? scale.rounds(of: work))
      try race.run()
      if work == .findings { race.runners[0].series.zip = try zip(race.output(of: 0)) }
      report.add(work, race.runners.map(\.series))
    }
    return report
  }

  func remove(_ path: String) throws {
    if FileManager.default.fileExists(atPath: path) {
      try FileManager.default.removeItem(atPath: path)
    }
  }

  /// The size of a folder packed as tightly as `zip` can.
  private func zip(_ site: String) throws -> Int {
    let file = "\(site).zip"
    try remove(file)
    try ChildProcess(
      ["sh", "-c", "cd \"$1\" && exec zip -9 -q -r \"$2\" .", "sh", site, file]
    ).mustRun()
    return try SiteSize.size(file) ?? 0
  }
}
