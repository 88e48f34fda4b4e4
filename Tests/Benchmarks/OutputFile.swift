import Glibc

/// A file that is written piece by piece, whatever its size.
struct OutputFile: ~Copyable {
  private static let bufferSize = 1 << 20

  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// How many bytes were written.
  private(set) var count = 0

  /// Makes the file, or empties it.
  init(_ path: String) throws(BenchmarkFailure) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw Self.failure(path) }
    buffer.reserveCapacity(Self.bufferSize + (1 << 13))
  }

  deinit { close(descriptor) }

  /// Adds text; it is on the disk after `finish`.
  mutating func write(_ text: String) throws(BenchmarkFailure) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.bufferSize { try finish() }
  }

  /// Writes what is left.
  mutating func finish() throws(BenchmarkFailure) {
    var start = 0
    while start < buffer.count {
      let written = unsafe buffer.withUnsafeBytes { bytes in
        unsafe Glibc.write(
          descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      guard written > 0 else { throw Self.failure(path) }
      start += written
    }
    count += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  private static func failure(_ path: String) -> BenchmarkFailure {
    BenchmarkFailure("\(path) cannot be written: \(unsafe String(cString: strerror(errno)))")
  }
}
