import AssessmentModel
import Testing

@Suite("The outcome of a record") struct RecordOutcomesTests {
  @Test(
    "is the first in the table that holds",
    arguments: [
      ("hub S3.8 failed - eu-west-1 b at=30", "unplaced"),
      ("other GuardDuty none 9 eu-west-1 b at=30", "later"),
      ("hub S3.8 failed 9 eu-west-1 b", "out-of-scope"),
      ("hub S3.8 failed 1 us-east-1 b", "out-of-scope"),
      ("other GuardDuty none 1 us-east-1 b", "out-of-scope"),
      ("other GuardDuty none 1 eu-west-1 b", "other-product"),
      ("hub SNS.1 failed 1 eu-west-1 b archived", "unmapped"),
      ("hub IAM.20 failed 1 eu-west-1 b archived", "retired"),
      ("generator cis/1.20 failed 1 eu-west-1 b archived", "retired"),
      ("hub S3.8 failed 1 eu-west-1 b archived", "archived"),
      ("hub S3.8 failed 1 eu-west-1 b suppressed", "suppressed"),
      ("hub S3.8 passed 1 eu-west-1 b suppressed", "finding"),
      ("hub S3.8 failed 1 eu-west-1 b", "finding"),
      ("generator cis/1.2 failed 1 eu-west-1 b", "ambiguous"),
      ("generator cis/1.2 failed 1 eu-west-1 b archived", "archived"),
    ])
  func first(record: String, outcome: String) throws {
    var builder = Self.builder
    builder.declare(accounts: "1", regions: "eu-west-1")
    builder.add(record)
    let assessment = try builder.assess()
    #expect(assessment.outcomes == [outcome])
    #expect(assessment.reconciliation.isBalanced)
  }

  private static var builder: AssessmentBuilder {
    var builder = AssessmentBuilder("S3.8", "IAM.20 global retired=2026-01-01", "IAM.1", "IAM.2")
    builder.generatorIDs = ["cis/1.2": ["IAM.1", "IAM.2"], "cis/1.20": ["IAM.20", "IAM.20"]]
    return builder
  }

  @Test("of an older copy, another witness and an excepted failure is told")
  func together() throws {
    var builder = AssessmentBuilder("S3.8 rule=s3-rule", "S3.1")
    builder.add(
      "hub S3.8 failed 1 eu-west-1 a id=1 at=19", "hub S3.8 failed 1 eu-west-1 a id=1 at=20",
      "config s3-rule failed 1 eu-west-1 a", "hub S3.1 failed 1 eu-west-1 a")
    builder.except { $0.check = "S3.1" }
    let assessment = try builder.assess()
    #expect(assessment.outcomes == ["superseded", "finding", "merged", "excepted"])
    #expect(assessment.reconciliation.unique == 2 && assessment.reconciliation.isBalanced)
  }

  @Test(
    "with several resources is the first of finding, excepted, suppressed, merged",
    arguments: [
      (["failed", "failed suppressed"], Outcome.finding, 1),
      (["failed suppressed", "failed"], .finding, 1),
      (["failed suppressed", "failed suppressed"], .suppressed, 1),
      (["failed", "failed", "passed"], .finding, 2),
    ])
  func several(rows: [String], outcome: Outcome, expanded: Int) throws {
    var builder = AssessmentBuilder("S3.8")
    for (number, row) in rows.enumerated() {
      let words = row.split(separator: " ", maxSplits: 1)
      let rest = words.count > 1 ? String(words[1]) : ""
      builder.add("hub S3.8 \(words[0]) 1 eu-west-1 bucket\(number) id=1 record=1 \(rest)")
    }
    let reconciliation = try builder.assess().reconciliation
    #expect(reconciliation.records == 1 && reconciliation.outcomes == [outcome: 1])
    #expect(reconciliation.expanded == expanded && reconciliation.unique == rows.count)
    #expect(reconciliation.isBalanced)
  }

  @Test("with an excepted and a suppressed resource is excepted")
  func exceptedBeforeSuppressed() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.add(
      "hub S3.8 failed 1 eu-west-1 a id=1 record=1 suppressed",
      "hub S3.8 failed 1 eu-west-1 b id=1 record=1")
    builder.except { $0.resource = "b" }
    #expect(try builder.assess().reconciliation.outcomes == [.excepted: 1])
    builder.add("hub S3.8 passed 1 eu-west-1 c id=1 record=1")
    #expect(try builder.assess().reconciliation.outcomes == [.finding: 1])
  }

  @Test("with a merged and a superseded resource is merged")
  func mergedBeforeOthers() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.add(
      "hub S3.8 failed 1 eu-west-1 a id=1 at=20", "hub S3.8 failed 1 eu-west-1 b id=2 at=20",
      "hub S3.8 passed 1 eu-west-1 a id=3 record=3 at=18",
      "hub S3.8 passed 1 eu-west-1 b id=3 record=3 at=20")
    let assessment = try builder.assess()
    #expect(assessment.outcomes == ["finding", "finding", "superseded", "merged"])
    #expect(assessment.reconciliation.outcomes == [.finding: 2, .merged: 1])
  }

  @Test("adds up with rejected records, metadata and answers")
  func sum() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.ask("q")
    builder.add("hub S3.8 failed 1 eu-west-1 a")
    builder.answer("q", "a", day: "20", workload: "w")
    builder.answer("q", "a", day: "19", workload: "w")
    builder.answer("q", "a", day: "30", workload: "w")
    builder.answer("q", "a", day: "20", accounts: "9")
    builder.answer("unknown", "a", day: "20")
    builder.evidence.files[0].rejected = 2
    builder.evidence.files[0].metadata = 3
    let reconciliation = try builder.assess().reconciliation
    #expect(
      reconciliation.outcomes == [
        .finding: 1, .answer: 1, .superseded: 1, .later: 1, .outOfScope: 1, .unmapped: 1,
        .rejected: 2, .metadata: 3,
      ])
    #expect(reconciliation.records == 11 && reconciliation.isBalanced)
  }

  @Test("of an answer is unmapped when the lens has no such question, asked by an objective or not")
  func unknownQuestion() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.objective("so-1", core: "S3.8")
    builder.ask("q")
    builder.add("hub S3.8 failed 1 eu-west-1 a")
    builder.answer("q", "a", day: "20")
    builder.answer("r", "a", day: "20")
    #expect(try builder.assess().answerOutcomes == [.answer, .unmapped])
  }

  @Test("has the word of report.json")
  func words() {
    #expect(
      Outcome.allCases.map(\.word) == [
        "rejected", "metadata", "unplaced", "later", "out-of-scope", "other-product", "unmapped",
        "retired", "superseded", "archived", "ambiguous", "merged", "excepted", "suppressed",
        "answer", "finding",
      ])
  }
}
