import Glibc
import Synchronization

/// The stages of a run, in their order.
enum Stage: String, CaseIterable, Sendable {
  /// Templates, assets and the catalogue.
  case prepare
  /// Evidence files, read and decoded in one go.
  case read
  case merge, judge
  /// Contents of pages, documents and data files.
  case compose
  /// Frames around the contents of pages.
  case render
  /// Digests of files, and their bytes to the system.
  case write
  /// Waiting for the disk, and the exchange of the sites.
  case publish
}

/// Measures how long each stage of a run takes.
///
/// Composing, rendering and writing take place at the same time on several threads. So a stage's time
/// is CPU time, of all threads together.
///
/// A class, because threads share it.
final class StageClock: Sendable {
  /// Clocks of the time that was worked, not of that which went by.
  struct Clocks: Sendable {
    /// Of all threads of the process together.
    var process: @Sendable () -> Duration = { StageClock.time(CLOCK_PROCESS_CPUTIME_ID) }
    /// Of the thread that asks.
    var thread: @Sendable () -> Duration = { StageClock.time(CLOCK_THREAD_CPUTIME_ID) }
  }

  private let clocks: Clocks
  private let state = Mutex(State())
  private let start = ContinuousClock.now

  init(_ clocks: Clocks = Clocks()) { self.clocks = clocks }

  private struct State {
    var times: [Stage: Duration] = [:]
    /// Where the process stood when the last stage ended.
    var mark = Duration.zero
    /// What was added to other stages since then.
    var inner = Duration.zero
  }

  /// What a run took.
  struct Result {
    /// CPU time by stage.
    let times: [(stage: Stage, cpu: Duration)]
    /// From the beginning of the run to its end.
    let wall: Duration
    /// The most memory at one time, in bytes; parts of mapped files count while they are in it.
    let peakMemory: Int
  }

  /// Ends a stage: what all threads have worked since the last one ended, less what was added to
  /// others meanwhile, is its time.
  func end(_ stage: Stage) {
    let now = clocks.process()
    state.withLock { state in
      state.times[stage, default: .zero] += now - state.mark - state.inner
      state.mark = now
      state.inner = .zero
    }
  }

  /// Adds the time of `body`, on this thread, to writing, but for that in which it asks for pieces,
  /// which is added to the stage that makes them.
  func writing<Pieces: Sequence, Failure: Error>(
    _ pieces: Pieces, madeBy stage: Stage,
    _ body: (AnySequence<Pieces.Element>) throws(Failure) -> Void
  ) throws(Failure) {
    let start = clocks.thread()
    var making = Duration.zero
    var iterator = pieces.makeIterator()
    defer {
      add(making, to: stage)
      add(clocks.thread() - start - making, to: .write)
    }
    try body(
      AnySequence { [clocks] in
        AnyIterator {
          let before = clocks.thread()
          defer { making += clocks.thread() - before }
          return iterator.next()
        }
      })
  }

  private func add(_ time: Duration, to stage: Stage) {
    state.withLock { state in
      state.times[stage, default: .zero] += time
      state.inner += time
    }
  }

  /// What the run took until now.
  var result: Result {
    let times = state.withLock { $0.times }
    var usage = rusage()
    unsafe getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return Result(
      times: Stage.allCases.map { ($0, times[$0] ?? .zero) }, wall: .now - start,
      peakMemory: usage.ru_maxrss * 1024)
  }

  /// What a clock of the system shows.
  private static func time(_ clock: clockid_t) -> Duration {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

extension StageClock.Result {
  /// A table for people: a stage a line, with its seconds.
  var lines: [String] {
    let width = 12
    func line(_ name: String, _ time: Duration) -> String {
      "  \(name.padding(to: width)) \(Self.seconds(time)) s"
    }
    let mebibytes = peakMemory / 1_048_576
    return ["CPU time of each stage, on all threads together:"]
      + times.map { line($0.stage.rawValue, $0.cpu) }
      + ["The whole run:", line("wall clock", wall)]
      + ["  \("peak memory".padding(to: width)) \(mebibytes) MiB"]
  }

  /// One JSON object: `timings`, `wall` and `peakMemory`, in seconds and bytes.
  var json: String {
    let stages = times.map { "\"\($0.stage.rawValue)\":\(Self.seconds($0.cpu))" }
    return "{\"timings\":{\(stages.joined(separator: ","))},\"wall\":\(Self.seconds(wall)),"
      + "\"peakMemory\":\(peakMemory)}"
  }

  /// Seconds with three decimals.
  private static func seconds(_ time: Duration) -> String {
    let (seconds, attoseconds) = time.components
    let thousandths = String(attoseconds / 1_000_000_000_000_000)
    return "\(seconds)." + String(repeating: "0", count: 3 - thousandths.count) + thousandths
  }
}
