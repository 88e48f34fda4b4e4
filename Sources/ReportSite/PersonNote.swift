import AssessmentModel

/// A note of `notes/` as a part of a page, and the warning where it is shown as plain text.
struct PersonNote {
  /// The objective's id, or `summary`.
  let subject: String
  let text: PersonText
  let warning: Diagnostic?

  /// The notes in the order of evidence; those of one page share what a page may hold.
  static func all(of evidence: Evidence) -> [PersonNote] {
    let shares = Dictionary(grouping: evidence.notes, by: \.subject).mapValues(\.count)
    return evidence.notes.map { note in
      let file = evidence.files.indices.contains(note.file) ? evidence.files[note.file].name : nil
      let text = PersonText(
        note.markdown, in: file ?? "the notes",
        htmlBytes: PersonText.htmlBytes / (shares[note.subject] ?? 1))
      return PersonNote(
        subject: note.subject, text: text,
        warning: text.violation.map {
          Diagnostic(
            .warning, "note-as-plain-text", file: file, "the note is shown as plain text: \($0)",
            remedy: "Shorten it, or split it.")
        })
    }
  }
}

extension Lens {
  /// Help texts of questions that pages show as plain text.
  var warnings: [Diagnostic] {
    pillars.flatMap(\.questions).compactMap { question in
      question.guidance.violation.map {
        Diagnostic(
          .warning, "help-as-plain-text",
          "the help of question \(question.id) is shown as plain text: \($0)")
      }
    }
  }
}

extension Question {
  /// The most bytes of HTML that the help of one question may make.
  private static let helpBytes = 20_000

  /// The help text as a part of a page.
  var guidance: PersonText {
    PersonText(description, in: "the lens", htmlBytes: Self.helpBytes)
  }
}
