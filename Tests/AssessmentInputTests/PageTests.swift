import AssessmentModel
import Testing

@testable import AssessmentInput

@Suite("Pages of an export")
struct PageTests {
  private static let first = Sample.export(Sample.finding(), token: "t")
  private static let last = Sample.export(Sample.finding(["Id": #""f2""#]))

  /// The last page of another account's export.
  private static let other = Sample.export(
    Sample.finding(["Id": #""f3""#, "AwsAccountId": #""999988887777""#]))

  /// A page of these records, one name a word.
  private static func page(_ ids: String, token: String? = nil) -> String {
    let findings = ids.split(separator: " ").map { Sample.finding(["Id": "\"\($0)\""]) }
    let end = token.map { ",\"NextToken\":\"\($0)\"" } ?? ""
    return "{\"Findings\":[\(findings.joined(separator: ","))]\(end)}"
  }

  static let cases: [(files: [String: String], incomplete: [String])] = [
    (["a/1.json": first], ["a/1.json"]),
    (["a/1.json": first, "a/2.json": last], []),
    (["a/1.json": first, "b/2.json": last], ["a/1.json"]),
    (["a/1.json": first, "a/2.json": other], ["a/1.json"]),
    (["a/1.json": first + last], []),
    (["a/1.json": last + first], ["a/1.json"]),
    (["a/1.json": first, "a/2.json": "[]"], ["a/1.json"]),
    (["a/1.json": Sample.export(Sample.finding(), token: "")], []),
    // Three pages of one export, whatever their names.
    (["1": page("a", token: "t"), "3": page("b", token: "u"), "2": page("c")], []),
    // Two exports of one account, one of them cut off: either may be the one.
    (["1": page("a b", token: "t"), "2": page("b c", token: "u"), "3": page("d")], ["1", "2"]),
    (
      [
        "1": page("a", token: "t"), "2": page("a b", token: "u"), "3": page("c", token: "v"),
        "4": page("d"),
      ], ["1", "2"]
    ),
    // Two whole exports of one account.
    (
      [
        "1": page("a b", token: "t"), "2": page("c"), "3": page("a", token: "u"),
        "4": page("b c"),
      ], ["1"]
    ),
    (
      [
        "1": page("a b", token: "t"), "2": page("c"), "3": page("a b", token: "u"),
        "4": page("c d"),
      ], []
    ),
    // A cut-off export beside a whole one that is a file by itself.
    (["1": page("a b", token: "t"), "2": page("a b c d")], ["1"]),
    // Copies of a page are one page.
    (["1": page("a", token: "t"), "2": page("a", token: "t"), "3": page("b")], []),
    (
      [
        "1": page("a", token: "t"), "2": page("a ", token: "u"), "3": page("b"), "4": page("b"),
      ], ["1", "2"]
    ),
    // Three exports, of which one is whole.
    (
      [
        "1": page("a", token: "t"), "2": page("a", token: "u"), "3": page("a", token: "v"),
        "4": page("b"), "5": page("c"),
      ], ["1", "2", "3"]
    ),
  ]

  @Test(
    "A page is incomplete unless enough last pages of its account can be of its export",
    arguments: 0..<cases.count)
  func marks(_ number: Int) {
    let (files, incomplete) = Self.cases[number]
    let result = reading(files)
    #expect(result.failureLines == [])
    #expect(result.evidence.files.filter(\.isIncomplete).map(\.name) == incomplete)
  }

  // MARK: Which pages are one export

  static let exports: [(files: [String: String], exports: [Int?])] = [
    (["1": page("a", token: "t"), "2": page("b", token: "u"), "3": page("c")], [nil, 0, 0]),
    (["1": page("a", token: "t"), "2": page("b"), "3": page("c", token: "u")], [nil, 0, 0]),
    (["1": page("a", token: "t"), "2": page("a b", token: "u"), "3": page("c")], [nil, nil, 1]),
    (
      ["1": page("a", token: "t"), "2": page("b"), "3": page("c", token: "u"), "4": page("d")],
      [nil, 0, nil, 2]
    ),
    (["1": page("a"), "2": page("b")], [nil, nil]),
    (["a/1": page("a", token: "t"), "b/2": page("b")], [nil, nil]),
  ]

  @Test("Pages of one export have the number of its first file", arguments: 0..<exports.count)
  func joins(_ number: Int) {
    let (files, exports) = Self.exports[number]
    #expect(reading(files).evidence.files.map(\.export) == exports)
  }

  // MARK: Lists of rules

  private static func row(_ file: Int, _ rule: UInt32, _ resource: UInt32) -> Record {
    var row = Record()
    row.source = .config
    (row.file, row.reference) = (UInt32(file), rule)
    row.resource = StringID(rawValue: resource)
    return row
  }

  private static func page(_ file: Int, kind: String = "rule", token: Bool) -> ExportPages.Page {
    ExportPages.Page(file: file, folder: "f", kind: kind, sha256: "\(file)", endsWithToken: token)
  }

  @Test(
    "A list of one rule goes on with a list of the same kind that has the rule",
    arguments: [
      ([row(0, 1, 1), row(1, 1, 2)], "rule", []), ([row(0, 1, 1), row(1, 2, 2)], "rule", [0]),
      ([row(0, 1, 1), row(1, 1, 1)], "rule", [0]), ([row(0, 1, 1), row(1, 1, 2)], "other", [0]),
      ([row(0, 1, 1), row(0, 2, 2), row(1, 3, 3)], "rule", []),
    ])
  func rules(rows: [Record], kind: String, incomplete: [Int]) {
    let pages = ExportPages(
      [Self.page(0, token: true), Self.page(1, kind: kind, token: false)], rows: rows)
    #expect(pages.incomplete == incomplete)
  }
}
