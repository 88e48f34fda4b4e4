import FoundationEssentials
import Glibc
package import JSON

/// The disk and standard input, as closures that tests replace.
package struct FileAccess: Sendable {
  /// What a path leads to.
  package enum Kind: Sendable {
    case file, folder
    /// A pipe or a device.
    case other
  }

  /// What stands at a path, links followed; nil when nothing does.
  package var kind: @Sendable (_ path: String) -> Kind?
  /// Whether a path is a link.
  package var isLink: @Sendable (_ path: String) -> Bool
  /// The names in a folder, in any order.
  package var list: @Sendable (_ path: String) throws -> [String]
  /// The names in a folder that are not UTF-8, so that no path leads there, with their bytes
  /// escaped.
  package var namesNotUTF8: @Sendable (_ path: String) -> [String]
  /// Why `kind` knows nothing of a path.
  package var obstacle: @Sendable (_ path: String) -> Obstacle
  /// What changes when a file is written, such as its size and time; nil when that is not known.
  package var stamp: @Sendable (_ path: String) -> [Int]?
  /// The bytes of a file.
  package var read: @Sendable (_ path: String) throws -> JSONText
  /// All bytes of standard input.
  package var standardInput: @Sendable () throws -> JSONText

  package init(
    kind: @escaping @Sendable (String) -> Kind?,
    isLink: @escaping @Sendable (String) -> Bool = { _ in false },
    list: @escaping @Sendable (String) throws -> [String],
    namesNotUTF8: @escaping @Sendable (String) -> [String] = { _ in [] },
    obstacle: @escaping @Sendable (String) -> Obstacle = { _ in .absent },
    stamp: @escaping @Sendable (String) -> [Int]? = { _ in nil },
    read: @escaping @Sendable (String) throws -> JSONText,
    standardInput: @escaping @Sendable () throws -> JSONText
  ) {
    self.kind = kind
    self.isLink = isLink
    self.list = list
    self.namesNotUTF8 = namesNotUTF8
    self.obstacle = obstacle
    self.stamp = stamp
    self.read = read
    self.standardInput = standardInput
  }
}

extension FileAccess {
  /// A disk in memory, without links; `bytes` gives a file's.
  package init(
    kind: @escaping @Sendable (String) -> Kind?,
    list: @escaping @Sendable (String) throws -> [String],
    bytes: @escaping @Sendable (String) throws -> [UInt8]
  ) {
    self.init(
      kind: kind, list: list, read: { JSONText(try bytes($0)) },
      standardInput: { JSONText([UInt8]()) })
  }

  /// The real disk, with long files mapped, so that memory does not grow with their size.
  package static let disk = FileAccess(
    kind: { path in
      var status = Glibc.stat()
      guard unsafe stat(path, &status) == 0 else { return nil }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: return .folder
      case S_IFREG: return .file
      default: return .other
      }
    },
    isLink: { path in
      var status = Glibc.stat()
      return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    },
    list: { try DiskFolder.names(at: $0).text },
    namesNotUTF8: { (try? DiskFolder.names(at: $0).notUTF8) ?? [] },
    obstacle: { DiskFolder.obstacle(at: $0) },
    stamp: { DiskFile.stamp(of: $0) },
    read: { try DiskFile.text(at: $0) },
    standardInput: { try DiskFile.standardInput() })
}
