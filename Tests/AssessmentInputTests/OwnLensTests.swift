import AssessmentInput
import AssessmentModel
import Testing

@Suite("The lens of an assessment folder")
struct OwnLensTests {
  private func read(
    _ assessment: String, lens: String? = SampleLens.text(), checksLenses: Bool = false,
    skipInvalid: Bool = false
  ) -> ReadResult {
    var files = ["assessment.yaml": assessment, "evidence/e.json": Sample.hub]
    files["lens/ours.json"] = lens
    return reading(files, skipInvalid: skipInvalid, checksLenses: checksLenses)
  }

  @Test(
    "A path, or a mapping with file, names the lens",
    arguments: [
      "lens: lens/ours.json\n", "lens: ./lens//ours.json\n", "lens: {file: lens/ours.json}\n",
      "lens:\n  file: lens/ours.json\n  objectives: {}\n",
    ])
  func reads(_ assessment: String) {
    let result = read(assessment)
    #expect(result.failureLines == [] && result.warningLines == [])
    #expect(result.evidence.lens?.name == "Ours")
    #expect(result.evidence.lensObjectives == [:])
    #expect(
      result.listing.last?.notes
        == ["2 questions in 2 pillars", "it asks the questions of this assessment"])
    #expect(result.evidence.files.map(\.kind).contains("custom lens"))
  }

  @Test("Pillars are mapped to objectives, in any case")
  func maps() {
    let result = read("lens: {file: lens/ours.json, objectives: {OURS: so-3, MORE: SO-3}}\n")
    #expect(result.failureLines == [])
    #expect(result.evidence.lensObjectives == ["OURS": "so-3", "MORE": "so-3"])
  }

  @Test("What export-lens prints is read as a lens")
  func readsExport() {
    let result = read("lens: lens/ours.json\n", lens: SampleLens.exported(SampleLens.text()))
    #expect(result.failureLines == [])
    #expect(result.evidence.lens?.question("our_2") != nil)
  }

  struct Bad: Sendable {
    let assessment: String
    var lens: String? = SampleLens.text()
    let lines: [String]
  }

  static let bad = [
    Bad(
      assessment: "title: x\nlens: lens/gone.json\n",
      lines: [
        "assessment.yaml:2:7: lens names lens/gone.json, which was not found or is no custom lens"
      ]),
    Bad(
      assessment: "lens: ../ours.json\n",
      lines: [
        "assessment.yaml:1:7: lens must be a path in the assessment folder. Put the file there, "
          + "and write lens: lens/our-lens.json."
      ]),
    Bad(
      assessment: "lens: /lens/ours.json\n",
      lines: [
        "assessment.yaml:1:7: lens must be a path in the assessment folder. Put the file there, "
          + "and write lens: lens/our-lens.json."
      ]),
    Bad(
      assessment: "lens: {objectives: {OURS: so-3}}\n",
      lines: ["assessment.yaml:1:7: file is missing"]),
    Bad(
      assessment: "lens: {file: lens/ours.json, pillars: {}}\n",
      lines: [
        "assessment.yaml:1:30: the key \"pillars\" is not known here. "
          + "Known keys: file, objectives."
      ]),
    Bad(
      assessment: "lens: [lens/ours.json]\n",
      lines: ["assessment.yaml:1:7: expected a mapping with the keys file, objectives"]),
    Bad(
      assessment:
        "lens:\n  file: lens/ours.json\n  objectives:\n    OURS: so-9\n    MORE: [so-1]\n",
      lines: [
        "assessment.yaml:4:11: there is no objective so-9. "
          + "Known objectives: so-1, so-2, so-3.",
        "assessment.yaml:5:11: expected an objective, such as so-3",
      ]),
    Bad(
      assessment: "lens: {file: lens/ours.json, objectives: [OURS]}\n",
      lines: ["assessment.yaml:1:42: objectives must be a mapping of pillars to objectives"]),
    Bad(
      assessment: "lens:\n  file: lens/ours.json\n  objectives:\n    OUR: so-1\n",
      lines: ["assessment.yaml:4:5: the lens has no pillar OUR. Its pillars: OURS, MORE."]),
    Bad(
      assessment: "lens: lens/ours.json\n", lens: SampleLens.text(condition: "c_1 ||"),
      lines: [
        "lens/ours.json:4:33: at /pillars/0/questions/0/riskRules/0/condition: column 7: expected "
          + "a choice's id, \"!\" or \"(\", found the end"
      ]),
    Bad(
      assessment: "lens: lens/ours.json\n", lens: SampleLens.text(condition: "c_9"),
      lines: [
        "lens/ours.json:4:33: at /pillars/0/questions/0/riskRules/0/condition: "
          + "the question has no choice c_9"
      ]),
    Bad(
      assessment: "lens: lens/ours.json\n", lens: "{\n \"pillars\": }",
      lines: [
        "lens/ours.json:2:13 (byte 14): expected a member's value, found '}'"
      ]),
    Bad(
      assessment: "lens: lens/ours.json\n", lens: Sample.export(),
      lines: ["lens/ours.json:1:1: \"pillars\" is missing"]),
    Bad(
      assessment: "lens: lens/ours.json\n", lens: "",
      lines: ["lens/ours.json:1:1 (byte 0): the file is empty. Export it again, or remove it."]),
  ]

  @Test("What is wrong is named with file, line and column, and never skipped", arguments: bad)
  func fails(_ bad: Bad) {
    for skipInvalid in [false, true] {
      let result = read(bad.assessment, lens: bad.lens, skipInvalid: skipInvalid)
      #expect(result.failureLines == bad.lines)
      #expect(Set(result.failures.map(\.reason)) == [.invalid])
    }
  }

  @Test("What only AWS refuses is a warning in a report, and an error of check")
  func warnsOfLimits() {
    let lens = SampleLens.text(version: "2020-01-01")
    let line = "lens/ours.json:1:1: schemaVersion must be \"2021-11-01\""
    let built = read("lens: lens/ours.json\n", lens: lens)
    #expect(built.failureLines == [] && built.warningLines == [line])
    #expect(built.evidence.lens?.name == "Ours")
    let checked = read("lens: lens/ours.json\n", lens: lens, checksLenses: true)
    #expect(checked.failureLines == [line] && checked.warningLines == [])
  }

  @Test("A file of the same name in another input is not the lens")
  func tellsFoldersApart() {
    let other = SampleLens.text().replacing("\"Ours\"", with: "\"Theirs\"")
    let result = EvidenceReader.read(
      EvidenceRequest(inputs: ["a", "b"]),
      disk: .holding(
        [
          "a/assessment.yaml": "lens: lens/ours.json", "a/lens/ours.json": SampleLens.text(),
          "b/lens/ours.json": other, "b/e.json": Sample.hub,
        ].mapValues { Array($0.utf8) }), objectives: [])
    #expect(result.failureLines == [])
    #expect(result.evidence.lens?.name == "Ours")
    #expect(result.evidence.diagnostics.map(\.identifier) == ["lens-as-evidence"])
  }
}
