import Parallel
import Synchronization
import Testing

@Suite("Work on several threads")
struct ParallelTests {
  private struct Broken: Error, Equatable {
    let number: Int
  }

  @Test("hands results on in the order of the jobs", arguments: [1, 2, 3, 8])
  func order(threads: Int) {
    var (number, taken): (Int, [Int]) = (0, [])
    Parallel.ordered(
      threads: threads,
      next: { () -> Int? in
        number += 1
        return number <= 200 ? number : nil
      },
      make: { job in
        // Later jobs of each ten end sooner.
        var value = job
        for _ in 0..<((10 - job % 10) * 2_000) { value = value &* 31 &+ 7 }
        return value == 0 ? 0 : job
      },
      take: { taken.append($0) })
    #expect(taken == Array(1...200))
  }

  @Test("lets only a few results wait")
  func window() {
    let made = Mutex(0)
    var (number, taken, worst) = (0, 0, 0)
    Parallel.ordered(
      threads: 4,
      next: { () -> Int? in
        number += 1
        return number <= 500 ? number : nil
      },
      make: { job in
        made.withLock { $0 += 1 }
        return job
      },
      take: { _ in
        taken += 1
        worst = max(worst, made.withLock { $0 } - taken)
      })
    #expect(taken == 500)
    #expect(worst <= 12)
  }

  @Test("throws the first failure in the order of the jobs", arguments: [1, 2, 5])
  func failures(threads: Int) {
    var number = 0
    var taken: [Int] = []
    #expect(throws: Broken(number: 30)) {
      try Parallel.ordered(
        threads: threads,
        next: { () throws(Broken) -> Int? in
          number += 1
          if number == 45 { throw Broken(number: number) }
          return number
        },
        make: { (job) throws(Broken) -> Int in
          if job == 30 || job == 31 { throw Broken(number: job) }
          return job
        },
        take: { (job) throws(Broken) in taken.append(job) })
    }
    #expect(taken == Array(1...29))
  }

  @Test("throws what taking and fetching throw", arguments: [1, 4])
  func otherFailures(threads: Int) {
    #expect(throws: Broken(number: 3)) {
      var number = 0
      try Parallel.ordered(
        threads: threads,
        next: { () throws(Broken) -> Int? in
          number += 1
          if number == 4 { throw Broken(number: 3) }
          return number
        },
        make: { (job) throws(Broken) -> Int in job }, take: { (_) throws(Broken) in })
    }
    #expect(throws: Broken(number: 2)) {
      var number = 0
      try Parallel.ordered(
        threads: threads,
        next: { () throws(Broken) -> Int? in
          number += 1
          return number
        },
        make: { (job) throws(Broken) -> Int in job },
        take: { (job) throws(Broken) in if job == 2 { throw Broken(number: job) } })
    }
  }

  @Test("runs two things at once", arguments: [1, 2])
  func both(threads: Int) throws {
    let (text, number) = Parallel.both(threads: threads, { "a" }, { 1 })
    #expect(text == "a" && number == 1)
    #expect(throws: Broken(number: 7)) {
      try Parallel.both(
        threads: threads, { () throws(Broken) -> Int in throw Broken(number: 7) },
        { () throws(Broken) -> Int in throw Broken(number: 8) })
    }
  }

  @Test("gives what is made of each number in the order of numbers", arguments: [1, 2, 8])
  func map(threads: Int) {
    let made = Parallel.map(300, threads: threads) { number -> Int in
      var value = number
      for _ in 0..<((10 - number % 10) * 2_000) { value = value &* 31 &+ 7 }
      return value == 0 ? 0 : number * 2
    }
    #expect(made == (0..<300).map { $0 * 2 })
    #expect(Parallel.map(0, threads: threads) { $0 } == [])
  }

  @Test("calls with each number once, and begins none after a failure", arguments: [1, 2, 8])
  func forEach(threads: Int) {
    let seen = Mutex<[Int]>([])
    Parallel.forEach(300, threads: threads) { number in seen.withLock { $0.append(number) } }
    #expect(seen.withLock { $0.sorted() } == Array(0..<300))
    let begun = Mutex(0)
    #expect(throws: Broken(number: 5)) {
      try Parallel.forEach(10_000, threads: threads) { (number) throws(Broken) in
        begun.withLock { $0 += 1 }
        if number == 5 { throw Broken(number: 5) }
      }
    }
    #expect(begun.withLock { $0 } < 10_000)
  }

  @Test("throws the failure of the lowest number")
  func lowest() {
    // Each waits until all have begun.
    let begun = Mutex(0)
    #expect(throws: Broken(number: 0)) {
      try Parallel.forEach(3, threads: 3) { (number) throws(Broken) in
        begun.withLock { $0 += 1 }
        while begun.withLock({ $0 < 3 }) {}
        throw Broken(number: number)
      }
    }
  }
}
