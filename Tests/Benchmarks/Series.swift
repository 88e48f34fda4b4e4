/// All runs of one command on one input, and what they left.
struct Series {
  /// What the table calls it.
  let name: String
  /// The size of the input in bytes; nil where there is none to compare with.
  let input: Int?
  var runs: [Measurement] = []
  /// The site of the last run.
  var site: SiteSize?
  /// The size of the site packed with `zip -9`.
  var zip: Int?

  init(name: String, input: Int?) {
    self.name = name
    self.input = input
  }

  var wall: Spread { Spread(runs.map(\.wall)) }
  var cpu: Spread { Spread(runs.map(\.cpu)) }

  /// The most memory of any run, in bytes.
  var peak: Int { runs.map(\.peak).max() ?? 0 }

  /// The median of each stage, in the program's order.
  var stages: [(name: String, seconds: Double)] {
    (runs.first?.stages ?? []).map { stage in
      let all = runs.flatMap { run in run.stages.filter { $0.name == stage.name } }
      return (stage.name, Spread(all.map(\.seconds)).median)
    }
  }

  /// The ratios of paired runs: of this series' wall time to the other's.
  func ratios(to other: Series) -> Spread {
    Spread(Swift.zip(runs, other.runs).map { $0.wall / $1.wall })
  }
}
