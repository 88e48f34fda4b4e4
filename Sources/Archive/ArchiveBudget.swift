/// What is left of the limits while one archive is unpacked.
struct ArchiveBudget {
  private let limits: ArchiveLimits
  private let packedCount: Int
  private var unpackedCount = 0
  /// Entries so far, folders too.
  private(set) var entryCount = 0

  init(limits: ArchiveLimits, packedCount: Int) {
    self.limits = limits
    self.packedCount = packedCount
  }

  /// Counts unpacked bytes, before they are kept.
  mutating func spend(bytes count: Int) throws(ArchiveError) {
    unpackedCount += count
    guard unpackedCount <= limits.unpackedCount else {
      throw ArchiveError(
        .excessive, entry: nil,
        reason: "unpacks to more than the limit of \(limits.unpackedCount) bytes")
    }
    let (most, isHuge) = packedCount.multipliedReportingOverflow(by: limits.ratio)
    guard isHuge || unpackedCount <= max(most, limits.ratioFreeCount) else {
      throw ArchiveError(
        .excessive, entry: nil,
        reason: "unpacks to more than \(limits.ratio) times its size, as archives made to harm do")
    }
  }

  /// Counts an entry, before it is read.
  mutating func spendEntry() throws(ArchiveError) {
    entryCount += 1
    guard entryCount <= limits.entryCount else {
      throw ArchiveError(
        .excessive, entry: nil, reason: "has more than the limit of \(limits.entryCount) entries")
    }
  }
}
