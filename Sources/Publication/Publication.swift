import Synchronization

/// Publishes a folder atomically: the old site stays whole until the new one is whole.
///
///     let publication = try Publication(output: "report")
///     try publication.write("index.html", html)
///     try publication.commit(manifest: manifest)
///
/// Files may be written from several threads at once. A class, because a lock and a folder on the
/// disk are its own until it ends. Every thrown error abandons it: nothing is left beside the old
/// site.
package final class Publication: Sendable {
  /// The absolute path of the site, links resolved.
  package var path: String { place.path }

  /// What was written so far, in the order in which the files were done; without manifest.json.
  package var outputs: [Manifest.Output] { state.withLock { $0.outputs } }

  /// The bytes of all `outputs` together.
  package var byteCount: Int { outputs.reduce(0) { $0 + $1.bytes } }

  private let place: OutputPlace
  private let replacement: Replacement
  private let beside: NamesBeside
  private let state: Mutex<State>

  private struct State: ~Copyable {
    var lock: FileLock?
    var staging: StagingFolder?
    var outputs: [Manifest.Output] = []
    var names: Set<String> = []
    /// Threads that are writing a file, and whether one could not.
    var writers = 0
    var hasFailed = false
  }

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
    let lock = try place.lock(beside.lock)
    state = Mutex(State(lock: lock))
    do throws(PublicationError) {
      let staging = try makeStaging()
      state.withLock { $0.staging = staging }
    } catch {
      abandon()
      throw error
    }
  }

  deinit { abandon() }

  /// Writes a file of the site, piece by piece; its folders are made as needed.
  ///
  /// The parts of `path` hold letters, digits, `.`, `_` and `-` only; no path is written twice.
  /// Throws exit code 74.
  package func write(
    _ path: String, _ pieces: some Sequence<[UInt8]>
  ) throws(PublicationError) {
    precondition(SitePath.isValid(path), "A page has a name that is no site path: \(path)")
    let staging = begin(path)
    do throws(PublicationError) {
      let output = try put(path, pieces, into: staging)
      end(output)
    } catch {
      end(nil)
      throw error
    }
  }

  /// Writes a file of the site.
  package func write(_ path: String, _ bytes: [UInt8]) throws(PublicationError) {
    try write(path, CollectionOfOne(bytes))
  }

  /// Writes a file of the site out of memory that someone else owns, such as an embedded file.
  package func write(_ path: String, _ bytes: RawSpan) throws(PublicationError) {
    try write(path, Array(copying: bytes))
  }

  /// Writes a file of the site as UTF-8.
  package func write(_ path: String, _ text: String) throws(PublicationError) {
    try write(path, Array(text.utf8))
  }

  /// Writes manifest.json, waits for the disk, and puts the new site in the old one's place.
  ///
  /// Throws exit code 74, or 73 where the output is no longer ours to replace.
  package func commit(manifest: Manifest) throws(PublicationError) {
    let json = manifest.json(outputs: outputs)
    do throws(PublicationError) {
      try commit(Array(json.utf8))
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
    let isHeld = state.withLock { state in
      state.staging = nil
      return state.lock != nil
    }
    guard isHeld else { return }
    try? place.parent.removeTree(beside.staging)
    try? place.parent.removeTree(beside.aside)
    try? place.parent.removeFile(beside.lock)
    state.withLock { $0.lock = nil }
  }

  private func makeStaging() throws(PublicationError) -> StagingFolder {
    try SystemFailure.reporting(.cannotCreate, path, doing: "make a folder beside it") {
      () throws(SystemFailure) in
      try place.removeLeftovers(beside)
      try place.parent.makeFolder(beside.staging)
      return StagingFolder(try place.parent.folder(beside.staging))
    }
  }

  private func put(
    _ name: String, _ pieces: some Sequence<[UInt8]>, into staging: StagingFolder
  ) throws(PublicationError) -> Manifest.Output {
    do throws(SystemFailure) {
      return try staging.write(name, pieces)
    } catch {
      throw PublicationError(
        .inputOutput, "\(path)/\(name)", "cannot write it: \(error.advice)")
    }
  }

  private func commit(_ manifest: [UInt8]) throws(PublicationError) {
    guard let staging = state.withLock({ $0.staging }) else {
      preconditionFailure("The publication of \(place.path) has ended")
    }
    _ = try put(Manifest.fileName, CollectionOfOne(manifest), into: staging)
    try SystemFailure.reporting(.inputOutput, path, doing: "write it to the disk") {
      () throws(SystemFailure) in
      try staging.sync()
    }
    try place.requireReplaceable()
    try place.put(beside, replacement)
  }

  // MARK: Threads

  /// Notes that a thread begins a file.
  private func begin(_ path: String) -> StagingFolder {
    state.withLock { state in
      precondition(state.names.insert(path).inserted, "Two pages have the name \(path)")
      guard let staging = state.staging else {
        preconditionFailure("The publication of \(place.path) has ended")
      }
      state.writers += 1
      return staging
    }
  }

  /// Notes that a thread has done its file, or nil that it could not; after a failure the last one
  /// abandons the publication.
  private func end(_ output: Manifest.Output?) {
    let isOver = state.withLock { state in
      state.writers -= 1
      if let output { state.outputs.append(output) } else { state.hasFailed = true }
      return state.hasFailed && state.writers == 0
    }
    if isOver { abandon() }
  }
}
