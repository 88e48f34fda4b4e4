import Markdown
import Testing

@Suite struct MarkdownTextTests {
  @Test(
    "Only what Markdown would take for markup is escaped",
    arguments: [
      ("arn:aws:iam::123456789012:role/my_role-1", "arn:aws:iam::123456789012:role/my_role-1"),
      ("a|b *c* <d> [e](f) `g` ~h~ i\\j", "a\\|b \\*c\\* \\<d> \\[e\\](f) \\`g\\` \\~h\\~ i\\\\j"),
      ("_a_ b__c d_", "\\_a\\_ b\\_\\_c d\\_"),
      ("R&D a & b &amp; &#42; &", "R\\&D a & b \\&amp; \\&#42; \\&"),
      ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("1 a.", "1 a."), ("1.5", "1\\.5"),
      ("- a", "\\- a"), ("+ a", "\\+ a"), ("# a", "\\# a"), ("> a", "\\> a"), ("===", "\\==="),
      ("a! b!", "a! b\\!"), ("  a  ", "&#32; a &#32;"), (" ", "&#32;"), ("", ""), ("a\\", "a&#92;"),
    ])
  func escape(text: String, expected: String) {
    #expect(MarkdownText.escape(text) == expected)
  }

  @Test(
    "What cannot be seen is made visible",
    arguments: [
      ("a\nb\r\nc\td\u{2028}e\u{85}f", "a b c d e f"),
      ("a\u{0}b\u{1B}[31m\u{7F}\u{9F}", "aU+0000bU+001B[31mU+007FU+009F"),
      ("\u{202E}x\u{2066}\u{200E}\u{200F}\u{61C}", "U+202ExU+2066U+200EU+200FU+061C"),
      ("\u{200B}\u{200D}\u{2060}\u{FEFF}\u{AD}\u{E0041}", "U+200BU+200DU+2060U+FEFFU+00ADU+E0041"),
      ("\u{3164}\u{115F}\u{2800}\u{34F}\u{FE00}", "U+3164U+115FU+2800U+034FU+FE00"),
      ("ä é 日本 שלום ⚠\u{FE0F}", "ä é 日本 שלום ⚠\u{FE0F}"),
    ])
  func visible(text: String, expected: String) {
    #expect(MarkdownText.visible(text) == expected)
  }

  @Test("Hostile text renders as itself and as nothing else, wherever a line may hold it")
  func roundTrip() {
    var random = SplitMix(state: 20_261_124)
    for _ in 0..<4_000 {
      let text = Self.hostileText(&random)
      let visible = MarkdownText.visible(text)
      let html = Self.encoded(visible)
      let escaped = MarkdownText.escape(text)
      for place in Place.all(for: escaped) where !visible.isEmpty {
        let rendered = MarkdownDocument(parsing: place.source).html()
        #expect(
          rendered == place.html(html),
          "\(text.debugDescription) in \(place.source.debugDescription)")
      }
    }
  }

  private static func hostileText(_ random: inout SplitMix) -> String {
    let pieces = [
      "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "#", "!", "(", ")", "{", "}", "-",
      "+",
      "=", ":", ".", "\"", "'", " ", "  ", "    ", "\t", "\n", "\r\n", "a", "1", "é", "日", "“",
      "\u{A0}", "\u{202E}", "\u{0}", "```", "---", "| - |", "&amp;", "&#42;", "](x)", "<b>",
      "<!--", "https://a.b", "www.a.b", "a@b.c", "[^1]", "[x]: y", "==", "~~", "**", "__", "1)",
      "12.", "$", "^", "@", "%", ",", ";", "/", "?",
    ]
    let count = Int.random(in: 1...12, using: &random)
    return (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
      .joined()
  }

  private static func encoded(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}

/// A place in a document and the HTML that a text has there.
private struct Place {
  let source: String
  let html: (String) -> String

  static func all(for text: String) -> [Place] {
    [
      Place(source: text) { "<p>\($0)</p>\n" },
      Place(source: "a\n\(text)") { "<p>a\n\($0)</p>\n" },
      Place(source: "\(text)[x](y)") { "<p>\($0)<a href=\"y\">x</a></p>\n" },
      Place(source: "[\(text)](y)") { "<p><a href=\"y\">\($0)</a></p>\n" },
      Place(source: "a \(text)\nb") { "<p>a \($0)\nb</p>\n" },
      Place(source: "- \(text)") { "<ul>\n<li>\($0)</li>\n</ul>\n" },
      Place(source: "a|\(text)|b\n-|-|-\n\(text)|c|\(text)") { text in
        MarkdownTextTests.table(text)
      },
    ]
  }
}

extension MarkdownTextTests {
  fileprivate static func table(_ text: String) -> String {
    let label = text.count > 80 ? "?" : text
    return """
      <div class="tw" tabindex="0" role="region" aria-label="Table"><table>
      <thead>
      <tr><th scope="col">a</th><th scope="col">\(text)</th><th scope="col">b</th></tr>
      </thead>
      <tbody>
      <tr><th scope="row">\(text)</th><td data-l="\(label)">c</td><td data-l="b">\(text)</td></tr>
      </tbody>
      </table></div>

      """
  }
}

/// A generator whose numbers are the same in every run (SplitMix64).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
