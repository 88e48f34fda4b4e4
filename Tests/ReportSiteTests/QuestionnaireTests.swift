import AssessmentModel
import Testing

@testable import ReportSite

/// The questions pages, and the data of which a script makes forms there.
@Suite("The questionnaire") struct QuestionnaireTests {
  private static func data(_ builder: SiteBuilder) throws -> String {
    try #require(try builder.site().files["data/questionnaire.js"])
  }

  @Test("Its pages load the data before the scripts, and no other page does")
  func scripts() throws {
    let site = try SiteBuilder.varied.site()
    let expected = [
      "assets/site.js", "data/questionnaire.js", "assets/answers.js", "assets/questionnaire.js",
      "assets/questionnaire-paper.js",
    ]
    for path in site.htmlPaths {
      let scripts = try site.page(path).elements.filter { $0.name == "script" }
        .compactMap { $0.attributes["src"] }
      let isQuestions = path.hasPrefix("questions")
      let isForeign = scripts.contains { $0.contains("questionnaire") || $0.contains("answers") }
      #expect(isQuestions ? scripts == expected : !isForeign, "\(path)")
    }
  }

  @Test("The data tell the questions, their rules, and whole answers")
  func holds() throws {
    var builder = SiteBuilder.varied
    let note = String(repeating: "Word for word. ", count: 500)
    builder.evidence.answers[0].note = note
    builder.evidence.answers[0].validUntil = Instant("2027-01-31")
    builder.evidence.answers[0].attachments = ["a.csv"]
    let lines = try Self.data(builder)
    #expect(lines.hasPrefix("window.SO_REPORT_QUESTIONNAIRE = {") && lines.hasSuffix("};\n"))
    let data = lines.replacing("\n", with: "")
    for part in [
      #""digest":"0123456789abcdef""#, #""asOf":{"day":"2026-11-24","isGiven":true}"#,
      #"{"id":"000000000001","name":"production"}"#, #""rules":[["none","0"],["high","t"]]"#,
      #"{"id":"so_1_no","title":"Title","isNone":true}"#, #""link":"questions.html#so_1_1""#,
      #""answers":[{"accounts":null,"choices":["a"],"note":"\#(note)","author":"A. Person","#
        + #""date":"2026-11-20","valid-until":"2027-01-31","attachments":["a.csv"]}]"#,
      #""conflicts":[{"choice":0,"check":"IAM.4","account":0,"risk":"high"}]"#,
      #""not-applicable":["Not applicable","none","dash"]"#,
    ] {
      #expect(data.contains(part), "\(part)")
    }
  }

  @Test(
    "An observed as-of is no given one, and accounts without an answer have a form of their own")
  func accounts() throws {
    var builder = SiteBuilder.varied
    builder.asOf = nil
    builder.evidence.answers[0].accounts = [SiteBuilder.account(2)]
    let data = try Self.data(builder)
    #expect(data.contains(#""isGiven":false"#))
    #expect(data.contains(#""answers":[{"accounts":[0]},{"accounts":[1],"choices":["a"]"#))
  }

  @Test("Hostile texts stay texts of the data")
  func hostile() throws {
    var builder = SiteBuilder.varied
    builder.evidence.answers[0].note = "</script><script>alert(1)</script>\u{2028}\u{202E}\"\\\n=1"
    let data = try Self.data(builder)
    #expect(!data.contains("<"))
    #expect(
      data.contains(#"\u003c/script>\u003cscript>alert(1)\u003c/script>\u2028\u202e\"\\\n=1"#))
  }

  @Test(
    "What was entered on the page and holds nowhere is carried to the next file",
    arguments: [
      ("2026-12-01", "so_1_1", nil, true), ("2026-11-20", "so_9_9", nil, true),
      ("2026-11-20", "so_1_1", 7, true), ("2026-11-19", "so_1_1", nil, false),
    ] as [(String, String, Int?, Bool)])
  func carried(date: String, question: String, account: Int?, isCarried: Bool) throws {
    var builder = SiteBuilder.varied
    builder.answer(["b"]) {
      $0.question = question
      $0.date = Instant(date)
      $0.accounts = account.map { [SiteBuilder.account($0)] }
      $0.entered = Instant("2026-11-20T10:00:00Z")
    }
    let data = try Self.data(builder)
    let carried = #"{"question":"\#(question)","choices":["b"],"date":"\#(date)","#
    #expect(data.contains(carried) == isCarried)
    #expect(data.contains(#""carried":[]"#) == !isCarried)
  }

  @Test("A choice that the lens does not have is shown as one, and the note stands beside")
  func unknownChoice() throws {
    var builder = SiteBuilder.varied
    builder.evidence.answers[0].choices = ["a", "old_choice"]
    let page = try builder.site().page("questions.html")
    #expect(page.text.contains("old_choice not a choice of this version of the lens (selected)"))
    let answers = page.texts { name, attributes in name == "div" && attributes["class"] == "qa" }
    #expect(answers.count == 1 && answers[0].contains("From memory."))
  }

  @Test("Questions stand on the page that their links name, also where there are several")
  func pages() throws {
    var builder = SiteBuilder.varied
    builder.help = String(repeating: "Words of help. ", count: 120)
    builder.furtherQuestions = 120
    let site = try builder.site()
    let paths = site.htmlPaths.filter { $0.hasPrefix("questions") }
    #expect(paths.count > 1)
    let data = try #require(site.files["data/questionnaire.js"])
    for path in paths {
      let ids = try site.page(path).elements.filter { $0.attributes["class"] == "q" }
        .compactMap { $0.attributes["id"] }
      #expect(!ids.isEmpty)
      for id in ids { #expect(data.contains(#""link":"\#(path)#\#(id)""#), "\(path) \(id)") }
    }
  }
}
