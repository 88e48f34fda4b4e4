import Publication
import Testing

@Suite("A site that is what its manifest says") struct VerifiedSiteTests {
  let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.publish(["index.html": "one", "checks/iam-3.html": "three"])
  }

  @Test("gives its files and says what it is")
  func contents() throws {
    let site = try VerifiedSite(folder.at("site"))
    #expect(site.outputs.keys.sorted() == ["checks/iam-3.html", "index.html"])
    #expect(try site.contents("checks/iam-3.html") == Array("three".utf8))
    #expect(site.manifest.inputsDigest == "abc")
    #expect(try folder.text("site/manifest.json").contains("\"digest\":\"\(site.digest)\""))
  }

  @Test("is refused when a file is another, with the file and exit code 65")
  func changed() throws {
    try folder.write("site/index.html", "two")
    try folder.write("site/more.html", "")
    let error = #expect(throws: PublicationError.self) { try VerifiedSite(folder.at("site")) }
    #expect(error?.exitCode == .invalid)
    #expect(
      error?.description.hasSuffix(
        "is not what its manifest.json says: index.html is changed and 1 more; "
          + "build the report again") == true)
  }

  @Test("is refused where there is none, with exit code 66", arguments: ["none", "empty"])
  func missing(name: String) throws {
    try folder.makeFolder("empty")
    let error = #expect(throws: PublicationError.self) { try VerifiedSite(folder.at(name)) }
    #expect(error?.exitCode == .missing)
  }

  @Test("tells of a file that changes while it is read")
  func changing() throws {
    let site = try VerifiedSite(folder.at("site"))
    try folder.write("site/index.html", "two")
    let error = #expect(throws: PublicationError.self) { try site.contents("index.html") }
    #expect(error?.exitCode == .invalid)
    #expect(error?.description.hasSuffix("index.html: has just changed; try again") == true)
  }
}
