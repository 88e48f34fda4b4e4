import Testing

@testable import AssessmentModel

@Suite("The verdict of a check") struct CheckVerdictTests {
  @Test(
    "comes from the states of its places",
    arguments: [
      ("failed unknown passed no-data", CheckVerdict.failed), ("failed excepted", .failed),
      ("unknown passed excepted no-data", .unknown), ("passed no-data", .partial),
      ("passed not-covered", .partial), ("excepted no-data", .partial),
      ("implied no-data", .partial),
      ("passed excepted", .excepted), ("excepted", .excepted), ("passed implied", .passed),
      ("not-covered not-covered", .notCovered), ("not-covered no-data", .noData),
      ("no-data", .noData), ("", .notOffered),
    ])
  func states(words: String, verdict: CheckVerdict) {
    let places = AssessmentBuilder.words(words).map { word in
      Place(
        key: PlaceKey(check: 0, account: .none, region: .none),
        state: PlaceState.allCases.first { $0.word == word } ?? .noData, hasRecord: true,
        impliedBy: nil)
    }
    #expect(CheckVerdict(PlaceCounts(places)) == verdict)
  }

  @Test("is retired when its source withdrew it at or before the as-of")
  func retired() throws {
    for (day, verdict) in [("2026-11-24", CheckVerdict.retired), ("2026-11-25", .failed)] {
      var builder = AssessmentBuilder("S3.8 retired=\(day)")
      builder.add("hub S3.8 failed 1 eu-west-1 a")
      let assessment = try builder.assess()
      #expect(assessment.verdict(of: "S3.8") == verdict)
      #expect(assessment.outcomes == [verdict == .retired ? "retired" : "finding"])
    }
  }

  @Test("is retired on the day itself, whatever the hour of the as-of")
  func retiredToday() throws {
    var builder = AssessmentBuilder("S3.8 retired=2026-11-20")
    builder.add("hub S3.8 failed 1 eu-west-1 a at=19")
    builder.asOf = Instant("2026-11-20T01:00:00Z")
    #expect(try builder.assess().verdict(of: "S3.8") == .retired)
  }

  @Test("counts its places, implied ones with the passed")
  func counts() throws {
    var builder = AssessmentBuilder("IAM.3", "IAM.4")
    builder.imply("IAM.3", by: "IAM.4")
    builder.declare(accounts: "1 2", regions: "eu-west-1 us-east-1 eu-west-2")
    builder.enable("2", "us-east-1", nil, off: "IAM.3")
    builder.add(
      "hub IAM.3 failed 1 eu-west-1 a", "hub IAM.3 failed 1 us-east-1 a suppressed",
      "hub IAM.3 warning 1 eu-west-2 a", "hub IAM.4 passed 2 eu-west-1 a",
      "hub IAM.3 passed 2 eu-west-2 a")
    var counts = PlaceCounts()
    counts.failed = 1
    counts.excepted = 1
    counts.unknown = 1
    counts.passed = 2
    counts.implied = 1
    counts.notCovered = 1
    let item = try #require(try builder.assess().objectives.first?.checks.first)
    #expect(item.places == counts && item.places.total == 6 && item.places.notLooked == 1)
  }

  @Test(
    "stands beside Security Hub's own status, which leaves out what is closed or set aside",
    arguments: [
      (["failed", "passed"], SecurityHubStatus.failed), (["warning", "passed"], .unknown),
      (["not-available"], .unknown), (["passed"], .passed),
      (["failed suppressed", "passed"], .passed), (["failed suppressed"], .noData),
      (["warning suppressed", "passed"], .passed), (["failed archived", "passed"], .passed),
      (["failed archived"], nil),
    ] as [([String], SecurityHubStatus?)])
  func securityHub(results: [String], status: SecurityHubStatus?) throws {
    var builder = AssessmentBuilder("S3.8 rule=rule")
    builder.add("config rule failed 1 eu-west-1 other")
    for (number, result) in results.enumerated() {
      let words = AssessmentBuilder.words(result)
      let rest = words.dropFirst().joined(separator: " ")
      builder.add("hub S3.8 \(words[0]) 1 eu-west-1 bucket\(number) \(rest)")
    }
    #expect(try builder.assess().securityHub[0] == status)
  }

  @Test("lets Security Hub's status fail when any account or region does, and not by an older copy")
  func securityHubPlaces() throws {
    var builder = AssessmentBuilder("S3.8", "S3.9")
    builder.add(
      "hub S3.8 passed 1 eu-west-1 a id=1", "hub S3.8 failed 2 us-east-1 a id=2",
      "hub S3.9 failed 1 eu-west-1 a id=3 at=18", "hub S3.9 passed 1 eu-west-1 a id=3 at=20")
    #expect(try builder.assess().securityHub == [0: .failed, 1: .passed])
  }

  @Test(
    "has the word of report.json",
    arguments: zip(
      CheckVerdict.allCases,
      [
        "failed", "unknown", "partial", "excepted", "passed", "not-covered", "no-data",
        "not-offered", "retired",
      ]))
  func words(verdict: CheckVerdict, word: String) { #expect(verdict.word == word) }
}
