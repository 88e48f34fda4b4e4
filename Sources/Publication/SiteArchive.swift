import Archive
import Synchronization

/// Publishes a site as a ZIP with the same files as its folder, manifest.json among them.
///
///     let archive = try SiteArchive(output: "report.zip")
///     try archive.write("index.html", [html])
///     try archive.stage(manifest: manifest)
///     try archive.publish()
///
/// The files stand at the root of the ZIP: hosts of static sites want index.html there, and Windows
/// and macOS unpack into a folder of the ZIP's name. Files may be written from several threads at
/// once; they are packed in memory, a tenth of their size, because their order in the ZIP is that of
/// their paths.
package final class SiteArchive: Sendable {
  /// The absolute path of the ZIP, links resolved.
  package var path: String { file.path }

  /// The bytes of the ZIP; 0 until it is staged.
  package var byteCount: Int { state.withLock { $0.byteCount } }

  private let file: FilePublication
  private let state = Mutex(State())

  private struct State: Sendable {
    var files: [PackedFile] = []
    var outputs: [Manifest.Output] = []
    var byteCount = 0
  }

  /// Takes the lock of `output`.
  ///
  /// Throws exit code 73 where something else than a ZIP of ours is there, and 75 where another run
  /// holds it.
  package init(output: String) throws(PublicationError) {
    let kind = FilePublication.Kind(name: "a ZIP of so-report", mark: ZIPFile.mark)
    file = try FilePublication(output: output, kind: kind)
  }

  /// What was packed so far, in the order in which the files were done; without manifest.json.
  package var outputs: [Manifest.Output] { state.withLock { $0.outputs } }

  /// Packs a file of the site.
  package func write(_ path: String, _ pieces: some Sequence<[UInt8]>) {
    passing(path, pieces) { pieces in for _ in pieces {} }
  }

  /// Packs a file of the site as `body` asks for its pieces, which it must do once and to their end.
  package func passing<Failure: Error>(
    _ path: String, _ pieces: some Sequence<[UInt8]>,
    _ body: (AnySequence<[UInt8]>) throws(Failure) -> Void
  ) throws(Failure) {
    precondition(SitePath.isValid(path), "A page has a name that is no site path: \(path)")
    let recorder = Recorder()
    try body(AnySequence(pieces.lazy.map(recorder.record)))
    let (packed, output) = recorder.end(path: path)
    state.withLock { state in
      state.files.append(packed)
      state.outputs.append(output)
    }
  }

  /// Writes the ZIP beside its place; throws exit code 74, or 73 where a ZIP cannot hold so much.
  package func stage(manifest: Manifest) throws(PublicationError) {
    let (files, outputs) = state.withLock { ($0.files, $0.outputs) }
    let json = Array(manifest.json(outputs: outputs).utf8)
    let zip: ZIPFile
    do throws(ArchiveError) {
      zip = try ZIPFile(files + [PackedFile(path: Manifest.fileName, bytes: json.span)])
    } catch {
      throw PublicationError(.cannotCreate, path, "cannot be made: it \(error.reason)")
    }
    try file.stage(zip.pieces)
    state.withLock { state in
      state.files = []
      state.byteCount = zip.byteCount
    }
  }

  /// The largest files by what they take in the ZIP, the largest first.
  package func largest(_ count: Int) -> [(path: String, packedBytes: Int)] {
    let files = state.withLock { $0.files.map { ($0.path, $0.packed.count) } }
    return files.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(count)
      .map { (path: $0.0, packedBytes: $0.1) }
  }

  /// The bytes that a ZIP of what was packed so far would have, without its manifest.
  package var packedBytes: Int {
    state.withLock { $0.files.reduce(0) { $0 + $1.packed.count + 76 + 2 * $1.path.utf8.count } }
  }

  /// Puts what is staged in the ZIP's place; throws as `FilePublication.publish`.
  package func publish() throws(PublicationError) { try file.publish() }

  /// Removes what is staged and gives up the lock.
  package func abandon() { file.abandon() }
}

/// Packs and digests pieces as they pass.
///
/// A class, because a lazy sequence keeps it.
private final class Recorder {
  private let packer = Packer()
  private var hash = SHA256Hex()
  private var count = 0

  func record(_ piece: [UInt8]) -> [UInt8] {
    packer.append(piece.span)
    hash.update(piece.span)
    count += piece.count
    return piece
  }

  func end(path: String) -> (PackedFile, Manifest.Output) {
    (packer.end(path: path), Manifest.Output(path: path, sha256: hash.digest, bytes: count))
  }
}
