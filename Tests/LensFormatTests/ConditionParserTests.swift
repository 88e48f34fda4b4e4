import AssessmentModel
import LensFormat
import Testing

@Suite("Conditions of risk rules")
struct ConditionParserTests {
  private static let (a, b, c) = (
    Condition.selected("a_1"), Condition.selected("b"), Condition.selected("c")
  )

  static let cases: [(text: String, condition: Condition)] = [
    ("default", .always), (" default\n", .always), ("a_1", a), ("!a_1", .not(a)),
    ("!!a_1", .not(.not(a))), ("a_1&&b", .all([a, b])), ("a_1 || b || c", .any([a, b, c])),
    ("a_1 || b && c", .any([a, .all([b, c])])), ("a_1 && b || c", .any([.all([a, b]), c])),
    ("(a_1 || b) && c", .all([.any([a, b]), c])), ("!(a_1 && b)", .not(.all([a, b]))),
    ("!a_1 && b", .all([.not(a), b])),
    ("((a_1 || b) && c) || (!a_1 && c)", .any([.all([.any([a, b]), c]), .all([.not(a), c])])),
  ]

  @Test("A condition is read with && before ||", arguments: cases)
  func reads(_ text: String, _ condition: Condition) throws {
    #expect(try ConditionParser.parse(text) == condition)
  }

  @Test(
    "What is wrong is named with its column",
    arguments: [
      ("", 1, "expected a choice's id, \"!\" or \"(\", found the end"),
      ("a &&", 5, "expected a choice's id, \"!\" or \"(\", found the end"),
      ("a & b", 3, "expected \"&&\", \"||\" or the end, found \"&\""),
      ("(a || b", 8, "expected \")\", found the end"),
      ("a b", 3, "expected \"&&\", \"||\" or the end, found \"b\""),
      ("a)", 2, "expected \"&&\", \"||\" or the end, found \")\""),
      ("a || default", 6, "expected a choice's id; \"default\" stands alone, found \"d\""),
      (
        String(repeating: "(", count: 101) + "a", 101, "expected at most 100 levels, found \"(\""
      ),
    ])
  func fails(_ text: String, _ column: Int, _ message: String) {
    #expect(throws: ConditionError(column: column, message: message)) {
      try ConditionParser.parse(text)
    }
  }
}
