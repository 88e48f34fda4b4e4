import AssessmentModel
import FoundationEssentials
import Testing

@testable import SOReport

@Suite("A list of diagnostics") struct DiagnosticListTests {
  private func lines(
    _ diagnostics: [Diagnostic], _ malformed: [MalformedRecords] = [], errorsOnly: Bool = false
  ) -> [String] {
    DiagnosticList(diagnostics: diagnostics, malformed: malformed).groups(errorsOnly: errorsOnly)
      .flatMap { $0.shown.map(\.summary) + ($0.rest.map { [$0] } ?? []) }
  }

  private func malformed(_ file: String, _ count: Int) -> MalformedRecords {
    var records = MalformedRecords(file: file)
    for number in 1..<(count + 1) {
      records.append(
        .init(number: number, point: nil, pointer: "/Id", summary: "\(file) \(number)"))
    }
    return records
  }

  @Test("shows twenty of a kind and counts the others, kind by kind")
  func cuts() {
    let diagnostics = (0..<1230).flatMap { number in
      [
        Diagnostic(.warning, "a", file: "f\(number % 300)", "a\(number)"),
        Diagnostic(.error, "b", "b\(number)"),
      ]
    }
    let shown = lines(diagnostics)
    #expect(
      shown == (0..<20).map { "a\($0)" }
        + ["and 1,210 more of the same kind (a) in 300 files; --diagnostics json lists them all"]
        + (0..<20).map { "b\($0)" }
        + ["and 1,210 more of the same kind (b); --diagnostics json lists them all"])
    #expect(lines(diagnostics, errorsOnly: true).first == "b0")
    #expect(lines(Array(diagnostics.prefix(40))).count == 40)
  }

  @Test("counts malformed records of all files together")
  func countsMalformed() {
    let shown = lines([], [malformed("a", 15), malformed("b", 10), malformed("c", 5000)])
    #expect(shown.count == 21)
    #expect(shown[14] == "a 15" && shown[15] == "b 1" && shown[19] == "b 5")
    #expect(
      shown.last == "and 5,005 more of the same kind (malformed-record) in 2 files; "
        + "--diagnostics json lists them all")
    #expect(lines([], [malformed("a", 20)]).count == 20)
    #expect(lines([], [malformed("a", 1)], errorsOnly: true) == [])
  }

  @Test("shows characters that cannot be seen")
  func shows() {
    #expect(
      PlainLine.of("a\nb\r\t\u{1B}[31m\u{202E}é\u{2028}日本\u{3164}✓\u{FE0F}")
        == #"a\nb\r\t\u{1B}[31m\u{202E}é\u{2028}日本\u{3164}✓"# + "\u{FE0F}")
  }

  @Test(
    "is JSON for every name, place and text",
    arguments: [
      "a", "\"\\", "\u{0}\u{1F}\u{7F}\u{85}\u{2028}\u{202E}", "a\nb\r", "\u{FFFD}", "日本😀",
      String(repeating: "x", count: 10_000), "</script>", "'`$(x)",
    ])
  func isJSON(text: String) throws {
    struct Line: Decodable {
      let severity, identifier, summary: String
      let file, pointer, remedy: String?
      let byte, line, column, record: Int?
    }
    let point = Diagnostic.Point(offset: 9, line: 2, column: 3)
    let places: [(Diagnostic.Place, [Int?])] = [
      (.whole, [nil, nil, nil, nil]), (.byte(offset: 9, line: 2, column: 3), [9, 2, 3, nil]),
      (.line(2, column: 3), [nil, 2, 3, nil]), (.record(7, pointer: text), [nil, nil, nil, 7]),
      (.record(7, pointer: text, at: point), [9, 2, 3, 7]),
    ]
    for (place, numbers) in places {
      let diagnostic = Diagnostic(.warning, text, file: text, place: place, text, remedy: text)
      let json = DiagnosticJSON.line(diagnostic)
      #expect(!json.contains { $0.isNewline })
      let line = try JSONDecoder().decode(Line.self, from: Data(json.utf8))
      #expect(line.severity == "warning" && line.identifier == text && line.file == text)
      #expect(line.summary == text && line.remedy == text)
      #expect([line.byte, line.line, line.column, line.record] == numbers)
      #expect(line.pointer == (line.record == nil ? nil : text))
    }
  }
}
