import AssessmentModel
import Testing

@testable import ReportSite

@Suite("Evidence files in lists")
struct EvidenceFileListTests {
  private func list(_ folder: String, _ count: Int) -> [EvidenceFile] {
    (0..<count).map { SiteBuilder.file("\(folder)\(1_000_000 + $0).json") }
  }

  @Test("Fewer than a thousand of one kind in a folder are listed one by one")
  func few() throws {
    var builder = SiteBuilder.varied
    builder.evidence.files = list("evidence/a/", 999) + list("evidence/b/", 999)
    let files = EvidenceFileList(builder.evidence)
    #expect(files.entries.count == 1998)
    #expect(files.entries.map(\.sha256) == builder.evidence.files.map(\.sha256))
  }

  @Test("A thousand of one kind in a folder are one entry with the digest of their list")
  func many() throws {
    var evidence = SiteBuilder.varied.evidence
    evidence.files = list("evidence/a/", 1000) + [SiteBuilder.file("evidence/b.json")]
    let files = EvidenceFileList(evidence)
    #expect(files.entries.map(\.name) == ["evidence/a/", "evidence/b.json"])
    #expect(files.entryOfFile == Array(repeating: 0, count: 1000) + [1])
    let printed = evidence.files[..<1000].map { "\($0.sha256)  \($0.name.dropFirst(11))\n" }
    #expect(
      files.entries[0].sha256 == Digest.sha256Hex(of: CollectionOfOne(Array(printed.joined().utf8)))
    )
  }

  @Test("Names are escaped in the digested list as sha256sum escapes them")
  func escapes() throws {
    var evidence = SiteBuilder.varied.evidence
    evidence.files = list("evidence/", 1000) + [SiteBuilder.file("evidence/a\\b\nc.json")]
    let printed = evidence.files[..<1000].map { "\($0.sha256)  \($0.name.dropFirst(9))\n" }
    let last = "\\" + evidence.files[0].sha256 + "  a\\\\b\\nc.json\n"
    #expect(
      EvidenceFileList(evidence).entries[0].sha256
        == Digest.sha256Hex(of: CollectionOfOne(Array((printed.joined() + last).utf8))))
  }

  @Test("A row for a folder says how many files it stands for, and how its digest is made")
  func row() throws {
    var builder = SiteBuilder.varied
    builder.evidence.files += list("evidence/stream/", 3000)
    let page = try builder.site().page("sources.html")
    let rows = page.texts { name, _ in name == "tr" }.filter { $0.contains("evidence/stream/") }
    #expect(rows.count == 1)
    #expect(rows.first?.contains("3,000 files, 1000000.json to 1002999.json") == true)
    #expect(rows.first?.contains("3,000") == true)
    #expect(page.text.contains("A row of many files bears the SHA-256"))
  }
}
