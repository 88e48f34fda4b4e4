import AssessmentModel
import Publication
import ReportSite

/// The folder, the ZIP and the single file that one run writes, or some of them.
///
/// Each is made beside its place and put there when all are whole. So a failure leaves all of them as
/// they were, unless the last step itself fails, a renaming.
struct ReportOutputs: Sendable {
  /// Paths as they stand on the command line; one at least.
  struct Paths {
    var folder: String?
    var archive: String?
    var singleFile: String?

    /// Whether the files of a site are written, and not only one with all pages.
    var isSite: Bool { folder != nil || archive != nil }
  }

  private let folder: Publication?
  private let archive: SiteArchive?
  private let file: FilePublication?

  /// Takes the places, and their locks.
  init(_ paths: Paths) throws(PublicationError) {
    folder = if let path = paths.folder { try Publication(output: path) } else { nil }
    archive = if let path = paths.archive { try SiteArchive(output: path) } else { nil }
    let kind = FilePublication.Kind(name: "a single-file report", mark: SingleFile.mark)
    file =
      if let path = paths.singleFile { try FilePublication(output: path, kind: kind) } else { nil }
    for path in [archive?.path, file?.path].compactMap(\.self) {
      guard let folder, path.hasPrefix(folder.path + "/") else { continue }
      throw PublicationError(
        .cannotCreate, path, "lies in the report's own folder; choose another")
    }
  }

  /// What was written.
  struct Written {
    /// What to open first, absolute, of each output.
    let paths: [String]
    let pages: Int
    /// The bytes of the ZIP and of the single file; nil where there is none.
    let archiveBytes: Int?
    let fileBytes: Int?
    /// Findings that the single file leaves out.
    let leftOut: Int
  }

  /// Writes a file of the site into folder and ZIP.
  func write(
    _ path: String, _ pieces: some Sequence<[UInt8]>
  ) throws(PublicationError) {
    guard let archive else { return try folder?.write(path, pieces) ?? () }
    guard let folder else { return archive.write(path, pieces) }
    try archive.passing(path, pieces) { (pieces) throws(PublicationError) in
      try folder.write(path, pieces)
    }
  }

  /// Writes the manifests and the single file, and puts all outputs in their places.
  func commit(_ manifest: Manifest, single: SingleFile?) throws(PublicationError) -> Written {
    let outputs = folder?.outputs ?? archive?.outputs ?? []
    try archive?.stage(manifest: manifest)
    try file?.stage(single?.pieces ?? [])
    try folder?.commit(manifest: manifest)
    try archive?.publish()
    try file?.publish()
    return Written(
      paths: [folder.map { "\($0.path)/index.html" }, archive?.path, file?.path]
        .compactMap(\.self),
      pages: outputs.isEmpty
        ? single?.pages ?? 0 : outputs.count { $0.path.hasSuffix(".html") },
      archiveBytes: archive?.byteCount, fileBytes: single?.byteCount,
      leftOut: single?.leftOut ?? 0)
  }
}
