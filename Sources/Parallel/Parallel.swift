import FoundationEssentials

/// Work on all cores whose results come in the order of the work, so that nothing depends on how
/// many cores there are.
///
///     var start = 0
///     try Parallel.ordered(
///       next: { start < text.count ? nextChunk(&start) : nil },
///       make: { chunk in decode(chunk) },
///       take: { rows in table.append(rows) })
package enum Parallel {
  /// How many threads work: one for each core that this process may use.
  package static let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)

  /// Runs `make` on all threads for each job that `next` gives, and hands each result to `take`.
  ///
  /// `next` runs on one thread at a time, and so does `take`, in the order of the jobs; only a few
  /// results wait at any time. The first failure in that order ends the work and is thrown.
  package static func ordered<Job, Output, Failure: Error>(
    threads: Int = cores,
    next: () throws(Failure) -> Job?,
    make: (Job) throws(Failure) -> Output,
    take: (Output) throws(Failure) -> Void
  ) throws(Failure) {
    guard threads > 1 else {
      while let job = try next() { try take(try make(job)) }
      return
    }
    let line = AssemblyLine<Output, Failure>(window: threads * 3)
    perform(threads) { _ in line.work(next: next, make: make, take: take) }
    if let failure = line.failure { throw failure }
  }

  /// Runs both at the same time; the first failure, in their order, is thrown.
  package static func both<First, Second, Failure: Error>(
    threads: Int = cores, _ first: () throws(Failure) -> First,
    _ second: () throws(Failure) -> Second
  ) throws(Failure) -> (First, Second) {
    guard threads > 1 else { return (try first(), try second()) }
    var (one, other): (Swift.Result<First, Failure>?, Swift.Result<Second, Failure>?)
    perform(2) { number in
      if number == 0 { one = Swift.Result(catching: first) }
      if number == 1 { other = Swift.Result(catching: second) }
    }
    guard let one, let other else { preconditionFailure("Both parts have run.") }
    return (try one.get(), try other.get())
  }

  /// Calls `body` with each number below `count`, on threads of their own where the system has
  /// some, and waits for all.
  static func perform(_ count: Int, _ body: (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      var threads: [WorkerThread] = []
      var left = [0]
      for number in 1..<count {
        if let thread = WorkerThread({ body(number) }) {
          threads.append(thread)
        } else {
          left.append(number)
        }
      }
      for number in left { body(number) }
      for thread in threads { thread.join() }
    }
  }
}
