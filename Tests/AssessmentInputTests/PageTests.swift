import AssessmentInput
import AssessmentModel
import Testing

@Suite("Pages of an export")
struct PageTests {
  private static let first = Sample.export(Sample.finding(), token: "t")
  private static let last = Sample.export(Sample.finding(["Id": #""f2""#]))

  /// The last page of another account's export.
  private static let other = Sample.export(
    Sample.finding(["Id": #""f3""#, "AwsAccountId": #""999988887777""#]))

  static let cases: [(files: [String: String], incomplete: [String])] = [
    (["a/1.json": first], ["a/1.json"]),
    (["a/1.json": first, "a/2.json": last], []),
    (["a/1.json": first, "b/2.json": last], ["a/1.json"]),
    (["a/1.json": first, "a/2.json": other], ["a/1.json"]),
    (["a/1.json": first + last], []),
    (["a/1.json": last + first], ["a/1.json"]),
    (["a/1.json": first, "a/2.json": "[]"], ["a/1.json"]),
    (["a/1.json": Sample.export(Sample.finding(), token: "")], []),
  ]

  @Test(
    "A page is incomplete without a last page of the same account in its folder",
    arguments: 0..<cases.count)
  func marks(_ number: Int) {
    let (files, incomplete) = Self.cases[number]
    let result = reading(files)
    #expect(result.evidence.files.filter(\.isIncomplete).map(\.name) == incomplete)
  }
}
