import EmbeddedFiles
import JSON
import LensFormat
import Testing

@Suite("The project's own lens")
struct OwnLensTests {
  @Test("Every lens of the project can be uploaded to AWS")
  func keepsLimits() throws {
    let files = try FileSet()
    let paths = files.paths(below: "templates/lens/").filter { $0.hasSuffix(".json") }
    #expect(!paths.isEmpty)
    for path in paths {
      let text = JSONText(try #require(files[path]))
      #expect(try LensLimits.check(text, file: path) == [])
    }
  }
}
