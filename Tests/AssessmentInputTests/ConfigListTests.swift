import AssessmentInput
import AssessmentModel
import Testing

@Suite("Lists of AWS Config")
struct ConfigListTests {
  private static func bucket(_ rule: String, _ name: String) -> String {
    ConfigSample.result(rule, "S3::Bucket/\(name)")
  }

  /// Whether the rows of each file count as a list of all results of their rule.
  private static func listed(_ files: [String: String]) -> [Bool] {
    readingConfig(files).evidence.records.rows.map(\.isListed)
  }

  @Test("A list of one rule and several resources is the rule's; of several rules, a resource's")
  func tellsListsApart() {
    #expect(
      Self.listed(["x.json": ConfigSample.results(Self.bucket("r", "a"), Self.bucket("r", "b"))])
        == [true, true])
    #expect(
      Self.listed(["x.json": ConfigSample.results(Self.bucket("r", "a"), Self.bucket("s", "a"))])
        == [false, false])
    #expect(
      Self.listed([
        "x.json": ConfigSample.output(
          "AggregateEvaluationResults", [Self.bucket("r", "a"), Self.bucket("s", "a")])
      ]) == [true, true])
  }

  @Test("A single result is the rule's list where nothing speaks for a resource's")
  func takesSingleForRule() {
    let single = ConfigSample.results(Self.bucket("r", "a"))
    #expect(Self.listed(["x.json": single]) == [true])
    #expect(Self.listed(["w1/x.json": single, "w2/x.json": single]) == [true, true])
    #expect(
      Self.listed([
        "w1/x.json": single, "w2/x.json": ConfigSample.results(Self.bucket("r", "b")),
      ]) == [true, true])
  }

  @Test("A single result beside lists of resources is one of them")
  func takesSingleForResource() {
    let single = ConfigSample.results(Self.bucket("r", "a"))
    let several = ConfigSample.results(Self.bucket("r", "b"), Self.bucket("s", "b"))
    #expect(Self.listed(["x.json": single, "y.json": several]) == [false, false, false])
    #expect(Self.listed(["x.json": several + single]) == [false, false, false])
    #expect(Self.listed(["1/x.json": single, "2/y.json": several]) == [true, false, false])
  }

  @Test("Single results of a rule about several resources are lists of the resources")
  func takesSinglesForResources() {
    let (a, b) = (
      ConfigSample.results(Self.bucket("r", "a")), ConfigSample.results(Self.bucket("r", "b"))
    )
    #expect(Self.listed(["x.json": a, "y.json": b]) == [false, false])
    #expect(Self.listed(["x.json": a + b]) == [false, false])
    #expect(
      Self.listed([
        "x.json": a, "y.json": ConfigSample.results(Self.bucket("s", "b")),
      ]) == [true, true])
  }

  @Test("Lists are told apart in a run of many files")
  func tellsListsApartInManyFiles() {
    var files: [String: String] = [:]
    for number in 10..<50 {
      files["\(number).json"] = ConfigSample.results(
        Self.bucket("r\(number)", "a"), Self.bucket("r\(number)", "b"))
    }
    files["60/x.json"] = ConfigSample.results(Self.bucket("r", "a"), Self.bucket("s", "a"))
    #expect(Self.listed(files) == Array(repeating: true, count: 80) + [false, false])
  }

  // MARK: Pages

  private static let first = ConfigSample.results(
    bucket("r", "a"), bucket("r", "b"), token: "t")
  private static let last = ConfigSample.results(bucket("r", "c"), bucket("r", "d"))
  private static let other = ConfigSample.results(bucket("s", "c"), bucket("s", "d"))
  private static let rules = ConfigSample.byRule(("a", "COMPLIANT"), token: "t")
  private static let lastRules = ConfigSample.byRule(("z", "COMPLIANT"))

  static let pages: [(files: [String: String], incomplete: [String])] = [
    (["1.json": first], ["1.json"]),
    (["1.json": first, "2.json": last], []),
    (["1.json": first, "2.json": other], ["1.json"]),
    (["1.json": first + other], ["1.json"]),
    (["1.json": first + last], []),
    (["1.json": first + Sample.export(Sample.finding())], ["1.json"]),
    (["1.json": rules], ["1.json"]),
    (["1.json": rules, "2.json": lastRules], []),
    (["1.json": rules, "2.json": last], ["1.json"]),
    (["a/1.json": rules, "b/2.json": lastRules], ["a/1.json"]),
  ]

  @Test("A page is incomplete without the last page of the same list", arguments: 0..<pages.count)
  func marksPages(_ number: Int) {
    let (files, incomplete) = Self.pages[number]
    let result = readingConfig(files)
    #expect(result.evidence.files.filter(\.isIncomplete).map(\.name) == incomplete)
  }

  @Test("Pages of one rule in files of their own are one export")
  func joinsPages() {
    let result = readingConfig(["1.json": Self.first, "2.json": Self.last, "3.json": Self.other])
    #expect(result.evidence.files.map(\.export) == [nil, 0, nil])
  }
}
