import AssessmentModel
import Publication

/// The folder, the ZIP, or both, that one run writes.
///
/// Each is made beside its place and put there when all are whole. So a failure leaves all of them as
/// they were, unless the last step itself fails, a renaming.
struct ReportOutputs: Sendable {
  /// Paths as they stand on the command line; one at least.
  struct Paths {
    var folder: String?
    var archive: String?
  }

  private let folder: Publication?
  private let archive: SiteArchive?

  /// Takes the places, and their locks.
  init(_ paths: Paths) throws(PublicationError) {
    folder = if let path = paths.folder { try Publication(output: path) } else { nil }
    archive = if let path = paths.archive { try SiteArchive(output: path) } else { nil }
    try archive?.requireOutside(folder)
  }

  /// What was written.
  struct Written {
    /// The page or file to open first, absolute, of each output.
    let paths: [String]
    let pages: Int
    /// The bytes of the ZIP; nil where there is none.
    let archiveBytes: Int?
  }

  /// Writes a file of the site into each of them.
  func write(
    _ path: String, _ pieces: some Sequence<[UInt8]>
  ) throws(PublicationError) {
    guard let archive else { return try folder?.write(path, pieces) ?? () }
    guard let folder else { return archive.write(path, pieces) }
    try archive.passing(path, pieces) { (pieces) throws(PublicationError) in
      try folder.write(path, pieces)
    }
  }

  /// Writes the manifests and puts all outputs in their places.
  func commit(_ manifest: Manifest) throws(PublicationError) -> Written {
    let outputs = folder?.outputs ?? archive?.outputs ?? []
    try archive?.stage(manifest: manifest)
    try folder?.commit(manifest: manifest)
    try archive?.publish()
    return Written(
      paths: [folder.map { "\($0.path)/index.html" }, archive?.path].compactMap(\.self),
      pages: outputs.count { $0.path.hasSuffix(".html") }, archiveBytes: archive?.byteCount)
  }
}

extension SiteArchive {
  /// Refuses a ZIP in the folder that the same run replaces as a whole.
  fileprivate func requireOutside(_ folder: Publication?) throws(PublicationError) {
    guard let folder, path.hasPrefix(folder.path + "/") else { return }
    throw PublicationError(.cannotCreate, path, "lies in the report's own folder; choose another")
  }
}
