/// Publishes a folder atomically: the old site stays whole until the new one is whole.
///
///     let publication = try Publication(output: "report")
///     try publication.write("index.html", html)
///     try publication.commit(manifest: manifest)
///
/// A class, because a lock and a folder on the disk are its own until it ends. Every thrown error
/// abandons it: nothing is left beside the old site.
package final class Publication {
  /// The absolute path of the site, links resolved.
  package var path: String { place.path }

  /// What was written so far, in the order of writing; without manifest.json.
  package private(set) var outputs: [Manifest.Output] = []

  /// The bytes of all `outputs` together.
  package var byteCount: Int { outputs.reduce(0) { $0 + $1.bytes } }

  private let place: OutputPlace
  private let replacement: Replacement
  private let beside: NamesBeside
  private var lock: FileLock?
  private var staging: Folder?
  private var written: Set<String> = []
  private var folders: Set<String> = []

  /// Takes the lock of `output` and makes a staging folder beside it, on the same file system.
  ///
  /// Throws exit code 73 where the output is not a report of ours, or cannot be made, and 75 where
  /// another run holds it.
  package init(
    output: String, replacement: Replacement = .exchanging
  ) throws(PublicationError) {
    place = try OutputPlace.find(output)
    beside = NamesBeside(site: place.name)
    self.replacement = replacement
    try place.requireReplaceable()
    lock = try place.lock(beside.lock)
    do throws(PublicationError) {
      staging = try makeStaging()
    } catch {
      abandon()
      throw error
    }
  }

  deinit { abandon() }

  /// Writes a file of the site; its folders are made as needed.
  ///
  /// The parts of `path` hold letters, digits, `.`, `_` and `-` only; no path is written twice.
  /// Throws exit code 74.
  package func write(_ path: String, _ bytes: Span<UInt8>) throws(PublicationError) {
    precondition(SitePath.isValid(path), "A page has a name that is no site path: \(path)")
    precondition(written.insert(path).inserted, "Two pages have the name \(path)")
    try writeStaged(path, bytes)
    outputs.append(
      Manifest.Output(path: path, sha256: SHA256Hex.digest(bytes), bytes: bytes.count))
  }

  /// Writes a file of the site out of memory that someone else owns, such as an embedded file.
  package func write(_ path: String, _ bytes: RawSpan) throws(PublicationError) {
    try write(path, Array(copying: bytes))
  }

  /// Writes a file of the site.
  package func write(_ path: String, _ bytes: [UInt8]) throws(PublicationError) {
    try write(path, bytes.span)
  }

  /// Writes a file of the site as UTF-8.
  package func write(_ path: String, _ text: String) throws(PublicationError) {
    try write(path, text.utf8Span.span)
  }

  /// Writes manifest.json, waits for the disk, and puts the new site in the old one's place.
  ///
  /// Throws exit code 74, or 73 where the output is no longer ours to replace.
  package func commit(manifest: Manifest) throws(PublicationError) {
    try writeStaged(Manifest.fileName, manifest.json(outputs: outputs).utf8Span.span)
    do throws(PublicationError) {
      try syncStaging()
      try place.requireReplaceable()
      try place.put(beside, replacement)
    } catch {
      abandon()
      throw error
    }
    // The new site stands. What cannot be tidied now is tidied by the next run.
    try? place.parent.sync()
    abandon()
  }

  /// Removes what is staged and gives up the lock; after `commit` there is nothing to do.
  package func abandon() {
    guard lock != nil else { return }
    staging = nil
    try? place.parent.removeTree(beside.staging)
    try? place.parent.removeTree(beside.aside)
    try? place.parent.removeFile(beside.lock)
    lock = nil
  }

  private func makeStaging() throws(PublicationError) -> Folder {
    try SystemFailure.reporting(.cannotCreate, path, doing: "make a folder beside it") {
      () throws(SystemFailure) in
      try place.removeLeftovers(beside)
      try place.parent.makeFolder(beside.staging)
      return try place.parent.folder(beside.staging)
    }
  }

  private func writeStaged(_ path: String, _ bytes: Span<UInt8>) throws(PublicationError) {
    precondition(staging != nil, "The publication of \(place.path) has ended")
    do throws(SystemFailure) {
      try makeFolders(of: path)
      try staging?.write(path, bytes)
    } catch {
      abandon()
      throw PublicationError(
        .inputOutput, "\(self.path)/\(path)", "cannot write it: \(error.advice)")
    }
  }

  private func makeFolders(of path: String) throws(SystemFailure) {
    for folder in SitePath.folders(of: path) where folders.insert(folder).inserted {
      try staging?.makeFolder(folder)
    }
  }

  private func syncStaging() throws(PublicationError) {
    try SystemFailure.reporting(.inputOutput, path, doing: "write it to the disk") {
      () throws(SystemFailure) in
      try staging?.sync()
    }
  }
}
