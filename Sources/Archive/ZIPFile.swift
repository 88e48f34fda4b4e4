/// A ZIP of packed files whose bytes tell nothing but their paths and contents: entries by path, one
/// fixed time, one fixed mode, no extra fields (APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16).
///
/// The same files give the same bytes in any time zone, under any umask and for any user. Sizes stand
/// before the contents, not behind them, because some programs cannot read the latter.
package struct ZIPFile {
  /// What every ZIP of this writer begins with: a local header of version 2.0 without flags, packed
  /// with deflate, of the first second of 1980 (the earliest that a ZIP can tell).
  package static let mark: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0]

  private let files: [PackedFile]
  private var offsets: [UInt32] = []
  private let directoryOffset: UInt32

  /// Puts files into the order of their paths, bytewise.
  ///
  /// Throws where there are more files or bytes than a ZIP without 64-bit records can have, which
  /// not every program reads.
  package init(_ files: [PackedFile]) throws(ArchiveError) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    guard files.count < 0xFFFF else {
      throw ArchiveError(
        .excessive, entry: nil, reason: "would have \(files.count) files; a ZIP can have 65,534")
    }
    var offset = 0
    for file in self.files {
      offsets.append(UInt32(clamping: offset))
      offset += 30 + file.path.utf8.count + file.packed.count
    }
    let end = offset + self.files.reduce(0) { $0 + 46 + $1.path.utf8.count }
    guard end < 0xFFFF_FFFF, files.allSatisfy({ $0.size < 0xFFFF_FFFF }) else {
      throw ArchiveError(
        .excessive, entry: nil, reason: "would have more than 4 GiB, or a file of more")
    }
    directoryOffset = UInt32(offset)
  }

  /// How many bytes the ZIP has.
  package var byteCount: Int {
    files.reduce(22) { $0 + 76 + 2 * $1.path.utf8.count + $1.packed.count }
  }

  /// The ZIP in pieces that follow each other, made as they are asked for.
  package var pieces: some Sequence<[UInt8]> {
    let entries = files.lazy.map { Self.header($0) + $0.packed }
    return [AnySequence(entries), AnySequence(CollectionOfOne(directory))].joined()
  }

  private static func header(_ file: PackedFile) -> [UInt8] {
    bytes(0x0403_4B50, 4) + common(file) + bytes(0, 2) + Array(file.path.utf8)
  }

  /// What local header and central directory have in common, from the version on: 24 bytes.
  private static func common(_ file: PackedFile) -> [UInt8] {
    // Bit 11: the name is UTF-8.
    let flags: UInt32 = file.path.utf8.allSatisfy { $0 < 0x80 } ? 0 : 0x800
    return bytes(20, 2) + bytes(flags, 2) + bytes(8, 2) + bytes(0, 2) + bytes(0x21, 2)
      + bytes(file.checksum, 4) + bytes(UInt32(file.packed.count), 4) + bytes(UInt32(file.size), 4)
      + bytes(UInt32(file.path.utf8.count), 2)
  }

  /// The central directory and the record behind it.
  private var directory: [UInt8] {
    var directory: [UInt8] = []
    for (file, offset) in zip(files, offsets) {
      // Made by version 2.0 on Unix: a regular file that its owner may write and all may read.
      directory += Self.bytes(0x0201_4B50, 4) + Self.bytes(3 << 8 | 20, 2) + Self.common(file)
      directory += Self.bytes(0, 2) + Self.bytes(0, 2) + Self.bytes(0, 2) + Self.bytes(0, 2)
      directory += Self.bytes(0o100644 << 16, 4) + Self.bytes(offset, 4) + Array(file.path.utf8)
    }
    let count = Self.bytes(UInt32(files.count), 2)
    return directory + Self.bytes(0x0605_4B50, 4) + Self.bytes(0, 4) + count + count
      + Self.bytes(UInt32(directory.count), 4) + Self.bytes(directoryOffset, 4) + Self.bytes(0, 2)
  }

  /// The lowest `count` bytes of a number, the lowest first.
  private static func bytes(_ number: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (UInt32($0) * 8)) }
  }
}
