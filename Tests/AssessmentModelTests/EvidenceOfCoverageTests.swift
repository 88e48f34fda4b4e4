import AssessmentModel
import Testing

@Suite("Evidence of what is on and offered") struct EvidenceOfCoverageTests {
  @Test("that Security Hub is on somewhere makes the place part of the scope, and nothing more")
  func hub() throws {
    var builder = AssessmentBuilder("S3.8 standards=FSBP", "IAM.4 global standards=FSBP")
    builder.standards = [
      .init(name: "FSBP", title: "FSBP", id: "standards/fsbp"),
      .init(name: "PCI", title: "PCI", id: "standards/pci"),
    ]
    builder.enable("1", "us-east-1", "standards/pci")
    builder.evidence.enablement.append(
      Enablement(
        account: AssessmentBuilder.account("1"), region: "eu-west-1", standards: nil,
        tellsControls: false))
    let assessment = try builder.assess()
    #expect(
      assessment.places(of: "S3.8") == ["1 eu-west-1 no-data", "1 us-east-1 not-covered"])
    #expect(assessment.places(of: "IAM.4") == ["1 global not-covered"])
  }

  @Test("goes before what the catalogue knows of a regional check's regions")
  func availability() throws {
    var builder = AssessmentBuilder("S3.8", "IAM.4 global")
    builder.notOffered = ["eu-west-1": ["s3.8"], "us-east-1": []]
    builder.declare(accounts: "1", regions: "eu-west-1 us-east-1 eu-north-1")
    builder.evidence.availability = [
      "eu-west-1": ["s3.8": true, "iam.4": false], "us-east-1": ["s3.8": false, "iam.4": false],
    ]
    let assessment = try builder.assess()
    #expect(assessment.places(of: "S3.8") == ["1 eu-north-1 no-data", "1 eu-west-1 no-data"])
    #expect(assessment.places(of: "IAM.4") == ["1 global no-data"])
    builder.add("hub S3.8 passed 1 us-east-1 a")
    #expect(try builder.assess().places(of: "S3.8").contains("1 us-east-1 passed"))
  }

  @Test(
    "of a control's parameters holds back what its pass would imply",
    arguments: [
      ("eu-west-1", ["Days": ["90"]], true), ("eu-west-1", ["Days": ["45"]], false),
      ("eu-west-1", ["Other": ["45"]], true), ("us-east-1", ["Days": ["45"]], false),
    ])
  func parameters(region: String, values: [String: [String]], isImplied: Bool) throws {
    var builder = AssessmentBuilder("IAM.7 global", "IAM.11 global", "S3.1", "S3.2")
    builder.imply("IAM.11", by: "IAM.7", parameters: ["Days": ["90"]])
    builder.imply("S3.2", by: "S3.1", parameters: ["Days": ["90"]])
    builder.add("hub IAM.7 passed 1 eu-west-1 a", "hub S3.1 passed 1 eu-west-1 a")
    builder.evidence.enablement = [
      Enablement(
        account: AssessmentBuilder.account("1"), region: region, standards: nil,
        parameters: ["iam.7": values, "S3.1": values])
    ]
    let assessment = try builder.assess()
    #expect(assessment.place(of: "IAM.11") == (isImplied ? .implied : .noData))
    let isRegional = isImplied || region != "eu-west-1"
    #expect(
      assessment.places(of: "S3.2").first == "1 eu-west-1 \(isRegional ? "implied" : "no-data")")
  }
}
