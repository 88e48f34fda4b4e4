import AssessmentInput
import AssessmentModel
import Testing

@Suite("Prowler's CSV that is not what it claims")
struct BadProwlerCSVTests {
  private static let columns = "CHECK_ID;ACCOUNT_UID;STATUS;TIMESTAMP\n"
  private static let good = "a_b;111122223333;PASS;2026-11-01\n"

  @Test(
    "A malformed record is named with its number, line and column, and the rest goes on",
    arguments: [
      ("a_b;1;PASS\n", ": expected 4 cells, as many as columns, found 3"),
      ("a_b;1;PASS;;\n", ": expected 4 cells, as many as columns, found 5"),
      (
        "\"a\nb\"x;1;PASS;\n",
        " at cell 1: expected the end of the cell behind its closing quote, found more text"
      ),
      ("a_b;1;;\n", " at STATUS: expected PASS, FAIL or MANUAL, found nothing"),
      (";1;PASS;\n", " at CHECK_ID: expected the name of a check"),
      ("a_b;1;PASS;x\n", " at TIMESTAMP: expected a time such as 2026-11-20 10:11:12"),
    ])
  func malformed(record: String, problem: String) {
    let result = reading(["x.csv": Self.columns + record + Self.good])
    #expect(result.failureLines == [])
    #expect(result.warningLines == ["x.csv:2:1 (byte 38) record 1\(problem)"])
    #expect(result.evidence.records.rows.count == 1)
    let file = result.evidence.files.first
    #expect(file?.records == 2 && file?.rejected == 1)
  }

  @Test("The line of a record is that of its first cell, whatever the records before it hold")
  func lines() {
    let result = reading([
      "x.csv": Self.columns + "\"a\n\nb\";1;PASS;\n\r\n" + Self.good + "short\n"
    ])
    #expect(
      result.warningLines == [
        "x.csv:7:1 (byte 88) record 3: expected 4 cells, as many as columns, found 1"
      ])
  }

  @Test(
    "A file that is damaged, or none of whose records is a result, is rejected whole",
    arguments: [
      (
        columns + good + "a_b;1;\"PASS;\n" + good,
        "x.csv:3:7 (byte 77): a quote begins a cell here and is not closed before the end of the "
          + "file. The file is cut off or damaged: export it again."
      ),
      (
        columns + "a\nb\n",
        "x.csv:2:1: none of its 2 records is a result of Prowler; the first: expected 4 cells, as "
          + "many as columns, found 1"
      ),
    ])
  func rejected(text: String, line: String) {
    let result = reading(["x.csv": text])
    #expect(result.failureLines == [line])
    #expect(result.evidence.records.rows.isEmpty)
  }

  @Test("Text that is not UTF-8 is rejected at its first bad byte")
  func notUTF8() {
    let bytes = Array((Self.columns + "a_").utf8) + [0xE9] + Array((";1;PASS;\n").utf8)
    #expect(
      readingBytes(["x.csv": bytes]).failureLines == [
        "x.csv:2:3 (byte 40): expected UTF-8 text. Save it as UTF-8; Windows PowerShell 5 needs "
          + "`| Out-File -Encoding utf8`."
      ])
  }

  @Test("A header alone is a run without results")
  func empty() {
    let result = reading(["x.csv": Self.columns])
    #expect(result.failures.map(\.diagnostic.identifier) == ["no-evidence"])
    #expect(result.listing.first?.kind == "Prowler findings in CSV")
    #expect(result.listing.first?.notes == ["there is no result in it, which is not a pass"])
  }

  @Test("What is missing from the columns is said")
  func lacking() {
    let result = reading(["x.csv": "CHECK_ID;ACCOUNT_UID\na_b;1\n", "y.json": "[]"])
    #expect(
      result.warningLines == [
        "x.csv: holds Prowler results without the column STATUS, so nothing is read from it. "
          + "Give the file as Prowler wrote it, or its OCSF output."
      ])
  }
}
