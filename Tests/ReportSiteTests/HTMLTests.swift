import Testing

@testable import ReportSite

@Suite struct HTMLTests {
  @Test(
    "A value shows as itself, in an element and in a quoted attribute",
    arguments: [
      ("a b", "a b"), ("<script>", "&lt;script&gt;"),
      ("\"x\" & 'y'", "&quot;x&quot; &amp; &#39;y&#39;"),
      ("Köln", "Köln"), ("a\u{202E}b", "aU+202Eb"), ("line\nend", "line end"), ("\u{0}", "U+0000"),
    ])
  func escapes(text: String, expected: String) {
    let html: HTML = "<td title=\"\(text)\">\(text)</td>"
    #expect(html.markup == "<td title=\"\(expected)\">\(expected)</td>")
  }

  @Test("Markup that is interpolated into markup stays markup")
  func nests() {
    let inner: HTML = "<b>\("<")</b>"
    let outer: HTML = "<p>\(inner)\(3)</p>"
    #expect(outer.markup == "<p><b>&lt;</b>3</p>")
  }
}

@Suite struct CSVTests {
  @Test(
    "A cell is text to a spreadsheet, never a formula",
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
      ("=1+1", "\"'=1+1\""), ("+49", "\"'+49\""), ("-1", "\"'-1\""), ("@cmd", "\"'@cmd\""),
      ("two\nlines", "\"two\nlines\""), ("", ""),
    ])
  func cells(text: String, expected: String) { #expect(CSV.cell(text) == expected) }
}

@Suite struct JSONOutputTests {
  @Test("Text, numbers and shares are written as JSON that is safe inside a script")
  func values() {
    var bytes: [UInt8] = []
    JSONOutput.object([
      ("a", .text("</script>\u{2028}\"\\\n")), ("b", 3), ("c", .share(1.0 / 3)), ("d", .share(1)),
      ("e", .null), ("f", .list([.flag(true)])),
    ]).write(into: &bytes, depth: 0)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"a":"\u003c/script>\u2028\"\\\n","b":3,"c":0.3333,"d":1.0000,"e":null,"f":[true]}"#)
  }
}

@Suite struct SiteMapTests {
  @Test("Links lead from any page to any page")
  func links() {
    let index = SiteMap(page: "index.html")
    let check = SiteMap(page: "checks/iam-3.html")
    #expect(index.link(.check("IAM.3")) == "checks/iam-3.html")
    #expect(check.link(.objective("so-3")) == "../so-3.html")
    #expect(check.link(.check("S3.8"), number: 2) == "../checks/s3-8-2.html")
    #expect(index.link(.question("so_3_1")) == "questions.html#so_3_1")
    #expect(SiteMap(page: "questions.html").link(.question("so_3_1")) == "#so_3_1")
  }

  @Test(
    "Nothing of an id but letters, digits and hyphens reaches a file name",
    arguments: [("IAM.3", "iam-3"), ("../../etc", "------etc"), ("a\u{0}b/ü", "a-b--")])
  func names(id: String, expected: String) { #expect(SiteMap.fileName(id) == expected) }
}

@Suite struct CountTests {
  @Test(
    "Numbers are grouped by thousands",
    arguments: [
      (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-12_345, "−12,345"),
    ])
  func groups(number: Int, expected: String) { #expect(Count.grouped(number) == expected) }

  @Test(
    "A share is never rounded to all or nothing",
    arguments: [(0.0, "0 %"), (0.001, "1 %"), (0.5, "50 %"), (0.999, "99 %"), (1.0, "100 %")])
  func percents(share: Double, expected: String) { #expect(Count.percent(share) == expected) }
}
