import AssessmentInput
import AssessmentModel
import FoundationEssentials
import Testing

/// A copy that was interrupted leaves the beginning of a file.
@Suite("Files that are cut off at any byte")
struct CutFilesTests {
  private struct Whole: Sendable {
    let name: String
    let bytes: [UInt8]
  }

  private static func packed(_ base64: String) -> [UInt8] {
    Data(base64Encoded: base64).map { Array($0) } ?? []
  }

  private static let exceptions = """
    - id: E-1
      check: S3.8
      reason: "café\\u00e9 \\"x\\""
      owner: O
      approved-by: |
        A
      until: 2026-12-31

    """

  private static let answers = """
    - question: so_1_1
      choices: [so_1_1_a, 'b']
      note: >
        Because.
      date: 2026-01-31

    """

  private static let assessment = """
    title: "An assessment"
    scope: {accounts: ["111122223333"], regions: [eu-west-1]}
    evidence:
      - file: x.json
        account: "111122223333"

    """

  /// Reads the beginnings of a file; each is either a failure with a place, or read.
  private func readEach(
    _ name: String, _ bytes: [UInt8], beside others: [String: [UInt8]] = [:]
  ) -> (failed: [Int], read: [Int]) {
    var (failed, read): ([Int], [Int]) = ([], [])
    for count in 0..<bytes.count {
      var files = others
      files[name] = Array(bytes.prefix(count))
      files["evidence.json"] = Array(Sample.hub.utf8)
      let result = readingBytes(files)
      if result.failures.isEmpty {
        read.append(count)
        continue
      }
      failed.append(count)
      #expect(result.failures.allSatisfy { $0.reason == .invalid }, "\(count) bytes of \(name)")
      #expect(result.failures.first?.diagnostic.file == name)
      #expect(result.failures.first?.diagnostic.place != .whole, "\(result.failureLines)")
    }
    return (failed, read)
  }

  @Test(
    "An archive is a failure, wherever it is cut",
    arguments: [("x.gz", Packed.gzip), ("x.zst", Packed.zstd), ("x.zip", Packed.zip)])
  func archives(name: String, base64: String) {
    let bytes = Self.packed(base64)
    let (failed, read) = readEach(name, bytes)
    #expect(read == [])
    #expect(failed == Array(0..<bytes.count))
  }

  @Test("YAML is a failure, or a shorter file: where it has no end of its own")
  func yaml() {
    for (name, text) in [
      ("exceptions.yaml", Self.exceptions), ("answers/a.yaml", Self.answers),
      ("assessment.yaml", Self.assessment),
    ] {
      let bytes = Array(text.utf8)
      let folder = ["assessment.yaml": Array("title: T\n".utf8)]
      let (failed, read) = readEach(name, bytes, beside: folder)
      #expect(failed.count + read.count == bytes.count)
      // The required keys stand last, but for the assessment's, all of whose keys may be left out.
      #expect(failed.count > 20, "\(name)")
    }
  }

  @Test("What AWS, Prowler and their tools print is a failure, wherever it is cut")
  func outputs() {
    for text in [
      ConfigSample.results(ConfigSample.result("r", "S3::Bucket/b")),
      #"{"WorkloadId":"w","LensAlias":"l","AnswerSummaries":[{"QuestionId":"q","#
        + #""SelectedChoices":["a"],"IsApplicable":true}]}"#,
      #"{"StandardsSubscriptions":[{"StandardsStatus":"READY"}]}"#,
      AdvisorSample.result(), "[\(OCSFSample.control()),\(OCSFSample.prowler())]",
    ] {
      let (_, read) = readEach("x.json", Array(text.utf8))
      #expect(read == [])
    }
  }
}
