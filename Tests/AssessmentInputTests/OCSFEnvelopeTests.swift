import AssessmentInput
import AssessmentModel
import Testing

@Suite("Envelopes of OCSF")
struct OCSFEnvelopeTests {
  struct Envelope: Sendable, CustomTestStringConvertible {
    let kind: String
    let text: String
    var isExport = true
    var rows = 2
    var testDescription: String { kind }
  }

  private static let (one, two) = (OCSFSample.control(), OCSFSample.control(["time": "1"]))

  static let all = [
    Envelope(
      kind: "Security Hub findings in OCSF (get-findings-v2)", text: Sample.export(one, two)),
    Envelope(kind: "Security Hub findings in OCSF (list)", text: "[\(one),\(two)]"),
    Envelope(
      kind: "Security Hub findings in OCSF (one after the other)", text: one + "\n" + two + "\n"),
    Envelope(kind: "Security Hub finding in OCSF", text: one, isExport: false, rows: 1),
    Envelope(
      kind: "Security Hub findings in OCSF (event, imported)",
      text: Sample.event("Findings Imported V2", one, two), isExport: false),
    Envelope(
      kind: "Prowler findings in OCSF (list)", text: "[\(OCSFSample.prowler()),\(one)]"),
    Envelope(kind: "Security Hub findings (list)", text: "[\(Sample.finding()),\(one)]"),
    Envelope(
      kind: "Security Hub findings in OCSF (list)",
      text: "[\(one),\(Sample.finding())]"),
    Envelope(
      kind: "Security Hub findings (one after the other)", text: Sample.finding() + "\n" + one),
    Envelope(
      kind: "Security Hub findings in OCSF (one after the other)",
      text: one + "\n" + Sample.finding()),
    Envelope(kind: "empty list", text: "[]", isExport: false, rows: 0),
  ]

  @Test("Every envelope is read, each record in its own format", arguments: all)
  func reads(_ envelope: Envelope) {
    let result = reading(["x": envelope.text, "y": Sample.hub])
    #expect(result.failureLines == [])
    #expect(result.listing.first?.kind == envelope.kind)
    #expect(result.evidence.records.rows.count == envelope.rows)
    #expect(result.evidence.files.first?.isExport == envelope.isExport)
    #expect(result.evidence.files.first?.rejected == 0)
  }

  @Test("A page of get-findings-v2 that names a next one is incomplete")
  func pages() {
    let result = reading(["x.json": Sample.export(Self.one, token: "more")])
    #expect(result.evidence.files.first?.isIncomplete == true)
  }

  @Test("A long list gives the same rows, counts and diagnostics on one thread and on several")
  func threads() {
    let filler = #","unmapped":{"x":""# + String(repeating: "x", count: 2_800) + "\"}}"
    let records = (0..<3_500).map { number -> String in
      let record =
        number % 50 == 7
        ? OCSFSample.coverage
        : OCSFSample.control([
          "finding_info": OCSFSample.info([
            "uid": number % 1_000 == 999 ? "" : "\"f\(number)\"", "title": "\"t\(number % 9)\"",
          ])
        ])
      return record.dropLast() + filler
    }
    for text in [records.joined(separator: "\n"), "[\(records.joined(separator: ","))]"] {
      let single = ThreadsTests.read(text, threads: 1)
      let file = single.evidence.files.first
      #expect(file?.records == 3_500 && file?.rejected == 3 && file?.metadata == 70)
      #expect(single.evidence.records.rows.count == 3_427)
      let several = ThreadsTests.read(text, threads: 3)
      #expect(several.evidence.files.first?.metadata == 70)
      #expect(ThreadsTests.summary(several) == ThreadsTests.summary(single))
    }
  }

  @Test("A record that is no object is rejected among records in OCSF")
  func noObject() {
    let result = reading(["x.json": "[\(Self.one),7]"])
    #expect(result.warningLines.count == 1)
    #expect(result.warningLines[0].hasSuffix(" record 2: expected a finding, an object"))
  }
}
