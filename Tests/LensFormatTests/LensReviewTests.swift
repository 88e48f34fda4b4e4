import AssessmentModel
import JSON
import LensFormat
import Testing

@Suite("The review of a lens file")
struct LensReviewTests {
  private static let plan = #""improvementPlan":{"displayText":"Do it.","url":"https://x"}"#
  private static let choice = #"{"id":"a_1","title":"A",\#(plan)}"#
  private static let rules =
    #"[{"condition":"a_1","risk":"NO_RISK"},{"condition":"default","risk":"HIGH_RISK"}]"#

  private static func lens(
    choices: String = "[\(choice)]", rules: String = rules, question: String = "", top: String = ""
  ) -> String {
    """
    {"schemaVersion":"2021-11-01","name":"L"\(top),"pillars":[{"id":"SO_1","name":"P","questions":
    [{"id":"q_1","title":"T"\(question),"choices":\(choices),"riskRules":\(rules)}]}]}
    """
  }

  static let quirks: [(lens: String, sentences: [String])] = [
    (lens(), []),
    (
      lens(question: #","url":"https://x""#, top: #","_version":"1","ready":true"#),
      ["keys that the format does not know: _version, ready, url"]
    ),
    (
      lens(rules: #"[{"condition":"a_1","risk":"NO_RISK"}]"#), ["no default rule: q_1"]
    ),
    (
      lens(rules: #"[{"condition":"default","risk":"NO_RISK"}]"#), ["only a default rule: q_1"]
    ),
    (
      lens(choices: #"[\#(choice),{"id":"a_2","title":"None of these"}]"#),
      ["a choice “None of these” whose id does not end in _no: a_2 of q_1"]
    ),
    (lens(choices: #"[\#(choice),{"id":"a_no","title":"None of these"}]"#), []),
    (
      lens(question: #","helpfulResource":{"displayText":"x","url":""}"#),
      ["a url that is empty and counts as none: 1"]
    ),
  ]

  @Test("What AWS takes although the format does not have it is named, and refused by nobody")
  func namesQuirks() throws {
    for (text, sentences) in Self.quirks {
      let review = try LensReview(JSONText(text), file: "l.json")
      #expect(review.quirks == sentences)
      #expect(review.violations == [] && review.failure == nil && review.lens != nil)
    }
  }

  @Test("Of many questions with the same quirk five are named")
  func countsQuirks() throws {
    let one = #"{"id":"q_0","title":"T","choices":[\#(Self.choice)],"riskRules":["#
    let rule = #"{"condition":"a_1","risk":"NO_RISK"}"#
    let questions = (0..<7).map { one.replacing("q_0", with: "q_\($0)") + rule + "]}" }
    let text = """
      {"schemaVersion":"2021-11-01","name":"L","pillars":[{"id":"SO_1","name":"P","questions":
      [\(questions.joined(separator: ","))]}]}
      """
    #expect(
      try LensReview(JSONText(text), file: "l").quirks
        == ["no default rule: q_0, q_1, q_2, q_3, q_4 and 2 more"])
  }

  @Test("An empty url is no link")
  func dropsEmptyLinks() throws {
    let text = Self.lens().replacing("https://x", with: "")
    let choice = try LensReview(JSONText(text), file: "l").lens?.question("q_1")?.choices.first
    #expect(choice?.improvement == Resource(text: "Do it."))
  }

  @Test(
    "Only what leaves the meaning open is ambiguous",
    arguments: [
      (lens(choices: "[\(choice),\(choice)]"), true),
      (lens(rules: #"[{"condition":"a_9","risk":"NO_RISK"}]"#), true),
      (lens().replacing("2021-11-01", with: "2020-01-01"), false),
      (lens(choices: #"[{"id":"a_1","title":"A"}]"#), false),
    ])
  func tellsAmbiguity(_ text: String, _ isAmbiguous: Bool) throws {
    let review = try LensReview(JSONText(text), file: "l")
    #expect(review.violations.map(\.isAmbiguous) == [isAmbiguous])
    #expect(review.lens != nil)
  }

  @Test("A lens that cannot be read has its first failure, and every violation")
  func keepsFailure() throws {
    let text = Self.lens(rules: #"[{"condition":"a_1 &","risk":"HIGH"}]"#)
    let review = try LensReview(JSONText(text), file: "l")
    #expect(review.lens == nil)
    #expect(
      review.failure?.description
        == "l at /pillars/0/questions/0/riskRules/0/risk: "
        + "expected HIGH_RISK, MEDIUM_RISK or NO_RISK")
    #expect(review.violations.count == 2)
  }

  @Test("A lens is read from a range of a longer text")
  func readsRange() throws {
    let (head, lens) = ("[1, ", Self.lens())
    let range = head.utf8.count..<(head + lens).utf8.count
    let review = try LensReview(JSONText(head + lens + "]"), in: range, file: "l")
    #expect(review.lens?.name == "L" && review.violations == [])
  }

  @Test(
    "A pointer has the offset of its value, or of the nearest around it",
    arguments: [
      ("", 0), ("/a", 6), ("/a/0", 7), ("/a/1", 10), ("/a/1/b", 16), ("/a/9", 6), ("/x", 0),
      ("/a/1/b/inner", 16), ("/a/x", 6),
    ])
  func findsPointers(_ pointer: String, _ offset: Int) {
    #expect(JSONText(#"{"a": [1, {"b": "text"}]}"#).offset(of: pointer) == offset)
  }

  @Test("Where the text is cut off, the last place found stands")
  func survivesBadText() {
    #expect(JSONText(#"{"a": [1, "#).offset(of: "/a/1") == 6)
    #expect(JSONText("").offset(of: "/a") == 0)
  }
}
