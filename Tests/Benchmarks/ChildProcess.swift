import FoundationEssentials
import Glibc

/// A program that is run to its end and measured.
///
/// wait4(2) tells what this one child used. Linux never reports less memory than this process had
/// when it started the child, because it counts the moment between fork and exec; so nothing here
/// holds an input.
struct ChildProcess {
  /// The program, found in the PATH unless it is a path, and its arguments.
  let arguments: [String]
  /// The file that takes what the child writes.
  let log: String

  init(_ arguments: [String], log: String = "/dev/null") {
    self.arguments = arguments
    self.log = log
  }

  /// What the program wrote, to either output.
  var said: String {
    (try? Data(contentsOf: URL(filePath: log))).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Runs the program; throws when it cannot be started, and when it fails.
  @discardableResult
  func mustRun() throws(BenchmarkFailure) -> Measurement {
    let clock = ContinuousClock()
    let start = clock.now
    let child = try spawn()
    var status: Int32 = 0
    var usage = rusage()
    while unsafe wait4(child, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw failure("cannot be waited for") }
    }
    let wall = start.duration(to: clock.now)
    let signal = status & 0x7F
    if signal != 0 { throw failure("was ended by signal \(signal)") }
    if status != 0 { throw failure("ended with \(status >> 8)") }
    return Measurement(
      wall: wall / .seconds(1), cpu: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime),
      peak: usage.ru_maxrss * 1024)
  }

  private func spawn() throws(BenchmarkFailure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log, flags, 0o644)
    unsafe posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    var copies = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe copies.forEach { unsafe free($0) } }
    var child = pid_t()
    let error = unsafe posix_spawnp(&child, arguments[0], &actions, nil, &copies, environ)
    guard error == 0 else {
      throw failure("cannot be started: \(unsafe String(cString: strerror(error)))")
    }
    return child
  }

  /// A failure that names the command, and ends with what it said.
  func failure(_ what: String) -> BenchmarkFailure {
    BenchmarkFailure("\(arguments.joined(separator: " ")): \(what)\n\(said.suffix(2000))")
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
  }
}
