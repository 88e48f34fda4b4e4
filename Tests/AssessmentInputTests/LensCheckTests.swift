import AssessmentInput
import AssessmentModel
import Testing

@Suite("Custom lenses that are checked")
struct LensCheckTests {
  /// Reads one file that is given alone, as `so-report check FILE` does.
  private func check(_ text: String) -> ReadResult {
    EvidenceReader.read(
      EvidenceRequest(inputs: ["l.json"], checksLenses: true),
      disk: .holding(["l.json": Array(text.utf8)]), objectives: [])
  }

  @Test("A lens alone is enough, and is listed with its size and its quirks")
  func acceptsLens() {
    let quirky = SampleLens.text().replacing(
      "\"name\": \"Ours\", \"pi", with: "\"ready\":1,\"name\":\"\u{4F}\",\"pi")
    let result = check(quirky)
    #expect(result.failureLines == [] && result.warningLines == [])
    #expect(result.listing.map(\.kind) == ["custom lens"])
    #expect(
      result.listing.map(\.notes)
        == [["2 questions in 2 pillars", "keys that the format does not know: ready"]])
    #expect(result.evidence.files.map(\.records) == [0])
    #expect(result.evidence.lens == nil)
  }

  @Test("What export-lens prints is a lens")
  func acceptsExport() {
    let result = check(SampleLens.exported(SampleLens.text()))
    #expect(result.failureLines == [])
    #expect(result.listing.first?.notes == ["2 questions in 2 pillars"])
  }

  static let refused: [(text: String, lines: [String])] = [
    (
      SampleLens.text(version: "2020-01-01"),
      ["l.json:1:1: schemaVersion must be \"2021-11-01\""]
    ),
    (
      SampleLens.text(condition: "c_1 ||"),
      [
        "l.json:4:33: at /pillars/0/questions/0/riskRules/0/condition: column 7: expected a "
          + "choice's id, \"!\" or \"(\", found the end"
      ]
    ),
    (
      SampleLens.text(condition: "c_9").replacing("our_2", with: "our_1"),
      [
        "l.json:4:33: at /pillars/0/questions/0/riskRules/0/condition: "
          + "the question has no choice c_9",
        "l.json:6:48: at /pillars/1/questions/0: id \"our_1\" is there twice",
      ]
    ),
    (
      SampleLens.text().replacing(SampleLens.plan, with: #""helpfulResource":{"displayText":"x"}"#),
      [
        "l.json:3:17: at /pillars/0/questions/0/choices/0: improvementPlan is missing; "
          + "only a choice whose id ends in _no needs none",
        "l.json:7:17: at /pillars/1/questions/0/choices/0: improvementPlan is missing; "
          + "only a choice whose id ends in _no needs none",
      ]
    ),
    (
      SampleLens.exported(SampleLens.text(version: "2020-01-01")),
      ["l.json:2:13: at /LensJSON: schemaVersion must be \"2021-11-01\""]
    ),
    (
      SampleLens.exported("{"),
      [
        "l.json:2:13: at /LensJSON: column 2: expected a key or '}', found the end of the file"
      ]
    ),
  ]

  @Test("Each thing that AWS refuses is an error with its line, column and pointer")
  func refuses() {
    for (text, lines) in Self.refused {
      let result = check(text)
      #expect(result.failureLines == lines)
      #expect(Set(result.failures.map(\.reason)) == [.invalid])
      #expect(result.listing.map(\.kind) == ["custom lens"])
    }
  }

  @Test("Of very many things two hundred are named, and the rest is counted")
  func countsMany() {
    let choices = String(repeating: #"{"id":"c_1"},"#, count: 150) + #"{"id":"c_1"}"#
    let text = """
      {"schemaVersion":"2021-11-01","name":"x","pillars":[{"id":"abc","name":"x","questions":
      [{"id":"q_1","title":"x","choices":[\(choices)],"riskRules":[]}]}]}
      """
    let lines = check(text).failureLines
    #expect(lines.count == 201)
    #expect(lines.last == "l.json: AWS refuses it for 254 more reasons")
  }

  @Test("A lens among the evidence is configuration, and never an error of a report")
  func isConfiguration() {
    for text in Self.refused.map(\.text) + [SampleLens.text()] {
      let result = reading(["lens.json": text, "e.json": Sample.hub])
      #expect(result.failureLines == [])
      #expect(result.listing.map(\.kind) == ["Security Hub (describe-hub)", "custom lens"])
      #expect(
        result.warningLines == [
          "lens.json: is a custom lens, and asks no questions here. To have it answered, name it "
            + "in assessment.yaml under lens."
        ])
      #expect(result.evidence.lens == nil)
    }
  }

  @Test("A lens alone makes no report, and is enough to check")
  func isNoEvidence() {
    #expect(reading(["lens.json": SampleLens.text()]).failures.map(\.reason) == [.missing])
    let result = reading(["lens.json": SampleLens.text()], checksLenses: true)
    #expect(result.failures.isEmpty)
  }
}
