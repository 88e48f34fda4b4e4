import FoundationEssentials
import Glibc

/// A folder for one test.
///
/// A class, because its end removes the folder.
final class TestFolder: Sendable {
  let path: String

  init() throws {
    path = "/tmp/so-report-test-\(UInt64.random(in: 0...UInt64.max))"
    try makeFolder("")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func at(_ name: String) -> String { "\(path)/\(name)" }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: at(name), withIntermediateDirectories: true)
  }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: at(name)))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: at(name), withDestinationPath: target)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: at(name)) }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: at(name))), as: UTF8.self)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: at(name))))
  }

  func makePipe(_ name: String) throws {
    guard unsafe mkfifo(at(name), 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// Everything below `name`, sorted; links are not followed.
  func tree(_ name: String = "") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: at(name)).sorted()
  }

  func mode(_ name: String) -> mode_t {
    var status = stat()
    return unsafe lstat(at(name), &status) == 0 ? status.st_mode & 0o7777 : 0
  }
}
