import JSON
import Testing

@Suite("A scanner") struct JSONScannerTests {
  @Test(
    "finds the values of a single document, of NDJSON and of documents without separator",
    arguments: [
      ("", []),
      (" \r\n\t", []),
      ("{}", ["{}"]),
      ("\u{FEFF} [1] ", ["[1]"]),
      ("{\"a\":1}\n{\"a\":2}\n", ["{\"a\":1}", "{\"a\":2}"]),
      ("{}{}[[]]\"x\"1 2\ntrue", ["{}", "{}", "[[]]", "\"x\"", "1", "2", "true"]),
      (#"{"a":"}\"]\\"}{"b":"\\\\\""}"#, [#"{"a":"}\"]\\"}"#, #"{"b":"\\\\\""}"#]),
    ])
  func topLevelValues(text: String, values: [String]) throws {
    let text = JSONText(text)
    var scanner = JSONScanner(text)
    var found: [String] = []
    while let range = try scanner.nextTopLevelValue() { found.append(string(text, range)) }
    #expect(found == values)
    #expect(scanner.offset == text.count)
  }

  @Test("passes over long values in steps", arguments: [1, 64, 100, 1_000])
  func steps(step: Int) throws {
    let inner = (0..<40).map { number in
      #"{"a\#(number % 2 == 0 ? #"\\\""# : #"\\"#)":"]}[{"},[[\#(number)]]"#
    }
    for count in [0, 1, 3, 40] {
      let list = "[" + inner.prefix(count).joined(separator: ", ") + "]"
      let text = JSONText(list + " {}")
      var scanner = JSONScanner(text, step: step)
      #expect(try scanner.nextTopLevelValue() == 0..<list.utf8.count)
      #expect(try scanner.nextTopLevelValue().map { string(text, $0) } == "{}")
      for end in stride(from: 1, to: list.utf8.count, by: count == 40 ? 50 : 1) {
        var scanner = JSONScanner(JSONText(String(list.utf8.prefix(end)) ?? ""), step: step)
        #expect(throws: JSONError.self) { try scanner.nextTopLevelValue() }
      }
    }
  }

  @Test("descends into what it is told to, and passes over the rest")
  func descent() throws {
    let text = JSONText(
      #"{"NextToken":"]}","Find\u0069ngs": [ {"Id":"[1"} , {"Id":"2"},[3],4 ],"x":{"y":[]}} [5]"#)
    var scanner = JSONScanner(text)
    var records: [String] = []
    var keys: [String] = []
    while let kind = try scanner.advanceToTopLevelValue() {
      guard kind == .object else { continue }
      scanner.enter()
      while let key = try scanner.advanceToMember() {
        keys.append(key)
        guard key == "Findings", scanner.kind == .array else { continue }
        scanner.enter()
        while let range = try scanner.nextElement() { records.append(string(text, range)) }
      }
    }
    #expect(keys == ["NextToken", "Findings", "x"])
    #expect(records == [#"{"Id":"[1"}"#, #"{"Id":"2"}"#, "[3]", "4"])
  }

  @Test("enters arrays inside arrays, empty ones too")
  func nestedArrays() throws {
    let text = JSONText("[[1,2],[],{},[3]]")
    var scanner = JSONScanner(text)
    _ = try scanner.advanceToTopLevelValue()
    scanner.enter()
    var numbers: [[String]] = []
    while let kind = try scanner.advanceToElement() {
      scanner.enter()
      var row: [String] = []
      if kind == .object {
        #expect(try scanner.advanceToMember() == nil)
      } else {
        while let range = try scanner.nextElement() { row.append(string(text, range)) }
      }
      numbers.append(row)
    }
    #expect(numbers == [["1", "2"], [], [], ["3"]])
    #expect(try scanner.advanceToTopLevelValue() == nil)
  }

  @Test("looks ahead in a copy")
  func lookAhead() throws {
    var scanner = JSONScanner(JSONText("[1] [2]"))
    #expect(try scanner.advanceToTopLevelValue() == .array)
    var ahead = scanner
    #expect(try ahead.skipValue() == 0..<3)
    #expect(try scanner.skipValue() == 0..<3)
    #expect(try scanner.nextTopLevelValue() == 4..<7)
  }

  @Test(
    "names the byte where the outer shape is wrong",
    arguments: [
      ("x", 0, "expected a JSON value, found 'x'"),
      ("[1 2]", 3, "expected ',' or ']' after an element, found '2'"),
      ("[1,]", 3, "expected an element, found ']'"),
      ("[", 1, "expected an element, found the end of the file"),
      ("[1", 2, "expected ',' or ']' after an element, found the end of the file"),
      ("[{\"a\":[1}", 8, "expected ',' or ']' after an element, found '}'"),
      ("[{\"a\":1,", 8, "expected a key, found the end of the file"),
      ("[\"a", 3, "expected '\"' at the end of a string, found the end of the file"),
      ("{\"a\":1,}", 7, "expected a key, found '}'"),
      ("{a:1}", 1, "expected a key or '}', found 'a'"),
      ("{\"a\"1}", 4, "expected ':' after a key, found '1'"),
      ("{\"a\":}", 5, "expected a member's value, found '}'"),
      ("{\"a", 3, "expected '\"' at the end of a string, found the end of the file"),
      ("{\"a\":1 \"b\":2}", 7, "expected ',' or '}' after a member, found '\"'"),
      ("{\"\\q\":1}", 3, "expected one of \" \\ / b f n r t u after a backslash, found 'q'"),
    ])
  func errors(text: String, offset: Int, message: String) {
    let error = #expect(throws: JSONError.self) { try scanAll(JSONText(text)) }
    #expect(error?.offset == offset && error?.message == message)
  }

  private func scanAll(_ text: JSONText) throws(JSONError) {
    var scanner = JSONScanner(text)
    while let kind = try scanner.advanceToTopLevelValue() {
      scanner.enter()
      if kind == .array {
        while try scanner.nextElement() != nil {}
      } else {
        while try scanner.advanceToMember() != nil {}
      }
    }
  }

  @Test("passes over a million brackets, closed or not")
  func hostileDepth() throws {
    let count = 1_000_000
    let open = String(repeating: "[", count: count)
    var scanner = JSONScanner(JSONText(open + String(repeating: "]", count: count)))
    #expect(try scanner.nextTopLevelValue() == 0..<2 * count)
    #expect(
      throws: JSONError(offset: 1024, expected: "at most 1024 levels of nesting", found: "one more")
    ) {
      var scanner = JSONScanner(JSONText(open))
      _ = try scanner.nextTopLevelValue()
    }
  }

  @Test("agrees with a slow reader on strings, escapes and brackets at every place of a block")
  func blocks() throws {
    var generator = SplitMix(state: 7)
    for _ in 0..<20_000 {
      let bytes = randomValue(&generator)
      let text = JSONText(
        Array("    ".utf8.prefix(Int.random(in: 0...4, using: &generator))) + bytes
          + Array("]}\"".utf8))
      var scanner = JSONScanner(text)
      _ = try scanner.advanceToTopLevelValue()
      #expect(try scanner.skipValue().count == bytes.count)
    }
  }

  /// An array with strings of quotes, backslashes and brackets, up to some hundred bytes.
  private func randomValue(_ generator: inout SplitMix) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      bytes.append(UInt8(ascii: "\""))
      for _ in 0..<Int.random(in: 0...20, using: &generator) {
        bytes +=
          ["a", "[", "]", "{", "}", "\\\\", "\\\"", "\\\\\\\\", "é"]
          .randomElement(using: &generator)?.utf8.map { $0 } ?? []
      }
      bytes.append(UInt8(ascii: "\""))
      if Bool.random(using: &generator) { bytes = Array("[".utf8) + bytes + Array("]".utf8) }
      bytes.append(UInt8(ascii: ","))
    }
    return Array("{".utf8) + bytes + Array("}".utf8)
  }

  private func string(_ text: JSONText, _ range: Range<Int>) -> String {
    text.withBytes(in: range) { bytes in
      String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    }
  }
}

/// Numbers that are the same in each run (Steele, Lea and Flood, 2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
