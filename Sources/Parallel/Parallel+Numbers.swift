import Synchronization

extension Parallel {
  /// Calls `body` with each number below `count` on all threads, the lower numbers first; nothing
  /// waits for another number.
  ///
  /// After a failure no further call begins; of several failures the one of the lowest number is
  /// thrown.
  package static func forEach<Failure: Error>(
    _ count: Int, threads: Int = cores, _ body: @Sendable (Int) throws(Failure) -> Void
  ) throws(Failure) {
    let next = Atomic(0)
    let first = Mutex<(number: Int, failure: Failure)?>(nil)
    perform(max(1, min(threads, count))) { _ in
      while first.withLock({ $0 == nil }) {
        let number = next.add(1, ordering: .relaxed).oldValue
        if number >= count { return }
        do throws(Failure) {
          try body(number)
        } catch {
          first.withLock { found in
            if let found, found.number < number { return }
            found = (number, error)
          }
        }
      }
    }
    if let failure = first.withLock({ $0?.failure }) { throw failure }
  }

  /// What `body` makes of each number below `count`, in their order.
  package static func map<Output: Sendable>(
    _ count: Int, threads: Int = cores, _ body: @Sendable (Int) -> Output
  ) -> [Output] {
    let outputs = Mutex<[Output?]>(Array(repeating: nil, count: count))
    forEach(count, threads: threads) { number in
      let output = body(number)
      outputs.withLock { $0[number] = output }
    }
    return outputs.withLock { $0 }.compactMap(\.self)
  }
}
