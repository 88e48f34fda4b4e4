import FoundationEssentials
import Glibc
package import JSON

/// What stands in a folder, in any order.
package struct FolderListing: Sendable {
  /// A name that is UTF-8.
  package struct Entry: Sendable {
    package let name: String
    /// What stands there; nil when only a look at its path tells, as for a link.
    package let kind: FileAccess.Kind?
  }

  package var entries: [Entry] = []
  /// Names that are not UTF-8, so that no path leads there, with their other bytes written as
  /// `\xE9`.
  package var notUTF8: [String] = []

  package init() {}
}

extension FolderListing {
  /// Names of which nothing is known yet.
  package init(_ names: [String]) {
    entries = names.map { Entry(name: $0, kind: nil) }
  }
}

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
  /// What stands in a folder.
  package var list: @Sendable (_ path: String) throws -> FolderListing
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
    list: @escaping @Sendable (String) throws -> FolderListing,
    obstacle: @escaping @Sendable (String) -> Obstacle = { _ in .absent },
    stamp: @escaping @Sendable (String) -> [Int]? = { _ in nil },
    read: @escaping @Sendable (String) throws -> JSONText,
    standardInput: @escaping @Sendable () throws -> JSONText
  ) {
    self.kind = kind
    self.isLink = isLink
    self.list = list
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
      kind: kind, list: { FolderListing(try list($0)) }, read: { JSONText(try bytes($0)) },
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
    list: { try DiskFolder.listing(at: $0) },
    obstacle: { DiskFolder.obstacle(at: $0) },
    stamp: { DiskFile.stamp(of: $0) },
    read: { try DiskFile.text(at: $0) },
    standardInput: { try DiskFile.standardInput() })
}
