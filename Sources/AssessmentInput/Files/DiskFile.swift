import FoundationEssentials
import Glibc
import JSON

/// Files and standard input as bytes.
enum DiskFile {
  /// Files from this size on are mapped, so that memory does not grow with them.
  private static let mappedSize = 4 << 20

  /// The bytes of a file; a long one is mapped.
  static func text(at path: String) throws(POSIXError) -> JSONText {
    // A pipe that took the file's place must not make the program wait.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw lastError }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw lastError }
    guard status.st_mode & S_IFMT == S_IFREG else { throw POSIXError(.ENODEV) }
    let size = Int(status.st_size)
    if size >= mappedSize {
      guard let file = MappedFile(descriptor: descriptor, count: size) else { throw lastError }
      return JSONText(file)
    }
    return JSONText(try bytes(of: descriptor, expecting: size, isFile: true))
  }

  /// Device, number, size and times of a file.
  static func stamp(of path: String) -> [Int]? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    let times = [status.st_mtim, status.st_ctim].flatMap { [$0.tv_sec, $0.tv_nsec] }
    return [Int(status.st_dev), Int(status.st_ino), Int(status.st_size)] + times
  }

  /// All bytes of standard input, which need not be a file; throws when it goes on and on.
  static func standardInput(limit: Int = standardInputLimit) throws -> JSONText {
    let bytes = try bytes(of: STDIN_FILENO, expecting: 64 << 10, limit: limit)
    guard bytes.count <= limit else { throw ReadingError(obstacle: .endless(limit: limit)) }
    return JSONText(bytes)
  }

  /// As much as is read of standard input, in bytes; a file may be longer, because it is mapped.
  private static let standardInputLimit = 4 << 30

  /// All bytes up to the end; `size` is a guess.
  ///
  /// More than `limit` bytes are not read to their end. A file has ended where less comes than there
  /// is room for.
  private static func bytes(
    of descriptor: Int32, expecting size: Int, limit: Int = .max, isFile: Bool = false
  ) throws(POSIXError) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = size + 1
    while true {
      let count = bytes.count
      var got = 0
      bytes.append(addingCapacity: room) { part in
        got = unsafe part.withUnsafeMutableBufferPointer { buffer, written in
          let status = unsafe read(descriptor, buffer.baseAddress, buffer.count)
          written = max(status, 0)
          return status
        }
      }
      if got < 0 {
        if errno == EINTR { continue }
        throw lastError
      }
      if bytes.count == count || bytes.count > limit || isFile && got < room { return bytes }
      room = max(room - got, bytes.count / 2, 4096)
    }
  }

  private static var lastError: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
