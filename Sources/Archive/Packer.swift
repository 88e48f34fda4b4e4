import CArchive
import Glibc

/// Packs one file with deflate, piece by piece.
///
///     let packer = Packer()
///     for piece in pieces { packer.append(piece.span) }
///     let file = packer.end(path: "index.html")
///
/// libarchive's ZIP writer puts the time and the owner of each entry into extra fields, and cannot be
/// told not to. So libarchive packs here, as gzip, and `ZIPFile` is the container.
///
/// A class, because libarchive hands the packed bytes to it.
@safe package final class Packer {
  private let archive: OpaquePointer
  /// A gzip member (RFC 1952).
  private var member: [UInt8] = []
  private var size = 0

  /// Packs nothing yet.
  package init() {
    guard let archive = unsafe archive_write_new(), let entry = unsafe archive_entry_new() else {
      preconditionFailure("There is memory for a writer of archives.")
    }
    unsafe self.archive = archive
    defer { unsafe archive_entry_free(entry) }
    unsafe archive_write_set_bytes_per_block(archive, 0)
    Self.check(unsafe archive_write_set_format_raw(archive))
    Self.check(unsafe archive_write_add_filter_gzip(archive))
    // The level is fixed, and so is the time in the head: none.
    Self.check(
      unsafe archive_write_set_options(archive, "gzip:compression-level=6,gzip:!timestamp"))
    let packer = unsafe Unmanaged.passUnretained(self).toOpaque()
    Self.check(
      unsafe archive_write_open2(
        archive, packer, nil,
        { _, packer, bytes, count in
          guard let packer = unsafe packer else { return -1 }
          unsafe Unmanaged<Packer>.fromOpaque(packer).takeUnretainedValue().member
            .append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
          return count
        }, nil, nil))
    unsafe archive_entry_set_filetype(entry, S_IFREG)
    Self.check(unsafe archive_write_header(archive, entry))
  }

  deinit { unsafe archive_write_free(archive) }

  /// Packs the next bytes.
  package func append(_ bytes: Span<UInt8>) {
    guard !bytes.isEmpty else { return }
    size += bytes.count
    let count = unsafe bytes.withUnsafeBytes {
      unsafe archive_write_data(archive, $0.baseAddress, $0.count)
    }
    precondition(count == bytes.count, "libarchive packs into memory.")
  }

  /// The packed file; nothing may be appended afterwards.
  package func end(path: String) -> PackedFile {
    Self.check(unsafe archive_write_close(archive))
    // Without optional fields the head has ten bytes; behind stand checksum and length.
    precondition(
      member.count >= 18 && member.starts(with: [0x1F, 0x8B, 8, 0]), "libarchive writes gzip.")
    let trailer = member.count - 8
    let checksum = (0..<4).reduce(0) { $0 | UInt32(member[trailer + $1]) << (UInt32($1) * 8) }
    return PackedFile(
      path: path, checksum: checksum, size: size, packed: Array(member[10..<trailer]))
  }

  private static func check(_ status: CInt) {
    precondition(status == ARCHIVE_OK, "libarchive packs gzip into memory.")
  }
}

/// A file that was packed with deflate.
package struct PackedFile: Sendable {
  /// The path in the archive, with `/` between folders.
  package let path: String
  /// CRC-32 of the contents.
  package let checksum: UInt32
  /// How many bytes the contents have.
  package let size: Int
  /// The contents as raw deflate (RFC 1951).
  package let packed: [UInt8]

  /// The packed contents of a file.
  package init(path: String, bytes: Span<UInt8>) {
    let packer = Packer()
    packer.append(bytes)
    self = packer.end(path: path)
  }

  init(path: String, checksum: UInt32, size: Int, packed: [UInt8]) {
    self.path = path
    self.checksum = checksum
    self.size = size
    self.packed = packed
  }
}
