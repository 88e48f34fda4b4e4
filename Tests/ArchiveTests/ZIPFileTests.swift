import Archive
import Testing

@Suite("A ZIP") struct ZIPFileTests {
  private func zip(_ files: [(String, String)]) throws -> [UInt8] {
    let packed = files.map { PackedFile(path: $0.0, bytes: Array($0.1.utf8).span) }
    let zip = try ZIPFile(packed)
    let bytes = Array(zip.pieces.joined())
    #expect(bytes.count == zip.byteCount)
    return bytes
  }

  @Test("has its files in the order of their paths, with their contents")
  func contents() throws {
    let long = String(repeating: "A line of text.\n", count: 100_000)
    let files = [("b/page.html", long), ("a.html", "<p>"), ("é.txt", "x"), ("b.html", "")]
    let entries = try Archive.entries(of: zip(files), name: "a.zip")
    #expect(entries.map(\.path) == ["a.html", "b.html", "b/page.html", "é.txt"])
    #expect(entries.map { String(decoding: $0.bytes, as: UTF8.self) } == ["<p>", "", long, "x"])
  }

  @Test("of the same files has the same bytes, in whatever order and pieces they come")
  func sameBytes() throws {
    let files = [("a", "one"), ("b", "two"), ("c", String(repeating: "three", count: 50_000))]
    let first = try zip(files)
    #expect(try zip(files.reversed()) == first)
    let packer = Packer()
    for byte in files[2].1.utf8 { packer.append([byte].span) }
    let packed = files.prefix(2).map { PackedFile(path: $0.0, bytes: Array($0.1.utf8).span) }
    #expect(Array(try ZIPFile([packer.end(path: "c")] + packed).pieces.joined()) == first)
  }

  /// The format to the byte: no time but the first of 1980, no owner, no extra field.
  @Test("tells nothing but paths and contents")
  func bytes() throws {
    let local: [UInt8] =
      [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0] + [0x83, 0x16, 0xDC, 0x8C]
      + [3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0] + Array("a".utf8) + [0xAB, 0, 0]
    let central: [UInt8] =
      [0x50, 0x4B, 1, 2, 20, 3] + local[4..<28] + Array(repeating: 0, count: 8)
      + [0, 0, 0xA4, 0x81, 0, 0, 0, 0] + Array("a".utf8)
    let end: [UInt8] =
      [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, UInt8(central.count), 0, 0, 0]
      + [UInt8(local.count), 0, 0, 0, 0, 0]
    let zip = try zip([("a", "x")])
    // The contents, packed by zlib, are not looked at.
    #expect(zip.count == local.count + central.count + end.count)
    #expect(Array(zip.prefix(31)) == Array(local.prefix(31)))
    #expect(Array(zip.suffix(central.count + end.count)) == central + end)
    #expect(zip.starts(with: ZIPFile.mark))
  }

  @Test("names beyond ASCII are marked as UTF-8, others are not")
  func flags() throws {
    #expect(try zip([("a", "")])[7] == 0)
    #expect(try zip([("é", "")])[7] == 8)
  }

  @Test("without any file is one all the same")
  func empty() throws {
    #expect(try Archive.entries(of: zip([]), name: "a.zip").isEmpty)
  }

  @Test("does not take more files than it can count")
  func tooMany() {
    let one = Packer().end(path: "a")
    let error = #expect(throws: ArchiveError.self) {
      _ = try ZIPFile(Array(repeating: one, count: 65_535))
    }
    #expect(error?.message == "it would have 65535 files; a ZIP can have 65,534")
  }
}
