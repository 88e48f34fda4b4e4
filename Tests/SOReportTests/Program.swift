import Foundation
import Testing

/// The program itself, run as a person would, and stopped when it takes too long.
struct Program {
  struct Outcome {
    /// The exit code; nil when the program was ended by a signal.
    let status: Int32?
    let output: String
    let errors: String
  }

  /// The folder in which it runs.
  let folder: URL

  /// The executable beside the tests.
  private static let executable = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "so-report")

  /// Runs `body` in a new folder, which is removed afterwards.
  static func inFolder(_ body: (Program) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(Program(folder: folder))
  }

  func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// Runs the program behind `/bin/sh`, in whose text it is `$0` and the arguments are `$@`.
  func run(
    _ arguments: [String], shell: String = #"exec "$0" "$@""#, environment: [String: String] = [:],
    seconds: Double = 120
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", shell, Self.executable.path] + arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let names = [".stdout", ".stderr"].map { folder.appending(path: $0) }
    for file in names { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: names[0])
    process.standardError = try FileHandle(forWritingTo: names[1])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let end = Date(timeIntervalSinceNow: seconds)
    while process.isRunning, Date() < end { usleep(5_000) }
    if process.isRunning {
      process.terminate()
      Issue.record("so-report \(arguments) took more than \(seconds) seconds")
    }
    process.waitUntilExit()
    let wasExit = process.terminationReason == .exit
    return Outcome(
      status: wasExit ? process.terminationStatus : nil,
      output: try String(contentsOf: names[0], encoding: .utf8),
      errors: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self))
  }

  /// Everything below a folder, by path.
  func tree(_ path: String) throws -> [String: Data] {
    let root = folder.appending(path: path)
    var files: [String: Data] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: root.path) ?? .init() {
      files[path] = (try? Data(contentsOf: root.appending(path: path))) ?? Data()
    }
    return files
  }
}
