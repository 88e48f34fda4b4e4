import AssessmentInput
import AssessmentModel
import Testing

@Suite("What describe-config-rules says of a rule")
struct ConfigRulesTests {
  private static let results = ConfigSample.results(
    ConfigSample.result("our-root-keys", "IAM::User/A"))

  private static func description(_ files: [String: String]) throws -> ConfigRuleDescription? {
    let result = readingConfig(files)
    #expect(result.failureLines == [])
    let row = try #require(result.evidence.records.rows.first)
    guard case .configRule("our-root-keys", let description) = result.reference(row) else {
      Issue.record("The rule has lost its name.")
      return nil
    }
    return description
  }

  @Test("It is joined with results that were read before it or after it", arguments: ["a", "z"])
  func joins(name: String) throws {
    let rules = ConfigSample.rule("our-root-keys", "IAM_ROOT_ACCESS_KEY_CHECK")
    let description = try Self.description(["\(name).json": rules, "m.json": Self.results])
    #expect(description == ConfigRuleDescription(managed: "iam-root-access-key-check"))
  }

  @Test("A bare list, and the spelling of documentation, are read as well")
  func readsSpellings() throws {
    let rules = ConfigSample.rule("our-root-keys", "IAM_ROOT_ACCESS_KEY_CHECK")
    let bare = String(rules.dropFirst(#"{"ConfigRules":"#.count).dropLast())
    let printed = """
      {"configRules":[{"configRuleName":"our-root-keys","source":{"owner":"AWS",\
      "sourceIdentifier":"IAM_ROOT_ACCESS_KEY_CHECK"}}]}
      """
    for text in [bare, printed] {
      let description = try Self.description(["r.json": text, "m.json": Self.results])
      #expect(description == ConfigRuleDescription(managed: "iam-root-access-key-check"))
    }
  }

  @Test(
    "An identifier of AWS is the rule's name, but for six that are not",
    arguments: [
      ("IAM_ROOT_ACCESS_KEY_CHECK", "iam-root-access-key-check"),
      ("CLOUD_TRAIL_ENABLED", "cloudtrail-enabled"),
      ("EC2_INSTANCE_MANAGED_BY_SSM", "ec2-instance-managed-by-systems-manager"),
      ("INCOMING_SSH_DISABLED", "restricted-ssh"), ("INSTANCES_IN_VPC", "ec2-instances-in-vpc"),
      ("MULTI_REGION_CLOUD_TRAIL_ENABLED", "multi-region-cloudtrail-enabled"),
      ("RESTRICTED_INCOMING_TRAFFIC", "restricted-common-ports"),
    ])
  func knowsIdentifiers(identifier: String, rule: String) throws {
    let rules = ConfigSample.rule("our-root-keys", identifier)
    #expect(try Self.description(["r.json": rules, "m.json": Self.results])?.managed == rule)
  }

  @Test(
    "Code of the account's own has no rule of AWS behind it",
    arguments: [
      ("CUSTOM_LAMBDA", "arn:aws:lambda:eu-west-1:111122223333:function:f"), ("CUSTOM_POLICY", ""),
    ])
  func knowsOwnCode(owner: String, identifier: String) throws {
    let rules = ConfigSample.rule("our-root-keys", identifier, owner: owner)
    let description = try Self.description(["r.json": rules, "m.json": Self.results])
    #expect(description == ConfigRuleDescription(managed: nil))
    #expect(
      readingConfig(["r.json": rules, "m.json": Self.results]).listing.last?.notes
        == ["1 rule, 1 of the account's own code"])
  }

  @Test("It holds in the account and region of the rule's ARN, and anywhere without one")
  func holdsInPlace() throws {
    for (place, isJoined) in [
      ("eu-west-1:111122223333", true), ("eu-west-1:444455556666", false),
      ("us-east-1:111122223333", false), ("", true),
    ] {
      let rules = ConfigSample.rule("our-root-keys", "IAM_ROOT_ACCESS_KEY_CHECK", place: place)
      let description = try Self.description(["r.json": rules, "m.json": Self.results])
      #expect((description != nil) == isJoined)
    }
  }

  @Test("What the rule's own place says goes before what holds anywhere")
  func prefersPlace() throws {
    let files = [
      "a.json": ConfigSample.rule("our-root-keys", "CLOUD_TRAIL_ENABLED"),
      "b.json": ConfigSample.rule("our-root-keys", "ACCESS_KEYS_ROTATED", place: ""),
      "m.json": Self.results,
    ]
    #expect(try Self.description(files)?.managed == "cloudtrail-enabled")
  }

  @Test("Two files that contradict each other say nothing")
  func doubtsContradiction() throws {
    let files = [
      "a.json": ConfigSample.rule("our-root-keys", "CLOUD_TRAIL_ENABLED"),
      "b.json": ConfigSample.rule("our-root-keys", "ACCESS_KEYS_ROTATED"),
      "c.json": ConfigSample.rule("our-root-keys", "CLOUD_TRAIL_ENABLED"),
      "m.json": Self.results,
    ]
    #expect(try Self.description(files) == nil)
  }

  @Test(
    "A rule that Security Hub made is known by its name, whatever runs behind it",
    arguments: [
      (#","CreatedBy":"securityhub.amazonaws.com""#, "eu-west-1:111122223333"),
      ("", "eu-west-1:111122223333:config-rule/aws-service-rule/securityhub.amazonaws.com"),
    ])
  func leavesSecurityHub(more: String, place: String) throws {
    let rules = ConfigSample.rule(
      "our-root-keys", "arn:aws:lambda:x", owner: "CUSTOM_LAMBDA", place: place, more: more
    )
    .replacing("amazonaws.com:config-rule/", with: "amazonaws.com/")
    #expect(try Self.description(["r.json": rules, "m.json": Self.results]) == nil)
  }

  @Test("Parameters are kept beside the rule and in the row")
  func keepsParameters() throws {
    let rules = ConfigSample.rule(
      "our-root-keys", "ACCESS_KEYS_ROTATED",
      parameters: #"{"maxAccessKeyAge":"90","Strict":true,"n":7,"list":"80, 443"}"#)
    let result = readingConfig(["r.json": rules, "m.json": Self.results])
    let row = try #require(result.evidence.records.rows.first)
    #expect(result[row.parameters] == "Strict=true;list=80,443;maxAccessKeyAge=90;n=7")
    let description = try Self.description(["r.json": rules, "m.json": Self.results])
    #expect(
      description?.parameters == [
        "maxAccessKeyAge": "90", "Strict": "true", "n": "7", "list": "80, 443",
      ])
  }

  @Test("A rule without a name is a warning, and the others hold")
  func warnsOfNamelessRule() throws {
    let rules = ConfigSample.rule("our-root-keys", "CLOUD_TRAIL_ENABLED")
      .replacing("[{", with: #"[{"Source":{}},{"#)
    let files = ["r.json": rules, "m.json": Self.results]
    #expect(try Self.description(files)?.managed == "cloudtrail-enabled")
    #expect(
      readingConfig(files).warningLines
        == ["r.json record 1 at /ConfigRuleName: expected the rule's name, a string"])
  }
}
