import FoundationEssentials
import Glibc

/// Standard input, which Foundation reads only when it is a file.
enum StandardInput {
  /// Every byte up to the end, read one by one through the C library's buffer.
  static func read() throws(POSIXError) -> Data {
    var bytes: [UInt8] = []
    errno = 0
    while true {
      let byte = getchar_unlocked()
      guard byte >= 0 else { break }
      bytes.append(UInt8(truncatingIfNeeded: byte))
    }
    guard errno == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    return Data(bytes)
  }
}
