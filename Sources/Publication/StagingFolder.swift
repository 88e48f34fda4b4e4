import Synchronization

/// The folder in which a new site is made; several threads write files in it.
///
/// A class, because the folder stays open until the last of them is done.
final class StagingFolder: Sendable {
  private let folder: Folder
  private let made = Mutex<Set<String>>([])

  init(_ folder: consuming Folder) { self.folder = folder }

  /// Writes the new file at `path`, whose folders are made as needed.
  func write(
    _ path: String, _ pieces: some Sequence<[UInt8]>
  ) throws(SystemFailure) -> Manifest.Output {
    try makeFolders(of: path)
    var hash = SHA256Hex()
    var count = 0
    try folder.write(path, pieces) { piece in
      hash.update(piece)
      count += piece.count
    }
    return Manifest.Output(path: path, sha256: hash.digest, bytes: count)
  }

  /// Writes all that the folder's file system holds in memory to its disk.
  func sync() throws(SystemFailure) { try folder.sync() }

  private func makeFolders(of path: String) throws(SystemFailure) {
    for folder in SitePath.folders(of: path) {
      try made.withLock { (made) throws(SystemFailure) in
        if !made.contains(folder) {
          try self.folder.makeFolder(folder)
          made.insert(folder)
        }
      }
    }
  }
}
