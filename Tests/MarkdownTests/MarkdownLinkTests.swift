import Markdown
import Testing

@Suite struct MarkdownLinkTests {
  @Test(
    "A link to a page of the site or to the web is a link",
    arguments: [
      ("so-3.html", "<a href=\"so-3.html\">x</a>"),
      ("../a/b.html?c=d&e#f", "<a href=\"../a/b.html?c=d&amp;e#f\">x</a>"),
      ("#iam-3", "<a href=\"#iam-3\">x</a>"),
      ("a?b:c", "<a href=\"a?b:c\">x</a>"),
      ("<a b\"'é>", "<a href=\"a%20b%22&#39;%C3%A9\">x</a>"),
      ("mailto:a@example.com", "<a href=\"mailto:a@example.com\">x</a>"),
      (
        "https://example.com/%41",
        "<a href=\"https://example.com/%41\" rel=\"noopener noreferrer\">x</a>"
      ),
      ("HTTP://example.com", "<a href=\"HTTP://example.com\" rel=\"noopener noreferrer\">x</a>"),
      ("a 't\"<'", "<a href=\"a\" title=\"t&quot;&lt;\">x</a>"),
    ])
  func allowed(address: String, expected: String) {
    #expect(MarkdownDocument(parsing: "[x](\(address))").html() == "<p>\(expected)</p>\n")
  }

  @Test(
    "A link to anything else keeps its text only",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", "java&#10;script:alert(1)",
      "&#x6a;avascript:alert(1)", "&#1;javascript:alert(1)", "<&#32;javascript:alert(1)>",
      "vbscript:x", "data:text/html,x", "file:///etc/passwd", "x-evil:y", "//example.com",
      "/&#92;example.com", "\\\\\\\\example.com", "https:example.com", "https:///example.com",
      "http://", "a&#9;b", "a:b", "", "javascript:\u{FF9E}=alert(1)", "//\u{FE0F}example.com",
      "javascript\u{301}:alert(1)",
    ])
  func refused(address: String) {
    #expect(
      MarkdownDocument(parsing: "[x **y**](\(address))").html() == "<p>x <strong>y</strong></p>\n")
  }

  @Test(
    "An image becomes a link to it",
    arguments: [
      ("![a *b*](c.png)", "<a href=\"c.png\">a b</a>"),
      ("![](c.png)", "<a href=\"c.png\">c.png</a>"),
      ("![a](data:image/png;x)", "a"),
      ("[![a](b.png) c](d.html)", "<a href=\"d.html\">a c</a>"),
      ("![a [b](c) d](e)", "<a href=\"e\">a b d</a>"),
      ("![a ![b](c) d](e) f", "<a href=\"e\">a b d</a> f"),
    ])
  func images(source: String, expected: String) {
    #expect(MarkdownDocument(parsing: source).html() == "<p>\(expected)</p>\n")
  }
}
