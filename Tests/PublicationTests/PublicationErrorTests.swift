import Publication
import Testing

@Suite struct PublicationErrorTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test(
    "What is not ours to replace is refused and stays as it is",
    arguments: [
      ("file", "is not a report of so-report; remove it or choose another output"),
      ("foreign", "is not a report of so-report; remove it or choose another output"),
      ("foreign-manifest", "is not a report of so-report; remove it or choose another output"),
      ("dangling", "cannot find the folder around it: No such file or directory"),
      ("no/such", "cannot find the folder around it: No such file or directory"),
      ("file/site", "cannot open the folder around it: Not a directory"),
      ("", "is no name for a site; name a new folder"),
    ])
  func refused(output: String, problem: String) throws {
    try folder.write("file", "x")
    try folder.makeFolder("foreign")
    try folder.write("foreign/precious", "x")
    try folder.makeFolder("foreign-manifest")
    try folder.write("foreign-manifest/manifest.json", "{\"generator\":\"other\"}")
    try folder.link("dangling", to: "nowhere")
    let before = try folder.tree()
    let path = output.isEmpty ? "" : folder.at(output)
    let error = #expect(throws: PublicationError.self) { _ = try Publication(output: path) }
    #expect(error?.description == "\(path): \(problem)")
    #expect(error?.exitCode == .cannotCreate)
    #expect(try folder.tree() == before)
  }

  @Test("The root is no place for a site, nor is a folder in which nothing can be made")
  func impossible() {
    #expect(throws: PublicationError.self) { _ = try Publication(output: "/") }
    let error = #expect(throws: PublicationError.self) { _ = try Publication(output: "/proc/site") }
    #expect(error?.exitCode == .cannotCreate)
    #expect(error?.description.hasPrefix("/proc/site: cannot make a file beside it: ") == true)
  }

  @Test("Of two runs at once the second says that it has to wait")
  func busy() throws {
    let first = try Publication(output: folder.at("site"))
    let error = #expect(throws: PublicationError.self) {
      _ = try Publication(output: folder.at("site/"))
    }
    #expect(error?.exitCode == .busy)
    #expect(
      error?.description
        == "\(folder.at("site")): another run is writing it; wait until that has ended")
    first.abandon()
    try Publication(output: folder.at("site")).abandon()
    #expect(try folder.tree() == [])
  }

  @Test("What someone put at the output meanwhile is not replaced")
  func meanwhile() throws {
    let publication = try Publication(output: folder.at("site"))
    try folder.makeFolder("site")
    try folder.write("site/precious", "x")
    let error = #expect(throws: PublicationError.self) {
      try publication.commit(manifest: Manifest(version: "1", inputsDigest: "", inputs: []))
    }
    #expect(error?.exitCode == .cannotCreate)
    #expect(try folder.tree() == ["site", "site/precious"])
  }

  @Test("A failed write leaves the old site and nothing beside it")
  func failedWrite() throws {
    try folder.publish(["index.html": "old"])
    let publication = try Publication(output: folder.at("site"))
    try publication.write("a", "file")
    let error = #expect(throws: PublicationError.self) { try publication.write("a/b", "below it") }
    #expect(error?.exitCode == .inputOutput)
    #expect(error?.description == "\(folder.at("site"))/a/b: cannot write it: File exists")
    #expect(try folder.tree() == ["site", "site/index.html", "site/manifest.json"])
    #expect(try folder.text("site/index.html") == "old")
  }

  @Test("When one of several threads cannot write, the last of them tidies up")
  func failedThread() throws {
    try folder.publish(["index.html": "old"])
    let publication = try Publication(output: folder.at("site"))
    try publication.write("a", "file")
    let piece = Array("piece".utf8)
    // While a file is written, another one fails: what the first still writes goes somewhere.
    let pieces = (0..<3).lazy.map { number in
      if number == 1 {
        #expect(throws: PublicationError.self) { try publication.write("a/b", "below it") }
        #expect(throws: Never.self) { try folder.requireStaging() }
      }
      return piece
    }
    try publication.write("long", pieces)
    #expect(try folder.tree() == ["site", "site/index.html", "site/manifest.json"])
  }

  @Test("An output with a line feed in its name keeps to one line of the message")
  func oneLine() {
    let error = #expect(throws: PublicationError.self) {
      _ = try Publication(output: folder.at("no\n/such"))
    }
    #expect(error?.description.hasPrefix("\(folder.at("no?/such")): ") == true)
  }
}

extension TestFolder {
  struct NoStaging: Error {}

  /// Throws when nothing is staged beside a site.
  func requireStaging() throws {
    guard try tree().contains(where: { $0.contains("so-report-new") }) else { throw NoStaging() }
  }
}
