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
  func matches(pattern: String, text: String) {
    #expect(Pattern(pattern).matches(text))
    #expect(Self.matchesInterned(pattern, text))
  }

  @Test(
    "matches nothing else, and case matters",
    arguments: [
      ("abc", "abcd"), ("abc", "ABC"), ("a*", "ba"), ("*c", "cb"), ("a*a", "a"), ("a*bc*c", "abc"),
      ("a*b*c", "acb"), ("", "a"), ("a.c", "abc"), ("arn:aws:s3:::logs-*", "arn:aws:s3:::log"),
    ])
  func others(pattern: String, text: String) {
    #expect(!Pattern(pattern).matches(text))
    #expect(!Self.matchesInterned(pattern, text))
  }

  @Test(
    "is compared by characters, not by bytes",
    arguments: [
      ("a*", "a\u{301}", false), ("\u{E9}", "e\u{301}", true), ("e\u{301}*", "\u{E9}x", true),
      ("K*", "\u{212A}1", true), ("*\n", "a\r\n", false), ("a*b", "a\u{301}b", false),
      ("a", "a\u{301}", false), ("*b", "b\u{301}", false), ("ab", "a\u{301}b", false),
    ])
  func characters(pattern: String, text: String, isMatch: Bool) {
    #expect(Pattern(pattern).matches(text) == isMatch)
    #expect(Self.matchesInterned(pattern, text) == isMatch)
  }

  private static func matchesInterned(_ pattern: String, _ text: String) -> Bool {
    var strings = StringTable()
    let id = strings.intern(text)
    return Pattern(pattern).matches(id, in: strings)
  }
}
