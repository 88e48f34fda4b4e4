import EmbeddedFiles
import FoundationEssentials

/// A folder that the program makes and fills; one that holds anything is refused.
struct NewFolder {
  let path: String

  /// Writes the files below `root` into the folder; returns their paths in it.
  func write(_ files: FileSet, below root: String) throws(RunFailure) -> [String] {
    let manager = FileManager.default
    do {
      if manager.fileExists(atPath: path) {
        guard try manager.contentsOfDirectory(atPath: path).isEmpty else {
          throw RunFailure(
            .cannotCreate, "folder-not-empty", "\(path) is not empty, and nothing was written",
            remedy: "Name a new folder.")
        }
      }
      return try files.paths(below: root).map { source in
        let name = String(source.dropFirst(root.count))
        let target = URL(filePath: path).appending(path: name)
        try manager.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(files[source] ?? []).write(to: target)
        return name
      }
    } catch let failure as RunFailure {
      throw failure
    } catch {
      throw RunFailure(
        .cannotCreate, "folder", "\(path) cannot be written: \(Self.reason(error))",
        remedy: "Name a folder in which you may create files.")
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileWriteNoPermission?, .fileReadNoPermission?: "permission denied"
    case .fileWriteOutOfSpace?: "no space is left"
    case .fileWriteVolumeReadOnly?: "it is on a file system that is read only"
    case .fileNoSuchFile?, .fileReadNoSuchFile?: "there is no place for it"
    default: "something else stands there, or nothing can be created there"
    }
  }
}
