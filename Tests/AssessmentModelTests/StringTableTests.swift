import AssessmentModel
import Testing

@Suite("A string table") struct StringTableTests {
  @Test("keeps each string once, however many there are")
  func once() {
    var table = StringTable()
    let words = (0..<5000).map { "word \($0)" }
    let ids = words.map { table.intern($0) }
    #expect(words.map { table.intern($0) } == ids)
    #expect(ids.map { table[$0] } == words && table.count == 5001)
  }

  @Test("gives the empty string the identifier none")
  func empty() {
    var table = StringTable()
    #expect(table.intern("") == .none && table[.none] == "" && table.find("") == StringID.none)
  }

  @Test("finds only what was interned")
  func find() {
    var table = StringTable()
    let id = table.intern("eu-west-1")
    #expect(table.find("eu-west-1") == id && table.find("eu-west-2") == nil)
  }

  @Test(
    "tells apart strings that differ in one byte, in length or in composition",
    arguments: [
      ("abcdefgh", "abcdefgi"), ("abcdefgh", "abcdefghi"), ("a", "a\0"), ("\u{E9}", "e\u{301}"),
    ])
  func distinct(first: String, second: String) {
    var table = StringTable()
    #expect(table.intern(first) != table.intern(second))
    #expect(Array(table[table.intern(second)].utf8) == Array(second.utf8))
  }

  @Test("takes and gives bytes as well")
  func bytes() {
    var table = StringTable()
    let id = table.intern("Zürich")
    let bytes = Array("Zürich".utf8)
    #expect(table.intern(bytes.span) == id)
    #expect(table.withUTF8(of: id) { $0.count } == bytes.count)
  }

  @Test(
    "orders strings byte by byte",
    arguments: [("a", "b"), ("", "a"), ("a", "aa"), ("B", "a"), ("z", "é"), ("a-10", "a-9")])
  func order(first: String, second: String) {
    var table = StringTable()
    let (one, two) = (table.intern(first), table.intern(second))
    #expect(table.precedes(one, two) && !table.precedes(two, one) && !table.precedes(one, one))
  }

  @Test("joins another table's rows with new numbers and a new file")
  func append() {
    var first = RecordTable()
    _ = first.strings.intern("before")
    _ = first.intern(.prowler("before"))
    var second = RecordTable()
    var row = Record()
    row.account = second.strings.intern("111111111111")
    row.note = second.strings.intern("note")
    row.reference = second.intern(.configRule("rule"))
    second.rows = [row]
    first.append(second, addingToFiles: 7)
    #expect(first.rows.map { first.strings[$0.account] } == ["111111111111"])
    #expect(first.rows.map { first.strings[$0.note] } == ["note"])
    #expect(first.rows.map { first.references[Int($0.reference)] } == [.configRule("rule")])
    #expect(first.rows.map(\.file) == [7])
  }
}
