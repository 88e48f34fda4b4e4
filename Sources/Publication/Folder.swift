import CPlatform
import Glibc

/// An open folder: every call is relative to it, so that no link or renamed path leads elsewhere.
///
/// Holds the only C pointers and file descriptors of this module.
@safe struct Folder: ~Copyable {
  private let descriptor: CInt

  /// Opens the folder at `path`; a symbolic link as its last part is followed.
  init(path: String) throws(SystemFailure) {
    descriptor = try Self.check(unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
  }

  private init(descriptor: CInt) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Opens the folder `name`, which must not be a symbolic link.
  func folder(_ name: String) throws(SystemFailure) -> Folder {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    return Folder(descriptor: try Self.check(unsafe openat(descriptor, name, flags)))
  }

  /// What is at `name`, links not followed; nil for nothing.
  func entry(_ name: String) throws(SystemFailure) -> Entry? {
    var status = stat()
    if unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      return Entry(status)
    }
    guard errno == ENOENT else { throw SystemFailure(number: errno) }
    return nil
  }

  /// The names in the folder, in byte order.
  func names() throws(SystemFailure) -> [String] {
    let copy = try Self.check(unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    guard let stream = unsafe fdopendir(copy) else {
      let failure = SystemFailure(number: errno)
      close(copy)
      throw failure
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { field in
        unsafe String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw SystemFailure(number: errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes the folder `name`; the umask decides who may read it.
  func makeFolder(_ name: String) throws(SystemFailure) {
    try Self.check(unsafe mkdirat(descriptor, name, 0o777))
  }

  /// Writes the new file `name` piece by piece; the umask decides who may read it.
  ///
  /// `seen` is called with each piece before it is written.
  func write(
    _ name: String, _ pieces: some Sequence<[UInt8]>, _ seen: (Span<UInt8>) -> Void = { _ in }
  ) throws(SystemFailure) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = try Self.check(unsafe openat(descriptor, name, flags, 0o666))
    do throws(SystemFailure) {
      for piece in pieces {
        seen(piece.span)
        try Self.writeAll(piece.span, to: file)
      }
    } catch {
      close(file)
      throw error
    }
    // A network file system may report only here that the disk is full.
    try Self.check(close(file))
  }

  /// The bytes of the file `name`, which must not be a symbolic link.
  func contents(_ name: String) throws(SystemFailure) -> [UInt8] {
    var contents: [UInt8] = []
    try read(name) { piece in
      for index in piece.indices { contents.append(piece[index]) }
    }
    return contents
  }

  /// The first `count` bytes of the file `name`, which must not be a symbolic link; fewer where the
  /// file is shorter.
  func head(of name: String, _ count: Int) throws(SystemFailure) -> [UInt8] {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let file = try Self.check(unsafe openat(descriptor, name, flags))
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: count)
    let read = try Self.check(unsafe Glibc.read(file, &buffer, count))
    return Array(buffer.prefix(read))
  }

  /// Calls `body` with the pieces of the file `name`, which must not be a symbolic link.
  func read(_ name: String, _ body: (Span<UInt8>) -> Void) throws(SystemFailure) {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let file = try Self.check(unsafe openat(descriptor, name, flags))
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try Self.check(unsafe Glibc.read(file, &buffer, buffer.count))
      guard count > 0 else { return }
      body(buffer.span.extracting(first: count))
    }
  }

  /// Removes the file or link `name`.
  func removeFile(_ name: String) throws(SystemFailure) {
    try Self.check(unsafe unlinkat(descriptor, name, 0))
  }

  /// Removes the empty folder `name`.
  func removeEmptyFolder(_ name: String) throws(SystemFailure) {
    try Self.check(unsafe unlinkat(descriptor, name, AT_REMOVEDIR))
  }

  /// Gives the folder `name` the mode 0755, in which its owner may remove files.
  func allowRemoval(in name: String) throws(SystemFailure) {
    try Self.check(unsafe fchmodat(descriptor, name, 0o755, 0))
  }

  /// Renames within the folder; an empty folder at `new` is replaced, a full one is not.
  func rename(_ old: String, to new: String) throws(SystemFailure) {
    try Self.check(unsafe renameat(descriptor, old, descriptor, new))
  }

  /// Exchanges what two names of the folder mean, in one step.
  func exchange(_ one: String, _ other: String) throws(SystemFailure) {
    let number = unsafe platform_exchange(descriptor, one, other)
    if number != 0 { throw SystemFailure(number: number) }
  }

  /// Writes all that the folder's file system holds in memory to its disk.
  func sync() throws(SystemFailure) {
    let number = platform_sync_file_system(descriptor)
    if number != 0 { throw SystemFailure(number: number) }
  }

  /// Takes the lock of the file `name`, which is made where it is missing; nil if another has it.
  func lock(_ name: String) throws(SystemFailure) -> FileLock? {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    while true {
      let file = try Self.check(unsafe openat(descriptor, name, flags, 0o644))
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        let number = errno
        close(file)
        if number == EWOULDBLOCK { return nil }
        throw SystemFailure(number: number)
      }
      var status = stat()
      // Another run may have removed the file between the two calls: then its lock is nobody's.
      if unsafe fstat(file, &status) == 0, status.st_nlink > 0 { return FileLock(descriptor: file) }
      close(file)
    }
  }

  /// The absolute path without links of what is at `path`.
  static func resolve(_ path: String) throws(SystemFailure) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw SystemFailure(number: errno) }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The system's words for an error number.
  static func words(for number: CInt) -> String {
    guard let words = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: words)
  }

  /// Whether anything is at `path`, be it a link to nothing.
  static func isAnything(at path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  private static func writeAll(_ bytes: Span<UInt8>, to file: CInt) throws(SystemFailure) {
    var rest = bytes
    while !rest.isEmpty {
      let piece = rest
      let count = unsafe piece.withUnsafeBytes {
        unsafe Glibc.write(file, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      rest = rest.extracting(droppingFirst: try check(count))
    }
  }

  @discardableResult
  private static func check<Result: SignedInteger>(
    _ result: Result
  ) throws(SystemFailure) -> Result {
    if result < 0 { throw SystemFailure(number: errno) }
    return result
  }
}
