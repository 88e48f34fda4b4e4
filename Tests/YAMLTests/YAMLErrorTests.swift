import Testing
import YAML

@Suite("An error in YAML") struct YAMLErrorTests {
  @Test(
    "is named at its line and column",
    arguments: [
      ("a: 1\nb: 2\na: 3\n", 1, 1, "the key \"a\" is there twice, the first time here"),
      ("x:\n  '1': a\n  1: b\n", 2, 3, "the key \"1\" is there twice, the first time here"),
      ("a: &x 1\nb: *x\n", 2, 4, "aliases (*name) are not read here; write the value out"),
      (
        "a: &x {k: 1}\nb:\n  <<: *x\n", 3, 7,
        "aliases (*name) are not read here; write the value out"
      ),
      ("a: *x\n", 1, 4, "found undefined alias"),
      ("a: !Ref b\n", 1, 4, "the tag !Ref is not read here; leave it out"),
      ("? [a, b]\n: 1\n", 1, 3, "a key is text, not a list or a mapping"),
      (
        "a: 1\n---\nb: 2\n", 2, 1,
        "but found another document (expected a single document in the stream, line 1)"
      ),
      (
        "a: [1, 2\nb: 3\n", 2, 2,
        "did not find expected ',' or ']' (while parsing a flow sequence, line 1)"
      ),
      ("a: 'x\n", 2, 1, "found unexpected end of stream (while scanning a quoted scalar, line 1)"),
      (
        "a:\n\t- 1\n", 2, 1,
        "found character that cannot start any token (while scanning for the next token, line 2)"
      ),
      ("a: b: c\n", 1, 5, "mapping values are not allowed in this context"),
      ("é: \u{1}\n", 1, 4, "control characters are not allowed"),
    ])
  func place(text: String, line: Int, column: Int, message: String) {
    let error = #expect(throws: YAMLError.self) { _ = try YAMLNode.parse(text) }
    #expect(error == YAMLError(line: line, column: column, message: message))
  }

  @Test(
    "is what too much of anything is",
    arguments: ["[", "{a: ", "- ", "? ", "[{a: "])
  func depth(opener: String) {
    for count in [101, 900, 1100, 100_000] {
      #expect(throws: YAMLError.self) {
        _ = try YAMLNode.parse(String(repeating: opener, count: count))
      }
    }
    let closed = String(repeating: "[", count: 101) + String(repeating: "]", count: 101)
    let error = #expect(throws: YAMLError.self) { _ = try YAMLNode.parse(closed) }
    #expect(error == YAMLError(line: 1, column: 101, message: "there are more than 100 levels"))
  }

  @Test("stops aliases that stand for a billion values")
  func bomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let names = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(names)]\n"
    }
    #expect(
      throws: YAMLError(
        line: 2, column: 10, message: "aliases (*name) are not read here; write the value out")
    ) { _ = try YAMLNode.parse(text) }
    #expect(throws: YAMLError.self) { _ = try YAMLNode.parse(text + "? *a9\n: 1\n") }
  }

  @Test("stops at 100,000 values")
  func count() throws {
    let list = { (count: Int) in String(repeating: "- x\n", count: count) }
    #expect(try YAMLNode.parse(list(99_999)).list?.count == 99_999)
    #expect(
      throws: YAMLError(line: 100_000, column: 3, message: "there are more than 100000 values")
    ) { _ = try YAMLNode.parse(list(100_000)) }
  }

  @Test("is the only thing that text which is cut off can lead to, besides a value")
  func truncation() {
    let text = "---\na: &x \"q\\u00e9\\n\"\nb: [1, {c: 'd'}, !!str e]\nf: |\n  g\n? h\n: é\n..."
    for length in 0...text.unicodeScalars.count {
      let cut = String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
      do throws(YAMLError) { _ = try YAMLNode.parse(cut) } catch { #expect(error.line <= 9) }
    }
  }
}
