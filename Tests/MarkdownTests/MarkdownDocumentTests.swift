import Markdown
import Testing

@Suite struct MarkdownDocumentTests {
  @Test(
    "Blocks and inlines become plain HTML",
    arguments: [
      ("one\ntwo", "<p>one\ntwo</p>\n"),
      ("one\\\ntwo", "<p>one<br>\ntwo</p>\n"),
      ("a & b < c", "<p>a &amp; b &lt; c</p>\n"),
      (
        "*a* **b** ~~c~~ `d<`",
        "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d&lt;</code></p>\n"
      ),
      ("- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n"),
      ("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
      ("1. a", "<ol>\n<li>a</li>\n</ol>\n"),
      ("3. a", "<ol start=\"3\">\n<li>a</li>\n</ol>\n"),
      ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
      ("---", "<hr>\n"),
      (
        "```json x\n<\n```",
        "<pre tabindex=\"0\"><code class=\"language-json\">&lt;\n</code></pre>\n"
      ),
      ("    a", "<pre tabindex=\"0\"><code>a\n</code></pre>\n"),
      (
        "http://example.com www.example.com a@example.com[^1]",
        "<p>http://example.com www.example.com a@example.com[^1]</p>\n"
      ),
      ("", ""),
    ])
  func html(source: String, expected: String) {
    #expect(MarkdownDocument(parsing: source).html() == expected)
  }

  @Test(
    "Raw HTML is shown as the text that it is",
    arguments: [
      ("a <b onclick=x>c</b>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n"),
      (
        "<script>\nalert(1)\n</script>\n\nx",
        "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>\n<p>x</p>\n"
      ),
      ("<!-- note -->", "<p>&lt;!-- note --&gt;</p>\n"),
      ("a\u{0}b\u{1}c", "<p>a\u{FFFD}b\u{FFFD}c</p>\n"),
    ])
  func rawHTML(source: String, expected: String) {
    #expect(MarkdownDocument(parsing: source).html() == expected)
  }

  @Test("Headings have ids that differ, wherever they stand")
  func headings() {
    let source = "# Risk *of* keys\n\n> ## Risk of keys\n\n### Risk of keys-2\n\n###\n\n# Ä, ß & 3"
    let document = MarkdownDocument(parsing: source)
    #expect(
      document.headings().map { "\($0.level) \($0.id) \($0.text)" } == [
        "1 risk-of-keys Risk of keys", "2 risk-of-keys-2 Risk of keys",
        "3 risk-of-keys-2-2 Risk of keys-2", "3 section ", "1 ä-ß-3 Ä, ß & 3",
      ])
    for heading in document.headings() {
      #expect(document.html().contains("<h\(heading.level) id=\"\(heading.id)\">"))
    }
  }

  @Test("Documents that are parsed at the same time do not disturb one another")
  func concurrency() async {
    await withTaskGroup { group in
      for _ in 0..<200 {
        group.addTask { MarkdownDocument(parsing: "~~a~~").html() }
      }
      for await html in group { #expect(html == "<p><del>a</del></p>\n") }
    }
  }

  @Test("The plain text has no markup in it")
  func plainText() {
    let source = "# A *b*\n\nc [d](e) `f`\n![g](h)\n\n|i|j|\n|-|-|\n|k|l|"
    #expect(MarkdownDocument(parsing: source).plainText == "A b\nc d f g\ni\nj\nk\nl")
  }

  @Test("A document that nests ten thousand deep is rendered without a stack of that depth")
  func depth() {
    let source = String(repeating: "> ", count: 10_000) + "a"
    let html = MarkdownDocument(parsing: source).html()
    #expect(html.count { $0 == "<" } == 20_002)
  }
}
