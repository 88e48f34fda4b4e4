import Publication
import Testing

@Suite struct PublishedSiteTests {
  let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.publish(["index.html": "one", "checks/iam-3.html": "three", "empty": ""])
  }

  @Test("The manifest lists inputs as given and outputs by path, one a line")
  func manifest() throws {
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    let one = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
    let three = "8b5b9db0c13db24256c829aa364aa90c6d2eba318b9232a4ab9313b954d3555f"
    let head = "{\n\"generator\":\"so-report\",\n\"version\":\"1\",\n"
    let tail = """
      "inputsDigest":"abc",
      "inputs":[
      {"file":"hub \\"1\\".json","sha256":"def","bytes":7}
      ],
      "outputs":[
      {"path":"checks/iam-3.html","sha256":"\(three)","bytes":5},
      {"path":"empty","sha256":"\(empty)","bytes":0},
      {"path":"index.html","sha256":"\(one)","bytes":3}
      ]
      }

      """
    let digest = SHA256Hex.digest(Array((head + tail).utf8))
    #expect(try folder.text("site/manifest.json") == head + "\"digest\":\"\(digest)\",\n" + tail)
  }

  @Test("A site as it was published has no differences")
  func intact() throws {
    #expect(try PublishedSite.verify(site: folder.at("site")) == [])
  }

  @Test("Every missing, changed and extra file is named")
  func differences() throws {
    try folder.remove("site/checks/iam-3.html")
    try folder.write("site/index.html", "two")
    try folder.write("site/new.html", "")
    try folder.makeFolder("site/more")
    try folder.link("site/more/link", to: folder.at("site"))
    try folder.remove("site/empty")
    try folder.link("site/empty", to: "/dev/null")
    let differences = try PublishedSite.verify(site: folder.at("site"))
    #expect(
      differences.map { "\($0.kind) \($0.path)" } == [
        "missing checks/iam-3.html", "changed empty", "changed index.html", "extra more/link",
        "extra new.html",
      ])
  }

  @Test("A manifest that was edited is a change of its own")
  func editedManifest() throws {
    let text = try folder.text("site/manifest.json")
    try folder.write("site/manifest.json", text.replacing("\"bytes\":7", with: "\"bytes\":8"))
    #expect(
      try PublishedSite.verify(site: folder.at("site")).map { "\($0.kind) \($0.path)" }
        == ["changed manifest.json"])
  }

  @Test(
    "What is no site says so",
    arguments: [
      ("nothing", 66, "cannot open the site: No such file or directory"),
      ("bare", 66, "has no manifest.json; name a published report"),
      ("other", 65, "manifest.json is not one of so-report"),
      ("garbage", 65, "manifest.json is not one of so-report"),
    ] as [(String, Int32, String)])
  func noSite(name: String, exitCode: Int32, problem: String) throws {
    for folderName in ["bare", "other", "garbage"] { try folder.makeFolder(folderName) }
    try folder.write("other/manifest.json", "{\"generator\":\"so-report\"}")
    try folder.write("garbage/manifest.json", "\u{0}[")
    let error = #expect(throws: PublicationError.self) {
      try PublishedSite.verify(site: folder.at(name))
    }
    #expect(error?.exitCode.rawValue == exitCode)
    #expect(error?.description == "\(folder.at(name)): \(problem)")
  }

  @Test("A digest taken piece by piece is the digest of the whole")
  func pieces() {
    var hash = SHA256Hex()
    hash.update("o".utf8Span.span)
    hash.update("ne".utf8Span.span)
    #expect(hash.digest == SHA256Hex.digest(Array("one".utf8)))
  }
}
