import Testing
import YAML

@Suite("A YAML value") struct YAMLNodeTests {
  @Test("knows its line and column, at every depth")
  func places() throws {
    let node = try YAMLNode.parse("title: A\naccounts:\n  - id: 012345678901\n    name: 'x'\n")
    #expect(node["title"].map { [$0.line, $0.column] } == [1, 8])
    let account = try #require(node["accounts"]?.list?.first)
    #expect([account.line, account.column] == [3, 5])
    #expect(account["id"]?.string == "012345678901")
    #expect(account["name"].map { [$0.line, $0.column] } == [4, 11])
    #expect(account.members?.map { [$0.key.line, $0.key.column] } == [[3, 5], [4, 5]])
    #expect(account.members?.map(\.name) == ["id", "name"])
  }

  @Test("is moved down for text out of a longer file, errors too")
  func firstLine() throws {
    let node = try YAMLNode.parse("a: 1\nb: [2]", firstLine: 2)
    #expect(node["b"]?.list?.first?.line == 3 && node["b"]?.line == 3 && node.line == 2)
    let error = #expect(throws: YAMLError.self) { _ = try YAMLNode.parse("a: b: c", firstLine: 10) }
    #expect(error?.line == 10)
  }

  @Test(
    "is read as what is asked for",
    arguments: [
      ("12", "12", 12, nil), ("-3", "-3", -3, nil), ("'12'", "12", nil, nil),
      ("!!str 12", "12", nil, nil), ("1.5", "1.5", nil, nil), ("1e3", "1e3", nil, nil),
      ("true", "true", nil, true), ("No", "No", nil, false), ("\"no\"", "no", nil, nil),
      ("~", nil, nil, nil), ("null", nil, nil, nil), ("'null'", "null", nil, nil),
      ("", nil, nil, nil), ("''", "", nil, nil), ("# nothing", nil, nil, nil),
      ("2026-05-01", "2026-05-01", nil, nil), ("|\n a\n b\n", "a\nb\n", nil, nil),
    ] as [(String, String?, Int?, Bool?)])
  func scalars(text: String, string: String?, int: Int?, bool: Bool?) throws {
    let node = try YAMLNode.parse(text)
    #expect(node.string == string && node.int == int && node.bool == bool)
    #expect(node.isNull == (string == nil))
    #expect(node.list == nil && node.members == nil && node["x"] == nil)
  }

  @Test("may be JSON")
  func json() throws {
    let node = try YAMLNode.parse(
      #"{"a": [1, "2", true, null, {"b": "\u00e9\n"}], "c": {}, "d": []}"#)
    #expect(node["a"]?.list?.map(\.int) == [1, nil, nil, nil, nil])
    #expect(node["a"]?.list?.last?["b"]?.string == "é\n")
    #expect(node["c"]?.members?.isEmpty == true && node["d"]?.list?.isEmpty == true)
  }

  @Test("may hold asterisks and ampersands that are text")
  func markdown() throws {
    let node = try YAMLNode.parse("a: R&D and *D*\nb: '&x *x'\n# &y *y\nc: &z 1\n")
    #expect(node["a"]?.string == "R&D and *D*")
    #expect(node["b"]?.string == "&x *x")
    #expect(node["c"]?.string == "1")
  }
}
