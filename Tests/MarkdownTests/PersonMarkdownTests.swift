import Markdown
import Testing

@Suite struct PersonMarkdownTests {
  @Test("What people write is rendered as it is")
  func accepted() {
    let source = "# Notes\n\n- [ ] one\n- two\n\n|a|b|\n|-|-|\n|c|d|\n\n----------\n" + dashes
    #expect(PersonMarkdown.check(source) == [])
    #expect(PersonMarkdown.html(source).warning == nil)
    #expect(PersonMarkdown.html(source).html == MarkdownDocument(parsing: source).html())
  }

  @Test("A text over a limit is refused at the line that goes over it", arguments: Self.refused)
  func limits(shape: Shape) {
    #expect(
      PersonMarkdown.check(shape.source).map { "\($0.line) \($0.summary)" } == [shape.violation])
  }

  @Test("Over a limit the whole text is shown as it was written, with a warning")
  func fallback() {
    let source = String(repeating: ">", count: 65) + " <a> & b\n"
    let (html, warning) = PersonMarkdown.html(source)
    let quotes = String(repeating: "&gt;", count: 65)
    #expect(html == "<pre class=\"plain\" tabindex=\"0\">\(quotes) &lt;a&gt; &amp; b\n</pre>\n")
    #expect(
      warning
        == "Shown as plain text: line 1 starts with more than 64 markers of quotations and lists")
  }

  @Test("Hostile shapes of 64 KiB are rendered or refused in little time", arguments: hostileShapes)
  func speed(shape: String) {
    let bytes = PersonMarkdown.maximumBytes
    let source = String(
      decoding: Array(String(repeating: shape, count: bytes).utf8.prefix(bytes)), as: UTF8.self)
    let time = ContinuousClock().measure { _ = PersonMarkdown.html(source) }
    // A release build stays below 0.2 s; this is for debug builds on busy machines.
    #expect(time < .seconds(5))
  }

  private let dashes = String(repeating: "=", count: 100) + "\n" + String(repeating: "*", count: 99)

  private static let hostileShapes = [
    "- ", "![[]()", "aaaa ![[]() ", "<?", "a <?", ">", "> a\n", "[", "*a_", "*a **b ", "`a ``b ",
    "|a", "a|b\n-|-\n", "a\n|-|\n", "[a]: u\n", "# a\n", "&amp;", "<!A", "a](b", "![a](b",
  ]

  struct Shape: Sendable, CustomTestStringConvertible {
    let source: String
    let violation: String
    var testDescription: String { violation }
  }

  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  private static let refused = [
    Shape(source: times(65_537, "a"), violation: "1 starts a text of more than 64 KiB"),
    Shape(source: "a\n" + times(66, "|"), violation: "2 has more than 64 table columns"),
    Shape(
      source: "a\n\n" + times(65, "- ") + "a",
      violation: "3 starts with more than 64 markers of quotations and lists"),
    Shape(
      source: times(1_024, "[") + "\n[", violation: "2 holds the 1,025th \"[\" of the text"),
    Shape(
      source: times(1_024, "a<") + "\r\n<", violation: "2 holds the 1,025th \"<\" of the text"),
    Shape(
      source: times(60, "a|") + "\n" + times(60, "-|") + "\n" + times(200, "a\n"),
      violation: "136 makes tables of more than 8,192 cells"),
    Shape(
      source: times(20_000, "a\n") + times(200, "|-|\n"),
      violation: "20027 is one of too many table rulers in one paragraph"),
    Shape(
      source: (0..<70).map { times($0, "  ") + "- a\n" }.joined(),
      violation: "32 nests more than 64 levels"),
    Shape(source: times(70, "*a ") + times(70, " a*"), violation: "1 nests more than 64 levels"),
    Shape(
      source: "[a]: " + times(10_000, "u") + "\n\n" + times(40, "[a] "),
      violation: "3 repeats a long link address too often"),
  ]
}
