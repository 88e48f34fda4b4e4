import Testing

@testable import AssessmentInput

@Suite("Misspelt words")
struct SpellingTests {
  @Test(
    "The closest word is offered, and none when all are far",
    arguments: [
      ("titel", "title"), ("stale_after", "stale-after"), ("Owner", "owner"), ("approvedby", nil),
      ("colour", nil), ("x", nil),
    ])
  func offers(_ word: String, _ expected: String?) {
    #expect(Spelling.closest(to: word, among: ["title", "stale-after", "owner"]) == expected)
  }
}
