import AssessmentInput
import AssessmentModel
import FoundationEssentials
import Testing

/// Packed `{"Findings":[]}`, in base64.
enum Packed {
  static let gzip = "H4sIAAAAAAACA6tWcsvMS8nMSy9WsoqOrQUAAcGVwg8AAAA="
  static let zstd = "KLUv/QRYeQAAeyJGaW5kaW5ncyI6W119Wgh63w=="
  /// Holds b/hub.json, __MACOSX/._hub.json, README.md and a.json.gz.
  static let zip =
    "UEsDBBQAAAAAAAAAIVwBwZXCDwAAAA8AAAAKAAAAYi9odWIuanNvbnsiRmluZGluZ3MiOltdfVBLAwQUAAAAAAAAACFc"
    + "gxbcjAEAAAABAAAAEwAAAF9fTUFDT1NYLy5faHViLmpzb254UEsDBBQAAAAAAAAAIVzWh2ZVBwAAAAcAAAAJAAAAUkVB"
    + "RE1FLm1kIyBIZWxsb1BLAwQUAAAAAAAAACFc0P9CpyMAAAAjAAAACQAAAGEuanNvbi5neh+LCAAAAAAAAgOrVnLLzEvJ"
    + "zEsvVrKKjq0FAAHBlcIPAAAAUEsBAhQDFAAAAAAAAAAhXAHBlcIPAAAADwAAAAoAAAAAAAAAAAAAAIABAAAAAGIvaHVi"
    + "Lmpzb25QSwECFAMUAAAAAAAAACFcgxbcjAEAAAABAAAAEwAAAAAAAAAAAAAAgAE3AAAAX19NQUNPU1gvLl9odWIuanNv"
    + "blBLAQIUAxQAAAAAAAAAIVzWh2ZVBwAAAAcAAAAJAAAAAAAAAAAAAACAAWkAAABSRUFETUUubWRQSwECFAMUAAAAAAAA"
    + "ACFc0P9CpyMAAAAjAAAACQAAAAAAAAAAAAAAgAGXAAAAYS5qc29uLmd6UEsFBgAAAAAEAAQA5wAAAOEAAAAAAA=="
}

@Suite("Finding and naming files")
struct WalkTests {
  private static let hub = Sample.export(Sample.finding())

  private func read(
    _ files: [String: String], _ inputs: [String], standardInput: String = ""
  ) -> ReadResult {
    EvidenceReader.read(
      EvidenceRequest(inputs: inputs),
      disk: .holding(
        files.mapValues { Array($0.utf8) }, standardInput: Array(standardInput.utf8)),
      objectives: [])
  }

  @Test("Files are named by their path below the folder, or by their last component")
  func names() {
    let files = ["/a/in/x/hub.json": Self.hub, "/b/one.json": "[]"]
    let result = read(files, ["/b/one.json", "/a/in/"])
    #expect(result.evidence.files.map(\.name) == ["one.json", "x/hub.json"])
  }

  @Test("The order of the inputs makes no difference")
  func ignoresOrder() {
    let other = Sample.export(Sample.finding(["Id": #""other""#]))
    let files = ["a/hub.json": Self.hub, "b/hub.json": other, "c.json": "[]"]
    let first = read(files, ["a", "b", "c.json"])
    let second = read(files, ["c.json", "b", "a"])
    #expect(first.evidence.files.map(\.name) == ["c.json", "hub.json", "hub.json (2)"])
    #expect(first.evidence.files.map(\.sha256) == second.evidence.files.map(\.sha256))
    #expect(
      first.evidence.records.rows.map { first[$0.id] }
        == second.evidence.records.rows.map { second[$0.id] })
  }

  @Test("Files that begin with a dot are skipped, and a published report is left out")
  func skips() {
    let files = [
      "in/.git/x.json": "{", "in/.x": "{", "in/a.json": "[]", "in/site/report.json": "{}",
      "in/site/manifest.json": "{\n\"generator\":\"so-report\",\n\"version\":\"1\"}",
    ]
    let result = read(files, ["in"])
    #expect(result.evidence.files.map(\.name) == ["a.json"])
    #expect(
      result.warningLines
        == ["site: is a report of so-report, not evidence; it is left out"])
  }

  @Test("An input that does not exist is missing; the others are still read")
  func findsMissing() {
    let result = read(["a.json": "{"], ["nowhere", "a.json"])
    #expect(result.failures.map(\.reason) == [.missing, .invalid])
    #expect(
      result.failureLines.first == "nowhere: there is no such file or folder. Check its path.")
  }

  @Test("A file that cannot be read is a failure of its own kind")
  func failsToRead() {
    struct Denied: Error {}
    var disk = FileAccess.holding(["in/a.json": [], "in/b.json": Array("[]".utf8)])
    let read = disk.read
    disk.read = { path in
      if path == "in/a.json" { throw Denied() }
      return try read(path)
    }
    let result = EvidenceReader.read(
      EvidenceRequest(inputs: ["in"]), disk: disk, objectives: [])
    #expect(result.failures.map(\.reason) == [.unreadable])
    #expect(
      result.failureLines == ["a.json: cannot be opened or read. Check its permissions."])
  }

  @Test("A hyphen is standard input")
  func readsStandardInput() {
    let result = read([:], ["-"], standardInput: Self.hub)
    #expect(result.evidence.files.map(\.name) == ["standard input"])
    #expect(result.evidence.records.rows.count == 1)
  }

  @Test("A folder without any evidence is no input")
  func findsNothing() {
    let result = read(["in/README.md": "# Hello"], ["in"])
    #expect(result.failures.map(\.reason) == [.missing])
    #expect(result.listing.map(\.kind) == ["text, not evidence"])
  }

  @Test(
    "Packed files are read under their own name and digest",
    arguments: [(Packed.gzip, "gzip"), (Packed.zstd, "Zstandard")])
  func unpacks(_ base64: String, _ packing: String) throws {
    let bytes = try #require(Data(base64Encoded: base64))
    let result = readingBytes(["hub.bin": Array(bytes), "x.json": Array(Sample.hub.utf8)])
    #expect(result.failureLines == [])
    let file = try #require(result.evidence.files.first)
    #expect(file.kind == "Security Hub findings (get-findings), none in it, \(packing)")
    #expect(file.sha256 == Digest.sha256Hex(of: [bytes]))
    #expect(file.bytes == bytes.count)
  }

  @Test("The files of a ZIP are listed one by one, packed ones too")
  func unpacksZIP() throws {
    let result = readingBytes(["all.zip": Array(try #require(Data(base64Encoded: Packed.zip)))])
    #expect(result.failures.map(\.diagnostic.identifier) == ["no-evidence"])
    #expect(
      result.listing.map { "\($0.name): \($0.kind)" } == [
        "all.zip: ZIP with 3 files", "all.zip/README.md: text, not evidence",
        "all.zip/a.json.gz: Security Hub findings (get-findings), none in it, gzip",
        "all.zip/b/hub.json: Security Hub findings (get-findings), none in it",
      ])
  }

  @Test("The real disk lists, maps and reads")
  func readsDisk() throws {
    let name = "so-report-walk-\(UInt64.random(in: 0...UInt64.max))"
    let folder = URL.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "x"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.hub.utf8).write(to: folder.appending(path: "x/hub.json"))
    try Data().write(to: folder.appending(path: "empty.json"))
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "loop"), withDestinationURL: folder)
    let result = EvidenceReader.read(
      EvidenceRequest(inputs: [folder.path]), objectives: [])
    #expect(result.evidence.files.map(\.name) == ["x/hub.json"])
    #expect(result.failures.map(\.diagnostic.identifier) == ["empty-file"])
    #expect(result.warningLines == ["loop: is a link to a folder and is not followed"])
  }
}
