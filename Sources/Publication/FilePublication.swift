import Synchronization

/// Publishes one file atomically: an earlier one stays whole until the new one is whole.
///
///     let file = try FilePublication(output: "report.zip", kind: .zip)
///     try file.stage(pieces)
///     try file.publish()
///
/// A class, because a lock and a file on the disk are its own until it ends. What is not published
/// leaves nothing behind.
package final class FilePublication: Sendable {
  /// What a file is; an earlier one is replaced only if it is the same.
  package struct Kind: Sendable {
    /// For messages, such as `a ZIP of so-report`.
    let name: String
    /// The bytes with which every such file begins.
    let mark: [UInt8]

    /// A kind of file that begins with `mark`.
    package init(name: String, mark: [UInt8]) {
      self.name = name
      self.mark = mark
    }
  }

  /// The absolute path of the file, links resolved.
  package var path: String { place.path }

  private let place: OutputPlace
  private let kind: Kind
  private let beside: NamesBeside
  private let lock: Mutex<FileLock?>

  /// Takes the lock of `output`.
  ///
  /// Throws exit code 73 where there is a folder or a file of another kind, or where no file can be
  /// made, and 75 where another run holds it.
  package init(output: String, kind: Kind) throws(PublicationError) {
    place = try OutputPlace.find(output)
    self.kind = kind
    beside = NamesBeside(site: place.name)
    try place.requireReplaceable(kind)
    lock = Mutex(try place.lock(beside.lock))
    do throws(SystemFailure) {
      try place.removeLeftovers(beside)
    } catch {
      let failure = PublicationError(
        .cannotCreate, place.path, "cannot make a file beside it: \(error.advice)")
      abandon()
      throw failure
    }
  }

  deinit { abandon() }

  /// Writes the file beside its place; throws exit code 74.
  package func stage(_ pieces: some Sequence<[UInt8]>) throws(PublicationError) {
    precondition(lock.withLock { $0 != nil }, "The publication of \(place.path) has ended")
    try SystemFailure.reporting(.inputOutput, path, doing: "write it") { () throws(SystemFailure) in
      try place.parent.write(beside.staging, pieces)
      try place.parent.sync()
    }
  }

  /// Puts what is staged in the file's place, in one step.
  ///
  /// Throws exit code 74, or 73 where what is there is no longer ours to replace.
  package func publish() throws(PublicationError) {
    try place.requireReplaceable(kind)
    try SystemFailure.reporting(.inputOutput, path, doing: "take the new file in") {
      () throws(SystemFailure) in
      try place.parent.rename(beside.staging, to: place.name)
    }
    // The new file stands. What cannot be tidied now is tidied by the next run.
    try? place.parent.sync()
    abandon()
  }

  /// Removes what is staged and gives up the lock; after `publish` there is nothing to do.
  package func abandon() {
    guard lock.withLock({ $0 != nil }) else { return }
    try? place.parent.removeTree(beside.staging)
    try? place.parent.removeFile(beside.lock)
    lock.withLock { $0 = nil }
  }
}

extension OutputPlace {
  /// Refuses what is not ours: anything but nothing, an empty file, or a file of that kind.
  func requireReplaceable(_ kind: FilePublication.Kind) throws(PublicationError) {
    let entry = try SystemFailure.reporting(.cannotCreate, path, doing: "look at it") {
      () throws(SystemFailure) in
      try parent.entry(name)
    }
    switch entry {
    case nil: return
    case .folder: throw PublicationError(.cannotCreate, path, "is a folder; name a file")
    case .other: throw PublicationError(.cannotCreate, path, "is no regular file; name another")
    case .file: break
    }
    let head = try SystemFailure.reporting(.cannotCreate, path, doing: "look into it") {
      () throws(SystemFailure) in
      try parent.head(of: name, kind.mark.count)
    }
    guard head.isEmpty || head == kind.mark else {
      throw PublicationError(
        .cannotCreate, path, "is not \(kind.name); remove it or choose another output")
    }
  }
}
