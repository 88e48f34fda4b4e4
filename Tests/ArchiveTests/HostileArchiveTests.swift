import Archive
import Testing

@Suite("An archive that was made to harm") struct HostileArchiveTests {
  private func error(_ bytes: [UInt8]) -> ArchiveError? {
    #expect(throws: ArchiveError.self) { _ = try Archive.entries(of: bytes, name: "a") }
  }

  @Test("gives its names as text, whatever they would mean as paths")
  func names() throws {
    let entries = try Archive.entries(of: HostileSample.names, name: "a.zip")
    #expect(
      entries.map(\.path) == ["/etc/a", "../b", "caf\u{FFFD}/../d", "C:/e", "same", "same"])
    #expect(
      entries.map { String(decoding: $0.bytes, as: UTF8.self) } == ["1", "2", "3", "4", "5", "6"])
  }

  @Test(
    "with entries that share bytes is refused",
    arguments: [
      HostileSample.sameEntry, HostileSample.entryInEntry, HostileSample.wideSameEntry,
    ])
  func overlaps(bytes: [UInt8]) {
    let error = error(bytes)
    #expect(error?.message == "it has entries that overlap, as archives made to harm do")
    #expect(error?.kind == .excessive)
  }

  @Test("whose directory is damaged is refused, and never read as a shorter one")
  func directory() throws {
    for bytes in [Sample.zip, HostileSample.names, HostileSample.wide] {
      let whole = try Archive.entries(of: bytes, name: "a.zip").count
      for offset in bytes.indices {
        var changed = bytes
        changed[offset] ^= 0xFF
        let count = (try? Archive.entries(of: changed, name: "a.zip"))?.count
        #expect(count == nil || count == whole, "byte \(offset)")
      }
    }
  }

  @Test("of 64-bit numbers is none of them")
  func wide() throws {
    let entries = try Archive.entries(of: HostileSample.wide, name: "a.zip")
    #expect(entries.map(\.path) == ["a", "b"])
  }

  @Test(
    "packed in itself is refused", arguments: [HostileSample.gzipTwice, HostileSample.zstdTwice])
  func nested(bytes: [UInt8]) {
    let error = error(bytes)
    #expect(error?.message == "it is packed twice")
    #expect(error?.kind == .nested)
  }

  @Test(
    "is stopped by the standard limits, long before it is unpacked", .timeLimit(.minutes(5)),
    arguments: [Sample.zerosGzip, Sample.zerosZstd])
  func bombs(part: [UInt8]) {
    // 200 MiB of zeros.
    let error = error(Array(repeatElement(part, count: 200).joined()))
    #expect(
      error?.message == "it unpacks to more than 250 times its size, as archives made to harm do")
    #expect(error?.kind == .excessive)
  }

  @Test(
    "says what kind of harm it is",
    arguments: [
      (Sample.linkZIP, ArchiveError.Kind.link), (Sample.encryptedZIP, .encrypted),
      (Array(Sample.zip.dropLast()), .damaged),
    ])
  func kinds(bytes: [UInt8], kind: ArchiveError.Kind) { #expect(error(bytes)?.kind == kind) }

  @Test(
    "is read or refused with any byte changed", .timeLimit(.minutes(5)),
    arguments: [
      HostileSample.names, HostileSample.wide, HostileSample.sameEntry, HostileSample.gzipTwice,
    ])
  func mutation(bytes: [UInt8]) {
    for offset in bytes.indices {
      for value: UInt8 in [0, 0xFF, bytes[offset] ^ 1, bytes[offset] ^ 0x80] {
        var changed = bytes
        changed[offset] = value
        _ = try? Archive.entries(of: changed, name: "a")
      }
    }
  }
}
