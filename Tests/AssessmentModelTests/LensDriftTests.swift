import AssessmentModel
import Testing

@Suite("Answers that do not fit the lens") struct LensDriftTests {
  /// Warnings of answers given as `file lens question choice…`; a `-` stands for no lens.
  private func warnings(_ answers: String...) throws -> [String] {
    var builder = AssessmentBuilder("S3.8")
    builder.ask("q")
    builder.ask("r")
    builder.evidence.files.append(AssessmentBuilder.file("1.json"))
    builder.add("hub S3.8 passed 1 eu-west-1 a")
    for words in answers.map(AssessmentBuilder.words) {
      var answer = Answer(
        question: words[2], choices: Array(words.dropFirst(3)), file: Int(words[0]) ?? 0)
      answer.lens = words[1] == "-" ? nil : words[1]
      builder.evidence.answers.append(answer)
    }
    return try builder.assess().warnings.filter { $0.identifier == "lens-drift" }.map(\.line)
  }

  @Test("are no news when they fit")
  func fits() throws {
    #expect(try warnings("0 - q a b", "0 arn:x r none_no", "0 - r") == [])
  }

  @Test("name a choice that the lens does not have, once for each question")
  func namesChoices() throws {
    #expect(
      try warnings("0 - q a q_9", "0 - q q_8", "1 arn:x r r_8 r_9 a") == [
        "0.json: the answer to q selects q_9, which this lens does not have: "
          + "another version of the lens?",
        "1.json: the answer to r selects r_8 and 1 more, which this lens does not have: "
          + "another version of the lens?",
      ])
  }

  @Test("name a question that the lens does not have")
  func namesQuestions() throws {
    #expect(
      try warnings("0 arn:x q a", "1 arn:x s a", "1 arn:x s b") == [
        "1.json: there is an answer to s, a question that this lens does not have: "
          + "another version of the lens?"
      ])
  }

  @Test("are one warning when they are of another lens altogether")
  func namesLens() throws {
    #expect(
      try warnings("0 - q a", "1 arn:x s a", "1 arn:x t a", "1 arn:x u a") == [
        "1.json: none of the 3 questions that it answers is in the lens “Lens”. Name the lens "
          + "that was answered in assessment.yaml, under lens."
      ])
  }

  @Test("are counted from the twenty-first of a lens on")
  func countsMany() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.ask("q")
    builder.answer("q", "a")
    for number in 0..<25 { builder.answer("s\(number)", "a") }
    let lines = LensDrift(builder.evidence, lens: builder.catalogue.lens).warnings.map(\.line)
    #expect(lines.count == 21)
    #expect(lines.last == "0.json: 5 more of its answers do not fit this lens")
  }

  @Test("are not looked for without a lens")
  func needsLens() {
    var builder = AssessmentBuilder("S3.8")
    builder.answer("s", "a")
    #expect(LensDrift(builder.evidence, lens: Lens(name: "", pillars: [])).warnings == [])
  }
}
