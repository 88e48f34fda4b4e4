import Markdown
import Testing

@Suite struct MarkdownTableTests {
  @Test("A table has scopes, labels, a region named after its heading, and columns of numbers")
  func table() {
    let source = """
      ## Failing "now"

      | Check | Count *all* | |
      |:--|--:|---|
      | IAM.3 | 12 | a \\| b |
      | | | *c* |
      """
    #expect(
      MarkdownDocument(parsing: source).html() == """
        <h2 id="failing-now">Failing &quot;now&quot;</h2>
        <div class="tw" tabindex="0" role="region" aria-label="Failing &quot;now&quot;"><table>
        <thead>
        <tr><th scope="col">Check</th><th scope="col" class="num">Count <em>all</em></th><td></td></tr>
        </thead>
        <tbody>
        <tr><th scope="row">IAM.3</th><td data-l="Count all" class="num">12</td><td data-l="">a | b</td></tr>
        <tr><td data-l="Check"></td><td data-l="Count all" class="num"></td><td data-l=""><em>c</em></td></tr>
        </tbody>
        </table></div>

        """)
  }

  @Test("A table's class is that of the nearest heading above it in the outline")
  func classes() {
    let table = "\n\n|a|\n|-|\n\n"
    let source = "\(table)# A\(table)## B\(table)### C\(table)## D\(table)# E\(table)"
    var style = MarkdownStyle()
    style.tableClass = "plain"
    style.tableClasses = ["a": "all", "b": "stack"]
    let html = MarkdownDocument(parsing: source).html(style)
    let classes = html.split(separator: "<table class=\"").dropFirst().map {
      $0.prefix { $0 != "\"" }
    }
    #expect(classes == ["plain", "all", "stack", "stack", "all", "plain"])
    #expect(html.contains("aria-label=\"Table\""))
    #expect(!html.contains("<tbody>"))
  }

  @Test("Roles are written where a style sheet stacks the table")
  func roles() {
    var style = MarkdownStyle()
    style.tableRoles = true
    #expect(
      MarkdownDocument(parsing: "|a|b|\n|-|-|\n|c|d|").html(style) == """
        <div class="tw" tabindex="0" role="region" aria-label="Table"><table role="table">
        <thead role="rowgroup">
        <tr role="row"><th scope="col" role="columnheader">a</th>\
        <th scope="col" role="columnheader">b</th></tr>
        </thead>
        <tbody role="rowgroup">
        <tr role="row"><th scope="row" role="rowheader">c</th><td data-l="b" role="cell">d</td></tr>
        </tbody>
        </table></div>

        """)
  }

  @Test("A long column heading is repeated in short")
  func longLabels() {
    let long = String(repeating: "x", count: 100)
    let html = MarkdownDocument(parsing: "|a|\(long)|\n|-|-|\n|b|c|").html()
    #expect(html.contains(">\(long)</th>"))
    #expect(html.contains("<td data-l=\"\(long.prefix(79))…\">"))
  }
}
