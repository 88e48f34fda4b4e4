import CArchive
import Glibc

/// One pass of libarchive over one archive in memory: the only place that calls CArchive.
@safe struct ArchiveReader: ~Copyable {
  private let archive: OpaquePointer

  /// Will read this kind of archive and no other.
  init(_ kind: Archive.Kind) {
    guard let archive = unsafe archive_read_new() else {
      preconditionFailure("There is memory for a reader of archives.")
    }
    unsafe self.archive = archive
    switch kind {
    case .gzip: unsafe archive_read_support_filter_gzip(archive)
    case .zstd: unsafe archive_read_support_filter_zstd(archive)
    case .zip:
      // Reads the central directory, which a ZIP that is cut off does not have.
      unsafe archive_read_support_format_zip_seekable(archive)
      return
    }
    unsafe archive_read_support_format_raw(archive)
    unsafe archive_read_support_format_empty(archive)
  }

  deinit { unsafe archive_read_free(archive) }

  /// Every regular file, in the archive's order.
  consuming func entries(
    of bytes: borrowing Span<UInt8>, _ budget: inout ArchiveBudget
  ) throws(ArchiveError) -> [ArchiveEntry] {
    // libarchive has no names beyond ASCII in the C locale that a Swift program runs in; this is
    // this thread's alone.
    let utf8 = unsafe newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    let before = unsafe uselocale(utf8)
    defer {
      unsafe uselocale(before)
      if let utf8 = unsafe utf8 { unsafe freelocale(utf8) }
    }
    return try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(ArchiveError) in
      try unsafe check(archive_read_open_memory(archive, buffer.baseAddress, buffer.count))
      var entries: [ArchiveEntry] = []
      while let entry = try nextEntry(&budget) { entries.append(entry) }
      return entries
    }
  }

  /// The next regular file; nil at the end.
  private borrowing func nextEntry(
    _ budget: inout ArchiveBudget
  ) throws(ArchiveError) -> ArchiveEntry? {
    var header: OpaquePointer?
    while true {
      let status = unsafe archive_read_next_header(archive, &header)
      if status == ARCHIVE_EOF { return nil }
      // A warning here is about the character set of the name.
      if status != ARCHIVE_WARN { try check(status) }
      guard let header = unsafe header else { return nil }
      try budget.spendEntry()
      // The packing itself and none.
      guard unsafe archive_filter_count(archive) <= 2 else {
        throw ArchiveError(.nested, entry: nil, reason: "is packed twice")
      }
      let path = unsafe path(of: header)
      guard unsafe archive_entry_is_encrypted(header) == 0 else {
        throw ArchiveError(.encrypted, entry: path, reason: "is encrypted")
      }
      switch unsafe archive_entry_filetype(header) {
      case Glibc.S_IFREG: return ArchiveEntry(path: path, bytes: try contents(path, &budget))
      case Glibc.S_IFDIR: continue
      default: throw ArchiveError(.link, entry: path, reason: "is a link or a device, not a file")
      }
    }
  }

  private borrowing func path(of header: OpaquePointer) -> String {
    guard let name = unsafe archive_entry_pathname(header) else { return "a file without a name" }
    return unsafe String(cString: name)
  }

  private borrowing func contents(
    _ path: String, _ budget: inout ArchiveBudget
  ) throws(ArchiveError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      var start: UnsafeRawPointer?
      var count = 0
      var offset: la_int64_t = 0
      let status = unsafe archive_read_data_block(archive, &start, &count, &offset)
      guard status != ARCHIVE_EOF else { return bytes }
      try check(status, path)
      try budget.spend(bytes: count)
      unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
    }
  }

  /// Throws libarchive's own words unless all is well; a warning, such as a wrong checksum, is not.
  private borrowing func check(_ status: CInt, _ entry: String? = nil) throws(ArchiveError) {
    guard status != ARCHIVE_OK else { return }
    let words = unsafe archive_error_string(archive).map { unsafe " (\(String(cString: $0)))" }
    throw ArchiveError(entry: entry, reason: "is cut off or damaged\(words ?? "")")
  }
}
