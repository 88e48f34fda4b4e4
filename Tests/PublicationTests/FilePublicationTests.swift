import Archive
import Publication
import Testing

@Suite("A published file") struct FilePublicationTests {
  let folder: TestFolder
  private let kind = FilePublication.Kind(name: "a text of ours", mark: Array("ours".utf8))

  init() throws { folder = try TestFolder() }

  private func publish(_ name: String, _ text: String) throws {
    let file = try FilePublication(output: folder.at(name), kind: kind)
    try file.stage([Array(text.utf8)])
    try file.publish()
  }

  @Test("is new, or takes the place of one of its kind or of an empty one")
  func replacing() throws {
    try publish("file", "ours 1")
    try publish("file", "ours 2")
    try folder.write("empty", "")
    try publish("empty", "ours 3")
    #expect(try folder.text("file") == "ours 2")
    #expect(try folder.text("empty") == "ours 3")
    #expect(try folder.tree() == ["empty", "file"])
  }

  @Test(
    "is not put where something else is",
    arguments: [
      ("theirs", "is not a text of ours; remove it or choose another output"),
      ("folder", "is a folder; name a file"), ("fifo", "is no regular file; name another"),
      ("short", "is not a text of ours; remove it or choose another output"),
    ])
  func refused(name: String, problem: String) throws {
    try folder.write("theirs", "evidence")
    try folder.write("short", "our")
    try folder.makeFolder("folder")
    try folder.makePipe("fifo")
    let error = #expect(throws: PublicationError.self) { try publish(name, "ours") }
    #expect(error?.exitCode == .cannotCreate)
    #expect(error?.description == "\(folder.at(name)): \(problem)")
    #expect(try folder.tree() == ["fifo", "folder", "short", "theirs"])
    #expect(try folder.text("theirs") == "evidence")
  }

  @Test("is whole or not there, and nothing is left beside it")
  func abandoning() throws {
    try publish("file", "ours, old")
    do {
      let file = try FilePublication(output: folder.at("file"), kind: kind)
      try file.stage([Array("ours, new".utf8)])
      #expect(try folder.text("file") == "ours, old")
    }
    #expect(try folder.tree() == ["file"])
    #expect(try folder.text("file") == "ours, old")
  }

  @Test("what has come in its place meanwhile is not replaced")
  func meanwhile() throws {
    let file = try FilePublication(output: folder.at("file"), kind: kind)
    try file.stage([Array("ours".utf8)])
    try folder.write("file", "theirs")
    #expect(throws: PublicationError.self) { try file.publish() }
    file.abandon()
    #expect(try folder.text("file") == "theirs")
    #expect(try folder.tree() == ["file"])
  }

  @Test("is written by one run at a time")
  func locked() throws {
    let first = try FilePublication(output: folder.at("file"), kind: kind)
    let error = #expect(throws: PublicationError.self) {
      _ = try FilePublication(output: folder.at("file"), kind: kind)
    }
    #expect(error?.exitCode == .busy)
    first.abandon()
    try publish("file", "ours")
  }

  @Test("what a killed run left is removed")
  func leftovers() throws {
    try folder.write(".file.so-report-new-abc", "half")
    try publish("file", "ours")
    #expect(try folder.tree() == ["file"])
  }

  @Test("The ZIP of a site has the same files as its folder")
  func archive() throws {
    let manifest = Manifest(version: "1", inputsDigest: "d", inputs: [])
    let site = try Publication(output: folder.at("site"))
    let archive = try SiteArchive(output: folder.at("site.zip"))
    for (path, text) in ["b/page.html": "<p>", "index.html": "one", "a.html": "two"] {
      try archive.passing(path, [Array(text.utf8)]) { try site.write(path, $0) }
    }
    try archive.stage(manifest: manifest)
    try site.commit(manifest: manifest)
    try archive.publish()
    let entries = try Archive.entries(of: folder.bytes("site.zip"), name: "site.zip")
    #expect(entries.map(\.path) == ["a.html", "b/page.html", "index.html", "manifest.json"])
    for entry in entries {
      #expect(try folder.text("site/\(entry.path)") == String(decoding: entry.bytes, as: UTF8.self))
    }
    #expect(try folder.bytes("site.zip").count == archive.byteCount)
    let again = try SiteArchive(output: folder.at("site.zip"))
    for name in ["index.html", "a.html", "b/page.html"] {
      again.write(name, [Array(try folder.text("site/\(name)").utf8)])
    }
    try again.stage(manifest: manifest)
    let first = try folder.bytes("site.zip")
    try again.publish()
    #expect(try folder.bytes("site.zip") == first)
  }
}
