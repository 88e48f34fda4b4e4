/// A limit that a measured value has to keep.
struct Target {
  let sentence: String
  let limit: Double
  /// Nil when it was not measured.
  let value: Double?
  let format: (Double) -> String

  /// Whether the value keeps the limit; nil when there is none.
  var holds: Bool? { value.map { $0 <= limit } }

  /// All targets of the full scale (docs/performance.md has the reasons).
  static func all(_ report: BenchmarkReport) -> [Target] {
    times(report) + memory(report) + sizes(report)
  }

  private static func times(_ report: BenchmarkReport) -> [Target] {
    func ratio(_ own: Series?, _ other: Series?) -> Double? {
      guard let own, let other else { return nil }
      return own.wall.median / other.wall.median
    }
    func times(_ value: Double) -> String { Wording.fixed(value, 2) + " ×" }
    let findings = report.series(.findings)
    return [
      Target(
        sentence: "100,000 findings, compared with the floor", limit: 1.5,
        value: ratio(findings, report.series(.findings, 1)), format: times),
      Target(
        sentence: "1,000,000 findings, compared with 100,000", limit: 11,
        value: ratio(report.series(.million), findings), format: times),
      Target(
        sentence: "20,000 files, compared with the same in one", limit: 2,
        value: ratio(report.series(.files), report.series(.files, 1)), format: times),
      Target(
        sentence: "sample assessment, time", limit: 0.25,
        value: report.series(.sample)?.wall.median, format: Wording.seconds),
    ]
  }

  private static func memory(_ report: BenchmarkReport) -> [Target] {
    let limits: [(String, Work, Int)] = [
      ("sample assessment, memory", .sample, 80), ("100,000 findings, memory", .findings, 384),
      ("1,000,000 findings, memory", .million, 1536),
    ]
    return limits.map { sentence, work, mebibytes in
      Target(
        sentence: sentence, limit: Double(mebibytes * 1_048_576),
        value: (report.series(work)?.peak).map { Double($0) },
        format: { Wording.memory(Int($0)) })
    }
  }

  private static func sizes(_ report: BenchmarkReport) -> [Target] {
    let findings = report.series(.findings)
    func share(_ bytes: (SiteSize) -> Int) -> Double? {
      guard let site = findings?.site, let input = findings?.input else { return nil }
      return Double(bytes(site)) / Double(input)
    }
    func size(_ value: Double) -> String { Wording.size(Int(value)) }
    let largest = report.results.flatMap(\.series).compactMap { $0.site?.largestPage }.max()
    return [
      Target(
        sentence: "site of 100,000 findings without CSV, of the input", limit: 0.2,
        value: share(\.withoutCSV), format: Wording.percent),
      Target(
        sentence: "the same with CSV", limit: 0.35, value: share { $0.withoutCSV + $0.csv },
        format: Wording.percent),
      Target(
        sentence: "the same as a ZIP", limit: 12_000_000,
        value: (findings?.zip).map { Double($0) }, format: size),
      Target(
        sentence: "largest page of any site", limit: 300_000, value: largest.map { Double($0) },
        format: size),
    ]
  }

  /// A table of targets in Markdown.
  static func table(_ targets: [Target]) -> String {
    var table = MarkdownTable(["target", "at most", "measured", "held"])
    for target in targets {
      let held = target.holds.map { $0 ? "yes" : "NO" } ?? "not measured"
      table.add([
        target.sentence, target.format(target.limit),
        target.value.map(target.format) ?? "–", held,
      ])
    }
    return table.text
  }
}
