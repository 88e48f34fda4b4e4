import AssessmentInput
import AssessmentModel
import Testing

@Suite("Outputs of Trusted Advisor's own API") struct AdvisorRecommendationTests {
  private static let group = "arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1"

  private static func list(_ elements: String..., token: String? = nil) -> String {
    let end = token.map { ",\"nextToken\":\"\($0)\"" } ?? ""
    return "{\"recommendationSummaries\":[\(elements.joined(separator: ","))]\(end)}"
  }

  private static func rows(
    _ elements: String..., organization: Bool = false, token: String? = nil
  ) -> String {
    let member =
      organization
      ? "organizationRecommendationResourceSummaries" : "recommendationResourceSummaries"
    let end = token.map { ",\"nextToken\":\"\($0)\"" } ?? ""
    return "{\"\(member)\":[\(elements.joined(separator: ","))]\(end)}"
  }

  // MARK: Recommendations

  @Test("A recommendation is a check's colour in the account of its ARN")
  func recommendation() throws {
    let result = reading(["a.json": Self.list(AdvisorSample.recommendation("warning"))])
    #expect(result.failureLines == [] && result.warningLines == [])
    #expect(result.advisorRows == ["failed 111122223333 - \(AdvisorSample.root) byrule"])
    let row = try #require(result.evidence.records.rows.first)
    #expect(result.reference(row) == .trustedAdvisor("HCP4007jGY") && row.severity == .medium)
    #expect(row.updated == Instant("2026-11-20T08:00:00Z")?.seconds)
    #expect(row.created == Record.undated)
  }

  @Test(
    "Green for want of data is unknown, and a dismissed recommendation suppressed",
    arguments: [
      (AdvisorSample.recommendation("ok"), "passed"),
      (AdvisorSample.recommendation("ok", more: #","statusReason":"no_data_ok""#), "notAvailable"),
      (
        AdvisorSample.recommendation(
          more: #","lifecycleStage":"dismissed","updateReason":"On purpose.""#),
        "failed suppressed On purpose."
      ),
      (AdvisorSample.recommendation(more: #","lifecycleStage":"resolved""#), "failed"),
    ])
  func stages(element: String, expected: String) throws {
    let result = reading(["a.json": "{\"recommendation\":\(element)}"])
    let row = try #require(result.evidence.records.rows.first)
    let words = ["\(row.status)", row.isSuppressed ? "suppressed" : "", result[row.note]]
    #expect(words.filter { !$0.isEmpty }.joined(separator: " ") == expected)
    #expect(result.listing.first?.kind == "Trusted Advisor colour (get-recommendation)")
  }

  @Test("A recommendation that people at AWS wrote is called by its name")
  func priority() {
    let element = """
      {"id":"p1","arn":"arn:aws-us-gov:trustedadvisor::111122223333:recommendation/p1",\
      "name":"Move the database","status":"error","type":"priority"}
      """
    let result = reading(["a.json": Self.list(element)])
    #expect(result.advisorChecks == [.trustedAdvisor("Move the database")])
    #expect(
      result.advisorRows == ["failed 111122223333 - arn:aws-us-gov:iam::111122223333:root byrule"])
  }

  // MARK: Resources

  @Test(
    "A resource belongs to the check of its recommendation, in whatever file that stands",
    arguments: ["a.json", "z.json"])
  func resource(name: String) throws {
    let result = reading([
      name: Self.list(AdvisorSample.recommendation()),
      "m.json": Self.rows(AdvisorSample.resource("warning")),
    ])
    #expect(result.failureLines == [] && result.warningLines == [])
    let row = try #require(result.evidence.records.rows.first { $0.form == .byResource })
    #expect(result.reference(row) == .trustedAdvisor("HCP4007jGY"))
    #expect(result[row.resource] == Self.group && row.severity == .medium)
    #expect(
      result[row.reason]
        == "Region: eu-west-1; Security Group Name: web; Security Group ID: sg-1; Protocol: tcp; "
        + "Ports: 22")
    #expect(row.updated == Instant("2026-11-19T08:00:00Z")?.seconds)
  }

  @Test("Cells stand in a map whose numbers sort as numbers")
  func metadata() throws {
    let cells = #"{"10":"k","9":"j","2":"c","0":"a","note":"n"}"#
    let result = reading([
      "a.json": Self.list(AdvisorSample.recommendation(check: "aaaaaaaaa1")),
      "b.json": Self.rows(AdvisorSample.resource(metadata: cells)),
      "c.json": """
      {"checkSummaries":[{"id":"aaaaaaaaa1","arn":"arn:aws:trustedadvisor:::check/aaaaaaaaa1",
      "name":"New","metadata":{"0":"A","1":"B","2":"C","3":"D","4":"E","5":"F","6":"G","7":"H",
      "8":"I","9":"J","10":"K"}}]}
      """,
    ])
    let row = try #require(result.evidence.records.rows.first { $0.form == .byResource })
    #expect(result[row.reason] == "A: a; C: c; J: j; K: k; note: n")
    #expect(result[row.title] == "New")
  }

  @Test(
    "A resource is the ARN that it has, the one that its columns make, or what it is called",
    arguments: [
      ("arn:aws:sqs:eu-west-1:111122223333:q", "{}", "arn:aws:sqs:eu-west-1:111122223333:q"),
      ("sg-7", "{}", "arn:aws:ec2:eu-west-1:111122223333:security-group/sg-7"),
      ("web", #"{"2":"sg-1"}"#, group),
    ])
  func resourceNames(id: String, metadata: String, expected: String) {
    let check = id.hasPrefix("arn:") ? "aaaaaaaaa1" : "HCP4007jGY"
    let result = reading([
      "a.json": Self.list(AdvisorSample.recommendation(check: check)),
      "b.json": Self.rows(AdvisorSample.resource(id: id, metadata: metadata)),
    ])
    let row = result.evidence.records.rows.first { $0.form == .byResource }
    #expect(row.map { result[$0.resource] } == expected)
  }

  @Test("A resource that is excluded is suppressed")
  func excluded() {
    let result = reading([
      "a.json": Self.list(AdvisorSample.recommendation()),
      "b.json": Self.rows(
        AdvisorSample.resource(more: #","exclusionStatus":"excluded""#),
        AdvisorSample.resource(id: "b", more: #","exclusionStatus":"included""#)),
    ])
    #expect(result.evidence.records.rows.map(\.isSuppressed).sorted { $0 && !$1 }.first == true)
    #expect(result.evidence.records.rows.count(where: \.isSuppressed) == 1)
  }

  @Test("A resource whose recommendation is not there is named as such, and not forgotten")
  func unknownRecommendation() {
    let result = reading([
      "b.json": Self.rows(AdvisorSample.resource(), AdvisorSample.resource(id: "x"))
    ])
    #expect(
      result.advisorChecks
        == Array(repeating: .trustedAdvisor(AdvisorSample.arn), count: 2))
    #expect(
      result.warningLines == [
        "b.json: it is not known to which check its results belong, so no objective counts them. "
          + "Put the output of list-recommendations beside it."
      ])
  }

  // MARK: Organizations

  @Test(
    "An organization's recommendation names checks, and its resources their accounts",
    arguments: [
      ("organizationRecommendation", false), ("organizationRecommendationSummaries", true),
    ])
  func organization(member: String, isList: Bool) {
    let arn = "arn:aws:trustedadvisor:::organization-recommendation/o1"
    let element = AdvisorSample.recommendation(arn: arn)
    let result = reading([
      "o.json": "{\"\(member)\":\(isList ? "[\(element)]" : element)}",
      "r.json": Self.rows(
        AdvisorSample.resource(recommendation: arn), organization: true),
    ])
    #expect(result.failureLines == [] && result.warningLines == [])
    #expect(result.advisorRows == ["failed 111122223333 eu-west-1 \(Self.group)"])
    #expect(result.advisorChecks == [.trustedAdvisor("HCP4007jGY")])
    #expect(result.evidence.files.map(\.metadata) == [1, 0])
    let command = isList ? "list-organization-recommendations" : "get-organization-recommendation"
    #expect(result.listing.first?.kind.hasSuffix("(\(command)), names only") == true)
    #expect(result.listing.first?.kind.hasPrefix("Trusted Advisor recommendation") == true)
  }

  @Test("Accounts of an organization's recommendation are no evidence")
  func organizationAccounts() {
    let text = """
      {"accountRecommendationLifecycleSummaries":[{"accountId":"111122223333",
      "accountRecommendationArn":"arn:x","lifecycleStage":"resolved"}]}
      """
    let result = reading(["a.json": text, "x.json": Sample.hub])
    #expect(result.failureLines == [] && result.evidence.records.rows.isEmpty)
  }

  // MARK: Pages

  @Test("Pages in files of their own are one list, whatever regions they are about")
  func pages() {
    let files = [
      "a.json": Self.list(AdvisorSample.recommendation()),
      "p/1.json": Self.rows(AdvisorSample.resource(), token: "t"),
      "p/2.json": Self.rows(
        AdvisorSample.resource(region: "us-east-1", metadata: #"{"2":"sg-2"}"#)),
    ]
    let result = reading(files)
    #expect(result.evidence.files.map(\.export) == [nil, nil, 1])
    #expect(result.evidence.files.map(\.isIncomplete) == [false, false, false])
    let alone = reading(files.filter { $0.key != "p/2.json" })
    #expect(alone.evidence.files.map(\.isIncomplete) == [false, true])
  }

  @Test("A last page of another check does not make a list whole")
  func otherPages() {
    let other = "arn:aws:trustedadvisor::111122223333:recommendation/r2"
    let result = reading([
      "a.json": Self.list(
        AdvisorSample.recommendation(),
        AdvisorSample.recommendation(check: "Pfx0RwqBli", arn: other)),
      "p/1.json": Self.rows(AdvisorSample.resource(), token: "t"),
      "p/2.json": Self.rows(AdvisorSample.resource(recommendation: other)),
    ])
    #expect(result.evidence.files.map(\.isIncomplete) == [false, true, false])
  }

  @Test("Pages of two lists in one folder and pages in one file are told apart")
  func mixedPages() {
    let other = "arn:aws:trustedadvisor::111122223333:recommendation/r2"
    let second = AdvisorSample.resource(id: "b", recommendation: other)
    let result = reading([
      "p/1.json": Self.rows(AdvisorSample.resource(), token: "t"),
      "p/2.json": Self.rows(second, token: "t"),
      "p/3.json": Self.rows(AdvisorSample.resource(id: "c")),
      "p/4.json": Self.rows(AdvisorSample.resource(id: "f", recommendation: other))
        + Self.rows(AdvisorSample.resource(id: "d"), token: "t")
        + Self.rows(AdvisorSample.resource(id: "e")),
    ])
    #expect(result.evidence.files.map(\.isIncomplete) == [false, false, false, false])
    #expect(result.evidence.files.map(\.export) == [nil, nil, 0, 1])
  }

  @Test("A list of recommendations that names a next page is incomplete")
  func listPage() {
    let result = reading(["a.json": Self.list(AdvisorSample.recommendation("ok"), token: "t")])
    #expect(result.evidence.files.map(\.isIncomplete) == [true])
  }

  // MARK: Bad input

  @Test(
    "What is no result is rejected with its place",
    arguments: [
      (list(AdvisorSample.recommendation("fine")), "/status", "expected ok, warning"),
      (
        list(AdvisorSample.recommendation().replacing("2026-11-20T08", with: "soon")),
        "/lastUpdatedAt", "expected a time"
      ),
      (rows(AdvisorSample.resource("fine")), "/status", "expected ok, warning"),
      (
        rows(AdvisorSample.resource().replacing("2026-11-19T08", with: "soon")),
        "/lastUpdatedAt", "expected a time"
      ),
      (
        #"{"recommendationResourceSummaries":[{"arn":"x","status":"ok"}]}"#,
        "/recommendationArn", "expected the recommendation's ARN"
      ),
      (
        #"{"recommendation":{"arn":"","status":"ok"}}"#, "/arn", "expected the recommendation's ARN"
      ),
    ])
  func bad(text: String, place: String, problem: String) {
    let result = reading(["a.json": text])
    #expect(result.failures.map(\.diagnostic.identifier) == ["no-results"])
    let line = result.failureLines.first ?? ""
    #expect(line.contains("record 1 at \(place): ") && line.contains(problem))
  }

  @Test("A list whose first element has no ARN is something else")
  func foreign() {
    let result = reading(["a.json": Self.list(#"{"status":"ok"}"#)])
    #expect(result.failures.map(\.diagnostic.identifier) == ["unknown-json"])
  }
}
