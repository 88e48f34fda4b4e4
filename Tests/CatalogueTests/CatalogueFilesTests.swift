import AssessmentModel
import Catalogue
import EmbeddedFiles
import Testing

@Suite("The catalogue in templates/")
struct CatalogueFilesTests {
  private static let lens = """
    {"name":"L","pillars":[{"id":"SO_1","questions":[{"id":"q_1","title":"T","choices":
    [{"id":"c_1","title":"C"}],"riskRules":[{"condition":"default","risk":"HIGH_RISK"}]}]}]}
    """

  private static func check(_ id: String, _ more: String = "", body: String = "") -> String {
    "---\nid: \(id)\ntitle: \"T\"\nseverity: high\nscope: global\n\(more)---\n\(body)"
  }

  private static let objective = """
    ---
    id: so-1
    title: One
    summary: S
    pillar: SO_1
    core: [IAM.2]
    extension: [iam.10]
    links:
      - question: q_1
        choice: c_1
        contradicted-by: [IAM.2]
    ---
    ## Wanted

    """

  private static let valid = [
    "templates/checks/IAM.10.md": check("IAM.10"), "templates/checks/IAM.2.md": check("IAM.2"),
    "templates/lens/l.json": lens, "templates/objectives/so-1.md": objective,
    "templates/mappings/standards.yaml": "- {name: FSBP v1, title: F, id: standards/f/v/1}\n",
    "templates/mappings/generator-ids.json": #"{"f/v/1/IAM.2":["IAM.2"]}"#,
    "templates/mappings/controls.json": #"{"ACM.1":["T","low"]}"#,
    "templates/mappings/trusted-advisor.yaml": "[]\n",
    "templates/mappings/regional-availability.json": #"{"regions":{"eu-west-1":["IAM.2"]}}"#,
  ]

  private func load(_ changes: [String: String] = [:]) throws -> AssessmentModel.Catalogue {
    let files = Self.valid.merging(changes.map { ("templates/" + $0.key, $0.value) }) { $1 }
    return try CatalogueFiles.load(FileSet(files.mapValues { Array($0.utf8) }))
  }

  @Test("The project's own templates are a catalogue of eight objectives and 61 core checks")
  func loadsOwn() throws {
    let catalogue = try CatalogueFiles.load(try FileSet())
    #expect(catalogue.objectives.map(\.id) == (1...8).map { "so-\($0)" })
    #expect(Set(catalogue.objectives.flatMap(\.core)).count == 61)
    #expect(catalogue.check("IAM.20")?.retiredOn?.day == "2024-04-10")
    #expect(catalogue.check("IAM.20")?.successors == ["CloudWatch.1"])
    #expect(catalogue.check("IAM.3")?.requirements.first?.numbers == ["1.13"])
    #expect(catalogue.check("CloudFront.2")?.guidance.isEmpty == false)
    #expect(catalogue.standards.count == 10 && catalogue.digest.utf8.count == 64)
  }

  @Test("38 of the 61 are in FSBP, whatever other tools say, and CIS numbers keep their zeros")
  func ownStandards() throws {
    let catalogue = try CatalogueFiles.load(try FileSet())
    let core = Set(catalogue.objectives.flatMap(\.core))
    let fsbp = catalogue.checks.filter {
      core.contains($0.id) && $0.standards.contains("FSBP v1.0.0")
    }
    #expect(fsbp.count == 38)
    let other = [
      "IAM.9", "IAM.10", "IAM.19", "IAM.22", "CloudTrail.3", "RDS.18", "S3.10", "S3.11", "S3.14",
      "S3.15",
    ]
    #expect(Set(fsbp.map(\.id)).isDisjoint(with: other))
    func number(_ id: String, _ standard: String) -> [String]? {
      catalogue.check(id)?.requirements.first { $0.standard == standard }?.numbers
    }
    #expect(number("IAM.5", "CIS v3.0.0") == ["1.10"] && number("IAM.18", "CIS v1.2.0") == ["1.20"])
    let cis = "cis-aws-foundations-benchmark/v/1.4.0"
    #expect(catalogue.generatorIDs["\(cis)/2.1.5.1"] == ["S3.1"])
    #expect(catalogue.generatorIDs["\(cis)/2.1.5.2"] == ["S3.8"])
  }

  @Test("The parts are joined: objectives, checks, lens and mappings")
  func loads() throws {
    let catalogue = try load()
    #expect(catalogue.checks.map(\.id) == ["IAM.2", "IAM.10"])
    let objective = try #require(catalogue.objectives.first)
    #expect(objective.core == ["IAM.2"] && objective.extension == ["IAM.10"])
    #expect(objective.guidance == "## Wanted\n")
    #expect(objective.links.map(\.contradictedBy) == [["IAM.2"]])
    #expect(catalogue.generatorIDs == ["f/v/1/IAM.2": ["IAM.2"]])
    #expect(catalogue.notOffered == ["eu-west-1": ["iam.2"]])
    #expect(catalogue.lens.question("q_1") != nil)
    #expect(catalogue.knownControls["ACM.1"]?.severity == .low)
    #expect(catalogue.standards.map(\.name) == ["FSBP v1"])
  }

  @Test("Checks stand by service and number, objectives by number")
  func sorts() throws {
    let names = ["EC2.18", "EC2.2", "SSM.1", "SecretsManager.4", "TA.Pfx", "TA.1"]
    var changes = Dictionary(
      uniqueKeysWithValues: names.map { ("checks/\($0).md", Self.check($0)) })
    for number in [2, 10] {
      changes["objectives/so-\(number).md"] =
        "---\nid: so-\(number)\ntitle: T\ncore: [\(names.joined(separator: ", "))]\n---\n"
    }
    let catalogue = try load(changes)
    #expect(
      catalogue.checks.map(\.id) == [
        "EC2.2", "EC2.18", "IAM.2", "IAM.10", "SecretsManager.4", "SSM.1", "TA.1", "TA.Pfx",
      ])
    #expect(catalogue.objectives.map(\.id) == ["so-1", "so-2", "so-10"])
  }

  @Test("A body is split at its headings, whatever stands in code blocks")
  func splitsGuidance() throws {
    let body = """

      ## Verify

      ```sh
      ## Meaning
      ```

      ## Meaning
      Text

      ~~~~
      ~~~
      ## Cause
      ~~~~
      """
    let catalogue = try load(["checks/IAM.2.md": Self.check("IAM.2", body: body)])
    let guidance = try #require(catalogue.check("IAM.2")?.guidance)
    #expect(guidance.map(\.id) == ["meaning", "verify"])
    #expect(guidance.map(\.title) == ["What a failure means", "How to see that it is fixed"])
    #expect(guidance.first?.markdown == "Text\n\n~~~~\n~~~\n## Cause\n~~~~")
    #expect(guidance.last?.markdown == "```sh\n## Meaning\n```")
  }

  @Test("Missing sections are taken from another check")
  func completesGuidance() throws {
    let catalogue = try load([
      "checks/IAM.2.md": Self.check(
        "IAM.2", "guidance-from: IAM.10\n", body: "## Meaning\nown\n"),
      "checks/IAM.10.md": Self.check("IAM.10", body: "## Meaning\nother\n## Cause\nother\n"),
    ])
    #expect(catalogue.check("IAM.2")?.guidance.map(\.markdown) == ["own", "other"])
  }

  @Test("All keys of a check are read")
  func readsCheck() throws {
    let more = """
      former-title: F
      config-rule: rule
      security-hub-rules: [made]
      config-parameters:
        Max: ["", "90"]
      resource-type: R
      category: C
      schedule: S
      documentation: https://d
      remediation: https://r
      standards: [FSBP v1]
      requirements:
        FSBP v1: ["1.1", "1.10"]
      prowler-checks: [p]
      trusted-advisor: [t]
      implied-by:
        - check: IAM.10
          reason: because
          only-if-parameters:
            Max: ["90"]
      retired-on: 2024-04-10
      successors: [X.1]
      status-note: note

      """
    let check = try #require(
      try load(["checks/IAM.2.md": Self.check("IAM.2", more)]).check("IAM.2"))
    #expect(check.severity == .high && check.scope == .global && check.formerTitle == "F")
    #expect(check.securityHubRules == ["made"] && check.configParameters == ["Max": ["", "90"]])
    #expect(check.configRule == "rule" && check.resourceType == "R" && check.category == "C")
    #expect(check.schedule == "S" && check.documentation == "https://d")
    #expect(check.remediation == "https://r" && check.standards == ["FSBP v1"])
    #expect(check.requirements.map(\.numbers) == [["1.1", "1.10"]])
    #expect(check.prowlerChecks == ["p"] && check.trustedAdvisorChecks == ["t"])
    #expect(check.impliedBy.map(\.check) == ["IAM.10"])
    #expect(check.impliedBy.map(\.onlyIfParameters) == [["Max": ["90"]]])
    #expect(check.retiredOn?.day == "2024-04-10" && check.successors == ["X.1"])
    #expect(check.statusNote == "note")
  }

  @Test("The digest changes with the contents and not with what is no part of the catalogue")
  func digests() throws {
    let first = try load().digest
    #expect(try load(["sample/x": "x"]).digest == first)
    #expect(try load(["checks/IAM.2.md": Self.check("IAM.2", body: "\n")]).digest != first)
    let claiming = Self.objective.replacing("core: [IAM.2]", with: "core: [IAM.2, IAM.3]")
    let more = ["checks/IAM.3.md": Self.check("IAM.3"), "objectives/so-1.md": claiming]
    #expect(try load(more).digest != first)
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String
    let description: String
    var testDescription: String { description }
  }

  static let bad = [
    Bad(
      path: "checks/IAM.2.md", text: check("IAM.2", "colour: red\n"),
      description: "templates/checks/IAM.2.md:6:1: \"colour\" is not known here; known are id, "
        + "title, former-title, severity, scope, config-rule, security-hub-rules, "
        + "config-parameters, resource-type, category, schedule, documentation, remediation, "
        + "standards, requirements, prowler-checks, trusted-advisor, implied-by, retired-on, "
        + "successors, status-note, guidance-from"),
    Bad(
      path: "checks/IAM.2.md", text: "no front matter",
      description: "templates/checks/IAM.2.md:1:1: expected front matter: YAML between two lines "
        + "of ---"),
    Bad(
      path: "checks/IAM.2.md", text: check("IAM.3"),
      description: "templates/checks/IAM.2.md:2:5: id must be IAM.2, the file's name"),
    Bad(
      path: "checks/IAM.2.md",
      text: check("IAM.2").replacing("high", with: "grave"),
      description: "templates/checks/IAM.2.md:4:11: severity must be one of informational, low, "
        + "medium, high, critical"),
    Bad(
      path: "checks/IAM.2.md", text: check("IAM.2", "retired-on: once\n"),
      description: "templates/checks/IAM.2.md:6:13: retired-on must be a date such as 2024-04-10"),
    Bad(
      path: "checks/IAM.2.md", text: check("IAM.2", "standards: [CIS]\n"),
      description: "templates/checks/IAM.2.md:6:13: CIS is no standard of mappings/standards.yaml"),
    Bad(
      path: "checks/IAM.2.md", text: check("IAM.2", "guidance-from: X.1\n"),
      description: "templates/checks/IAM.2.md:6:16: guidance-from names X.1, which is no check"),
    Bad(
      path: "checks/IAM.2.md", text: check("IAM.2", body: "\n## Colour\n"),
      description: "templates/checks/IAM.2.md:8:1: the heading \"Colour\" is not known here; "
        + "known are Meaning, Cause, Console, CLI, Template, Verify, Effect, Effort, Exception, "
        + "Reference"),
    Bad(
      path: "checks/IAM.2.md", text: check("IAM.2", body: "Text\n"),
      description: "templates/checks/IAM.2.md:7:1: expected a heading such as \"## Meaning\" "
        + "before any text"),
    Bad(
      path: "checks/IAM.2.md", text: check("IAM.2", body: "## CLI\n```\nx\n"),
      description: "templates/checks/IAM.2.md:8:1: this code block does not end"),
    Bad(
      path: "checks/IAM.2.md", text: check("IAM.2", body: "## CLI\n## CLI\n"),
      description: "templates/checks/IAM.2.md:8:1: the section CLI is there twice"),
    Bad(
      path: "objectives/so-1.md", text: objective.replacing("IAM.2]\next", with: "IAM.3]\next"),
      description: "templates/objectives/so-1.md:6:8: there is no check IAM.3 in templates/checks; "
        + "add its file, or remove the id"),
    Bad(
      path: "objectives/so-1.md", text: objective.replacing("question: q_1", with: "question: q_2"),
      description: "templates/objectives/so-1.md:9:15: the lens has no question q_2; name one of "
        + "templates/lens, or remove the entry"),
    Bad(
      path: "objectives/so-1.md", text: objective.replacing("choice: c_1", with: "choice: c_2"),
      description: "templates/objectives/so-1.md:10:13: the question q_1 has no choice c_2; its "
        + "choices are c_1"),
    Bad(
      path: "objectives/nine.md", text: "---\nid: nine\n---\n",
      description: "templates/objectives/nine.md:2:5: id must be the file's name without .md, such "
        + "as so-3"),
    Bad(
      path: "checks/IAM.3.md", text: check("IAM.3"),
      description: "templates/checks/IAM.3.md:1:1: no objective names IAM.3; add it to core or "
        + "extension of a file in templates/objectives, or remove the file"),
    Bad(
      path: "lens/l.json", text: lens.replacing("default", with: "c_1"),
      description: "templates/lens/l.json:1:1: the question q_1 has no risk rule with the "
        + "condition default; add one as the last"),
    Bad(
      path: "lens/l.json", text: lens.replacing("default", with: "c_1 && c_9"),
      description: "templates/lens/l.json:1:1: a risk rule of q_1 names c_9, which is no choice "
        + "of it; its choices are c_1"),
    Bad(
      path: "mappings/controls.json", text: #"{"ACM.1":["T"]}"#,
      description: "templates/mappings/controls.json:1:1: ACM.1 must have a title and a severity"),
    Bad(
      path: "lens/m.json", text: lens,
      description: "templates/lens/m.json:1:1: the pillar SO_1 is there twice; give one of "
        + "them another id"),
    Bad(
      path: "lens/m.json", text: "{\n\"pillars\":}",
      description: "templates/lens/m.json:2:11: expected a member's value, found '}'"),
    Bad(
      path: "mappings/generator-ids.json", text: #"{"x":"y"}"#,
      description: "templates/mappings/generator-ids.json:1:1: x must be a list of strings"),
    Bad(
      path: "mappings/trusted-advisor.yaml", text: "a: b\n",
      description: "templates/mappings/trusted-advisor.yaml:1:1: expected a list of checks"),
    Bad(
      path: "mappings/trusted-advisor.yaml", text: "- {id: x, name: y, column: [a]}\n",
      description: "templates/mappings/trusted-advisor.yaml:1:20: \"column\" is not known here; "
        + "known are id, name, columns, arns"),
    Bad(
      path: "mappings/trusted-advisor.yaml",
      text: "- {id: x, name: y, columns: [A], arns: ['arn:{partition}:s3:::{A}', '{B}']}\n",
      description: "templates/mappings/trusted-advisor.yaml:1:40: {B} is no column of x"),
    Bad(
      path: "mappings/standards.yaml", text: "- {name: x}\n",
      description: "templates/mappings/standards.yaml:1:3: title is missing"),
  ]

  @Test("Checks of Trusted Advisor are read with their columns; those of an account have none")
  func advisorChecks() throws {
    let catalogue = try load([
      "mappings/trusted-advisor.yaml":
        "- {id: a, name: A, columns: [B], arns: ['{account}{B}']}\n- {id: c, name: C, columns: []}\n"
        + "- {id: d, name: D}\n"
    ])
    #expect(
      catalogue.advisorChecks == [
        TrustedAdvisorCheck(id: "a", name: "A", columns: ["B"], arns: ["{account}{B}"]),
        TrustedAdvisorCheck(id: "c", name: "C", columns: []),
        TrustedAdvisorCheck(id: "d", name: "D"),
      ])
  }

  @Test("Our own checks of Trusted Advisor are the workshop's six, with the colour's column")
  func ownAdvisorChecks() throws {
    let checks = try CatalogueFiles.load(try FileSet()).advisorChecks
    #expect(
      checks.map { "\($0.id) \($0.columns?.firstIndex(of: "Status").map(String.init) ?? "-")" } == [
        "ePs02jT06w 0", "rSs93HQwa1 0", "Pfx0RwqBli 5", "zXCkfM1nI3 -", "7DAFEmoDos -",
        "HCP4007jGY 4",
      ])
  }

  @Test("What is wrong in a template is named with its place", arguments: bad)
  func fails(_ bad: Bad) {
    let error = #expect(throws: CatalogueError.self) { try load([bad.path: bad.text]) }
    #expect(error?.description == bad.description)
  }

  @Test("A missing mapping is an error")
  func failsOnMissing() {
    #expect(throws: CatalogueError.self) { try CatalogueFiles.load(FileSet([:])) }
  }
}
