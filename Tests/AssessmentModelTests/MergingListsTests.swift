import AssessmentModel
import Testing

@Suite("Merging lists of rules and checks, and forms of one result")
struct MergingListsTests {
  @Test(
    "takes the newest list of a rule in an account and region, of a check in an account, whole",
    arguments: [
      ("config rule", ["1 us-east-1 gone failed"]), ("advisor ta", []),
    ])
  func snapshots(source: String, elsewhere: [String]) throws {
    var builder = AssessmentBuilder("S3.8 rule=rule advisor=ta")
    builder.add(
      "\(source) failed 1 eu-west-1 gone at=18 file=0",
      "\(source) failed 1 eu-west-1 kept at=18 file=0",
      "\(source) passed 1 eu-west-1 kept at=20 file=1",
      "\(source) failed 1 eu-west-1 old at=10 file=1",
      "\(source) failed 1 us-east-1 gone at=18 file=0",
      "\(source) failed 2 eu-west-1 gone at=18 file=0")
    #expect(
      try builder.assess().findings(of: "S3.8") == [
        "1 eu-west-1 kept passed", "1 eu-west-1 old failed",
      ] + elsewhere + ["2 eu-west-1 gone failed"])
  }

  @Test("takes lists of different rules each on its own")
  func rules() throws {
    var builder = AssessmentBuilder("S3.8 rule=rule")
    builder.add(
      "config rule failed 1 eu-west-1 a at=18 file=0",
      "config rule-conformance-pack-x passed 1 eu-west-1 b at=20 file=1")
    #expect(try builder.assess().outcomes == ["finding", "finding"])
  }

  @Test("keeps both of two equally old or undated lists", arguments: ["at=20", "undated"])
  func equalLists(time: String) throws {
    var builder = AssessmentBuilder("S3.8 rule=rule")
    builder.add(
      "config rule passed 1 eu-west-1 a \(time) file=0",
      "config rule failed 1 eu-west-1 a \(time) file=1",
      "config rule passed 1 eu-west-1 a \(time) file=2",
      "config rule failed 1 eu-west-1 b \(time) file=2")
    let assessment = try builder.assess()
    #expect(assessment.findings(of: "S3.8") == ["1 eu-west-1 a failed", "1 eu-west-1 b failed"])
    #expect(assessment.outcomes == ["merged", "finding", "superseded", "finding"])
  }

  @Test("lets an undated list give way to a dated one")
  func undatedList() throws {
    var builder = AssessmentBuilder("S3.8 rule=rule")
    builder.add(
      "config rule failed 1 eu-west-1 a undated file=0", "config rule passed 1 eu-west-1 b file=1")
    #expect(try builder.assess().outcomes == ["superseded", "finding"])
  }

  @Test("takes the pages of one export as one list")
  func pages() throws {
    var builder = AssessmentBuilder("S3.8 advisor=ta")
    builder.add(
      "advisor ta failed 1 eu-west-1 a at=18 file=0", "advisor ta failed 1 eu-west-1 b at=20 file=1"
    )
    #expect(try builder.assess().outcomes == ["superseded", "finding"])
    builder.evidence.files[1].export = 0
    #expect(try builder.assess().outcomes == ["finding", "finding"])
  }

  @Test("takes the worst of several rules for one check, however old what they say is")
  func severalRules() throws {
    var builder = AssessmentBuilder("S3.8 rule=rule")
    builder.add(
      "config rule failed 1 eu-west-1 a at=01 file=0",
      "config rule-conformance-pack-x passed 1 eu-west-1 a file=1",
      "config rule passed 2 eu-west-1 a at=01 file=0 event",
      "config rule failed 2 eu-west-1 a at=05 file=1 event")
    let assessment = try builder.assess()
    #expect(assessment.outcomes == ["finding", "merged", "superseded", "finding"])
  }

  @Test("takes a rule's newest evaluation of a resource in a region, and no other region's")
  func evaluations() throws {
    var builder = AssessmentBuilder("S3.8 rule=rule", "IAM.3 global rule=keys")
    builder.add(
      "config rule failed 1 eu-west-1 a at=20T00 file=0",
      "config rule passed 1 eu-west-1 a at=20T02 file=1 event",
      "config rule failed 1 eu-west-1 b at=20T00 file=0",
      "config rule not-available 1 eu-west-1 b at=20T06 file=1 event archived",
      "config keys failed 1 eu-west-1 u at=20T00 file=0",
      "config keys passed 1 us-east-1 u at=20T02 file=1")
    let assessment = try builder.assess()
    #expect(
      assessment.outcomes == [
        "superseded", "finding", "superseded", "archived", "finding", "merged",
      ])
  }

  @Test("takes a day of Trusted Advisor without a time of day as no later than that day's results")
  func days() throws {
    for (day, outcomes) in [
      ("20", ["finding", "superseded"]), ("21", ["superseded", "finding"]),
    ] {
      var builder = AssessmentBuilder("S3.8 advisor=ta")
      builder.add(
        "advisor ta failed 1 eu-west-1 a at=20T12 id=x file=0",
        "advisor ta passed 1 eu-west-1 a id=x file=1")
      builder.evidence.records.rows[1].updated =
        AssessmentBuilder.day(day).seconds + 86_399
      #expect(try builder.assess().outcomes == outcomes)
    }
  }

  @Test("lets a newer list replace a single event, and a single event no list")
  func events() throws {
    var builder = AssessmentBuilder("S3.8 advisor=ta")
    builder.add(
      "advisor ta failed 1 eu-west-1 a at=17 file=0 event",
      "advisor ta failed 1 eu-west-1 b at=18 file=1 id=b",
      "advisor ta failed 1 eu-west-1 c at=20 file=2 event",
      "advisor ta passed 1 eu-west-1 b at=20 file=2 event id=b")
    let assessment = try builder.assess()
    #expect(assessment.outcomes == ["superseded", "superseded", "finding", "finding"])
  }

  @Test("takes the result of a whole rule only where no result by resource is")
  func summaries() throws {
    var builder = AssessmentBuilder("S3.8 rule=rule")
    builder.add(
      "config rule failed 1 eu-west-1 root byrule",
      "config rule failed 2 eu-west-1 root byrule at=21",
      "config rule passed 2 eu-west-1 a byresource")
    let assessment = try builder.assess()
    #expect(assessment.outcomes == ["finding", "superseded", "finding"])
  }

  @Test("takes a Prowler result from OCSF, else CSV, else ASFF")
  func forms() throws {
    let records = [
      "prowler p passed 1 eu-west-1 a asff id=1",
      "prowler p passed 1 eu-west-1 a csv at=20T03 id=2",
      "prowler p failed 1 eu-west-1 a ocsf id=3", "prowler p failed 1 eu-west-1 b asff id=4",
      "prowler p passed 1 eu-west-1 b csv id=5",
    ]
    for (order, outcomes) in [
      ([0, 1, 2, 3, 4], ["superseded", "superseded", "finding", "superseded", "finding"]),
      ([4, 3, 2, 1, 0], ["finding", "superseded", "finding", "superseded", "superseded"]),
    ] {
      var builder = AssessmentBuilder("S3.8 prowler=p")
      for index in order { builder.add(records[index]) }
      #expect(try builder.assess().outcomes == outcomes)
    }
  }

  @Test("keeps Prowler's results of one id apart by resource and form")
  func shortIDs() throws {
    var builder = AssessmentBuilder("S3.8 prowler=p")
    builder.add(
      "prowler p failed 1 eu-west-1 user/x ocsf id=1",
      "prowler p failed 1 eu-west-1 role/x ocsf id=1",
      "prowler p failed 1 eu-west-1 role/x csv id=1 at=20T05",
      "prowler p failed 1 eu-west-1 role/y ocsf id=2 at=20T01",
      "prowler p passed 1 eu-west-1 role/y ocsf id=2 at=20T05")
    #expect(
      try builder.assess().outcomes == [
        "finding", "finding", "superseded", "superseded", "finding",
      ])
  }

  @Test("takes the newer of two runs of Prowler, whatever their forms, and each check by itself")
  func runs() throws {
    var builder = AssessmentBuilder("S3.8 prowler=p,q")
    builder.add(
      "prowler p failed 1 eu-west-1 a ocsf at=10 id=1", "prowler p passed 1 eu-west-1 a csv id=2",
      "prowler q passed 1 eu-west-1 a asff id=3")
    #expect(try builder.assess().outcomes == ["superseded", "finding", "merged"])
  }
}
