import Testing
import YAML

@Suite("Front matter") struct FrontMatterTests {
  @Test(
    "is split from the body, whose first line is known",
    arguments: [
      ("---\na: 1\nb: 2\n---\n# T\nx\n", "a: 1\nb: 2\n", 5, "# T\nx\n"),
      ("---\r\na: 1\r\n---\r\nx\r\n", "a: 1\r\n", 4, "x\r\n"),
      ("\u{FEFF}---  \na: 1\n...\nx", "a: 1\n", 4, "x"),
      ("---\n---\n", "", 3, ""),
      ("---\na: 1\n---", "a: 1\n", 4, ""),
      ("---\na: '---'\n ---\n---\n\n---\n", "a: '---'\n ---\n", 5, "\n---\n"),
    ])
  func split(text: String, yaml: String, line: Int, body: String) throws {
    let parts = try #require(FrontMatter.split(text))
    #expect(parts.yaml == yaml && parts.bodyStartLine == line && parts.body == body)
  }

  @Test(
    "is not there without a pair of fences from the first line on",
    arguments: [
      "", "# T\n", "---", "---\na: 1\n", "\n---\na: 1\n---\n", "----\n---\n", "--- x\n---\n",
    ])
  func absent(text: String) { #expect(FrontMatter.split(text) == nil) }
}
