import Dispatch
import Glibc
import Publication
import Testing

@Suite struct PublicationTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test("A site is written with its folders and its manifest, and nothing is left beside it")
  func publishing() throws {
    try folder.publish(["index.html": "<p>", "checks/iam-3.html": "three"])
    #expect(try folder.tree() == ["site"] + folder.tree("site").map { "site/\($0)" })
    #expect(
      try folder.tree("site") == ["checks", "checks/iam-3.html", "index.html", "manifest.json"])
    #expect(try folder.text("site/checks/iam-3.html") == "three")
  }

  @Test("Bytes are counted, whatever shape they come in")
  func counting() throws {
    let publication = try Publication(output: folder.at("site"))
    try publication.write("a", "é")
    try publication.write("b", [1, 2, 3] as [UInt8])
    try publication.write("c", [[4, 5], [], [6, 7]] as [[UInt8]])
    #expect(publication.byteCount == 9)
    #expect(publication.outputs.last?.sha256 == SHA256Hex.digest([4, 5, 6, 7]))
    #expect(publication.outputs.map(\.path) == ["a", "b", "c"])
    #expect(publication.path == folder.at("site"))
  }

  @Test(
    "A new site replaces the whole of the old one", arguments: [Replacement.exchanging, .renaming])
  func replacing(how: Replacement) throws {
    try folder.publish(["index.html": "old", "gone/page.html": "old"])
    try folder.publish(["index.html": "new"], replacement: how)
    #expect(try folder.tree("site") == ["index.html", "manifest.json"])
    #expect(try folder.text("site/index.html") == "new")
    #expect(try folder.tree().filter { !$0.hasPrefix("site") } == [])
  }

  @Test("What is not committed leaves the old site and nothing else")
  func abandoning() throws {
    try folder.publish(["index.html": "old"])
    for ending in [{ $0.abandon() }, { _ in }] as [(Publication) -> Void] {
      let publication = try Publication(output: folder.at("site"))
      try publication.write("index.html", "new")
      #expect(try folder.tree().contains { $0.contains("so-report-new") })
      ending(publication)
    }
    #expect(try folder.text("site/index.html") == "old")
    #expect(try folder.tree() == ["site", "site/index.html", "site/manifest.json"])
  }

  @Test(
    "An empty folder, a trailing slash and a link to a folder are all taken",
    arguments: ["site", "empty", "empty/", "link", "deep/../empty//"])
  func taken(output: String) throws {
    try folder.makeFolder("empty")
    try folder.makeFolder("deep/real")
    try folder.link("link", to: "deep/real")
    try folder.publish(["index.html": "new"], output: output)
    #expect(try folder.text("\(output)/index.html") == "new")
    #expect(try folder.tree().filter { $0.contains("so-report") } == [])
  }

  @Test("The umask decides who may read the site")
  func modes() throws {
    let before = umask(0o077)
    defer { umask(before) }
    try folder.publish(["checks/page.html": ""])
    #expect(folder.mode("site") == 0o700)
    #expect(folder.mode("site/checks") == 0o700)
    #expect(folder.mode("site/checks/page.html") == 0o600)
    #expect(folder.mode("site/manifest.json") == 0o600)
  }

  @Test("A link in the old site is removed and never followed")
  func links() throws {
    try folder.makeFolder("precious")
    try folder.write("precious/file", "x")
    try folder.publish(["index.html": "old", "page.html": "old"])
    try folder.remove("site/page.html")
    try folder.link("site/page.html", to: folder.at("precious/file"))
    try folder.publish(["index.html": "new"])
    #expect(try folder.tree("site") == ["index.html", "manifest.json"])
    #expect(try folder.text("precious/file") == "x")
  }

  @Test(
    "A report in which others put a file is not replaced, and the file is named",
    arguments: ["mine.txt", "evidence/hub.json", "checks/deep/er/x"])
  func foreignFiles(path: String) throws {
    try folder.publish(["index.html": "old", "checks/a.html": ""])
    try folder.makeFolder("site/" + path.split(separator: "/").dropLast().joined(separator: "/"))
    try folder.write("site/\(path)", "precious")
    let error = #expect(throws: PublicationError.self) {
      try folder.publish(["index.html": "new"])
    }
    #expect(error?.exitCode.rawValue == 73)
    #expect(error?.description.contains(path) == true)
    #expect(try folder.text("site/\(path)") == "precious")
    #expect(try folder.text("site/index.html") == "old")
  }

  @Test("A run that was killed is tidied up after by the next one")
  func leftovers() throws {
    try folder.publish(["index.html": "old"])
    try folder.makeFolder(".site.so-report-new-17/checks")
    try folder.write(".site.so-report-new-17/checks/a.html", "half")
    try folder.write(".site.so-report.lock", "")
    try folder.makeFolder(".other.so-report-new-17")
    try folder.publish(["index.html": "new"])
    #expect(
      try folder.tree() == [
        ".other.so-report-new-17", "site", "site/index.html", "site/manifest.json",
      ])
  }

  @Test("A site that was set aside by a killed run comes back")
  func setAside() throws {
    try folder.publish(["index.html": "old"], output: ".site.so-report-old")
    try Publication(output: folder.at("site")).abandon()
    #expect(try folder.text("site/index.html") == "old")
    #expect(try folder.tree() == ["site", "site/index.html", "site/manifest.json"])
  }

  @Test("Files may be written by several threads at once")
  func threads() throws {
    let publication = try Publication(output: folder.at("site"))
    DispatchQueue.concurrentPerform(iterations: 400) { number in
      let pieces = ["one ", "\(number)"].map { Array($0.utf8) }
      try? publication.write("folder-\(number % 7)/deep/\(number).html", pieces)
    }
    try publication.commit(manifest: Manifest(version: "1", inputsDigest: "", inputs: []))
    #expect(publication.outputs.count == 400)
    #expect(try folder.text("site/folder-6/deep/398.html") == "one 398")
    #expect(try PublishedSite.verify(site: folder.at("site")) == [])
  }

  @Test("A path that is no site path is our own bug")
  func badPath() async {
    await #expect(processExitsWith: .failure) {
      [output = folder.at("site") as String] in
      let publication = try Publication(output: output)
      try publication.write("../escaped", "")
    }
  }
}

extension TestFolder {
  func publish(
    _ files: [String: String], output: String = "site", replacement: Replacement = .exchanging
  ) throws {
    let publication = try Publication(output: at(output), replacement: replacement)
    for (path, text) in files { try publication.write(path, text) }
    try publication.commit(
      manifest: Manifest(
        version: "1", inputsDigest: "abc",
        inputs: [Manifest.Input(file: "hub \"1\".json", sha256: "def", bytes: 7)]))
  }
}
