import AssessmentInput
import AssessmentModel
import Testing

@Suite("Files that are odd and right")
struct OddValuesTests {
  static let details = [
    "9007199254740993", "-9223372036854775809", "18446744073709551616",
    String(repeating: "9", count: 300), "1.7976931348623157e308", "5e-324", "1e-999", "-0", "-0.0",
    "1E+2", "0.1e-7", #""\u0000""#, #""\ud83d\ude00""#, #""\uFFFF""#,
  ]

  @Test("Numbers of any length and strings of any character are read", arguments: details)
  func reads(value: String) {
    let finding = Sample.finding([
      "Resources": #"[{"Id":"a","Details":{"x":\#(value)}}]"#,
      "Severity": #"{"Normalized":\#(value.hasPrefix("\"") ? "0" : value)}"#,
    ])
    let result = reading(["x.json": Sample.export(finding)])
    #expect(result.failureLines == [] && result.warningLines == [])
    #expect(result.evidence.records.rows.count == 1)
  }

  @Test(
    "An account is a string or a number, with the zeros that a number has lost; else it is not told",
    arguments: [
      (#""000000000012""#, "000000000012"), ("12", "000000000012"), ("-0", "000000000000"),
      ("111122223333", "111122223333"), ("1111222233334", "444455556666"),
      ("18446744073709551616", "444455556666"), ("1e300", "444455556666"),
      ("null", "444455556666"),
    ])
  func accounts(value: String, account: String) throws {
    let finding = Sample.finding([
      "AwsAccountId": value, "Id": #""x""#, "Resources": #"[{"Id":"arn:aws:s3:::b"}]"#,
    ])
    let result = reading(["x.json": Sample.export(finding)], account: "444455556666")
    let row = try #require(result.evidence.records.rows.first)
    #expect(result[row.account] == account)
  }

  @Test("A byte order mark, line ends of Windows and white space around change nothing")
  func readsSpaces() {
    let finding = Sample.finding()
    for text in [
      "\u{FEFF}\(Sample.export(finding))", "\r\n\t \(Sample.export(finding)) \r\n",
      "[\r\n\(finding)\r\n]\r\n", "\(finding)\r\n", "\u{FEFF}\(finding)\r\n\r\n\(finding)\r\n",
    ] {
      let result = reading(["x.json": text])
      #expect(result.failureLines == [] && result.warningLines == [])
      #expect(!result.evidence.records.rows.isEmpty)
    }
    let yaml = "- question: q\r\n  choices: [a]\r\n  note: x\r\n"
    for text in [yaml, "\u{FEFF}" + yaml] {
      let result = reading(["answers.yaml": text, "e.json": "[]"])
      #expect(result.failureLines == [])
      #expect(result.evidence.answers.map(\.note) == ["x"])
    }
  }

  @Test("The place of an error counts lines by line feeds, whatever stands before them")
  func countsLines() {
    let result = reading(["x.json": "{\"Findings\":[\r\n{\"a\":1},\r\n x]}"])
    #expect(result.failures.map(\.diagnostic.place) == [.byte(offset: 26, line: 3, column: 2)])
  }

  static let deep = [
    String(repeating: "[", count: 100_000),
    String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000),
    String(repeating: #"{"a":"#, count: 100_000) + "1" + String(repeating: "}", count: 100_000),
    #"{"Findings":["# + String(repeating: "[", count: 100_000)
      + String(repeating: "]", count: 100_000) + "]}",
    #"{"answers":["# + String(repeating: "[", count: 100_000)
      + String(repeating: "]", count: 100_000) + "]}",
    #"{"x":"# + String(repeating: "[", count: 100_000)
      + String(repeating: "]", count: 100_000) + #","Findings":[]}"#,
  ]

  @Test("JSON of 100,000 levels is refused", .timeLimit(.minutes(5)), arguments: deep)
  func refusesDepth(text: String) throws {
    let result = reading(["x.json": text, "y.json": "[]"])
    #expect(result.failures.map(\.reason) == [.invalid])
    let summary = try #require(result.failures.first?.diagnostic.summary)
    #expect(summary == "expected at most 1024 levels of nesting, found one more")
  }

  @Test(
    "YAML of 100,000 levels is refused", .timeLimit(.minutes(5)), arguments: ["[", "- ", "{a: "])
  func refusesDepthOfYAML(opener: String) {
    let text = "- question: q\n  x: " + String(repeating: opener, count: 100_000)
    let result = reading(["answers.yaml": text, "y.json": "[]"])
    #expect(result.failures.map(\.reason) == [.invalid])
  }

  @Test("A finding of 1,000 levels is read", .timeLimit(.minutes(5)))
  func readsDepth() {
    let value = String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)
    let text = Sample.export(Sample.finding(["ProcessedAt": value]))
    #expect(reading(["x.json": text]).failureLines == [])
  }

  @Test("A string of 64 MiB is read", .timeLimit(.minutes(5)))
  func readsLongString() {
    let long = String(repeating: "x", count: 64 << 20)
    let text = Sample.export(Sample.finding(["Description": "\"\(long)\""]), Sample.finding())
    let result = reading(["x.json": text])
    #expect(result.failureLines == [] && result.warningLines == [])
    #expect(result.evidence.records.rows.count == 2)
  }

  @Test("A list of findings that are all malformed is no list of findings")
  func refusesAllMalformed() {
    let result = reading([
      "x.json": "[" + Array(repeating: "{}", count: 100).joined(separator: ",") + "]"
    ])
    #expect(result.failures.map(\.diagnostic.identifier) == ["unknown-json"])
    let findings = Array(repeating: #"{"Id":7,"Types":[],"Severity":{}}"#, count: 100)
    let other = reading(["x.json": "[\(findings.joined(separator: ","))]"])
    #expect(other.failures.map(\.diagnostic.identifier) == ["no-findings"])
  }

  @Test("Kinds and remarks that texts in a file tell are not without end", .timeLimit(.minutes(5)))
  func boundsKinds() throws {
    let events = (0..<2000).map { number in
      #"{"detail-type":"Type \#(number)","source":"aws.securityhub","detail":{}}"#
    }
    let result = reading(["x.ndjson": events.joined(separator: "\n")])
    let file = try #require(result.evidence.files.first)
    #expect(file.records == 2000 && file.metadata == 2000)
    #expect(file.kind.hasPrefix("Type 0, no evidence, Type 1, no evidence, "))
    #expect(file.kind.hasSuffix(", Type 19, no evidence, others"))
  }
}
