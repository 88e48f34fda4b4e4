import Glibc

/// The state that the threads of `Parallel.ordered` share.
///
/// A class because they share it; a lock guards all of it.
@safe final class AssemblyLine<Output, Failure: Error> {
  private typealias Ready = Swift.Result<Output, Failure>

  /// How many jobs may be under way or wait to be taken.
  private let window: Int
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>

  private var ready: [Int: Ready] = [:]
  private var started = 0
  private var taken = 0
  private var isFetching = false
  private var isTaking = false
  private var isExhausted = false

  /// What ended the work early.
  private(set) var failure: Failure?

  init(window: Int) {
    self.window = window
    unsafe lock = .allocate(capacity: 1)
    unsafe changed = .allocate(capacity: 1)
    unsafe pthread_mutex_init(lock, nil)
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe pthread_mutex_destroy(lock)
    unsafe changed.deallocate()
    unsafe lock.deallocate()
  }

  /// One thread's work: takes what is ready, else makes what is next, else waits.
  func work<Job>(
    next: () throws(Failure) -> Job?, make: (Job) throws(Failure) -> Output,
    take: (Output) throws(Failure) -> Void
  ) {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    while failure == nil {
      if !isTaking, let output = ready.removeValue(forKey: taken) {
        takeOne(output, take)
      } else if !isFetching, !isExhausted, started - taken < window {
        makeOne(next, make)
      } else if isExhausted, taken == started {
        return
      } else {
        unsafe pthread_cond_wait(changed, lock)
      }
    }
  }

  private func takeOne(_ output: Ready, _ take: (Output) throws(Failure) -> Void) {
    isTaking = true
    let failure = unlocked { () -> Failure? in
      do throws(Failure) {
        try take(try output.get())
        return nil
      } catch {
        return error
      }
    }
    isTaking = false
    taken += 1
    self.failure = failure
    unsafe pthread_cond_broadcast(changed)
  }

  private func makeOne<Job>(
    _ next: () throws(Failure) -> Job?, _ make: (Job) throws(Failure) -> Output
  ) {
    isFetching = true
    let job = unlocked { Swift.Result(catching: next) }
    isFetching = false
    let number = started
    switch job {
    case .success(nil): isExhausted = true
    case .failure(let error):
      isExhausted = true
      started += 1
      ready[number] = .failure(error)
    case .success(let job?):
      started += 1
      unsafe pthread_cond_broadcast(changed)
      let output = unlocked { Ready { () throws(Failure) in try make(job) } }
      ready[number] = output
    }
    unsafe pthread_cond_broadcast(changed)
  }

  /// Runs `body` without the lock.
  private func unlocked<Value>(_ body: () -> Value) -> Value {
    unsafe pthread_mutex_unlock(lock)
    defer { unsafe pthread_mutex_lock(lock) }
    return body()
  }
}
