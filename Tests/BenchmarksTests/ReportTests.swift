import Testing

@testable import Benchmarks

@Suite struct ReportTests {
  private func series(
    _ name: String = "s", wall: [Double], peak: Int = 0, input: Int? = nil,
    stages: [[(String, Double)]] = []
  ) -> Series {
    var series = Series(name: name, input: input)
    for (index, seconds) in wall.enumerated() {
      let own = stages.indices.contains(index) ? stages[index] : []
      series.runs.append(
        Measurement(
          wall: seconds, cpu: seconds, peak: peak,
          stages: own.map { (name: $0.0, seconds: $0.1) }))
    }
    return series
  }

  private func report(_ results: [(Work, [Series])]) -> BenchmarkReport {
    var report = BenchmarkReport(
      machine: Machine(cores: 2, memory: 8 << 30, load: nil), scale: .full)
    for (work, series) in results { report.add(work, series) }
    return report
  }

  @Test(
    "The median is the value in the middle",
    arguments: [([3, 1, 2], 2), ([4, 1, 3, 2], 2.5), ([7], 7)] as [([Double], Double)])
  func findsMedian(values: [Double], median: Double) {
    #expect(Spread(values).median == median)
  }

  @Test(
    "Figures are short and the same in any language",
    arguments: [
      (Wording.seconds(0.1416), "0.142 s"), (Wording.seconds(3.14159), "3.14 s"),
      (Wording.seconds(61.04), "61.0 s"), (Wording.size(183_499), "183 KB"),
      (Wording.size(3_649_000), "3.6 MB"), (Wording.size(290_200_000), "290 MB"),
      (Wording.memory(402_653_184), "384 MiB"), (Wording.percent(0.1995), "20.0 %"),
      (Wording.count(1_000_000), "1,000,000"), (Wording.count(999), "999"),
    ])
  func words(text: String, expected: String) { #expect(text == expected) }

  @Test("Stages are read from what a run says, whatever else it says")
  func readsStages() {
    let stages = StageTimes.read(
      """
      warning: a.json: nothing
        SO 1  Accounts   high   known 3 of 9
        read       0.125 s
        roll up    1.5
      100 records from 1 file (0 rejected) became 9 findings, 2 open. 3 pages written in 0.2 s
      """)
    #expect(stages.map(\.name) == ["read", "roll up"])
    #expect(stages.map(\.seconds) == [0.125, 1.5])
  }

  @Test("The tables show medians, a row for each stage, and the ratio to the floor")
  func showsTables() {
    let own = series(
      "100,000 findings", wall: [3, 1, 2], peak: 100 << 20, input: 1000,
      stages: [[("read", 1)], [("read", 0.5)], [("read", 0.25)]])
    let text = report([(.findings, [own, series("floor", wall: [2, 1, 1])])]).text
    #expect(text.contains("| 100,000 findings |    3 |       2.00 s | 1.00 s | 3.00 s |"))
    #expect(text.contains("| read  |          0.500 s |"))
    #expect(
      text.contains("| 100,000 findings |        1.00 s |            2.00 s |  2.00 |"))
  }

  @Test("A target is missed above its limit, and open when it was not measured")
  func judgesTargets() throws {
    let targets = Target.all(
      report([
        (.sample, [series(wall: [0.25], peak: 80 << 20)]),
        (.findings, [series(wall: [1.51], peak: 385 << 20), series(wall: [1])]),
        (.files, [series(wall: [4]), series(wall: [2])]),
      ]))
    func holds(_ sentence: String) -> Bool? {
      targets.first { $0.sentence == sentence }.flatMap(\.holds)
    }
    #expect(holds("sample assessment, time") == true)
    #expect(holds("sample assessment, memory") == true)
    #expect(holds("100,000 findings, compared with the floor") == false)
    #expect(holds("100,000 findings, memory") == false)
    #expect(holds("20,000 files, compared with the same in one") == true)
    #expect(holds("1,000,000 findings, compared with 100,000") == nil)
    #expect(targets.count == 11)
    #expect(Target.table(targets).contains("|           NO |"))
  }
}
