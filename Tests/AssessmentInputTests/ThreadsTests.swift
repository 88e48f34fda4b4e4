import AssessmentInput
import AssessmentModel
import JSON
import Testing

@Suite("Reading on several threads")
struct ThreadsTests {
  /// A finding of about 3 KiB.
  static func finding(_ number: Int) -> String {
    let account = number % 7 == 0 ? "111122223333" : "444455556666"
    let broken = number % 1_000 == 999 ? "\"never\"" : "\"2026-11-20T00:00:00Z\""
    return """
      {"Id": "f\(number)", "GeneratorId": "security-control/IAM.\(number % 9)", \
      "ProductArn": "arn:aws:securityhub:eu-west-1::product/aws/securityhub", \
      "AwsAccountId": "\(account)", "Region": "eu-west-1", "UpdatedAt": \(broken), \
      "Description": "\(String(repeating: "x", count: 2_800))", \
      "Compliance": {"Status": "FAILED", "SecurityControlId": "IAM.\(number % 9)"}, \
      "Resources": [{"Id": "arn:aws:iam::\(account):user/u\(number)", "Type": "AwsIamUser"}]}
      """
  }

  static func read(_ text: String, threads: Int) -> ReadResult {
    var request = EvidenceRequest(inputs: ["in"])
    request.threads = threads
    return EvidenceReader.read(
      request, disk: .holding(["in/a.json": Array(text.utf8)]), objectives: ["so-1"])
  }

  /// Everything that must not depend on the number of threads.
  static func summary(_ result: ReadResult) -> [String] {
    let table = result.evidence.records
    let rows = table.rows.map { row in
      "\(row.number) \(row.file) \(table.strings[row.id]) \(table.strings[row.account]) "
        + "\(table.references[Int(row.reference)]) \(table.strings[row.resource])"
    }
    return rows + result.evidence.diagnostics.map(\.line)
      + result.evidence.files.map { "\($0.kind) \($0.records) \($0.rejected) \($0.sha256)" }
      + result.failureLines
  }

  static let findings = (0..<3_500).map(finding)

  @Test(
    "gives the same rows, numbers and diagnostics",
    arguments: ["[", "{\"Findings\": [", "lines", "mixed", "broken"])
  func sameResult(form: String) {
    let records = Self.findings
    let text =
      switch form {
      case "lines": records.joined(separator: "\n")
      case "mixed":
        records.prefix(3_000).joined(separator: "\n") + "{\"Findings\": [\(records[0])]}[]"
          + records.dropFirst(3_000).joined(separator: "\n")
      case "broken": "[" + records.joined(separator: ",") + ",{\"Id\": 1e}]"
      default: form + records.joined(separator: ",") + (form == "[" ? "]" : "]}")
      }
    let single = Self.summary(Self.read(text, threads: 1))
    #expect(single.count > (form == "broken" ? 0 : 3_490))
    for threads in [2, 5] { #expect(Self.summary(Self.read(text, threads: threads)) == single) }
  }

  @Test("gives the same order of many files, each numbered behind those before it")
  func files() {
    let names = (0..<100).map { "in/f\(String($0 + 100)).json" }
    let disk = Dictionary(
      uniqueKeysWithValues: names.enumerated().map { index, name in
        (name, Array((index % 10 == 3 ? "{" : Self.finding(index)).utf8))
      })
    let results = [1, 2, 4].map { threads in
      var request = EvidenceRequest(inputs: ["in"], skipInvalid: true)
      request.threads = threads
      return EvidenceReader.read(request, disk: .holding(disk), objectives: [])
    }
    #expect(Self.summary(results[0]) == Self.summary(results[1]))
    #expect(Self.summary(results[0]) == Self.summary(results[2]))
    let evidence = results[2].evidence
    #expect(evidence.rejectedFiles.count == 10)
    #expect(evidence.records.rows.map { Int($0.file) } == Array(0..<90))
    #expect(evidence.files.map(\.name) == evidence.files.map(\.name).sorted())
  }
}
