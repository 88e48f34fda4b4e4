import FoundationEssentials
import JSON
import Testing

@Suite("A parsed value") struct JSONParserTests {
  @Test("Scalars are read as what they are")
  func scalars() throws {
    let parser = JSONParser()
    let value = try parser.parse(
      JSONText(
        #" {"s":"a\n\u00e9\ud83d\ude00","i":-7,"u":18446744073709551615,"d":1.5,"e":1e2,"#
          + #""t":true,"n":null} "#
      ))
    #expect(value.kind == .object)
    #expect(value["s"]?.string == "a\né😀")
    #expect(value["i"]?.int == -7 && value["i"]?.double == -7)
    #expect(value["u"]?.int == nil && value["u"]?.double == Double(UInt64.max))
    #expect(value["d"]?.int == nil && value["d"]?.double == 1.5)
    #expect(value["e"]?.int == 100)
    #expect(value["t"]?.bool == true && value["n"]?.bool == nil)
    #expect(value["n"]?.isNull == true && value["n"]?.kind == .null)
    #expect(value["t"]?.string == nil && value["s"]?.int == nil && value["x"] == nil)
  }

  @Test("Paths, elements and members are followed; other kinds have none")
  func containers() throws {
    let parser = JSONParser()
    let value = try parser.parse(JSONText(#"{"a":{"b":{"c":1}},"l":[1,[2],{"x":3}],"a":2,"":"e"}"#))
    #expect(value["a", "b"]?.kind == .object)
    #expect(value["a", "b", "c"]?.int == 1)
    #expect(value["a", "z", "c"] == nil && value["l", "x"] == nil)
    #expect(value[""]?.string == "e")
    #expect(value["l"]?.elements.map(\.kind) == [.number, .array, .object])
    #expect(value.members.map(\.key) == ["a", "l", "a", ""])
    #expect(value.members.filter { $0.isNamed("a") }.map(\.value.kind) == [.object, .number])
    #expect(Array(value.elements).isEmpty && value["l"].map { Array($0.members).isEmpty } == true)
  }

  @Test("A string is compared and seen without being made")
  func bytes() throws {
    let parser = JSONParser()
    let value = try parser.parse(JSONText(#"["FAILED","",1]"#))
    let elements = Array(value.elements)
    #expect(elements.map { $0.isString("FAILED") } == [true, false, false])
    #expect(elements.map { $0.isString("") } == [false, true, false])
    #expect(elements.map { $0.withUTF8 { $0.count } } == [6, 0, nil])
  }

  @Test(
    "An integer of more than 64 bits is the nearest Double and does not fail its record",
    arguments: ["18446744073709551616", "-9223372036854775809", String(repeating: "9", count: 300)])
  func longIntegers(digits: String) throws {
    let parser = JSONParser()
    let value = try parser.parse(JSONText("[\(digits), {\"a\": \(digits)}, \"x\"]"))
    #expect(value.elements.first { _ in true }?.double == Double(digits))
    #expect(value.elements.first { _ in true }?.int == nil)
    #expect(value.elements.compactMap(\.string) == ["x"])
  }

  @Test("A record is parsed where it stands, at the end of the text or before it")
  func ranges() throws {
    let parser = JSONParser()
    let string = #"[{"a":1},  {"a":22}]"#
    #expect(try parser.parse(JSONText(string), 1..<8)["a"]?.int == 1)
    #expect(try parser.parse(JSONText(string), 9..<19)["a"]?.int == 22)
    let long = JSONText(string + String(repeating: " ", count: 200))
    #expect(try parser.parse(long, 1..<8)["a"]?.int == 1)
    #expect(throws: JSONError(offset: 8, expected: "nothing more after the value", found: "','")) {
      _ = try parser.parse(long, 1..<20)
    }
  }

  @Test("A UTF-8 byte order mark is passed over at the start only")
  func byteOrderMark() throws {
    let parser = JSONParser()
    #expect(try parser.parse(JSONText("\u{FEFF}[1]")).kind == .array)
    #expect(throws: JSONError(offset: 3, expected: "an element", found: "'\u{FEFF}'")) {
      _ = try parser.parse(JSONText("[1,\u{FEFF}]"))
    }
  }

  @Test("1024 levels are read and 1025 are not")
  func depth() throws {
    let parser = JSONParser()
    func nested(_ levels: Int) -> JSONText {
      JSONText(String(repeating: "[", count: levels) + "1" + String(repeating: "]", count: levels))
    }
    #expect(try parser.parse(nested(1024)).kind == .array)
    let refused = JSONError(
      offset: 1024, expected: "at most 1024 levels of nesting", found: "one more")
    for levels in [1025, 1_000_000] {
      #expect(throws: refused) { _ = try parser.parse(nested(levels)) }
    }
    #expect(throws: refused) {
      _ = try parser.parse(JSONText(String(repeating: "[", count: 1_000_000)))
    }
    #expect(throws: JSONError.self) {
      _ = try parser.parse(JSONText(String(repeating: "{\"a\":", count: 1_000_000)))
    }
  }

  @Test("A parser reads on after an error")
  func reuse() throws {
    let parser = JSONParser()
    #expect(throws: JSONError.self) { _ = try parser.parse(JSONText("[1,")) }
    #expect(try parser.parse(JSONText("[1]")).elements.map(\.int) == [1])
  }

  @Test("A value is not used after the next parse")
  func generations() async {
    await #expect(processExitsWith: .failure) {
      let parser = JSONParser()
      let value = try parser.parse(JSONText("[1]"))
      _ = try parser.parse(JSONText("[2]"))
      _ = value.kind
    }
  }
}
