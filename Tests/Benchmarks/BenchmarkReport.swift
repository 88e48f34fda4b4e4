/// What was measured, as docs/performance.md shows it.
struct BenchmarkReport {
  let machine: Machine
  let scale: Scale
  private(set) var results: [(work: Work, series: [Series])] = []

  init(machine: Machine, scale: Scale) {
    self.machine = machine
    self.scale = scale
  }

  /// Keeps the series of a work.
  mutating func add(_ work: Work, _ series: [Series]) { results.append((work, series)) }

  /// One series of a work: its first is so-report's own.
  func series(_ work: Work, _ index: Int = 0) -> Series? {
    results.first { $0.work == work }.flatMap {
      $0.series.indices.contains(index) ? $0.series[index] : nil
    }
  }

  /// All tables in Markdown.
  var text: String {
    let all = results.flatMap(\.series)
    return [machine.text + "\n", times(all), sizes(all), stages(all), floors()]
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func times(_ all: [Series]) -> String {
    var table = MarkdownTable(
      ["work", "runs", "time, median", "least", "most", "CPU, median", "memory, most"])
    for series in all {
      table.add([
        series.name, String(series.runs.count), Wording.seconds(series.wall.median),
        Wording.seconds(series.wall.least), Wording.seconds(series.wall.most),
        Wording.seconds(series.cpu.median), Wording.memory(series.peak),
      ])
    }
    return table.text
  }

  private func sizes(_ all: [Series]) -> String {
    var table = MarkdownTable([
      "work", "input", "site without CSV", "of input", "CSV", "site with CSV, of input", "files",
      "largest page", "ZIP",
    ])
    for series in all {
      guard let site = series.site else { continue }
      func share(_ bytes: Int) -> String {
        series.input.map { Wording.percent(Double(bytes) / Double($0)) } ?? "–"
      }
      table.add([
        series.name, series.input.map(Wording.size) ?? "–", Wording.size(site.withoutCSV),
        share(site.withoutCSV), Wording.size(site.csv), share(site.withoutCSV + site.csv),
        Wording.count(site.files), Wording.size(site.largestPage),
        series.zip.map(Wording.size) ?? "–",
      ])
    }
    return table.text
  }

  /// One row a stage, one column a work; nothing where the program does not tell.
  private func stages(_ all: [Series]) -> String {
    let timed = all.filter { !$0.stages.isEmpty }
    guard let longest = timed.max(by: { $0.stages.count < $1.stages.count }) else { return "" }
    var table = MarkdownTable(["stage"] + timed.map(\.name))
    for (name, _) in longest.stages {
      let cells = timed.map { series in
        series.stages.first { $0.name == name }.map { Wording.seconds($0.seconds) } ?? "–"
      }
      table.add([name] + cells)
    }
    return table.text
  }

  private func floors() -> String {
    var table = MarkdownTable(
      ["work", "floor, median", "so-report, median", "ratio", "pairs, least", "pairs, most"])
    for work in [Work.findings, .million] {
      guard let own = series(work), let floor = series(work, 1) else { continue }
      let pairs = own.ratios(to: floor)
      table.add([
        own.name, Wording.seconds(floor.wall.median), Wording.seconds(own.wall.median),
        Wording.fixed(own.wall.median / floor.wall.median, 2), Wording.fixed(pairs.least, 2),
        Wording.fixed(pairs.most, 2),
      ])
    }
    return table.rows.isEmpty ? "" : table.text
  }
}
