import AssessmentInput
import AssessmentModel
import Testing

@Suite("Offline answers")
struct OfflineAnswersTests {
  private static let marker = ["assessment.yaml": "title: x\n"]

  private func read(_ text: String, as name: String = "answers/a.yaml") -> ReadResult {
    reading(Self.marker.merging([name: text]) { $1 })
  }

  static let full = """
    - question: q1
      choices: [c1, c2]
      applicable: yes
      note: "seen: all"
      author: ada
      date: 2026-11-03
      valid-until: 2027-05-03
      accounts: [012345678901]
      attachments: ["SEC-1"]
      entered: 2026-11-20T14:03:22Z
    - question: q2
      applicable: false
    """

  @Test("A list of answers is read with all its keys", arguments: ["answers/a.yaml", "other.yaml"])
  func reads(_ name: String) throws {
    let result = read(Self.full, as: name)
    #expect(result.failureLines == [])
    let answers = result.evidence.answers
    let answer = try #require(answers.first)
    #expect(answer.question == "q1" && answer.choices == ["c1", "c2"] && answer.isApplicable)
    #expect(answer.note == "seen: all" && answer.author == "ada" && answer.workload == nil)
    #expect(answer.date?.day == "2026-11-03" && answer.validUntil?.day == "2027-05-03")
    #expect(answer.accounts == ["012345678901"] && answer.attachments == ["SEC-1"])
    #expect(answer.entered?.rfc3339 == "2026-11-20T14:03:22Z")
    #expect(answers.map(\.number) == [1, 2] && answers.map(\.isApplicable) == [true, false])
    #expect(result.evidence.files.last?.kind == "offline answers")
    #expect(result.evidence.files.last?.records == 2)
  }

  @Test(
    "Other forms are read, too",
    arguments: [
      "answers:\n- question: q1\n  choices: []\n", #"{"answers":[{"question":"q1","choices":[]}]}"#,
      #"[{"question":"q1","choices":["c\/\u00e4"]}]"#,
      "[\n\t{\n\t\t\"question\": \"q1\",\n\t\t\"choices\": []\n\t}\n]\n",
      #"{"questionResponses":[{"questionId":"q1","choices":["c"],"extra":1}]}"#,
    ])
  func readsOthers(_ text: String) {
    let result = read(text)
    #expect(result.failureLines == [])
    #expect(result.evidence.answers.map(\.question) == ["q1"])
  }

  /// What the questionnaire page saves, with the escapes that it writes.
  @Test("The file of the questionnaire page is read word for word")
  func readsSaved() throws {
    let text = #"""
      [
        {
          "question": "q1",
          "choices": [],
          "applicable": false,
          "note": "„Köln“ \"x\" \u0026a *a \u0026b *b\n\n=1+1\t\\ 🔐 \u2028\ufeff\u0085</script>",
          "date": "2026-11-20",
          "entered": "2026-11-20T14:03:22Z"
        }
      ]

      """#
    let result = read(text, as: "answers/answers.json")
    #expect(result.failureLines == [])
    let answer = try #require(result.evidence.answers.first)
    #expect(
      answer.note
        == "„Köln“ \"x\" &a *a &b *b\n\n=1+1\t\\ 🔐 \u{2028}\u{FEFF}\u{85}</script>")
    #expect(!answer.isApplicable && answer.accounts == nil)
  }

  struct Bad: Sendable {
    let text: String
    let line: String
  }

  static let bad = [
    Bad(
      text: "- question: q1\n  choices: []\n  auther: ada\n",
      line: "answers/a.yaml:3:3: the key \"auther\" is not known here. Did you mean \"author\"? "
        + "Known keys: question, choices, applicable, note, author, date, valid-until, accounts, "
        + "attachments, entered."),
    Bad(
      text: "- choices: []\n", line: "answers/a.yaml:1:3: question is missing"),
    Bad(
      text: "- question: q\n  choices: yes\n",
      line: "answers/a.yaml:2:12: choices must be a list"),
    Bad(
      text: "- question: q\n",
      line: "answers/a.yaml:1:3: choices is missing. Write choices: [] when none is true yet."),
    Bad(
      text: "- question: q\n  choices: []\n  date: soon\n",
      line: "answers/a.yaml:3:9: date must be a date such as 2026-11-20"),
    Bad(
      text: "- question: q\n  choices: []\n  accounts: [12]\n",
      line: "answers/a.yaml:3:14: expected an account id of 12 digits"),
    Bad(
      text: "- question: q\n  choices: []\n  applicable: maybe\n",
      line: "answers/a.yaml:3:15: applicable must be true or false"),
  ]

  @Test("What is wrong is named with line and column", arguments: bad)
  func fails(_ bad: Bad) {
    let result = read(bad.text)
    #expect(result.failureLines == [bad.line])
    #expect(result.failures.map(\.reason) == [.invalid])
  }

  @Test("Several wrong places of one file are all named")
  func namesAll() {
    #expect(read("- question: q\n  choices: 1\n  date: 2\n  x: 3\n").failures.count == 3)
  }

  @Test("What is no YAML has its place")
  func failsOnBadYAML() {
    let result = read("- question: [\n")
    #expect(result.failures.map(\.diagnostic.identifier) == ["invalid-yaml"])
  }
}
