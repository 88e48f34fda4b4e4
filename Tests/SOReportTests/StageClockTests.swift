import Foundation
import Synchronization
import Testing

@testable import SOReport

@Suite("The clock of a run's stages") struct StageClockTests {
  @Test("gives the time of what makes pieces to its stage, and the rest to writing and composing")
  func stages() {
    let now = Mutex(Duration.zero)
    @Sendable func work(_ milliseconds: Int) { now.withLock { $0 += .milliseconds(milliseconds) } }
    let clock = StageClock(.init(process: { now.withLock { $0 } }, thread: { now.withLock { $0 } }))
    work(1)
    clock.end(.read)
    work(10)
    clock.writing([100, 200].lazy.map { work($0) }, madeBy: .render) { pieces in
      work(1000)
      for _ in pieces { work(2000) }
    }
    clock.writing(CollectionOfOne(0).lazy.map { _ in work(40_000) }, madeBy: .compose) { pieces in
      for _ in pieces { work(6000) }
    }
    work(20)
    clock.end(.compose)
    work(7)
    clock.end(.publish)
    let times = Dictionary(uniqueKeysWithValues: clock.result.times.map { ($0.stage, $0.cpu) })
    #expect(times[.read] == .milliseconds(1))
    #expect(times[.render] == .milliseconds(300))
    #expect(times[.write] == .milliseconds(11_000))
    #expect(times[.compose] == .milliseconds(40_030))
    #expect(times[.publish] == .milliseconds(7))
    #expect(times[.merge] == .zero)
  }

  @Test("is shown as lines of a stage and its seconds")
  func lines() {
    let lines = result.lines
    #expect(lines.count == Stage.allCases.count + 4)
    #expect(lines.contains("  read         1.250 s"))
    #expect(lines.contains("  merge        0.007 s"))
    #expect(lines.suffix(2) == ["  wall clock   61.002 s", "  peak memory  3 MiB"])
  }

  @Test("is shown as one JSON object")
  func json() throws {
    struct Shown: Decodable {
      let timings: [String: Double]
      let wall: Double
      let peakMemory: Int
    }
    let shown = try JSONDecoder().decode(Shown.self, from: Data(result.json.utf8))
    #expect(Set(shown.timings.keys) == Set(Stage.allCases.map(\.rawValue)))
    #expect(shown.timings["read"] == 1.25 && shown.timings["merge"] == 0.007)
    #expect(shown.wall == 61.002 && shown.peakMemory == 3_145_728)
  }

  private var result: StageClock.Result {
    let times: [Stage: Duration] = [.read: .milliseconds(1250), .merge: .milliseconds(7)]
    return StageClock.Result(
      times: Stage.allCases.map { ($0, times[$0] ?? .zero) }, wall: .milliseconds(61_002),
      peakMemory: 3_145_728)
  }
}
