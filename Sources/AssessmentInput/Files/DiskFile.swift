import FoundationEssentials
import Glibc
import JSON

/// Files and standard input as bytes.
enum DiskFile {
  /// Files from this size on are mapped, so that memory does not grow with them.
  private static let mappedSize = 4 << 20

  /// The bytes of a file; a long one is mapped.
  static func text(at path: String) throws(POSIXError) -> JSONText {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw lastError }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw lastError }
    let size = Int(status.st_size)
    if size >= mappedSize {
      guard let file = MappedFile(descriptor: descriptor, count: size) else { throw lastError }
      return JSONText(file)
    }
    return JSONText(try bytes(of: descriptor, expecting: size))
  }

  /// All bytes of standard input, which need not be a file.
  static func standardInput() throws(POSIXError) -> JSONText {
    JSONText(try bytes(of: STDIN_FILENO, expecting: 64 << 10))
  }

  /// All bytes up to the end; `size` is a guess.
  private static func bytes(of descriptor: Int32, expecting size: Int) throws(POSIXError) -> [UInt8]
  {
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
      if bytes.count == count { return bytes }
      room = max(room - got, bytes.count / 2)
    }
  }

  private static var lastError: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
