/// How much an archive may unpack to before it counts as hostile.
package struct ArchiveLimits: Sendable {
  /// The largest sum of all unpacked sizes, in bytes.
  package let unpackedCount: Int
  /// The largest unpacked size for each packed byte; JSON findings have 20 to 60.
  package let ratio: Int
  /// The unpacked size in bytes up to which the ratio does not matter.
  package let ratioFreeCount: Int
  /// The largest number of entries, folders too.
  package let entryCount: Int

  /// Limits of one's own, for tests.
  package init(unpackedCount: Int, ratio: Int, ratioFreeCount: Int, entryCount: Int) {
    self.unpackedCount = unpackedCount
    self.ratio = ratio
    self.ratioFreeCount = ratioFreeCount
    self.entryCount = entryCount
  }

  /// 8 GiB; 250 times the packed size once that is over 64 MiB; 100,000 entries.
  package static let standard = ArchiveLimits(
    unpackedCount: 8 << 30, ratio: 250, ratioFreeCount: 64 << 20, entryCount: 100_000)
}
