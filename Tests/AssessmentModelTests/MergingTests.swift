import AssessmentModel
import Testing

@Suite("Merging") struct MergingTests {
  /// Records of S3.8 on one bucket, without the words that are always the same.
  private static func merge(_ records: [String]) throws -> Assessment {
    var builder = AssessmentBuilder("S3.8 rule=rule advisor=ta prowler=p")
    let names = ["hub": "S3.8", "config": "rule", "advisor": "ta", "prowler": "p"]
    for record in records {
      let words = AssessmentBuilder.words(record)
      let rest = words.dropFirst(2).joined(separator: " ")
      builder.add("\(words[0]) \(names[words[0]] ?? "") \(words[1]) 1 eu-west-1 bucket \(rest)")
    }
    return try builder.assess()
  }

  @Test(
    "of one source's record takes the newest copy, which may close it",
    arguments: [
      (
        ["hub failed id=1 at=19", "hub passed id=1 at=20"], Finding.State.passed,
        "superseded finding"
      ),
      (["hub passed id=1 at=20", "hub failed id=1 at=19"], .passed, "finding superseded"),
      (["hub failed id=1 at=20", "hub failed id=1 at=20"], .failed, "finding superseded"),
      (["hub passed id=1 at=20", "hub failed id=1 at=20"], .failed, "superseded finding"),
      (["hub failed id=1 at=19", "hub passed id=1 at=20 archived"], nil, "superseded archived"),
      (["hub failed id=1 at=20", "hub failed id=1 at=19 archived"], .failed, "finding superseded"),
      (["hub passed id=1 at=20", "hub failed id=1 at=20 archived"], .passed, "finding superseded"),
      (["hub failed id=1 undated", "hub passed id=1 at=01"], .passed, "superseded finding"),
      (["hub failed id=1 at=19", "prowler passed id=1 at=20"], .failed, "finding merged"),
    ])
  func copies(records: [String], state: Finding.State?, outcomes: String) throws {
    let assessment = try Self.merge(records)
    #expect(assessment.state(of: "S3.8") == state)
    #expect(assessment.outcomes == AssessmentBuilder.words(outcomes))
    #expect(assessment.reconciliation.isBalanced)
  }

  @Test(
    "of one source takes the form of its newest active record",
    arguments: [
      (
        ["hub passed id=1 at=20", "hub failed id=2 at=19 legacy"], Finding.State.passed,
        "finding superseded"
      ),
      (["hub failed id=1 at=19", "hub passed id=2 at=20 legacy"], .passed, "superseded finding"),
      (
        ["hub failed id=1 at=19", "hub passed id=2 at=20 legacy archived"], .failed,
        "finding superseded"
      ),
      (
        ["hub passed id=1 at=20T10", "hub failed id=2 at=20T09 legacy"], .passed,
        "finding superseded"
      ),
      (
        ["hub passed id=1 at=20", "hub failed id=2 at=20 legacy"], .failed, "superseded finding"
      ),
    ])
  func forms(records: [String], state: Finding.State?, outcomes: String) throws {
    let assessment = try Self.merge(records)
    #expect(assessment.state(of: "S3.8") == state)
    #expect(assessment.outcomes == AssessmentBuilder.words(outcomes))
  }

  @Test(
    "within a form takes the worst of what was updated within 24 hours of the newest",
    arguments: [
      (
        ["hub failed id=1 at=19T10", "hub passed id=2 at=20T10"], Finding.State.failed,
        "finding merged"
      ),
      (["hub failed id=1 at=19T09", "hub passed id=2 at=20T10"], .passed, "superseded finding"),
      (["hub warning id=1 at=20T09", "hub passed id=2 at=20T10"], .unknown, "finding merged"),
      (
        ["hub failed id=1 at=20T09 archived", "hub passed id=2 at=20T10"], .passed,
        "archived finding"
      ),
      (
        ["hub failed id=1 at=19T09 archived", "hub passed id=2 at=20T10"], .passed,
        "superseded finding"
      ),
      (["hub failed id=1 undated", "hub passed id=2 at=20"], .passed, "superseded finding"),
      (["hub failed id=1 undated", "hub passed id=2 undated"], .failed, "finding merged"),
      (["hub failed id=1 archived", "hub passed id=2 archived"], nil, "archived archived"),
    ])
  func window(records: [String], state: Finding.State?, outcomes: String) throws {
    let assessment = try Self.merge(records)
    #expect(assessment.state(of: "S3.8") == state)
    #expect(assessment.outcomes == AssessmentBuilder.words(outcomes))
  }

  @Test(
    "orders results: failed, set aside, unknown, passed",
    arguments: [
      (["failed", "failed suppressed", "warning", "passed"], Finding.State.failed),
      (["failed suppressed", "warning", "passed"], .suppressed), (["warning", "passed"], .unknown),
      (["not-available", "passed"], .unknown), (["passed"], .passed),
      (["warning suppressed", "passed"], .unknown),
    ])
  func order(results: [String], state: Finding.State) throws {
    let records = results.enumerated().map { number, result in
      let words = AssessmentBuilder.words(result)
      return "hub \(words[0]) id=\(number) " + words.dropFirst().joined(separator: " ")
    }
    for records in [records, records.reversed()] {
      #expect(try Self.merge(records).state(of: "S3.8") == state)
    }
  }

  @Test("keeps old findings of Security Hub that a newer export does not hold")
  func noSnapshots() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.add(
      "hub S3.8 failed 1 eu-west-1 a at=10 file=0", "hub S3.8 passed 1 eu-west-1 b file=1")
    #expect(try builder.assess().outcomes == ["finding", "finding"])
  }

  @Test(
    "across sources takes the worst, whatever its age",
    arguments: [
      (["hub failed at=01", "config passed at=20"], Finding.State.failed, "finding merged"),
      (["hub passed at=20", "config failed at=01"], .failed, "merged finding"),
      (["hub passed", "prowler warning"], .unknown, "merged finding"),
      (["hub passed", "advisor failed"], .failed, "merged finding"),
    ])
  func sources(records: [String], state: Finding.State, outcomes: String) throws {
    let assessment = try Self.merge(records)
    let finding = try #require(assessment.finding(of: "S3.8"))
    #expect(finding.state == state && finding.isDisputed && finding.witnesses.count == 2)
    #expect(assessment.outcomes == AssessmentBuilder.words(outcomes))
    #expect(assessment.merged.witnesses[finding.witnesses].first == Int32(finding.deciding))
  }

  @Test("calls sources that agree no disagreement")
  func agreement() throws {
    let assessment = try Self.merge(["hub failed", "config failed"])
    #expect(assessment.finding(of: "S3.8")?.isDisputed == false)
  }

  @Test(
    "lets a suppression of Security Hub set aside Config's failure, and another mute only its own",
    arguments: [
      (["hub failed id=1 suppressed", "config failed"], Finding.State.suppressed),
      (["hub failed id=1 suppressed", "prowler failed"], .failed),
      (["hub failed id=1 suppressed", "advisor failed"], .failed),
      (["prowler failed suppressed", "hub failed"], .failed),
      (["prowler failed suppressed", "config failed"], .failed),
      (["prowler failed suppressed"], .suppressed),
      (["hub passed suppressed", "config failed"], .failed),
    ])
  func suppression(records: [String], state: Finding.State) throws {
    #expect(try Self.merge(records).state(of: "S3.8") == state)
  }

  @Test("lets the record with the suppression decide, so that its note is shown")
  func suppressionDecides() throws {
    let assessment = try Self.merge(["config failed", "hub failed id=1 suppressed note=Accepted"])
    #expect(assessment.outcomes == ["merged", "suppressed"])
    #expect(assessment.finding(of: "S3.8")?.isDisputed == false)
  }

  @Test(
    "settles ties by date, then by the record id, byte by byte",
    arguments: [
      (["hub failed id=b", "hub failed id=a"], "merged finding"),
      (["hub failed id=a-9", "hub failed id=a-10"], "merged finding"),
      (["hub failed id=a", "hub failed id=B"], "merged finding"),
      (["hub failed id=a undated", "prowler failed id=b"], "merged finding"),
      (["config failed", "prowler failed id=z"], "merged finding"),
    ])
  func ties(records: [String], outcomes: String) throws {
    #expect(try Self.merge(records).outcomes == AssessmentBuilder.words(outcomes))
  }

  @Test("gives the same findings in whatever order the records come")
  func anyOrder() throws {
    let records = [
      "hub failed id=3 at=20T10", "hub passed id=2 at=20T09", "hub failed id=1 at=20T08",
      "config failed id=0", "prowler passed id=9",
    ]
    for shift in records.indices {
      let turned = Array(records[shift...] + records[..<shift])
      let assessment = try Self.merge(turned)
      let finding = try #require(assessment.finding(of: "S3.8"))
      #expect(turned[finding.deciding] == "config failed id=0")
    }
  }

  @Test("keeps apart what differs in account, region, check or resource")
  func keys() throws {
    var builder = AssessmentBuilder("S3.8", "S3.9")
    builder.add(
      "hub S3.8 failed 1 eu-west-1 a id=1", "hub S3.8 passed 2 eu-west-1 a id=2",
      "hub S3.8 passed 1 us-east-1 a id=3", "hub S3.9 passed 1 eu-west-1 a id=4",
      "hub S3.8 passed 1 eu-west-1 b id=5")
    let assessment = try builder.assess()
    #expect(
      assessment.findings(of: "S3.8") == [
        "1 eu-west-1 a failed", "1 eu-west-1 b passed", "1 us-east-1 a passed",
        "2 eu-west-1 a passed",
      ])
    #expect(assessment.findings(of: "S3.9") == ["1 eu-west-1 a passed"])
  }

  @Test("joins the regions of a global check")
  func global() throws {
    var builder = AssessmentBuilder("IAM.4 global")
    builder.add(
      "hub IAM.4 failed 1 eu-west-1 root id=1 at=20T10",
      "hub IAM.4 passed 1 us-east-1 root id=2 at=20T12")
    #expect(try builder.assess().findings(of: "IAM.4") == ["1 global root failed"])
  }

  @Test("says how long before its source's newest record a finding was last seen")
  func daysBehind() throws {
    var builder = AssessmentBuilder("S3.8 rule=rule", "S3.9", "S3.7")
    builder.add(
      "hub S3.8 failed 1 eu-west-1 a at=06", "config rule passed 1 eu-west-1 a at=22",
      "hub S3.9 passed 1 eu-west-1 a at=20", "hub S3.9 passed 1 eu-west-1 a at=30 id=x",
      "hub S3.7 passed 1 eu-west-1 a undated")
    let assessment = try builder.assess()
    let days = try ["S3.8", "S3.9", "S3.7"].map { check in
      assessment.daysBehind(try #require(assessment.finding(of: check)))
    }
    #expect(days == [14, 0, nil])
  }

  @Test("knows since when a finding is there, from any of its witnesses")
  func since() throws {
    let assessment = try Self.merge([
      "hub failed id=1 at=20 created=10 first=12", "prowler failed id=2 at=19 created=11",
    ])
    let finding = try #require(assessment.finding(of: "S3.8"))
    #expect(assessment.since(finding) == AssessmentBuilder.day("11"))
  }
}
