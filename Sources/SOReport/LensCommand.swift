import ArgumentParser
import AssessmentModel
import EmbeddedFiles

/// `so-report lens`: the questionnaire, for upload, for paper, or to fill in.
struct LensCommand: ParsableCommand {
  /// What is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument { case aws, markdown, answers }

  static let configuration = CommandConfiguration(
    commandName: "lens", abstract: "Prints the questionnaire.",
    discussion: """
      aws is the custom lens in AWS's format, markdown a questionnaire to print, answers a file to \
      fill in and put into answers/ of an assessment folder.

      Examples:
        so-report lens > lens.json
        aws wellarchitected import-lens --json-string file://lens.json
        so-report lens --format markdown > questions.md
        so-report lens --format answers > my-assessment/answers/answers.yaml
      """)

  @Option(help: "What to print: aws, markdown or answers.")
  var format = Format.aws

  @OptionGroup var overlay: OverlayOptions

  func run() throws {
    let console = Console()
    let text = try exiting(console) { () throws(RunFailure) in
      let files = try FileSet.overlaid(templates: overlay.templates, assets: overlay.assets)
      let catalogue = try FileSet.catalogue(of: files)
      switch format {
      case .aws: return try Self.lensFile(of: files)
      case .markdown: return LensText.markdown(catalogue.lens)
      case .answers: return LensText.answers(catalogue.lens)
      }
    }
    console.print(text)
  }

  /// The lens file as it stands; several of them cannot be one upload.
  private static func lensFile(of files: FileSet) throws(RunFailure) -> String {
    let paths = files.paths(below: "templates/lens/").filter { $0.hasSuffix(".json") }
    guard paths.count == 1, let text = files.text(paths[0]) else {
      throw RunFailure(
        .usage, "lens-files", "there are \(paths.count) lens files, and an upload is one",
        remedy: "Upload the files of your templates folder one by one.")
    }
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}

/// The questionnaire as text.
enum LensText {
  /// A questionnaire to print and fill in by hand.
  static func markdown(_ lens: Lens) -> String {
    var lines = ["# \(lens.name)", ""]
    if !lens.description.isEmpty { lines += [lens.description, ""] }
    for pillar in lens.pillars {
      lines += ["## \(pillar.name)", ""]
      for question in pillar.questions { lines += markdown(question) }
    }
    return lines.joined(separator: "\n")
  }

  private static func markdown(_ question: Question) -> [String] {
    var lines = ["### \(question.id) \(question.title)", ""]
    if !question.description.isEmpty { lines += [question.description, ""] }
    lines += question.choices.map { "- ☐ \($0.title)" }
    return lines + [
      "- ☐ Does not apply", "", "Answered by: ____________________ Date: ______________", "",
      "Note: ________________________________________________________", "",
    ]
  }

  /// An answers file with every question, nothing selected, and its choices as comments.
  static func answers(_ lens: Lens) -> String {
    var lines = [
      "# Answers to “\(lens.name)”. Move the choices that hold out of the comment into choices,",
      "# as in choices: [so_3_1_1]. Remove the entries that are not answered yet.",
    ]
    for question in lens.pillars.flatMap(\.questions) {
      lines += [
        "", "# \(line(question.title))", "- question: \(question.id)", "  choices: []",
      ]
      lines += question.choices.map { "  #   \($0.id): \(line($0.title))" }
      lines += [
        "  applicable: true", "  # author: security lead", "  # date: 2026-01-31", "  # note:",
      ]
    }
    return lines.joined(separator: "\n")
  }

  /// The text on one line, so that a comment stays one.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
