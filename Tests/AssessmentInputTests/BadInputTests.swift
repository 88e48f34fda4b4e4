import AssessmentInput
import AssessmentModel
import FoundationEssentials
import Testing

@Suite("Files that are not what they claim")
struct BadInputTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let line: String

    init(_ name: String, _ text: String, _ line: String) {
      self.init(name, Array(text.utf8), line)
    }

    init(_ name: String, _ bytes: [UInt8], _ line: String) {
      self.name = name
      self.bytes = bytes
      self.line = line
    }

    var testDescription: String { line }
  }

  private static let utf8 =
    "Save it as UTF-8; Windows PowerShell 5 needs `| Out-File -Encoding utf8`."
  private static let again = "Export it again, or leave it out with --skip-invalid."
  private static let expected =
    "Expected findings of Security Hub, its lists of enabled standards and controls, results of "
    + "AWS Config and Trusted Advisor, or answers of the Well-Architected Tool."

  static let all = [
    Bad(
      "a.json", "", "a.json:1:1 (byte 0): the file is empty. Export it again, or remove it."),
    Bad(
      "a.json", " \n",
      "a.json:1:1 (byte 0): there is nothing but white space in it. Export it again, or remove it."
    ),
    Bad(
      "a.json", "{\"Findings\":[\n{\"Id\":",
      "a.json:2:7 (byte 20): expected a member's value, found the end of the file. "
        + "The file is cut off: export it again."),
    Bad(
      "a.json", "{\"Findings\":[],\n\"x\":nul}",
      "a.json:2:8 (byte 23): expected 'null', found '}'. Export it "
        + "again, or leave it out with --skip-invalid."),
    Bad(
      "a", "[{\"Id\":\"\u{1}\"}]",
      "a:1:9 (byte 8): expected an escape such as \\n for a control character in a string, "
        + "found byte 0x01. Export it again, or leave it out with --skip-invalid."),
    Bad(
      "a.json", "{\"b\":1,\"c\":2}",
      "a.json:1:1 (byte 0): is JSON of no known kind: it begins with the keys \"b\", \"c\". "
        + expected),
    Bad(
      "a.json", "\n[1]",
      "a.json:2:2 (byte 2): is a JSON list whose elements are no objects. " + expected),
    Bad(
      "a.json", "17", "a.json:1:1 (byte 0): is JSON, and neither a list nor an object. " + expected),
    Bad(
      "a.json", "see below",
      "a.json:1:1 (byte 0): expected a JSON value, found 's'. Export it "
        + "again, or leave it out with --skip-invalid."),
    Bad(
      "a.txt", [0x68, 0x0A, 0xE4, 0x0A],
      "a.txt:2:1 (byte 2): expected UTF-8 text, found byte 0xE4. " + utf8),
    Bad(
      "a.txt", [0xFF, 0xFE, 0x7B, 0x00],
      "a.txt:1:1 (byte 0): expected UTF-8 text, found a UTF-16 byte order mark. " + utf8),
    Bad(
      "a.json", [0xFF, 0xFE, 0x7B, 0x00],
      "a.json:1:1 (byte 0): expected UTF-8 text, found a UTF-16 byte order mark. " + utf8),
    Bad(
      "a.bin", [0x61, 0x00, 0x62],
      "a.bin:1:2 (byte 1): expected text or JSON, found the control byte 0x00"),
    Bad("a.pdf", "%PDF-1.7\n", "a.pdf:1:1 (byte 0): expected text or JSON, found PDF data"),
    Bad("a.json", "%PDF-1.7\n", "a.json:1:1 (byte 0): expected text or JSON, found PDF data"),
    Bad(
      "a.json", Array("[]".utf16.flatMap { [UInt8($0), 0] }),
      "a.json:1:1 (byte 0): expected UTF-8 text, found UTF-16 text. " + utf8),
    Bad(
      "a.yaml", Array("a: b".utf16.flatMap { [0, UInt8($0)] }),
      "a.yaml:1:1 (byte 0): expected UTF-8 text, found UTF-16 text. " + utf8),
    Bad(
      "a.json", [0xFE, 0xFF, 0x00, 0x7B],
      "a.json:1:1 (byte 0): expected UTF-8 text, found a UTF-16 byte order mark. " + utf8),
    Bad(
      "a.json", [0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0],
      "a.json:1:1 (byte 0): expected UTF-8 text, found a UTF-32 byte order mark. " + utf8),
    Bad(
      "a.json", [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x7B],
      "a.json:1:1 (byte 0): expected UTF-8 text, found a UTF-32 byte order mark. " + utf8),
    Bad(
      "a.json", [0x7B, 0, 0, 0, 0x7D, 0, 0, 0],
      "a.json:1:1 (byte 0): expected UTF-8 text, found UTF-32 text. " + utf8),
    Bad(
      "a.json", [0, 0, 0, 0x7B, 0, 0, 0, 0x7D],
      "a.json:1:1 (byte 0): expected UTF-8 text, found UTF-32 text. " + utf8),
    Bad(
      "a.json", Array("{\"Findings\":[{\"Id\":\"caf".utf8) + [0xE9] + Array("\"}]}".utf8),
      "a.json:1:24 (byte 23): expected UTF-8 text, found byte 0xE9. " + utf8),
    Bad(
      "a.json", Array("{\"Findings\":[]}".utf8) + [0, 0, 0],
      "a.json:1:16 (byte 15): expected a JSON value, found a zero byte. "
        + "A write was interrupted, or this is no text: export it again."),
    Bad(
      "a.json", "[{\"Id\":\"\\ud800\"}]",
      "a.json:1:15 (byte 14): expected a low surrogate escape after a high one, found '\"'. "
        + again),
    Bad(
      "a.json", "[{\"\\udc00\":1}]",
      "a.json:1:4 (byte 3): expected a high surrogate escape before a low one, found none. "
        + again),
    Bad(
      "a.json", "{\"Findings\":[{\"Id\":1e999}]}",
      "a.json:1:20 (byte 19): expected a number below 1.8e308, found a greater one. " + again),
    Bad(
      "a.json", "{\"Findings\":[\n// all of them\n]}",
      "a.json:2:1 (byte 14): expected an element, found '/'. JSON has no comments: remove them."),
    Bad(
      "a.json", "{\"Findings\":[] /* none */}",
      "a.json:1:16 (byte 15): expected ',' or '}' after a member, found '/'. "
        + "JSON has no comments: remove them."),
    Bad(
      "a.json", "# export\n{}",
      "a.json:1:1 (byte 0): expected a JSON value, found '#'. JSON has no comments: remove them."),
    Bad(
      "a.json", "[{\"Id\":1,}]",
      "a.json:1:10 (byte 9): expected a key, found '}'. "
        + "JSON has no comma after the last element: remove it."),
    Bad(
      "a.json", "{\"Findings\":[{},\r\n]}",
      "a.json:2:1 (byte 18): expected an element, found ']'. "
        + "JSON has no comma after the last element: remove it."),
    Bad(
      "a.json", "[{'Id':1}]",
      "a.json:1:3 (byte 2): expected a key or '}', found an apostrophe. "
        + "JSON has double quotes only."),
    Bad(
      "a.json", "{\"b\":NaN}",
      "a.json:1:6 (byte 5): expected a member's value, found 'N'. "
        + "JSON has no such number: write null, or leave the member out."),
    Bad(
      "a.json", "[{\"b\":-Infinity}]",
      "a.json:1:8 (byte 7): expected a digit, found 'I'. "
        + "JSON has no such number: write null, or leave the member out."),
    Bad(
      "a.json", "[{\"b\":None}]",
      "a.json:1:7 (byte 6): expected a member's value, found 'N'. "
        + "This is Python's spelling: export the file with json.dumps."),
    Bad(
      "a.json", #"{"findings":[{"findingArn":"x"},{"findingArn":nil}]}"#,
      "a.json:1:48 (byte 47): expected 'null', found 'i'. " + again),
    Bad(
      "a.json", #"{"Findings":[{"x":1},{"y":2}]}"#,
      "a.json:1:14 (byte 13): none of its 2 records is a finding; the first: at /Id expected the "
        + "finding's id, a string"),
  ]

  @Test("A bad file is named with its place and what was expected", arguments: all)
  func fails(_ bad: Bad) {
    let result = readingBytes([bad.name: bad.bytes, "good.json": Array("[]".utf8)])
    #expect(result.failureLines == [bad.line])
    #expect(result.failures.map(\.reason) == [.invalid])
    #expect(result.listing.map(\.isRejected) == [true, false])
  }

  @Test("Every bad file of a run is reported")
  func reportsAll() {
    let result = reading(["a.json": "{", "b.json": "[]", "c.json": "{\"x\":1}"])
    #expect(result.failures.map(\.diagnostic.file) == ["a.json", "c.json"])
  }

  @Test("With skip-invalid bad files are left out and kept on record")
  func skips() {
    let result = reading(
      ["a.json": "{", "b.json": Sample.export(Sample.finding())], skipInvalid: true)
    #expect(result.failureLines == [])
    #expect(result.evidence.rejectedFiles.map(\.file) == ["a.json"])
    #expect(result.evidence.files.map(\.name) == ["b.json"])
    #expect(result.evidence.records.rows.map(\.file) == [0])
  }

  @Test("With skip-invalid and nothing left there is no input")
  func skipsAll() {
    let result = reading(["a.json": "{"], skipInvalid: true)
    #expect(result.failures.map(\.reason) == [.missing])
  }

  @Test("Nothing of a file that is bad at its end is kept")
  func rollsBack() {
    let text = Sample.export(Sample.finding(), Sample.finding()).dropLast(2)
    let result = reading(["a.json": String(text), "b.json": Sample.export(Sample.finding())])
    #expect(result.evidence.records.rows.count == 1)
    #expect(result.failures.count == 1)
  }

  static let exports = [
    Sample.export(Sample.finding(), Sample.finding(), token: "t"), "[\(Sample.finding())]",
    Sample.event("Security Hub Findings - Imported", Sample.finding()),
  ]

  @Test("An export cut off at any byte is a failure with an offset", arguments: exports)
  func failsWhereverCut(_ export: String) {
    let bytes = Array(export.utf8)
    for count in 0..<bytes.count {
      let result = readingBytes(["x.json": Array(bytes.prefix(count))])
      guard let failure = result.failures.first,
        case .byte(let offset, line: 1, _) = failure.diagnostic.place, failure.reason == .invalid
      else {
        Issue.record("cut after \(count) bytes: \(result.failureLines)")
        return
      }
      #expect(offset <= count)
      #expect(result.evidence.records.rows.isEmpty)
    }
  }

  @Test("NDJSON cut off inside a line is a failure, between lines it is shorter")
  func failsInsideLine() {
    let line = Sample.finding()
    let text = Array((line + "\n" + line).utf8)
    for count in 1...text.count {
      let result = readingBytes(["x.ndjson": Array(text.prefix(count))])
      let isWhole = [line.utf8.count, line.utf8.count + 1, text.count].contains(count)
      #expect(result.failures.isEmpty == isWhole, "\(count) bytes")
    }
  }

  @Test("A damaged archive is a failure")
  func failsOnDamagedArchive() throws {
    let packed = try #require(Data(base64Encoded: Packed.gzip))
    let result = readingBytes(["x.json.gz": Array(packed.dropLast(6))])
    #expect(result.failures.map(\.diagnostic.identifier) == ["damaged-archive"])
  }
}
