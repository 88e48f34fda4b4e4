import JSON
import Testing

@Suite("An error in JSON") struct JSONErrorTests {
  @Test(
    "is named at its byte, with what is expected and what is there",
    arguments: [
      ("", 0, "expected a JSON value, found the end of the file"),
      (" \n", 2, "expected a JSON value, found the end of the file"),
      ("?", 0, "expected a JSON value, found '?'"),
      ("'a'", 0, "expected a JSON value, found an apostrophe"),
      ("[\u{A0}1]", 1, "expected an element, found the blank U+00A0"),
      ("“a”", 0, "expected a JSON value, found '“'"),
      ("]", 0, "expected a JSON value, found ']'"),
      ("[", 1, "expected an element, found the end of the file"),
      ("[1,]", 3, "expected an element, found ']'"),
      ("[,1]", 1, "expected an element, found ','"),
      ("[1 2]", 3, "expected ',' or ']' after an element, found '2'"),
      ("[1", 2, "expected ',' or ']' after an element, found the end of the file"),
      ("[1}", 2, "expected ',' or ']' after an element, found '}'"),
      ("[1] x", 4, "expected nothing more after the value, found 'x'"),
      ("[1]]", 3, "expected nothing more after the value, found ']'"),
      ("{", 1, "expected a key or '}', found the end of the file"),
      ("{a:1}", 1, "expected a key or '}', found 'a'"),
      (#"{"a"}"#, 4, "expected ':' after a key, found '}'"),
      (#"{"a" 1}"#, 5, "expected ':' after a key, found '1'"),
      (#"{"a":}"#, 5, "expected a member's value, found '}'"),
      (#"{"a":1,}"#, 7, "expected a key, found '}'"),
      (#"{"a":1"#, 6, "expected ',' or '}' after a member, found the end of the file"),
      (#"{"a":1 "b":2}"#, 7, "expected ',' or '}' after a member, found '\"'"),
      (#"{"a":[{"b":tru}]}"#, 14, "expected 'true', found '}'"),
      ("nul", 3, "expected 'null', found the end of the file"),
      ("truex", 4, "expected nothing more after the value, found 'x'"),
      ("[NaN]", 1, "expected an element, found 'N'"),
      ("[// c\n1]", 1, "expected an element, found '/'"),
      ("\"a", 2, "expected '\"' at the end of a string, found the end of the file"),
      (
        "\"a\tb\"", 2,
        "expected an escape such as \\n for a control character in a string, found a tab"
      ),
      (
        "\"a\nb\"", 2,
        "expected an escape such as \\n for a control character in a string, found a line break"
      ),
      (
        "[\"a\u{0}\"]", 3,
        "expected an escape such as \\n for a control character in a string, found a zero byte"
      ),
      (#""a\x""#, 3, "expected one of \" \\ / b f n r t u after a backslash, found 'x'"),
      (#""\u12G4""#, 5, "expected four hexadecimal digits after \\u, found 'G'"),
      (#""\ud83d""#, 7, "expected a low surrogate escape after a high one, found '\"'"),
      (#""\ud83d\n""#, 7, "expected a low surrogate escape after a high one, found '\\'"),
      (
        #""\ud83d\u0041""#, 7, "expected a low surrogate escape after a high one, found another one"
      ),
      (
        #""\ud83d\ud83d""#, 7, "expected a low surrogate escape after a high one, found another one"
      ),
      (#"["x","\ude00"]"#, 6, "expected a high surrogate escape before a low one, found none"),
      (
        #""\ud83d\ude00\ude00""#, 13,
        "expected a high surrogate escape before a low one, found none"
      ),
      ("[-]", 2, "expected a digit, found ']'"),
      ("[+1]", 1, "expected an element, found '+'"),
      ("[.5]", 1, "expected an element, found '.'"),
      ("[01]", 2, "expected no digit after a leading zero, found '1'"),
      ("[1.]", 3, "expected a digit after the decimal point, found ']'"),
      ("[1.5e]", 5, "expected a digit of the exponent, found ']'"),
      ("[1e400]", 1, "expected a number below 1.8e308, found a greater one"),
      ("[1x]", 2, "expected ',' or ']' after an element, found 'x'"),
      ("{\"a\":1;\"b\":2}", 6, "expected ',' or '}' after a member, found ';'"),
    ])
  func place(text: String, offset: Int, message: String) {
    expect(Array(text.utf8), offset: offset, message: message)
  }

  @Test(
    "in the encoding is named at the first bad byte",
    arguments: [
      ([0x22, 0x61, 0xFF, 0x22], 2, "expected UTF-8 text, found byte 0xFF"),
      ([0x22, 0xC3, 0x22], 1, "expected UTF-8 text, found byte 0xC3"),
      ([0x22, 0xC0, 0xAF, 0x22], 1, "expected UTF-8 text, found byte 0xC0"),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 1, "expected UTF-8 text, found byte 0xED"),
      ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1, "expected UTF-8 text, found byte 0xF4"),
      ([0x22, 0xE2, 0x82, 0x22], 1, "expected UTF-8 text, found byte 0xE2"),
      ([0x5B, 0x80], 1, "expected UTF-8 text, found byte 0x80"),
      ([0xEF, 0xBB], 0, "expected UTF-8 text, found byte 0xEF"),
      ([0xFF, 0xFE, 0x5B, 0x00], 0, "expected UTF-8 text, found a UTF-16 byte order mark"),
      ([0xFE, 0xFF, 0x00, 0x5B], 0, "expected UTF-8 text, found a UTF-16 byte order mark"),
      ([0x5B, 0x00, 0x5D, 0x00], 1, "expected an element, found a zero byte"),
    ] as [([UInt8], Int, String)])
  func encoding(bytes: [UInt8], offset: Int, message: String) {
    expect(bytes, offset: offset, message: message)
  }

  private func expect(_ bytes: [UInt8], offset: Int, message: String) {
    // Alone, and before other text, where simdjson reads the bytes in place.
    for padding in [0, 100] {
      let text = JSONText(bytes + Array(repeating: 0x20, count: padding))
      let error = #expect(throws: JSONError.self) {
        _ = try JSONParser().parse(text, 0..<bytes.count)
      }
      #expect(error?.offset == offset)
      if padding == 0 { #expect(error?.message == message) }
    }
  }

  @Test("is found wherever a document is cut off")
  func truncation() throws {
    let document = Array(
      #" {"F": [{"Id":"a\"\\\u00e9é","n":-1.5e+3,"l":[true,false,null,[]],"o":{}},{"Id":"b"}]}"#
        .utf8)
    _ = try JSONParser().parse(JSONText(document))
    for length in 0..<document.count {
      let text = JSONText(Array(document.prefix(length)))
      let error = #expect(throws: JSONError.self, "cut at \(length)") {
        _ = try JSONParser().parse(text)
      }
      let isCutInCharacter = length > 0 && document[length - 1] == 0xC3
      #expect(error?.offset == (isCutInCharacter ? length - 1 : length))
      var scanner = JSONScanner(text)
      let scanned = Result { try scanner.nextTopLevelValue() }
      #expect(length <= 1 ? (try? scanned.get()) == .some(nil) : (try? scanned.get()) == nil)
    }
  }

  @Test("is found wherever one byte is changed, or the text is still JSON to both readers")
  func mutation() {
    let document = Array(#"{"a":["é",1.5e3,-0,true,null,{"b":"\n\ud83d\ude00"}],"c":12}"#.utf8)
    let parser = JSONParser()
    for offset in document.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = document
        changed[offset] = byte
        guard let error = failure(parser, changed) else { continue }
        #expect(error.found.first != "\"", "simdjson refused \(changed) and the validator did not")
        #expect(error.offset <= changed.count)
      }
    }
  }

  private func failure(_ parser: JSONParser, _ bytes: [UInt8]) -> JSONError? {
    do throws(JSONError) { _ = try parser.parse(JSONText(bytes)) } catch { return error }
    return nil
  }

  @Test(
    "has a line and a column",
    arguments: [(0, 1, 1), (2, 1, 3), (3, 2, 1), (6, 3, 2), (9, 3, 5)])
  func lines(offset: Int, line: Int, column: Int) {
    let place = lineAndColumn(of: offset, in: JSONText("ab\nc\nédef"))
    #expect(place.line == line && place.column == column)
  }
}
