import Testing

@testable import AssessmentModel

@Suite("The check of a record") struct CheckReferenceTests {
  private static let catalogue: Catalogue = {
    var builder = AssessmentBuilder(
      "IAM.4 global rule=iam-root-access-key-check", "IAM.5 global rule=mfa-enabled",
      "S3.1 type=AwsAccount", "S3.8 type=AWS::S3::Bucket prowler=s3_block advisor=Pfx",
      "IAM.7 global rule=iam-password-policy", "IAM.15 global rule=iam-password-policy",
      "TA.zXC", "EC2.2 advisor=shared", "EC2.3 advisor=shared", "KMS.1 prowler=kms_1,both",
      "KMS.2 prowler=both", "SNS.1 rule=sns-rule prowler=sns")
    builder.generatorIDs = [
      "arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0/rule/1.12": ["IAM.4"],
      "arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0/rule/1.1": ["IAM.7"],
      "arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0/rule/1.10": ["IAM.15"],
      "cis-aws-foundations-benchmark/v/1.4.0/2.1.5": ["S3.1", "S3.8"],
      "cis-aws-foundations-benchmark/v/1.4.0/2.1.5.1": ["S3.1"],
      "cis-aws-foundations-benchmark/v/1.4.0/2.1.5.2": ["S3.8"],
      "pci-dss/v/3.2.1/PCI.IAM.1": ["IAM.4"],
    ]
    builder.objective(
      "so-1", core: "IAM.4 IAM.5 S3.1 S3.8 IAM.7 IAM.15 TA.zXC EC2.2 EC2.3 KMS.1 KMS.2")
    return builder.catalogue
  }()

  private static func meaning(_ reference: CheckReference, type: String = "") -> [String] {
    switch catalogue.resolve(reference, resourceType: type) {
    case .check(let index): [catalogue.checks[index].id]
    case .candidates(let indices): indices.map { catalogue.checks[$0].id }
    case .unmapped(let name): ["unmapped", name]
    case .otherProduct(let name): ["other", name]
    }
  }

  private static let fsbp = "aws-foundational-security-best-practices/v/1.0.0"
  private static let cis = "cis-aws-foundations-benchmark/v/1.2.0"

  @Test(
    "of Security Hub is found in each of the places that name it",
    arguments: [
      (SecurityHubReference(securityControlID: "iam.4"), "IAM.4"),
      (.init(generatorID: "security-control/IAM.4"), "IAM.4"),
      (.init(generatorID: "arn:aws:securityhub:::ruleset/\(cis)/rule/1.12"), "IAM.4"),
      (.init(generatorID: "arn:aws-us-gov:securityhub:::ruleset/\(cis)/rule/1.12"), "IAM.4"),
      (.init(generatorID: "PCI-DSS/v/3.2.1/PCI.IAM.1"), "IAM.4"),
      (.init(generatorID: "\(fsbp)/IAM.5"), "IAM.5"),
      (.init(generatorID: "nist-800-53/v/5.0.0/IAM.5"), "IAM.5"),
      (.init(generatorID: "cis-aws-foundations-benchmark/v/1.4.0/2.1.5.1"), "S3.1"),
      (.init(generatorID: "cis-aws-foundations-benchmark/v/1.4.0/2.1.5.2"), "S3.8"),
      (.init(controlID: "1.12", standard: "ruleset/\(cis)"), "IAM.4"),
      (.init(controlID: "PCI.IAM.1", standard: "standards/pci-dss/v/3.2.1"), "IAM.4"),
      (.init(controlID: "IAM.5", standard: "standards/\(fsbp)"), "IAM.5"),
      (
        .init(standardsControlARN: "arn:aws:securityhub:eu-west-1:1:control/\(fsbp)/IAM.5"), "IAM.5"
      ),
      (.init(standardsControlARN: "arn:aws:securityhub:eu-west-1:1:control/\(cis)/1.12"), "IAM.4"),
      (.init(titlePrefix: "IAM.5"), "IAM.5"),
      (.init(titlePrefix: "PCI.IAM.1"), "IAM.4"),
      (.init(standard: "ruleset/\(cis)", titlePrefix: "1.12"), "IAM.4"),
      (
        .init(remediationURL: "https://docs.aws.amazon.com/console/securityhub/IAM.5/remediation"),
        "IAM.5"
      ),
      (.init(remediationURL: "https://x/console/securityhub/PCI.IAM.1/remediation"), "IAM.4"),
    ] as [(SecurityHubReference, String)])
  func securityHub(reference: SecurityHubReference, id: String) {
    #expect(Self.meaning(.securityHub(reference)) == [id])
  }

  @Test(
    "of Security Hub keeps the zero at the end of its number",
    arguments: [
      SecurityHubReference(generatorID: "arn:aws:securityhub:::ruleset/\(cis)/rule/1.10"),
      .init(controlID: "1.10", standard: "ruleset/\(cis)"),
      .init(standardsControlARN: "arn:aws:securityhub:eu-west-1:1:control/\(cis)/1.10"),
      .init(standard: "ruleset/\(cis)", titlePrefix: "1.10"),
    ])
  func zero(reference: SecurityHubReference) {
    #expect(Self.meaning(.securityHub(reference)) == ["IAM.15"])
  }

  @Test("of Security Hub is the first of the places, in their order")
  func order() {
    var reference = SecurityHubReference(
      securityControlID: "IAM.4", generatorID: "security-control/IAM.5", controlID: "S3.1",
      standard: "standards/\(Self.fsbp)",
      standardsControlARN: "arn:aws:securityhub:eu-west-1:1:control/\(Self.fsbp)/S3.8",
      titlePrefix: "IAM.7",
      remediationURL: "https://docs.aws.amazon.com/console/securityhub/IAM.15/remediation")
    var ids: [[String]] = []
    func note() { ids.append(Self.meaning(.securityHub(reference))) }
    note()
    reference.securityControlID = nil
    note()
    reference.generatorID = "\(Self.fsbp)/EC2.2"
    note()
    reference.generatorID = nil
    note()
    reference.controlID = nil
    note()
    reference.standardsControlARN = nil
    note()
    reference.titlePrefix = nil
    note()
    #expect(
      ids == [["IAM.4"], ["IAM.5"], ["EC2.2"], ["S3.1"], ["S3.8"], ["IAM.7"], ["IAM.15"]])
  }

  @Test(
    "of Security Hub is unmapped, by name, when nothing claims it",
    arguments: [
      (SecurityHubReference(securityControlID: "SNS.1"), "SNS.1"),
      (.init(securityControlID: "XYZ.1"), "XYZ.1"),
      (.init(generatorID: "some-scanner/rule"), "some-scanner/rule"),
      (.init(titlePrefix: "Something"), "Something"), (.init(titlePrefix: "1.12"), "1.12"),
      (.init(), "unnamed control"),
    ] as [(SecurityHubReference, String)])
  func unmapped(reference: SecurityHubReference, name: String) {
    #expect(Self.meaning(.securityHub(reference)) == ["unmapped", name])
  }

  @Test(
    "behind an id of several controls is settled by the resource's type",
    arguments: [
      ("AwsS3Bucket", ["S3.8"]), ("AWS::S3::Bucket", ["S3.8"]), ("AwsAccount", ["S3.1"]),
      ("", ["S3.1", "S3.8"]), ("AwsOther", ["S3.1", "S3.8"]),
    ])
  func resourceType(type: String, ids: [String]) {
    let reference = SecurityHubReference(
      generatorID: "cis-aws-foundations-benchmark/v/1.4.0/2.1.5")
    #expect(Self.meaning(.securityHub(reference), type: type) == ids)
  }

  @Test(
    "of Trusted Advisor is the control of the same fact, else a check of its own",
    arguments: [
      ("Pfx", ["S3.8"]), ("zXC", ["TA.zXC"]), ("shared", ["EC2.2", "EC2.3"]),
      ("other", ["unmapped", "other"]),
    ])
  func trustedAdvisor(id: String, ids: [String]) {
    #expect(Self.meaning(.trustedAdvisor(id)) == ids)
  }

  @Test(
    "of Prowler is the control that the catalogue names",
    arguments: [
      ("s3_block", ["S3.8"]), ("KMS_1", ["KMS.1"]), ("both", ["KMS.1", "KMS.2"]),
      ("unknown", ["unmapped", "unknown"]), ("sns", ["unmapped", "sns"]),
    ])
  func prowler(name: String, ids: [String]) { #expect(Self.meaning(.prowler(name)) == ids) }

  @Test("is none where the product's findings are no check results")
  func otherProduct() { #expect(Self.meaning(.otherProduct("Macie")) == ["other", "Macie"]) }

  // MARK: One id for several checks

  /// The password policy's rule stands for IAM.7, IAM.15 and IAM.16; IAM.9 was withdrawn.
  private static func policy(_ records: String...) throws -> Assessment {
    var builder = AssessmentBuilder(
      "IAM.7 medium global rule=policy", "IAM.15 high global rule=policy",
      "IAM.16 low global rule=policy", "IAM.9 critical global rule=policy retired=2026-01-01")
    for record in records { builder.add(record) }
    return try builder.assess()
  }

  @Test("is ambiguous when several are left: each is unknown there, and a failure is carried")
  func ambiguous() throws {
    let assessment = try Self.policy("config policy failed 1 eu-west-1 account")
    #expect(assessment.outcomes == ["ambiguous"])
    #expect(assessment.ambiguous == ["IAM.7,IAM.15,IAM.16 1 eu-west-1 unexplained"])
    for id in ["IAM.7", "IAM.15", "IAM.16"] {
      #expect(assessment.places(of: id) == ["1 global unknown"])
    }
    #expect(assessment.places(of: "IAM.9") == [])
    let objective = assessment.objectives[0]
    #expect(objective.verdict == .low && objective.rule == .oneOfManyFailed)
    #expect(
      objective.because == [Cause(rule: .oneOfManyFailed, reference: "IAM.7 or IAM.15 or IAM.16")])
    #expect(objective.counts == ItemCounts(open: 1, unknown: 2, outside: 1))
    #expect(
      objective.distance == Distance(next: .notProven, findings: 0, questions: 0, ambiguous: 1))
  }

  @Test("is carried only by an objective that claims all candidates")
  func carriers() throws {
    var builder = AssessmentBuilder("IAM.7 global rule=policy", "IAM.15 global rule=policy")
    builder.objective("so-1", core: "IAM.7")
    builder.objective("so-2", core: "IAM.7", extension: "IAM.15")
    builder.add("config policy failed 1 eu-west-1 account")
    let objectives = try builder.assess().objectives
    #expect(objectives.map(\.verdict) == [.notAssessed, .high])
  }

  @Test("is decided when one candidate is left")
  func oneLeft() throws {
    let assessment = try Self.policy(
      "config policy failed 1 eu-west-1 account", "hub IAM.7 passed 1 eu-west-1 account",
      "hub IAM.16 passed 1 us-east-1 account")
    #expect(assessment.outcomes == ["finding", "finding", "finding"])
    #expect(assessment.findings(of: "IAM.15") == ["1 global account failed"])
  }

  @Test("is decided when all candidates but one are withdrawn")
  func retired() throws {
    var builder = AssessmentBuilder("IAM.7 global", "IAM.20 global retired=2026-01-01")
    builder.generatorIDs = ["cis/1.1": ["IAM.20", "IAM.7"]]
    builder.add("generator cis/1.1 failed 1 eu-west-1 account")
    #expect(try builder.assess().findings(of: "IAM.7") == ["1 global account failed"])
    builder.asOf = Instant("2025-12-31")
    builder.evidence.records.rows[0].updated = 0
    #expect(try builder.assess().outcomes == ["ambiguous"])
  }

  @Test(
    "stays a candidate where its own result is not definite, or elsewhere",
    arguments: [
      "hub IAM.7 warning 1 eu-west-1 account", "hub IAM.7 passed 2 eu-west-1 account",
      "hub IAM.7 passed 1 eu-west-1 account archived",
      "hub IAM.7 passed 1 eu-west-1 account at=30", "hub IAM.7 passed 1 eu-west-1 account file=1",
    ])
  func notDefinite(record: String) throws {
    var builder = AssessmentBuilder("IAM.7 global rule=policy", "IAM.15 global rule=policy")
    builder.add("config policy failed 1 eu-west-1 account", record)
    builder.evidence.files = ["0.json", "1.json"].map(AssessmentBuilder.file)
    builder.evidence.files[1].isIncomplete = true
    #expect(try builder.assess().ambiguous == ["IAM.7,IAM.15 1 eu-west-1 unexplained"])
  }

  @Test("stays a candidate while another of its resources there is unknown")
  func mixed() throws {
    var builder = AssessmentBuilder("IAM.7 global rule=policy", "IAM.15 global rule=policy")
    builder.add(
      "config policy failed 1 eu-west-1 account", "hub IAM.7 passed 1 eu-west-1 a",
      "hub IAM.7 warning 1 eu-west-1 b")
    #expect(try builder.assess().ambiguous == ["IAM.7,IAM.15 1 eu-west-1 unexplained"])
  }

  @Test(
    "explains a failure when a candidate fails there, open or set aside",
    arguments: ["", " suppressed"])
  func explained(words: String) throws {
    let assessment = try Self.policy(
      "config policy failed 1 eu-west-1 account",
      "hub IAM.7 failed 1 eu-west-1 account" + words)
    #expect(assessment.ambiguous == ["IAM.15,IAM.16 1 eu-west-1"])
    #expect(assessment.objectives[0].rule != .oneOfManyFailed)
    #expect(assessment.places(of: "IAM.16") == ["1 global unknown"])
  }

  @Test("with no candidate left is carried when nothing explains the failure, else merged")
  func noneLeft() throws {
    let passes = ["IAM.7", "IAM.15", "IAM.16"].map { "hub \($0) passed 1 eu-west-1 account" }
    let unexplained = try Self.policy(
      "config policy failed 1 eu-west-1 account", passes[0], passes[1], passes[2])
    #expect(unexplained.ambiguous == [" 1 eu-west-1 unexplained"])
    #expect(unexplained.objectives[0].rule == .oneOfManyFailed)
    let settled = try Self.policy(
      "config policy passed 1 eu-west-1 account", passes[0], passes[1], passes[2])
    #expect(settled.outcomes[0] == "merged" && settled.objectives[0].verdict == .met)
  }

  @Test("that passes, or whose failure is muted, makes its candidates unknown and opens nothing")
  func ambiguousPass() throws {
    for words in ["passed 1 eu-west-1 account", "failed 1 eu-west-1 account suppressed"] {
      let assessment = try Self.policy("config policy \(words)")
      #expect(assessment.ambiguous == ["IAM.7,IAM.15,IAM.16 1 eu-west-1"])
      #expect(assessment.objectives[0].verdict == .notAssessed)
    }
  }

  @Test(
    "of several by Prowler is ambiguous when it fails and says nothing when it passes",
    arguments: [
      ("failed", ["KMS.1,KMS.2 1 eu-west-1 unexplained"], PlaceState.unknown),
      ("passed", [], .noData), ("warning", ["KMS.1,KMS.2 1 eu-west-1"], .unknown),
    ])
  func prowlerOfSeveral(status: String, ambiguous: [String], state: PlaceState) throws {
    var builder = AssessmentBuilder("KMS.1 prowler=both", "KMS.2 prowler=both")
    builder.add("prowler both \(status) 1 eu-west-1 key")
    let assessment = try builder.assess()
    #expect(assessment.outcomes == ["ambiguous"] && assessment.ambiguous == ambiguous)
    #expect(assessment.place(of: "KMS.1") == state && assessment.place(of: "KMS.2") == state)
  }

  @Test("of several by Prowler is not proven by a pass when the other one is known")
  func prowlerPassSettlesNothing() throws {
    var builder = AssessmentBuilder("KMS.1 prowler=both", "KMS.2 prowler=both")
    builder.add("prowler both passed 1 eu-west-1 key", "hub KMS.1 failed 1 eu-west-1 key")
    #expect(try builder.assess().place(of: "KMS.2") == .noData)
  }
}
