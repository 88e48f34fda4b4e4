import AssessmentModel
import Testing

@Suite("A place") struct PlacesTests {
  @Test("of a regional check is an account and a region, of a global one an account")
  func scopes() throws {
    var builder = AssessmentBuilder("S3.8", "IAM.4 global")
    builder.declare(accounts: "2 1", regions: "us-east-1 eu-west-1")
    let assessment = try builder.assess()
    #expect(
      assessment.places(of: "S3.8") == [
        "1 eu-west-1 no-data", "1 us-east-1 no-data", "2 eu-west-1 no-data", "2 us-east-1 no-data",
      ])
    #expect(assessment.places(of: "IAM.4") == ["1 global no-data", "2 global no-data"])
  }

  @Test("of a global check takes records of every region of an account in scope")
  func globalRecords() throws {
    var builder = AssessmentBuilder("S3.8", "IAM.4 global")
    builder.declare(accounts: "1", regions: "eu-west-1")
    builder.add("hub IAM.4 failed 1 us-east-1 root", "hub IAM.4 failed 2 eu-west-1 root")
    let assessment = try builder.assess()
    #expect(assessment.places(of: "IAM.4") == ["1 global failed"])
    #expect(assessment.outcomes == ["finding", "out-of-scope"])
  }

  @Test("is where an account may have its own regions")
  func ownRegions() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.evidence.scope = Scope(accounts: [
      .init(id: AssessmentBuilder.account("1"), regions: ["eu-west-1"]),
      .init(id: AssessmentBuilder.account("2"), regions: ["us-east-1"]),
    ])
    builder.add("hub S3.8 failed 1 us-east-1 b", "hub S3.8 failed 2 us-east-1 b")
    let assessment = try builder.assess()
    #expect(assessment.places(of: "S3.8") == ["1 eu-west-1 no-data", "2 us-east-1 failed"])
    #expect(assessment.outcomes == ["out-of-scope", "finding"])
  }

  @Test(
    "is in an undeclared scope where records name it",
    arguments: [
      ("hub S3.8 failed 1 eu-west-1 b", ["1: eu-west-1"]),
      ("other GuardDuty none 1 eu-west-1 b", ["1: eu-west-1"]),
      ("hub SNS.1 passed 1 eu-west-1 b", ["1: eu-west-1"]),
      ("hub S3.8 failed 1 eu-west-1 b archived", ["1: eu-west-1"]),
      ("hub S3.8 failed 1 eu-west-1 b at=30", []),
      ("hub S3.8 failed - eu-west-1 b", []),
      ("hub IAM.4 failed 1 eu-west-1 root", ["1: "]),
      ("generator cis/1.2 failed 1 eu-west-1 root", ["1: "]),
      ("advisor ta failed 1 - b", ["1: "]),
      ("advisor ta failed 1 global b", ["1: "]),
    ])
  func undeclared(record: String, scope: [String]) throws {
    var builder = AssessmentBuilder("S3.8 advisor=ta", "IAM.4 global", "IAM.5 global")
    builder.generatorIDs = ["cis/1.2": ["IAM.4", "IAM.5"]]
    builder.add(record)
    #expect(try builder.assess().scopeWords == scope)
  }

  @Test("is in an undeclared scope where a list of standards names it")
  func enablement() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.enable("2", "eu-west-1", "standards/fsbp")
    builder.add("hub S3.8 failed 1 us-east-1 b")
    #expect(try builder.assess().scopeWords == ["1: us-east-1", "2: eu-west-1"])
  }

  @Test("of an extension check is only where a record names it")
  func extensionCheck() throws {
    var builder = AssessmentBuilder("S3.8", "S3.9")
    builder.objective("so-1", core: "S3.8", extension: "S3.9")
    builder.declare(accounts: "1 2", regions: "eu-west-1")
    builder.add("hub S3.9 passed 1 eu-west-1 a")
    #expect(try builder.assess().places(of: "S3.9") == ["1 eu-west-1 passed"])
  }

  @Test("is not there where AWS does not offer the check, unless a record makes it")
  func notOffered() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.notOffered = ["eu-west-1": ["s3.8"], "us-east-1": ["s3.8"], "eu-west-2": []]
    builder.declare(accounts: "1", regions: "eu-west-1 us-east-1 eu-west-2")
    builder.add("hub S3.8 passed 1 us-east-1 b")
    #expect(
      try builder.assess().places(of: "S3.8") == ["1 eu-west-2 no-data", "1 us-east-1 passed"])
  }

  @Test(
    "of a global check is there where a region of the account's partition offers it",
    arguments: [
      ("eu-west-1", ["1 global no-data"]), ("us-gov-west-1", []),
      ("cn-north-1", ["1 global no-data"]),
    ])
  func partition(region: String, places: [String]) throws {
    var builder = AssessmentBuilder("IAM.4 global")
    builder.notOffered = [
      "eu-west-1": ["iam.4"], "us-east-1": [], "us-gov-west-1": ["iam.4"],
      "us-gov-east-1": ["iam.4"],
    ]
    builder.declare(accounts: "1", regions: region)
    #expect(try builder.assess().places(of: "IAM.4") == places)
  }

  @Test(
    "has the worst state of what records say there",
    arguments: [
      (["failed", "failed suppressed", "warning", "passed"], PlaceState.failed),
      (["failed suppressed", "warning", "passed"], .excepted),
      (["warning", "passed"], .unknown), (["not-available", "passed"], .unknown),
      (["none"], .unknown), (["passed", "passed"], .passed), (["failed archived"], .noData),
    ])
  func state(statuses: [String], state: PlaceState) throws {
    var builder = AssessmentBuilder("S3.8")
    for (number, status) in statuses.enumerated() {
      let words = AssessmentBuilder.words(status)
      let rest = words.dropFirst().joined(separator: " ")
      builder.add("hub S3.8 \(words[0]) 1 eu-west-1 bucket\(number) id=\(number) \(rest)")
    }
    #expect(try builder.assess().place(of: "S3.8") == state)
  }

  @Test("with an excepted failure and an unknown record is excepted")
  func excepted() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.add("hub S3.8 failed 1 eu-west-1 a", "hub S3.8 warning 1 eu-west-1 b")
    builder.except { $0.check = "S3.8" }
    #expect(try builder.assess().place(of: "S3.8") == .excepted)
  }

  // MARK: Implied

  @Test(
    "without a record passes where a stronger check passed there",
    arguments: [
      ("hub IAM.4 passed 1 eu-west-1 a", "1 eu-west-1 implied"),
      ("hub IAM.4 failed 1 eu-west-1 a", "1 eu-west-1 no-data"),
      ("hub IAM.4 warning 1 eu-west-1 a", "1 eu-west-1 no-data"),
      ("hub IAM.4 failed 1 eu-west-1 a suppressed", "1 eu-west-1 no-data"),
    ])
  func implied(record: String, place: String) throws {
    var builder = AssessmentBuilder("IAM.3", "IAM.4")
    builder.imply("IAM.3", by: "IAM.4")
    builder.add(record)
    let assessment = try builder.assess()
    #expect(assessment.places(of: "IAM.3") == [place])
    let implied = assessment.places[0].compactMap(\.impliedBy)
    #expect(implied == (place.hasSuffix("implied") ? ["IAM.4"] : []))
  }

  @Test("is not implied from another place, nor against a record, nor along a chain")
  func notImplied() throws {
    var builder = AssessmentBuilder("IAM.2", "IAM.3", "IAM.4")
    builder.imply("IAM.3", by: "IAM.4")
    builder.imply("IAM.2", by: "IAM.3")
    builder.add(
      "hub IAM.4 passed 1 eu-west-1 a", "hub IAM.4 passed 1 us-east-1 a",
      "hub IAM.3 warning 1 us-east-1 a", "hub SNS.1 passed 1 eu-west-2 a")
    let assessment = try builder.assess()
    #expect(
      assessment.places(of: "IAM.3") == [
        "1 eu-west-1 implied", "1 eu-west-2 no-data", "1 us-east-1 unknown",
      ])
    #expect(
      assessment.places(of: "IAM.2") == [
        "1 eu-west-1 no-data", "1 eu-west-2 no-data", "1 us-east-1 no-data",
      ])
  }

  @Test(
    "is implied only under the parameters that the implication names, a missing one being default",
    arguments: [
      ("", PlaceState.implied), ("parameters=Other=x", .implied), ("parameters=Days=90", .implied),
      ("parameters=Days=45;Other=x", .implied), ("parameters=Days=120", .noData),
      ("parameters=Days=90,120", .noData),
    ])
  func parameters(words: String, state: PlaceState) throws {
    var builder = AssessmentBuilder("IAM.3", "IAM.4")
    builder.imply("IAM.3", by: "IAM.4", parameters: ["Days": ["90", "45"]])
    builder.add("hub IAM.4 passed 1 eu-west-1 a", "hub IAM.4 passed 1 eu-west-1 b \(words)")
    #expect(try builder.assess().place(of: "IAM.3") == state)
  }

  @Test("keeps the parameters of a finding in a fixed form")
  func parameterText() {
    #expect(Parameters.text(["B": ["2"], "A": ["1", "x"]]) == "A=1,x;B=2")
  }

  // MARK: Not covered

  @Test(
    "is not covered where the enabled standards are listed and none holds the check",
    arguments: [
      ("standards/fsbp", "", PlaceState.noData), ("standards/pci", "", .notCovered),
      ("standards/pci standards/fsbp", "", .noData), ("standards/new", "", .noData),
      (nil, "", .noData), (nil, "s3.8", .notCovered), ("standards/fsbp", "S3.8", .notCovered),
      (nil, "S3.1", .noData),
    ] as [(String?, String, PlaceState)])
  func notCovered(standards: String?, off: String, state: PlaceState) throws {
    var builder = Self.standards
    builder.enable("1", "eu-west-1", standards, off: off)
    #expect(try builder.assess().place(of: "S3.8") == state)
  }

  private static var standards: AssessmentBuilder {
    var builder = AssessmentBuilder("S3.8 standards=FSBP", "IAM.4 global standards=FSBP")
    builder.standards = [
      .init(name: "FSBP", title: "FSBP", id: "standards/fsbp"),
      .init(name: "PCI", title: "PCI", id: "standards/pci"),
    ]
    return builder
  }

  @Test("is not proven off by a list of another account or region, nor by a finding")
  func elsewhere() throws {
    var builder = Self.standards
    builder.enable("1", "us-east-1", "standards/pci")
    builder.enable("2", "eu-west-1", "standards/pci")
    builder.add("hub SNS.1 passed 1 eu-west-1 a standards=standards/pci")
    #expect(
      try builder.assess().places(of: "S3.8") == [
        "1 eu-west-1 no-data", "1 us-east-1 not-covered", "2 eu-west-1 not-covered",
      ])
  }

  @Test("may be proven on by a finding where a list leaves the standard out")
  func provenOn() throws {
    var builder = Self.standards
    builder.enable("1", "eu-west-1", "standards/pci")
    builder.add("hub SNS.1 passed 1 eu-west-1 a standards=standards/pci,standards/fsbp")
    #expect(try builder.assess().place(of: "S3.8") == .noData)
    builder.evidence.records.rows[0].updated = AssessmentBuilder.day("30").seconds
    #expect(try builder.assess().place(of: "S3.8") == .notCovered)
  }

  @Test("of a global check is not covered when every listed region of the account says so")
  func globalNotCovered() throws {
    var builder = Self.standards
    builder.enable("1", "us-east-1", "standards/pci")
    builder.enable("2", "us-east-1", "standards/pci")
    builder.enable("2", "eu-west-1", "standards/fsbp")
    #expect(
      try builder.assess().places(of: "IAM.4") == ["1 global not-covered", "2 global no-data"])
  }

  @Test("with a record, or implied, is judged by that whatever the lists say")
  func recordBeatsLists() throws {
    var builder = Self.standards
    builder.imply("IAM.4", by: "S3.8")
    builder.enable("1", "eu-west-1", "standards/pci", off: "S3.8")
    builder.add("hub S3.8 passed 1 eu-west-1 a")
    #expect(try builder.assess().place(of: "S3.8") == .passed)
  }

  // MARK: Incomplete files and Prowler alone

  @Test(
    "is unknown when its passes come out of an incomplete file only",
    arguments: [
      (["hub S3.8 passed 1 eu-west-1 a file=1"], PlaceState.unknown),
      (["hub S3.8 failed 1 eu-west-1 a file=1"], .failed),
      (["hub S3.8 passed 1 eu-west-1 a"], .passed),
      (
        ["hub S3.8 passed 1 eu-west-1 a file=1", "config rule passed 1 eu-west-1 a"],
        .passed
      ),
      (["hub S3.8 passed 1 eu-west-1 a file=1", "hub S3.8 passed 1 eu-west-1 b"], .unknown),
    ])
  func incomplete(records: [String], state: PlaceState) throws {
    var builder = AssessmentBuilder("S3.8 rule=rule")
    for record in records { builder.add(record) }
    builder.evidence.files = ["0.json", "1.json"].map(AssessmentBuilder.file)
    builder.evidence.files[1].isIncomplete = true
    let assessment = try builder.assess()
    #expect(assessment.place(of: "S3.8") == state)
    #expect(
      assessment.warnings.filter { $0.identifier == "page-missing" }.map(\.file) == ["1.json"])
  }

  @Test(
    "passes on Prowler alone only when all Prowler checks of the control pass there",
    arguments: [
      (["prowler p1 passed 1 eu-west-1 a"], PlaceState.unknown),
      (["prowler p1 passed 1 eu-west-1 a", "prowler P2 passed 1 eu-west-1 b"], .passed),
      (["prowler p1 passed 1 eu-west-1 a", "prowler p2 failed 1 eu-west-1 b"], .failed),
      (["prowler p1 passed 1 eu-west-1 a", "hub S3.8 passed 1 eu-west-1 b"], .passed),
      (["prowler p1 passed 1 eu-west-1 a", "hub S3.8 passed 1 eu-west-1 a file=1"], .unknown),
      (["prowler p1 failed 1 eu-west-1 a"], .failed),
    ])
  func prowlerAlone(records: [String], state: PlaceState) throws {
    var builder = AssessmentBuilder("S3.8 prowler=p1,p2")
    for record in records { builder.add(record) }
    builder.evidence.files = ["0.json", "1.json"].map(AssessmentBuilder.file)
    builder.evidence.files[1].isIncomplete = true
    #expect(try builder.assess().place(of: "S3.8") == state)
  }

  @Test(
    "is warned about when an export holds nothing that passed",
    arguments: [
      (["hub S3.8 failed 1 eu-west-1 a"], true),
      (["hub S3.8 failed 1 eu-west-1 a", "hub SNS.1 passed 1 eu-west-1 a"], false),
      (["hub S3.8 failed 1 eu-west-1 a", "other GuardDuty passed 1 eu-west-1 a"], true),
      (["other GuardDuty none 1 eu-west-1 a"], false),
      (["prowler p failed 1 eu-west-1 a"], true),
      (["hub S3.8 failed 1 eu-west-1 a", "prowler q passed 1 eu-west-1 a"], true),
      (["hub S3.8 passed 1 eu-west-1 a", "prowler q failed 1 eu-west-1 a"], false),
      (["prowler p failed 1 eu-west-1 a", "prowler q passed 1 eu-west-1 a"], false),
    ])
  func filtered(records: [String], isWarned: Bool) throws {
    var builder = AssessmentBuilder("S3.8")
    for record in records { builder.add(record) }
    #expect(try builder.assess().warningNames.contains("export-without-passes") == isWarned)
    builder.evidence.files[0].isExport = false
    #expect(try !builder.assess().warningNames.contains("export-without-passes"))
  }

  @Test(
    "warns of small files of one folder together, as of one export",
    arguments: [
      (["a/1", "a/2"], ["failed", "failed"], 1, "a/1: it and 1 more file of its folder hold"),
      (["a/1", "a/2"], ["failed", "passed"], 1, nil),
      (["a/1", "b/2"], ["failed", "passed"], 1, "a/1: it holds"),
      (["a/1", "a/2"], ["failed", "passed"], 10, "a/1: it holds"),
    ])
  func smallFiles(names: [String], results: [String], count: Int, warning: String?) throws {
    var builder = AssessmentBuilder("S3.8")
    builder.evidence.files = []
    for (file, (name, result)) in zip(names, results).enumerated() {
      builder.evidence.files.append(AssessmentBuilder.file(name))
      for number in 0..<count {
        builder.add("hub S3.8 \(result) 1 eu-west-1 \(result)\(number) file=\(file)")
      }
    }
    for index in builder.evidence.files.indices { builder.evidence.files[index].isExport = true }
    let lines = try builder.assess().warnings.filter { $0.identifier == "export-without-passes" }
      .map(\.line)
    #expect(lines.count == (warning == nil ? 0 : 1))
    if let warning { #expect(lines[0].hasPrefix(warning)) }
  }
}
