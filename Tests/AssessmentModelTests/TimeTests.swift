import AssessmentModel
import Testing

@Suite("The as-of") struct TimeTests {
  @Test("is the one given, else the evidence's own, else the newest observation")
  func order() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.ask("q")
    builder.add("hub S3.8 failed 1 eu-west-1 a at=19", "hub S3.8 failed 1 eu-west-1 b at=20")
    builder.answer("q", "a", day: "21", until: "2027-01-01")
    builder.evidence.asOf = Instant("2026-11-22")
    var assessment = try builder.assess()
    #expect(assessment.asOf == Instant("2026-11-24") && !assessment.asOfIsObserved)
    builder.asOf = nil
    assessment = try builder.assess()
    #expect(assessment.asOf == Instant("2026-11-22") && !assessment.asOfIsObserved)
    builder.evidence.asOf = nil
    assessment = try builder.assess()
    #expect(assessment.asOf == AssessmentBuilder.day("21") && assessment.asOfIsObserved)
    builder.evidence.answers = []
    #expect(try builder.assess().asOf == AssessmentBuilder.day("20"))
  }

  @Test("cannot be told without any time")
  func noTime() {
    var builder = AssessmentBuilder("S3.8")
    builder.asOf = nil
    builder.add("hub S3.8 failed 1 eu-west-1 a undated created=20")
    builder.except { $0.check = "S3.8" }
    #expect(throws: Assessment.Failure.noTime) { try builder.assess() }
  }

  @Test(
    "leaves out what was observed after it, and keeps what has no date",
    arguments: [
      ("at=24T12", "finding"), ("at=24T13", "later"), ("undated", "finding"),
    ])
  func later(time: String, outcome: String) throws {
    var builder = AssessmentBuilder("S3.8")
    builder.asOf = AssessmentBuilder.day("24T12")
    builder.add("hub S3.8 failed 1 eu-west-1 a \(time)")
    #expect(try builder.assess().outcomes == [outcome])
  }

  @Test("is held against records before they are merged")
  func beforeMerging() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.add(
      "hub S3.8 failed 1 eu-west-1 a id=1 at=20",
      "hub S3.8 passed 1 eu-west-1 a id=1 at=26 created=01")
    let assessment = try builder.assess()
    #expect(assessment.outcomes == ["finding", "later"])
    #expect(assessment.place(of: "S3.8") == .failed)
  }

  @Test(
    "finds a check unknown whose state a later record overwrote",
    arguments: [
      (["hub S3.8 passed 1 eu-west-1 a id=1 at=26 created=01"], PlaceState.unknown),
      (["hub S3.8 passed 1 eu-west-1 a id=1 at=26 created=24"], .unknown),
      (["hub S3.8 passed 1 eu-west-1 a id=1 at=26 created=25"], .noData),
      (["hub S3.8 passed 1 eu-west-1 a id=1 at=26"], .noData),
      (
        [
          "hub S3.8 passed 1 eu-west-1 a id=1 at=26 created=01",
          "hub S3.8 passed 1 eu-west-1 b id=2 at=20",
        ], .unknown
      ),
      (
        [
          "hub S3.8 passed 1 eu-west-1 a id=1 at=26 created=01",
          "hub S3.8 failed 1 eu-west-1 b id=2 at=20",
        ], .failed
      ),
      (
        [
          "hub S3.8 passed 1 eu-west-1 a id=1 at=26 created=01",
          "hub S3.8 passed 1 eu-west-1 a id=1 at=20",
        ], .passed
      ),
    ])
  func overwritten(records: [String], state: PlaceState) throws {
    var builder = AssessmentBuilder("S3.8")
    builder.declare(accounts: "1", regions: "eu-west-1")
    for record in records { builder.add(record) }
    #expect(try builder.assess().place(of: "S3.8") == state)
  }

  @Test("makes no place of a later record outside the declared scope")
  func overwrittenOutside() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.declare(accounts: "1", regions: "eu-west-1")
    builder.add("hub S3.8 passed 2 eu-west-1 a id=1 at=26 created=01")
    #expect(try builder.assess().places(of: "S3.8") == ["1 eu-west-1 no-data"])
  }

  @Test(
    "finds all candidates unknown, but those with a definite result, of a later ambiguous record")
  func overwrittenAmbiguous() throws {
    var builder = AssessmentBuilder("S3.7", "S3.8", "S3.9")
    builder.generatorIDs = ["cis/1": ["S3.7", "S3.8", "S3.9"]]
    builder.add(
      "generator cis/1 passed 1 eu-west-1 a id=1 at=26 created=01",
      "hub S3.7 passed 1 eu-west-1 a id=2")
    let assessment = try builder.assess()
    #expect(assessment.outcomes == ["later", "finding"])
    #expect(
      ["S3.7", "S3.8", "S3.9"].map { assessment.place(of: $0) } == [.passed, .unknown, .unknown])
  }

  @Test("warns when more than a tenth is later", arguments: [(9, true), (10, false), (20, false)])
  func manyLater(records: Int, isWarned: Bool) throws {
    var builder = AssessmentBuilder("S3.8")
    for number in 1..<records { builder.add("hub S3.8 passed 1 eu-west-1 \(number)") }
    builder.add("hub S3.8 passed 1 eu-west-1 late at=26")
    #expect(try builder.assess().warningNames.contains("many-later") == isWarned)
  }

  @Test(
    "warns of a file whose newest observation is more than a week after all others",
    arguments: [("at=16T23", true), ("at=17", false), ("undated", false)])
  func farAhead(time: String, isWarned: Bool) throws {
    var builder = AssessmentBuilder("S3.8")
    builder.add(
      "hub S3.8 passed 1 eu-west-1 a at=10 file=0", "hub S3.8 passed 1 eu-west-1 b \(time) file=1",
      "hub S3.8 passed 1 eu-west-1 c at=24 file=2")
    let files = try builder.assess().warnings.filter { $0.identifier == "far-ahead" }.map(\.file)
    #expect(files == (time == "at=17" ? [] : ["2.json"]) && (isWarned || time != "at=16T23"))
  }

  @Test("warns of answers whose date is more than a week after all other files")
  func answersFarAhead() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.ask("q")
    builder.add("hub S3.8 passed 1 eu-west-1 a at=10")
    builder.evidence.files.append(AssessmentBuilder.file("answers.yaml"))
    builder.answer("q", "a", day: "20")
    builder.evidence.answers[0].file = 1
    builder.asOf = nil
    let files = try builder.assess().warnings.filter { $0.identifier == "far-ahead" }.map(\.file)
    #expect(files == ["answers.yaml"])
  }

  @Test("warns of old evidence by its newest record", arguments: [(4, true), (5, false)])
  func old(staleAfter: Int, isWarned: Bool) throws {
    var builder = AssessmentBuilder("S3.8")
    builder.evidence.staleAfter = staleAfter - 1
    builder.asOf = Instant("2026-11-24T00:00:00Z")
    builder.add("hub S3.8 passed 1 eu-west-1 a at=01", "hub S3.8 passed 1 eu-west-1 b at=20")
    #expect(try builder.assess().warningNames.contains("old-evidence") == isWarned)
  }

  @Test("warns once of small old files of one folder, and never hides one behind a newer one")
  func oldSmallFiles() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.evidence.staleAfter = 3
    builder.asOf = Instant("2026-11-24T00:00:00Z")
    builder.evidence.files = ["a/1", "a/2", "a/3"].map { AssessmentBuilder.file($0) }
    for index in builder.evidence.files.indices { builder.evidence.files[index].isExport = true }
    builder.add(
      "hub S3.8 passed 1 eu-west-1 a at=01 file=0", "hub S3.8 passed 1 eu-west-1 b at=05 file=1",
      "hub S3.8 passed 1 eu-west-1 c at=23 file=2")
    #expect(
      try builder.assess().warnings.filter { $0.identifier == "old-evidence" }.map(\.line) == [
        "a/2: it and 1 more old file of its folder: their newest observation is 19 days older than the "
          + "assessment. Export again."
      ])
  }

  @Test(
    "warns once of old evidence of AWS Config, by its newest record",
    arguments: [(4, true), (5, false)])
  func oldConfig(staleAfter: Int, isWarned: Bool) throws {
    var builder = AssessmentBuilder("S3.8 rule=rule")
    builder.evidence.staleAfter = staleAfter - 1
    builder.asOf = Instant("2026-11-24T00:00:00Z")
    builder.add(
      "config rule passed 1 eu-west-1 a at=01 file=0",
      "config rule passed 1 us-east-1 a at=20 file=1", "config rule passed 2 eu-west-1 a undated")
    for index in builder.evidence.files.indices { builder.evidence.files[index].isExport = false }
    #expect(
      try builder.assess().warnings.filter { $0.identifier == "old-evidence" }.map(\.line)
        == (isWarned
          ? [
            "the newest result of AWS Config is 4 days older than the assessment. Export again."
          ] : []))
  }
}
