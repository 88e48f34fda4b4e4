/// An invented lens, as JSON text of several lines.
enum SampleLens {
  static let plan = #""improvementPlan":{"displayText":"Do it."}"#

  /// A lens with the pillars `OURS` and `MORE`, a question in each, and what is changed in it.
  static func text(version: String = "2021-11-01", condition: String = "c_1") -> String {
    """
    {"schemaVersion": "\(version)", "name": "Ours", "pillars": [
      {"id": "OURS", "name": "Ours", "questions": [\(question("our_1", condition))]},
      {"id": "MORE", "name": "More", "questions": [\(question("our_2", "c_1"))]}]}
    """
  }

  /// What export-lens prints around a lens.
  static func exported(_ lens: String) -> String {
    let inner = lens.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "{\n\"LensJSON\": \"\(inner)\"}"
  }

  private static func question(_ id: String, _ condition: String) -> String {
    """
    {"id": "\(id)", "title": "T",
        "choices": [{"id": "c_1", "title": "C", \(plan)}],
        "riskRules": [{"condition": "\(condition)", "risk": "NO_RISK"},
          {"condition": "default", "risk": "HIGH_RISK"}]}
    """
  }
}
