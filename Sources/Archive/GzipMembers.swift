/// Checks unpacked gzip against the checksums and lengths in its members' trailers (RFC 1952,
/// section 2.3).
///
/// libarchive 3.6 checks neither, and drops a second member that is damaged or cut off without a
/// word. It does not tell where members end either; so a member ends at the end of the file or
/// before the first bytes of another one, and there is one only if its trailer is right.
struct GzipMembers {
  private let wrong = ArchiveError(
    entry: nil, reason: "is cut off or damaged (a gzip checksum or length is wrong)")
  /// The unpacked bytes that may still be summed, so that invented trailers cannot keep the program
  /// busy.
  private var work: Int
  /// How many of the unpacked bytes belong to members that are right.
  private var checkedCount = 0

  init(unpackedCount: Int) {
    work = unpackedCount.multipliedReportingOverflow(by: 4).partialValue
  }

  /// Throws unless the members of `packed` are together `unpacked`, to its last byte.
  mutating func check(
    _ packed: borrowing Span<UInt8>, _ unpacked: borrowing Span<UInt8>
  ) throws(ArchiveError) {
    if try endsMember(packed, packed.count, unpacked), checkedCount == unpacked.count { return }
    checkedCount = 0
    for offset in stride(from: 18, to: packed.count - 18, by: 1)
    where packed[offset] == 0x1F && packed[offset + 1] == 0x8B && packed[offset + 2] == 8 {
      _ = try endsMember(packed, offset, unpacked)
    }
    guard try endsMember(packed, packed.count, unpacked), checkedCount == unpacked.count else {
      throw wrong
    }
  }

  /// Whether the eight bytes before `end` are the trailer of the unpacked bytes that come next.
  private mutating func endsMember(
    _ packed: borrowing Span<UInt8>, _ end: Int, _ unpacked: borrowing Span<UInt8>
  ) throws(ArchiveError) -> Bool {
    guard end >= 18 else { return false }
    let left = unpacked.count - checkedCount
    var length = Int(Self.number(packed, end - 4))
    // The length is kept modulo 2³²; only the last member can be known to be longer.
    if end == packed.count, left > length, (left - length).isMultiple(of: 1 << 32) { length = left }
    guard length <= left else { return false }
    work -= length
    guard work >= 0 else { throw wrong }
    let sum = CRC32.checksum(unpacked, checkedCount..<checkedCount + length)
    guard sum == Self.number(packed, end - 8) else { return false }
    checkedCount += length
    return true
  }

  private static func number(_ bytes: borrowing Span<UInt8>, _ offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << (UInt32($1) * 8) }
  }
}
