import Archive
import Testing

@Suite("An archive") struct ArchiveTests {
  @Test("is known by its first bytes")
  func kinds() {
    #expect(Archive.kind(of: Sample.gzip) == .gzip)
    #expect(Archive.kind(of: Sample.zstd) == .zstd)
    #expect(Archive.kind(of: Sample.zip) == .zip)
    #expect(Archive.kind(of: Sample.emptyZIP) == .zip)
    for text in ["", "P", "PK", "{}", "PKx", "[1]"] {
      #expect(Archive.kind(of: Array(text.utf8)) == nil)
    }
  }

  @Test(
    "of one file is named after itself",
    arguments: [
      (Sample.gzip, "hub.json.gz", "hub.json", Sample.text),
      (Sample.zstd, "hub.json.ZST", "hub.json", Sample.text),
      (Sample.gzip, "hub", "hub", Sample.text),
      (Sample.gzip, ".gz", ".gz", Sample.text),
      (Sample.gzip + Sample.gzip, "a.gz", "a", Sample.text + Sample.text),
      (Sample.gzip + Sample.emptyGzip + Sample.gzip, "a.gz", "a", Sample.text + Sample.text),
      (Sample.zstd + Sample.zstd, "a.zst", "a", Sample.text + Sample.text),
      (Sample.emptyGzip, "a.gz", "a", ""),
      (Sample.emptyZstd, "a.zst", "a", ""),
    ])
  func single(bytes: [UInt8], name: String, path: String, text: String) throws {
    let entries = try Archive.entries(of: bytes, name: name)
    #expect(entries.map(\.path) == [path])
    #expect(entries.map { String(decoding: $0.bytes, as: UTF8.self) } == [text])
  }

  @Test("in ZIP has its regular files, under the names that it gives them")
  func zip() throws {
    let entries = try Archive.entries(of: Sample.zip, name: "a.zip")
    #expect(entries.map(\.path) == ["d/a.json", "../étc", "empty"])
    #expect(
      entries.map { String(decoding: $0.bytes, as: UTF8.self) } == [Sample.text, "x", ""])
    #expect(try Archive.entries(of: Sample.emptyZIP, name: "a.zip").isEmpty)
  }

  @Test(
    "with what is not read says so",
    arguments: [
      (Sample.linkZIP, "\"link\" in it is a link or a device, not a file"),
      (Sample.encryptedZIP, "\"s.txt\" in it is encrypted"),
      (Array("{}".utf8), "it is not gzip, Zstandard or ZIP"),
    ])
  func refused(bytes: [UInt8], message: String) {
    let error = #expect(throws: ArchiveError.self) {
      _ = try Archive.entries(of: bytes, name: "a")
    }
    #expect(error?.message == message)
  }

  @Test(
    "that is cut off anywhere is an error",
    arguments: [Sample.gzip, Sample.zstd, Sample.zip, Sample.emptyGzip, Sample.emptyZstd])
  func truncation(bytes: [UInt8]) {
    for length in 4..<bytes.count {
      let error = #expect(throws: ArchiveError.self, "cut at \(length)") {
        _ = try Archive.entries(of: Array(bytes.prefix(length)), name: "a")
      }
      #expect(error?.message.contains("is cut off or damaged") == true)
    }
  }

  @Test("whose second part is cut off anywhere is an error", arguments: [Sample.gzip, Sample.zstd])
  func secondPart(bytes: [UInt8]) {
    for length in 1..<bytes.count {
      #expect(throws: ArchiveError.self, "cut at \(length)") {
        _ = try Archive.entries(of: (bytes + bytes.prefix(length)), name: "a")
      }
    }
  }

  @Test("with something after its end is an error", arguments: [Sample.gzip, Sample.zstd])
  func trailing(bytes: [UInt8]) {
    for tail in [[0], Array("garbage of some length".utf8)] {
      #expect(throws: ArchiveError.self) {
        _ = try Archive.entries(of: (bytes + tail), name: "a")
      }
    }
  }

  @Test(
    "never unpacks to something else when a byte is changed",
    arguments: [Sample.gzip, Sample.zstd, Sample.zip])
  func mutation(bytes: [UInt8]) throws {
    let good = Set(try Archive.entries(of: bytes, name: "a").map(\.bytes))
    for offset in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[offset] ^= 1 << UInt8(bit)
        let entries = try? Archive.entries(of: changed, name: "a")
        #expect(good.isSuperset(of: (entries ?? []).map(\.bytes)), "byte \(offset), bit \(bit)")
      }
    }
  }

  @Test(
    "made to harm is stopped",
    arguments: [Sample.zerosGzip, Sample.zerosZstd, Sample.zerosZIP])
  func bombs(bytes: [UInt8]) throws {
    func message(count: Int, ratio: Int, free: Int) -> String? {
      let limits = ArchiveLimits(
        unpackedCount: count, ratio: ratio, ratioFreeCount: free, entryCount: 1)
      let error = #expect(throws: ArchiveError.self) {
        _ = try Archive.entries(of: bytes, name: "a", limits: limits)
      }
      return error?.message
    }
    #expect(
      message(count: 99_999, ratio: 250, free: 1 << 30)
        == "it unpacks to more than the limit of 99999 bytes")
    #expect(
      message(count: 1 << 30, ratio: 250, free: 99_999)
        == "it unpacks to more than 250 times its size, as archives made to harm do")
    #expect(try !Archive.entries(of: bytes, name: "a").isEmpty)
  }

  @Test("with too many entries is an error")
  func entryCount() {
    let limits = ArchiveLimits(
      unpackedCount: 1 << 20, ratio: 1, ratioFreeCount: 1 << 20, entryCount: 3)
    let error = #expect(throws: ArchiveError.self) {
      _ = try Archive.entries(of: Sample.zip, name: "a", limits: limits)
    }
    #expect(error?.message == "it has more than the limit of 3 entries")
  }
}
