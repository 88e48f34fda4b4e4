import AssessmentInput
import AssessmentModel
import Testing

/// A list of more than a megabyte is passed over element by element on the way to what follows it.
@Suite("A long list of findings")
struct LongListTests {
  private static let findings = (0..<2000).map { Sample.finding(["Id": "\"f\($0)\""]) }
  private static let list = findings.joined(separator: ",")

  private func problem(_ text: String) -> String? {
    reading(["a.json": text]).failures.first?.diagnostic.line
  }

  /// Line 1, column and offset of a place in the text.
  private func place(_ offset: Int) -> String { "a.json:1:\(offset + 1) (byte \(offset))" }

  @Test("is read whole, with what stands before and after it")
  func whole() throws {
    #expect(Self.list.utf8.count > 1 << 20)
    for text in [
      "{\"Findings\":[\(Self.list)],\"NextToken\":\"t\"}",
      "{\"NextToken\":\"t\",\"Findings\":[\(Self.list)]}",
    ] {
      let evidence = reading(["a.json": text]).evidence
      #expect(evidence.records.rows.count == 2000)
      #expect(evidence.records.rows.map(\.number) == Array(1...2000))
      #expect(evidence.files[0].isIncomplete)
    }
  }

  @Test("with a fault is refused at the fault, as a short list is")
  func faults() throws {
    let start = "{\"Findings\":["
    let cut = start + Self.list.dropLast(20)
    #expect(
      problem(cut)?.hasPrefix("a.json:1:\(cut.utf8.count + 1) (byte \(cut.utf8.count))") == true)
    let afterSecond =
      start.utf8.count + Self.findings[0].utf8.count + Self.findings[1].utf8.count + 1
    let noComma =
      start + Self.findings[0] + "," + Self.findings[1] + " "
      + Self.findings[2...].joined(separator: ",") + "]}"
    #expect(
      problem(noComma)?.hasPrefix(place(afterSecond + 1) + ": expected ',' or ']' after an element")
        == true)
    let open = start + Self.list + ",]}"
    #expect(problem(open)?.hasPrefix(place(open.utf8.count - 2) + ": expected an element") == true)
    let second = start + Self.list + "],\"Findings\":[]}"
    #expect(problem(second)?.contains("found Findings twice with different values") == true)
  }

  @Test("of elements that are no findings is refused, however many they are")
  func tiny() {
    let text = "{\"Findings\":[\(Array(repeating: "1", count: 600_000).joined(separator: ","))]}"
    #expect(problem(text)?.contains("none of its 600000 records is a finding") == true)
  }
}
