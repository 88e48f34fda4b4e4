import AssessmentModel

/// The sections that the guidance of a check can have, in the order in which they are shown.
enum GuidanceSection: String, CaseIterable {
  case meaning = "Meaning"
  case cause = "Cause"
  case console = "Console"
  case cli = "CLI"
  case template = "Template"
  case verify = "Verify"
  case effect = "Effect"
  case effort = "Effort"
  case exception = "Exception"
  case reference = "Reference"

  /// The anchor, such as `console`.
  var id: String { rawValue.lowercased() }

  /// The title for people.
  var title: String {
    switch self {
    case .meaning: "What a failure means"
    case .cause: "How it comes about"
    case .console: "Steps in the console"
    case .cli: "Commands"
    case .template: "As code"
    case .verify: "How to see that it is fixed"
    case .effect: "What the change can break"
    case .effort: "Effort and owner"
    case .exception: "When an exception is reasonable"
    case .reference: "References"
    }
  }

  /// The section with its Markdown.
  func section(_ markdown: String) -> Check.Section {
    Check.Section(id: id, title: title, markdown: markdown)
  }
}
