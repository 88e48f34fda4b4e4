package import FoundationEssentials

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
  /// The bytes of a file.
  package var read: @Sendable (_ path: String) throws -> Data
  /// All bytes of standard input.
  package var standardInput: @Sendable () throws -> Data

  package init(
    kind: @escaping @Sendable (String) -> Kind?,
    isLink: @escaping @Sendable (String) -> Bool = { _ in false },
    list: @escaping @Sendable (String) throws -> [String],
    read: @escaping @Sendable (String) throws -> Data,
    standardInput: @escaping @Sendable () throws -> Data = { Data() }
  ) {
    self.kind = kind
    self.isLink = isLink
    self.list = list
    self.read = read
    self.standardInput = standardInput
  }
}

extension FileAccess {
  /// The real disk, with files mapped, so that memory does not grow with their size.
  package static let disk = FileAccess(
    kind: { path in
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
      if isFolder { return .folder }
      let target = URL(filePath: path).resolvingSymlinksInPath().path
      return Self.type(of: target) == .typeRegular ? .file : .other
    },
    isLink: { Self.type(of: $0) == .typeSymbolicLink },
    list: { try FileManager.default.contentsOfDirectory(atPath: $0) },
    read: { try Data(contentsOf: URL(filePath: $0), options: .alwaysMapped) },
    standardInput: { try StandardInput.read() })

  /// The type of what stands at a path itself, links not followed.
  private static func type(of path: String) -> FileAttributeType? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType
  }
}
