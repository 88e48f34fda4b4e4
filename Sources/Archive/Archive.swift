/// Packed evidence: gzip, Zstandard and ZIP, told by their first bytes and unpacked in memory.
///
///     guard Archive.kind(of: data.span) != nil else { return read(data) }
///     for entry in try Archive.entries(of: data.span, name: "hub.json.gz") { read(entry.bytes) }
package enum Archive {
  /// How bytes are packed.
  package enum Kind: Sendable {
    case gzip, zstd, zip
  }

  /// The kind of what begins with these bytes (four are enough); nil when it is no archive.
  package static func kind(of firstBytes: borrowing Span<UInt8>) -> Kind? {
    guard firstBytes.count >= 2 else { return nil }
    let head = (0..<min(4, firstBytes.count)).map { firstBytes[$0] }
    return switch head {
    case _ where head.starts(with: [0x1F, 0x8B]): .gzip
    case [0x28, 0xB5, 0x2F, 0xFD]: .zstd
    case [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]: .zip
    default: nil
    }
  }

  /// The same for bytes in an array.
  package static func kind(of firstBytes: [UInt8]) -> Kind? { kind(of: firstBytes.span) }

  /// The files in an archive, unpacked.
  ///
  /// One for gzip and Zstandard, named after `name` without its `.gz` or `.zst`; each regular file
  /// of a ZIP. Throws when the archive is damaged, cut off, encrypted, over a limit, or holds links.
  package static func entries(
    of bytes: borrowing Span<UInt8>, name: String, limits: ArchiveLimits = .standard
  ) throws(ArchiveError) -> [ArchiveEntry] {
    guard let kind = kind(of: bytes) else {
      throw ArchiveError(entry: nil, reason: "is not gzip, Zstandard or ZIP")
    }
    if isEmptyZIP(bytes) { return [] }
    var budget = ArchiveBudget(limits: limits, packedCount: bytes.count)
    if kind == .zip {
      let directory = ZIPDirectory(bytes)
      try directory.check()
      let entries = try ArchiveReader(kind).entries(of: bytes, &budget)
      try directory.check(readCount: budget.entryCount)
      return entries
    }
    let entries = try ArchiveReader(kind).entries(of: bytes, &budget)
    let unpacked = entries.first?.bytes ?? []
    if kind == .gzip {
      var members = GzipMembers(unpackedCount: unpacked.count)
      try members.check(bytes, unpacked.span)
    }
    return [ArchiveEntry(path: unpackedName(name), bytes: unpacked)]
  }

  /// Whether this is an end of central directory and nothing else (APPNOTE.TXT, section 4.3.16),
  /// which libarchive refuses.
  private static func isEmptyZIP(_ bytes: borrowing Span<UInt8>) -> Bool {
    bytes.count >= 22 && bytes[0] == 0x50 && bytes[2] == 0x05
      && bytes.count == 22 + Int(bytes[20]) + Int(bytes[21]) << 8
  }

  /// The same for bytes in an array.
  package static func entries(
    of bytes: [UInt8], name: String, limits: ArchiveLimits = .standard
  ) throws(ArchiveError) -> [ArchiveEntry] {
    try entries(of: bytes.span, name: name, limits: limits)
  }

  private static func unpackedName(_ name: String) -> String {
    for suffix in [".gz", ".zst"] where name.count > suffix.count {
      if name.lowercased().hasSuffix(suffix) { return String(name.dropLast(suffix.count)) }
    }
    return name
  }
}
