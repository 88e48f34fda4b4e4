import AssessmentInput
import AssessmentModel
import Testing

@Suite("Many lenses in one file")
struct LensPlacesTests {
  /// A lens whose pillar has an id that is too short, on the third of its lines.
  private static let lens = """
    {"schemaVersion":"2021-11-01","name":"L",
    "pillars":[
    {"id":"X","name":"P","questions":[]}]}
    """

  @Test("are each named by their own lines", .timeLimit(.minutes(5)))
  func places() {
    let text = Array(repeating: Self.lens, count: 3000).joined(separator: "\n")
    let result = reading(["x.ndjson": text, "e.json": "[]"], checksLenses: true)
    let ids = result.failures.map(\.diagnostic).filter { $0.summary.contains("id \"X\"") }
    #expect(ids.count == 3000)
    #expect(ids.map(\.place) == (0..<3000).map { .line($0 * 3 + 3, column: 1) })
  }
}
