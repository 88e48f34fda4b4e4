import Testing

@testable import AssessmentModel

@Suite("A pattern") struct PatternTests {
  @Test(
    "matches the whole text, a star standing for any characters",
    arguments: [
      ("abc", "abc"), ("*", ""), ("*", "abc"), ("a*", "a"), ("a*", "abc"), ("*c", "abc"),
      ("a*c", "ac"), ("a*c", "abbc"), ("a*b*c", "axbxc"), ("a**c", "ac"), ("*b*", "abc"),
      ("arn:aws:s3:::logs-*", "arn:aws:s3:::logs-2026"), ("", ""),
    ])
  func matches(pattern: String, text: String) { #expect(Pattern(pattern).matches(text)) }

  @Test(
    "matches nothing else, and case matters",
    arguments: [
      ("abc", "abcd"), ("abc", "ABC"), ("a*", "ba"), ("*c", "cb"), ("a*a", "a"), ("a*bc*c", "abc"),
      ("a*b*c", "acb"), ("", "a"), ("a.c", "abc"), ("arn:aws:s3:::logs-*", "arn:aws:s3:::log"),
    ])
  func others(pattern: String, text: String) { #expect(!Pattern(pattern).matches(text)) }
}
