import Testing

@testable import ReportSite

@Suite("Links and ids in markup") struct MarkupRewriterTests {
  private func rewriting(_ html: String) -> String {
    let bytes = MarkupRewriter.rewriting(Array(html.utf8)) { element, name, value in
      value == "keep" ? nil : "\(element).\(name)(\(value))"
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "are found in tags and nowhere else",
    arguments: [
      ("<a href=\"x\">href=\"y\"</a>", "<a href=\"a.href(x)\">href=\"y\"</a>"),
      ("<p id='x' class=\"id\" hidden>a", "<p id='p.id(x)' class=\"id\" hidden>a"),
      (
        "<p data-id=\"x\" title=\"id=&quot;y&quot; > z\">",
        "<p data-id=\"x\" title=\"id=&quot;y&quot; > z\">"
      ),
      ("<td headers=\"a b\"/><br/>", "<td headers=\"td.headers(a b)\"/><br/>"),
      (
        "<!doctype html><!-- <a id=\"x\"> --><i id=\"y\">",
        "<!doctype html><!-- <a id=\"x\"> --><i id=\"i.id(y)\">"
      ),
      (
        "<script>\"<a id='x'>\"</script><b id=\"y\">",
        "<script>\"<a id='x'>\"</script><b id=\"b.id(y)\">"
      ),
      (
        "<style>a{}</style><img src=\"p\" alt=\"\">",
        "<style>a{}</style><img src=\"img.src(p)\" alt=\"\">"
      ),
      ("<a href=\"keep\" id=\"\">", "<a href=\"keep\" id=\"a.id()\">"),
      ("<label for=x id=\"y\">", "<label for=x id=\"label.id(y)\">"),
      ("é < & <", "é < & <"), ("<a href=\"x", "<a href=\"a.href(x)"), ("<a", "<a"), ("", ""),
    ])
  func rewrites(html: String, expected: String) { #expect(rewriting(html) == expected) }

  @Test("Ids are listed")
  func ids() {
    let html = "<a id=\"x\"><svg><use href=\"#y\"/></svg><p id=\"z\" aria-labelledby=\"x\">"
    #expect(MarkupRewriter.ids(in: Array(html.utf8)) == ["x", "z"])
  }

  @Test(
    "Addresses are read as a browser reads them",
    arguments: [
      ("https://a.b/#c", "index.html", nil), ("mailto:a", "index.html", nil),
      ("//a", "index.html", nil), ("#c", "checks/a.html", "checks/a.html#c"),
      ("b.html", "checks/a.html", "checks/b.html#"), ("../b.html#c", "checks/a.html", "b.html#c"),
      ("checks/b.html#c#d", "index.html", "checks/b.html#c#d"), ("", "index.html", "index.html#"),
    ])
  func targets(address: String, page: String, expected: String?) {
    switch LinkTarget(address, on: page) {
    case .outside: #expect(expected == nil)
    case .file(let path, let fragment): #expect("\(path)#\(fragment)" == expected)
    }
  }
}
