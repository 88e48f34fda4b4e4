import JSON
import Testing

@Suite("A key that is there twice") struct JSONConflictTests {
  private func conflict(
    _ text: String, depth: Int = .max, where isWanted: ([String]) -> Bool = { _ in true }
  ) throws -> JSONConflict? {
    let parser = JSONParser()
    return try parser.parse(JSONText(text)).firstConflict(depth: depth, where: isWanted)
  }

  @Test(
    "with different values is named by its pointer and both values",
    arguments: [
      (#"{"a":1,"a":2}"#, "/a", ["1", "2"]),
      (#"{"a":1,"b":0,"a":"1"}"#, "/a", ["1", "\"1\""]),
      (#"{"":true,"":null}"#, "/", ["true", "null"]),
      (#"{"a":{"b":1},"a":{"b":2}}"#, "/a", ["an object", "an object"]),
      (#"{"a":[1],"a":[1,1]}"#, "/a", ["a list", "a list"]),
      (#"[[{"x":{"y":1.5,"y":2.5}}]]"#, "/0/0/x/y", ["1.5", "2.5"]),
      (#"{"a/b~c":1,"a\/b\u007ec":2}"#, "/a~1b~0c", ["1", "2"]),
      (
        #"{"s":"x","s":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}"#, "/s",
        [
          "\"x\"", "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\"",
        ]
      ),
    ])
  func differs(text: String, pointer: String, values: [String]) throws {
    let conflict = try #require(try conflict(text))
    #expect(conflict.pointer == pointer)
    #expect(conflict.values == values)
  }

  @Test(
    "with equal values is none, nor is the same key in different objects",
    arguments: [
      #"{"a":1,"a":1}"#, #"{"a":{"b":[1,"x",null,true]},"a":{"b":[1,"x",null,true]}}"#,
      #"{"a":1.0,"a":1}"#, #"[{"a":1},{"a":2}]"#, #"{"a":{"a":{"a":1}}}"#, "{}", "[]", "1",
      #"{"a":1,"A":2,"á":3,"":4}"#,
    ])
  func agrees(text: String) throws { #expect(try conflict(text) == nil) }

  @Test("is looked for only as deep and where it is wanted")
  func limits() throws {
    let text = #"{"a":{"b":{"c":1,"c":2}},"d":1,"d":2}"#
    #expect(try conflict(text)?.pointer == "/a/b/c")
    #expect(try conflict(text, depth: 3)?.pointer == "/a/b/c")
    #expect(try conflict(text, depth: 2)?.pointer == "/d")
    #expect(try conflict(text, depth: 0) == nil)
    #expect(try conflict(text) { $0 == ["d"] }?.pointer == "/d")
    #expect(try conflict(text) { _ in false } == nil)
  }

  @Test("is found among keys of any length", arguments: 0...40)
  func lengths(length: Int) throws {
    let key = String("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqr".prefix(length))
    #expect(try conflict(#"{"\#(key)":1,"x":0,"\#(key)":2}"#)?.path == [key])
    #expect(try conflict(#"{"\#(key)":1,"x":0,"\#(key)-":2}"#) == nil)
  }

  @Test("changes nothing about how members are found", arguments: [3, 20, 1000])
  func finds(count: Int) throws {
    let members = (0..<count).map { #""member \#($0)":\#($0)"# } + [#""inner":{"k":1}"#]
    let parser = JSONParser()
    let value = try parser.parse(JSONText("{\(members.joined(separator: ","))}"))
    for _ in 0..<2 {
      for number in 0..<count { #expect(value["member \(number)"]?.int == number) }
      #expect(value["inner", "k"]?.int == 1)
      #expect(value["member"] == nil && value["member \(count)"] == nil && value[""] == nil)
      #expect(value.firstConflict() == nil)
    }
    // The next document is not mistaken for the last one.
    let other = try parser.parse(JSONText(#"{"z":1,"member 0":"x","z":2}"#))
    #expect(other["member 0"]?.string == "x" && other["member 1"] == nil)
    #expect(other.firstConflict()?.pointer == "/z")
    #expect(other["z"]?.int == 1)
  }

  /// Keys that differ only where the hash does not look.
  @Test("is found quickly among keys made to collide", .timeLimit(.minutes(5)))
  func collisions() throws {
    let keys = (100_000..<300_000).map { "same be.\($0).same en" }
    let members = keys.map { #""\#($0)":1"# }.joined(separator: ",")
    #expect(try conflict("{\(members)}") == nil)
    #expect(try conflict(#"{\#(members),"\#(keys[77])":2}"#)?.path == [keys[77]])
    let parser = JSONParser()
    let value = try parser.parse(JSONText("{\(members)}"))
    #expect(value.firstConflict() == nil)
    #expect(value[keys[150_000]]?.int == 1 && value["same be.0.same en"] == nil)
  }
}
