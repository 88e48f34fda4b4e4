import Markdown
import Testing

@Suite struct MarkdownStyleTests {
  private let source = """
    # Title

    Lead.

    ## Verdict

    **HIGH** and **HIGH *x***

    ### Why

    Because.

    > ## Quoted

    ## Checks

    *met* end
    """

  @Test("Sections bear the ids of second-level headings and end where the next one starts")
  func sections() {
    var style = MarkdownStyle()
    style.sections = true
    style.insertions = ["verdict": "<svg></svg>", "why": "<i></i>\n"]
    style.strong = { $0 == "HIGH" ? "<b class=\"high\">HIGH</b>" : nil }
    style.emphasis = { "<i>\($0)</i>" }
    #expect(
      MarkdownDocument(parsing: source).html(style) == """
        <h1 id="title">Title</h1>
        <p>Lead.</p>
        <section id="verdict">
        <h2>Verdict</h2>
        <svg></svg>
        <p><b class="high">HIGH</b> and <strong>HIGH <i>x</i></strong></p>
        <h3 id="why">Why</h3>
        <i></i>
        <p>Because.</p>
        <blockquote>
        <h2 id="quoted">Quoted</h2>
        </blockquote>
        </section>
        <section id="checks">
        <h2>Checks</h2>
        <p><i>met</i> end</p>
        </section>

        """)
  }

  @Test(
    "Ids and levels of headings are the style's", arguments: [(1, 2, 4), (9, 6, 6), (-9, 1, 1)])
  func headings(shift: Int, first: Int, third: Int) {
    var style = MarkdownStyle()
    style.headingShift = shift
    style.headingID = { level, text in "l\(level)\"\(text.count)" }
    #expect(
      MarkdownDocument(parsing: "# ab\n\n### ab").html(style) == """
        <h\(first) id="l1&quot;2">ab</h\(first)>
        <h\(third) id="l3&quot;2">ab</h\(third)>

        """)
  }

  @Test(
    "A slug is lower-case words, and never empty",
    arguments: [
      ("SO 3. Access", "so-3-access"), ("  --  ", "section"), ("a", "a"),
      (String(repeating: "ab", count: 99), String(repeating: "ab", count: 32)),
    ])
  func slug(text: String, expected: String) {
    #expect(MarkdownStyle.slug(text) == expected)
  }
}
