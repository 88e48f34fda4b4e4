import Glibc

/// A file's bytes in memory that the system fills from the disk when they are read.
///
/// A class because it owns the mapping. The file must not shrink while it is read: the system ends
/// the process that reads what is gone.
@safe package final class MappedFile: Sendable {
  // Nothing is written through it.
  nonisolated(unsafe) private let start: UnsafeRawPointer

  /// The size of the file in bytes.
  package let count: Int

  private static let pageSize = sysconf(Int32(_SC_PAGESIZE))

  /// Maps the first `count` bytes of an open file; nil when the system refuses, `errno` says why.
  package init?(descriptor: Int32, count: Int) {
    guard let start = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe start != MAP_FAILED
    else { return nil }
    unsafe madvise(start, count, MADV_SEQUENTIAL)
    unsafe self.start = UnsafeRawPointer(start)
    self.count = count
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: start), count) }

  /// Calls `body` with all bytes.
  package func withBytes<R, E: Error>(
    _ body: (borrowing Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try unsafe body(
      Span(_unsafeStart: start.assumingMemoryBound(to: UInt8.self), count: count))
  }

  /// Gives back the memory of the whole pages in a range.
  func release(_ range: Range<Int>) {
    let size = Self.pageSize
    let first = (range.lowerBound + size - 1) / size * size
    let end = range.upperBound == count ? count : range.upperBound / size * size
    guard first < end else { return }
    unsafe madvise(
      UnsafeMutableRawPointer(mutating: start + first), end - first, MADV_DONTNEED)
  }
}
