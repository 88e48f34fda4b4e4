import Testing

@testable import AssessmentModel

/// Whole assessments whose results were worked out on paper with rules.md.
@Suite("Played through") struct PlayedThroughTests {
  @Test("IAM.4, legacy and consolidated, over four regions and two accounts, one closed")
  func rootKey() throws {
    var builder = AssessmentBuilder("IAM.4 critical global rule=iam-root-access-key-check", "S3.8")
    builder.generatorIDs = [
      "arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0/rule/1.12": ["IAM.4"],
      "pci-dss/v/3.2.1/PCI.IAM.1": ["IAM.4"],
    ]
    let cis = "arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0/rule/1.12"
    let pci = "pci-dss/v/3.2.1/PCI.IAM.1"
    builder.add(
      // Account 1 reports once a control: two regions agree today, one was seen two days before.
      "hub IAM.4 failed 1 eu-west-1 root id=1a at=20T10 first=02",
      "hub IAM.4 failed 1 us-east-1 root id=1b at=20T11",
      "hub IAM.4 passed 1 eu-central-1 root id=1c at=18T10",
      // One region still has a closed finding a standard from before the switch.
      "generator \(cis) failed 1 eu-west-1 root id=1d at=19T10 legacy archived",
      // Account 2 reports once a standard: PCI passed within the day, the older region is over.
      "generator \(cis) passed 2 us-east-1 root id=2a at=20T10 legacy",
      "generator \(pci) passed 2 eu-west-1 root id=2b at=20T09 legacy",
      "generator \(cis) failed 2 ap-southeast-2 root id=2c at=15T09 legacy",
      "hub S3.8 passed 1 eu-west-1 bucket id=3")
    let assessment = try builder.assess()
    #expect(
      assessment.findings(of: "IAM.4") == ["1 global root failed", "2 global root passed"])
    #expect(
      assessment.outcomes == [
        "finding", "merged", "superseded", "superseded", "finding", "merged", "superseded",
        "finding",
      ])
    #expect(assessment.places(of: "IAM.4") == ["1 global failed", "2 global passed"])
    #expect(assessment.scopeWords == ["1: eu-west-1", "2: "])
    #expect(assessment.securityHub == [0: .failed, 1: .passed])
    let result = assessment.objectives[0]
    #expect(result.verdict == .high && result.rule == .openFailure && result.known == "2 of 2")
    #expect(result.distance == Distance(next: .met, findings: 1, questions: 0, ambiguous: 0))
    #expect(result.openFindings == [.critical: 1])
    let finding = try #require(assessment.merged.findings.first)
    #expect(assessment.since(finding) == AssessmentBuilder.day("02"))
    let counts = assessment.reconciliation
    #expect(counts.records == 8 && counts.unique == 3 && counts.isBalanced)
  }

  @Test("a suppressed S3.8 among passed ones")
  func suppressed() throws {
    var builder = AssessmentBuilder("S3.8 high rule=s3-block")
    builder.add(
      "hub S3.8 passed 1 eu-west-1 a id=1", "hub S3.8 passed 1 eu-west-1 b id=2",
      "hub S3.8 failed 1 eu-west-1 website id=3 suppressed note=Public",
      "config s3-block failed 1 eu-west-1 website", "config s3-block passed 1 eu-west-1 a")
    let assessment = try builder.assess()
    #expect(
      assessment.findings(of: "S3.8") == [
        "1 eu-west-1 a passed", "1 eu-west-1 b passed", "1 eu-west-1 website suppressed",
      ])
    #expect(assessment.outcomes == ["finding", "finding", "suppressed", "merged", "merged"])
    #expect(
      assessment.place(of: "S3.8") == .excepted && assessment.verdict(of: "S3.8") == .excepted)
    #expect(assessment.securityHub == [0: .passed])
    let result = assessment.objectives[0]
    #expect(result.verdict == .met && result.rule == .metWithExceptions)
    #expect(result.because == [Cause(rule: .metWithExceptions, reference: "S3.8")])
    #expect(result.counts == ItemCounts(excepted: 1) && result.counts.score == nil)
    #expect(assessment.reconciliation.isBalanced)
  }

  @Test("a contradicted answer whose check belongs to another objective")
  func contradicted() throws {
    var builder = AssessmentBuilder("IAM.9 medium global", "S3.8 high")
    builder.objective(
      "so-1", core: "S3.8", pillar: "pillar",
      links: [.init(question: "q", choice: "b", contradictedBy: ["IAM.9"])])
    builder.objective("so-2", core: "IAM.9")
    builder.ask("q")
    builder.declare(accounts: "1 2", regions: "eu-west-1")
    builder.add(
      "hub S3.8 passed 1 eu-west-1 a id=1", "hub S3.8 passed 2 eu-west-1 a id=2",
      "hub IAM.9 failed 1 us-east-1 root id=3", "hub IAM.9 passed 2 us-east-1 root id=4")
    builder.answer("q", "a b", day: "10")
    let assessment = try builder.assess()
    let question = assessment.questions[0]
    #expect(question.accounts.map(\.risk) == [.medium, Risk.none])
    #expect(question.verdict == .answered && question.risk == .medium && question.isContradicted)
    #expect(assessment.evidence.answers[0].choices == ["a", "b"])
    #expect(assessment.contradictionWords == ["contradicted q.b IAM.9 1"])
    #expect(assessment.objectives.map(\.verdict) == [.medium, .medium])
    #expect(assessment.objectives.map(\.rule) == [.contradiction, .openFailure])
    #expect(assessment.objectives[0].because == [Cause(rule: .contradiction, reference: "q")])
    #expect(
      assessment.objectives[0].distance
        == Distance(next: .met, findings: 0, questions: 1, ambiguous: 0))
    let own = assessment.catalogue.objectives[0]
    let byAccount = try ["1", "2"].map {
      assessment.result(of: own, in: try #require(assessment.account($0))).verdict
    }
    #expect(byAccount == [.medium, .met])
  }

  @Test("an account with FSBP only")
  func fsbpOnly() throws {
    var builder = AssessmentBuilder(
      "S3.8 standards=FSBP,PCI", "CloudWatch.1 global standards=CIS",
      "IAM.7 global standards=CIS,NIST")
    builder.standards = ["FSBP", "PCI", "CIS", "NIST"].map {
      .init(name: $0, title: $0, id: "standards/\($0.lowercased())")
    }
    builder.declare(accounts: "1 2", regions: "eu-west-1")
    builder.enable("1", "eu-west-1", "standards/fsbp")
    builder.add(
      "hub S3.8 passed 1 eu-west-1 a id=1 standards=standards/fsbp",
      "hub S3.8 passed 2 eu-west-1 a id=2 standards=standards/fsbp")
    let assessment = try builder.assess()
    #expect(assessment.places(of: "S3.8") == ["1 eu-west-1 passed", "2 eu-west-1 passed"])
    #expect(assessment.places(of: "CloudWatch.1") == ["1 global not-covered", "2 global no-data"])
    #expect(assessment.verdict(of: "CloudWatch.1") == .noData)
    let objective = assessment.catalogue.objectives[0]
    let inFirst = assessment.result(of: objective, in: try #require(assessment.account("1")))
    #expect(inFirst.checks.map(\.verdict) == [.passed, .notCovered, .notCovered])
    #expect(inFirst.verdict == .notProven && inFirst.known == "1 of 3")
    #expect(
      inFirst.because.map(\.reference) == ["CloudWatch.1", "IAM.7"] && inFirst.rule == .notAllKnown)
    let score = try #require(assessment.objectives[0].counts.score)
    #expect(score.proven == 1 / 3.0 && score.possible == 1)
  }

  @Test("a fixed finding whose twin of a standard is still active")
  func fixed() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.generatorIDs = ["aws-foundational-security-best-practices/v/1.0.0/S3.8": ["S3.8"]]
    let legacy = "generator aws-foundational-security-best-practices/v/1.0.0/S3.8"
    builder.add(
      "\(legacy) failed 1 eu-west-1 a id=old at=20T08 legacy",
      "hub S3.8 passed 1 eu-west-1 a id=new at=20T12",
      "\(legacy) failed 1 eu-west-1 b id=old-b at=20T08 legacy")
    let assessment = try builder.assess()
    #expect(
      assessment.findings(of: "S3.8") == ["1 eu-west-1 a passed", "1 eu-west-1 b failed"])
    #expect(assessment.outcomes == ["superseded", "finding", "finding"])
    #expect(assessment.securityHub == [0: .failed])
    builder.evidence.records.rows.removeLast()
    let after = try builder.assess()
    #expect(after.verdict(of: "S3.8") == .passed && after.securityHub == [0: .passed])
    #expect(after.objectives[0].verdict == .met)
  }

  @Test("an export that holds only failures")
  func onlyFailed() throws {
    var builder = AssessmentBuilder("S3.7 low", "S3.8 high", "S3.9 medium")
    builder.add(
      "hub S3.7 failed 1 eu-west-1 a id=1", "hub S3.7 failed 1 eu-west-1 b id=2",
      "hub S3.7 failed 1 us-east-1 c id=3")
    let assessment = try builder.assess()
    #expect(assessment.warningNames == ["export-without-passes"])
    #expect(assessment.warnings.map(\.file) == ["0.json"])
    #expect(assessment.places(of: "S3.8") == ["1 eu-west-1 no-data", "1 us-east-1 no-data"])
    #expect(
      ["S3.7", "S3.8", "S3.9"].map { assessment.verdict(of: $0) } == [.failed, .noData, .noData])
    let result = assessment.objectives[0]
    #expect(result.verdict == .low && result.known == "1 of 3")
    #expect(
      result.distance == Distance(next: .notProven, findings: 3, questions: 0, ambiguous: 0))
    let score = try #require(result.counts.score)
    #expect(score.proven == 0 && score.possible == 2 / 3.0)
  }
}

extension ObjectiveResult {
  /// `n of m`.
  fileprivate var known: String { "\(counts.known.count) of \(counts.known.of)" }
}
