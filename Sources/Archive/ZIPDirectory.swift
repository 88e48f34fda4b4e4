/// Where the central directory of a ZIP says that its entries lie (APPNOTE.TXT, sections 4.3.12 to
/// 4.3.16 and 4.5.3).
///
/// libarchive reads one of two entries at the same place and drops the other without a word; and
/// entries that overlap are how a small ZIP unpacks to terabytes.
struct ZIPDirectory {
  private struct Entry {
    let offset: Int
    let packedCount: Int
  }

  private var entries: [Entry] = []
  /// How many entries there are by the record at the end, which counts modulo 65,536 unless it is
  /// wide; nil when there is no such record.
  private var told: (count: UInt64, isWide: Bool)?

  /// Reads the directory of a ZIP; of one that is damaged as much as there is, because libarchive
  /// says what is wrong with it.
  init(_ bytes: borrowing Span<UInt8>) {
    guard let end = Self.end(bytes) else { return }
    var isWide = false
    var (count, offset) = (Self.number(bytes, end + 10, 2), Self.number(bytes, end + 16, 4))
    // The 64-bit form stands before; its place stands in 20 bytes in between.
    if count == 0xFFFF || offset == 0xFFFF_FFFF, Self.has(bytes, end - 20, [0x50, 0x4B, 6, 7]),
      let wide = Self.place(Self.number(bytes, end - 12, 8)),
      Self.has(bytes, wide, [0x50, 0x4B, 6, 6])
    {
      (count, offset) = (Self.number(bytes, wide + 32, 8), Self.number(bytes, wide + 48, 8))
      isWide = true
    }
    told = (count, isWide)
    guard var at = Self.place(offset) else { return }
    while entries.count < count, Self.has(bytes, at, [0x50, 0x4B, 1, 2]), at + 46 <= bytes.count {
      let lengths = [28, 30, 32].map { Self.number(bytes, at + $0, 2) }
      let next = at + 46 + lengths.reduce(0) { $0 + Int($1) }
      guard next <= bytes.count else { return }
      let extra = at + 46 + Int(lengths[0])
      guard let entry = Self.entry(bytes, at, extra: extra..<extra + Int(lengths[1])) else {
        return
      }
      entries.append(entry)
      at = next
    }
  }

  /// Throws when two entries share bytes.
  func check() throws(ArchiveError) {
    let sorted = entries.sorted { $0.offset < $1.offset }
    for (entry, next) in zip(sorted, sorted.dropFirst()) {
      // What stands before an entry's bytes is at least 30 long.
      guard next.offset - entry.offset >= 30 + entry.packedCount else {
        throw ArchiveError(
          .excessive, entry: nil, reason: "has entries that overlap, as archives made to harm do")
      }
    }
  }

  /// Throws when other than the told number of entries was read: libarchive takes damage in the
  /// directory for its end.
  func check(readCount: Int) throws(ArchiveError) {
    guard let told else { return }
    let read = UInt64(readCount)
    guard told.isWide ? read == told.count : read & 0xFFFF == told.count else {
      throw ArchiveError(
        entry: nil,
        reason: "is cut off or damaged (it tells of \(told.count) entries and has \(readCount))")
    }
  }

  // MARK: Bytes

  /// Where the record at the end begins, which a comment may follow.
  private static func end(_ bytes: borrowing Span<UInt8>) -> Int? {
    var offset = bytes.count - 22
    let first = max(0, offset - 0xFFFF)
    while offset >= first {
      if has(bytes, offset, [0x50, 0x4B, 5, 6]) { return offset }
      offset -= 1
    }
    return nil
  }

  private static func entry(
    _ bytes: borrowing Span<UInt8>, _ at: Int, extra: Range<Int>
  ) -> Entry? {
    var packedCount = number(bytes, at + 20, 4)
    var offset = number(bytes, at + 42, 4)
    let isWide = [number(bytes, at + 24, 4), packedCount, offset].map { $0 == 0xFFFF_FFFF }
    guard isWide.contains(true) else {
      return Entry(offset: Int(offset), packedCount: Int(packedCount))
    }
    var field = extra.lowerBound
    while field + 4 <= extra.upperBound {
      let end = field + 4 + Int(number(bytes, field + 2, 2))
      if number(bytes, field, 2) == 1, end <= extra.upperBound {
        // The 64-bit numbers stand in this order, and only those that are needed.
        var value = field + 4
        for (index, isWide) in isWide.enumerated() where isWide && value + 8 <= end {
          if index == 1 { packedCount = number(bytes, value, 8) }
          if index == 2 { offset = number(bytes, value, 8) }
          value += 8
        }
      }
      field = end
    }
    guard let offset = place(offset), let packedCount = place(packedCount) else { return nil }
    return Entry(offset: offset, packedCount: packedCount)
  }

  /// A number that can be an offset.
  private static func place(_ number: UInt64) -> Int? {
    number < 1 << 48 ? Int(number) : nil
  }

  private static func has(
    _ bytes: borrowing Span<UInt8>, _ offset: Int, _ mark: [UInt8]
  ) -> Bool {
    guard offset >= 0, offset + mark.count <= bytes.count else { return false }
    for index in mark.indices where bytes[offset + index] != mark[index] { return false }
    return true
  }

  /// A number of so many bytes, the lowest first; 0 where the bytes are not there.
  private static func number(
    _ bytes: borrowing Span<UInt8>, _ offset: Int, _ count: Int
  ) -> UInt64 {
    guard offset >= 0, offset + count <= bytes.count else { return 0 }
    var number: UInt64 = 0
    for index in (0..<count).reversed() { number = number << 8 | UInt64(bytes[offset + index]) }
    return number
  }
}
