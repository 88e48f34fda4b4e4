import JSON
import LensFormat
import Testing

@Suite("Limits of custom lenses")
struct LensLimitsTests {
  private static func resource(_ key: String) -> String {
    #""\#(key)":{"displayText":"text","url":"https://example.com"}"#
  }

  private static let choice =
    #"{"id":"a_1","title":"A",\#(resource("improvementPlan"))}"#
  private static let rules = #"[{"condition":"default","risk":"HIGH_RISK"}]"#

  private static func question(
    id: String = "q_1", title: String = "T", choices: String = "[\(choice)]", rules: String = rules,
    more: String = ""
  ) -> String {
    #"{"id":"\#(id)","title":"\#(title)","choices":\#(choices),"riskRules":\#(rules)\#(more)}"#
  }

  private static func lens(
    _ questions: String = question(), name: String = "L", version: String = "2021-11-01",
    pillars: Int = 1, more: String = ""
  ) -> String {
    let list = (0..<pillars).map { number in
      let inner = number == 0 ? questions : question(id: "p\(number)_1")
      return #"{"id":"SO_\#(number)","name":"P","questions":[\#(inner)]}"#
    }
    return """
      {"schemaVersion":"\(version)","name":"\(name)","pillars":[\(list.joined(separator: ","))]\
      \(more)}
      """
  }

  private static func text(_ count: Int) -> String { String(repeating: "ä", count: count) }

  private static func questions(_ count: Int) -> String {
    (0..<count).map { question(id: "q_\($0)") }.joined(separator: ",")
  }

  private static func choices(_ count: Int) -> String {
    let items = (0..<count).map { choice.replacing("a_1", with: "c_\($0)") }
    return "[\(items.joined(separator: ","))]"
  }

  struct Violation: Sendable, CustomTestStringConvertible {
    let lens: String
    let violations: [String]

    init(_ lens: String, _ violations: String...) {
      self.lens = lens
      self.violations = violations
    }

    var testDescription: String { violations.first ?? "no violation" }
  }

  private static let (q, c) = ("/pillars/0/questions/0", "/pillars/0/questions/0/choices/0")

  static let cases = [
    Violation(lens()),
    Violation(lens(questions(20), name: text(128), pillars: 10)),
    Violation(lens(question(choices: choices(15)))),
    Violation(lens(version: "2020"), ": schemaVersion must be \"2021-11-01\""),
    Violation(lens(name: ""), ": name has 0 characters; 1 to 128 are allowed"),
    Violation(lens(name: text(129)), ": name has 129 characters; 1 to 128 are allowed"),
    Violation(
      lens(more: ",\"description\":\"\(text(2049))\""),
      ": description has 2049 characters; 0 to 2048 are allowed"),
    Violation(
      lens(more: ",\"x\":\"\(String(repeating: "x", count: 500_000))\""),
      ": the file has 500287 bytes; 500000 are allowed"),
    Violation(lens(pillars: 11), ": pillars has 11 elements; 1 to 10 are allowed"),
    Violation(lens(questions(21)), "/pillars/0: questions has 21 elements; 1 to 20 are allowed"),
    Violation(
      lens(question(choices: choices(16))), "\(q): choices has 16 elements; 1 to 15 are allowed"),
    Violation(
      lens(question(id: "q-1")),
      "\(q): id \"q-1\" must have 3 to 128 letters, digits or underscores"),
    Violation(
      lens(question(id: "q1")), "\(q): id \"q1\" must have 3 to 128 letters, digits or underscores"),
    Violation(
      lens(question() + "," + question()), "/pillars/0/questions/1: id \"q_1\" is there twice"),
    Violation(
      lens(question(choices: "[\(choice),\(choice)]")),
      "/pillars/0/questions/0/choices/1: id \"a_1\" is there twice"),
    Violation(
      lens(question(title: text(129))), "\(q): title has 129 characters; 1 to 128 are allowed"),
    Violation(
      lens(question(more: #","helpfulResource":{"displayText":"x","url":"ftp://x"}"#)),
      "\(q)/helpfulResource: url must begin with http:// or https://"),
    Violation(
      lens(question(more: #","helpfulResource":{"url":"https://x"}"#)),
      "\(q)/helpfulResource: displayText must be a string"),
    Violation(
      lens(question(choices: #"[{"id":"a_1","title":"A"}]"#)),
      "\(c): improvementPlan is missing; only a choice whose id ends in _no needs none"),
    Violation(lens(question(choices: #"[{"id":"a_no","title":"None of these"}]"#))),
    Violation(
      lens(
        question(
          choices: """
            [{"id":"a_1","title":"A",\(resource("improvementPlan")),"additionalResources":[
            {"type":"OTHER","content":[]}]}]
            """)),
      "\(c)/additionalResources/0: type must be HELPFUL_RESOURCE or IMPROVEMENT_PLAN",
      "\(c)/additionalResources/0: content has 0 elements; 1 to 5 are allowed"),
    Violation(
      lens(question(rules: "[]")), "\(q): riskRules has 0 elements; 1 to 3 are allowed"),
    Violation(
      lens(question(rules: #"[{"condition":"a_1 &","risk":"NO_RISK"}]"#)),
      "\(q)/riskRules/0/condition: column 5: expected \"&&\", \"||\" or the end, found \"&\""),
    Violation(
      lens(question(rules: #"[{"condition":"b_1","risk":"HIGH"}]"#)),
      "\(q)/riskRules/0: risk must be HIGH_RISK, MEDIUM_RISK or NO_RISK",
      "\(q)/riskRules/0/condition: the question has no choice b_1"),
  ]

  @Test("Each limit of the format is checked", arguments: cases)
  func checks(_ violation: Violation) throws {
    let found = try LensLimits.check(JSONText(violation.lens)).map(\.description)
    #expect(found == violation.violations)
  }
}
