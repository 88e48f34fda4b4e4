import AssessmentModel
import JSON
import LensFormat
import Testing

@Suite("Custom lenses")
struct LensFormatTests {
  /// A lens with one question, whose rules are given.
  private static func lens(rules: String) -> String {
    """
    {"schemaVersion":"2021-11-01","name":"L","description":"D","_version":"1","pillars":[
    {"id":"SO_1","name":"P","questions":[{"id":"q_1","title":"T","description":"Q",
    "helpfulResource":{"displayText":"H","url":"https://x"},
    "choices":[{"id":"a_1","title":"A","helpfulResource":{"displayText":"h"},
    "improvementPlan":{"displayText":"i","url":"https://y"}},{"id":"a_no","title":"None of these"}],
    "riskRules":\(rules)}]}]}
    """
  }

  private static let rules = """
    [{"condition":"a_1","risk":"NO_RISK"},{"condition":"default","risk":"HIGH_RISK"}]
    """

  private func decode(_ text: String) throws -> Lens {
    try LensFormat.decode(JSONText(text), file: "l.json")
  }

  @Test("A lens is read with its texts, links and rules; unknown keys are ignored")
  func reads() throws {
    let lens = try decode(Self.lens(rules: Self.rules))
    #expect(lens.name == "L" && lens.description == "D")
    #expect(lens.pillars.map(\.id) == ["SO_1"] && lens.pillars.map(\.name) == ["P"])
    let question = try #require(lens.question("q_1"))
    #expect(question.title == "T" && question.description == "Q")
    #expect(question.help == Resource(text: "H", url: "https://x"))
    let choice = try #require(question.choices.first)
    #expect(choice.id == "a_1" && choice.title == "A" && choice.help == Resource(text: "h"))
    #expect(choice.improvement == Resource(text: "i", url: "https://y"))
    #expect(question.choices.map(\.isNone) == [false, true])
    #expect(question.risk(selecting: ["a_1"]) == Risk.none)
    #expect(question.risk(selecting: []) == .high)
  }

  @Test("A question without a default rule is tolerated")
  func toleratesMissingDefault() throws {
    let text = Self.lens(rules: #"[{"condition":"a_1","risk":"MEDIUM_RISK"}]"#)
    let question = try #require(try decode(text).question("q_1"))
    #expect(question.risk(selecting: ["a_1"]) == .medium)
    #expect(question.risk(selecting: []) == nil)
  }

  @Test("What export-lens prints is parsed twice")
  func readsExport() throws {
    let inner = Self.lens(rules: Self.rules)
      .replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    #expect(try decode("{\"LensJSON\":\"\(inner)\"}").question("q_1") != nil)
  }

  static let bad: [(text: String, description: String)] = [
    ("{", "l.json:1:2 (byte 1): expected a key or '}', found the end of the file"),
    ("{}", "l.json at : \"pillars\" is missing"),
    (#"{"pillars":{}}"#, "l.json at /pillars: expected a list"),
    (#"{"pillars":[]}"#, "l.json at : \"name\" is missing"),
    (
      #"{"name":"x","pillars":[{"id":"p","questions":[{"id":1,"title":"t"}]}]}"#,
      "l.json at /pillars/0/questions/0/id: expected a string"
    ),
    (
      lens(rules: #"[{"condition":"a_1 &","risk":"NO_RISK"}]"#),
      "l.json at /pillars/0/questions/0/riskRules/0/condition, column 5: "
        + "expected \"&&\", \"||\" or the end, found \"&\""
    ),
    (
      lens(rules: #"[{"condition":"a_1","risk":"HIGH"}]"#),
      "l.json at /pillars/0/questions/0/riskRules/0/risk: "
        + "expected HIGH_RISK, MEDIUM_RISK or NO_RISK"
    ),
    (
      #"{"LensJSON":"{\"pillars\":1}"}"#, "l.json at /LensJSON/pillars: expected a list"
    ),
  ]

  @Test("What is wrong is named with its place", arguments: bad)
  func fails(_ text: String, _ description: String) {
    let error = #expect(throws: LensError.self) { try decode(text) }
    #expect(error?.description == description)
  }
}
