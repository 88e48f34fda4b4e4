import AssessmentModel
import YAML

/// The `branding` and `pages` of assessment.yaml; the logo is read later, as a file of the folder.
struct BrandingEntry {
  /// The path of a picture below the assessment folder.
  struct LogoEntry {
    let file: String
    let line: Int
    let column: Int

    /// What is wrong where the file was not found.
    var missing: FileProblem {
      FileProblem(
        "missing-logo", at: .line(line, column: column),
        "logo names \(file), which was not found",
        remedy: "Put the file there, below the assessment folder.")
    }
  }

  private static let footerLimit = 300

  private(set) var branding = Branding()
  private(set) var logo: LogoEntry?

  /// Reads both keys; each may be missing.
  init(branding node: YAMLNode?, pages: [YAMLNode], _ problems: inout FormProblems) {
    if let node, let form = Form(node, keys: ["logo", "accent", "footer"], &problems) {
      if let value = form["logo"] { readLogo(value, &problems) }
      if let value = form["accent"] { readAccent(value, &problems) }
      readFooter(form, &problems)
    }
    for page in pages { readPage(page, &problems) }
  }

  private mutating func readLogo(_ node: YAMLNode, _ problems: inout FormProblems) {
    let text = node.string ?? ""
    let parts = text.split(separator: "/").filter { $0 != "." }
    guard !text.hasPrefix("/"), !parts.isEmpty, !parts.contains("..") else {
      problems.add(
        node, "logo must be a path in the assessment folder",
        remedy: "Put the file there, and write logo: branding/logo.svg.")
      return
    }
    logo = LogoEntry(
      file: parts.joined(separator: "/"), line: node.line, column: node.column)
  }

  private mutating func readAccent(_ node: YAMLNode, _ problems: inout FormProblems) {
    guard let colour = node.string.flatMap(Colour.init(_:)) else {
      problems.add(
        node, "accent must be a colour such as \"#0b5394\"",
        remedy: "Write six hexadecimal digits, in quotes, because # begins a comment in YAML.")
      return
    }
    guard let accent = Accent(colour) else {
      let ratio = colour.contrast(with: Accent.lightSurfaces)
      problems.add(
        node,
        "accent \(colour) has a contrast of \(Self.decimal(ratio)) : 1 on light pages, and text "
          + "needs \(Self.decimal(Accent.contrast)) : 1",
        remedy: "Choose a darker colour, such as \(Accent.suggestion(for: colour)).")
      return
    }
    branding.accent = accent
  }

  /// One decimal, rounded down, so that what is too little never looks like enough.
  private static func decimal(_ number: Double) -> String {
    let tenths = Int(number * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }

  private mutating func readFooter(_ form: Form, _ problems: inout FormProblems) {
    guard let text = form.text("footer", &problems), let node = form["footer"] else { return }
    if text.count > Self.footerLimit || text.contains(where: \.isNewline) {
      problems.add(node, "footer must be one line of at most \(Self.footerLimit) characters")
    }
    branding.footer = text
  }

  private mutating func readPage(_ node: YAMLNode, _ problems: inout FormProblems) {
    let name = node.string ?? ""
    guard let entry = NavigationEntry(rawValue: name) else {
      let known = NavigationEntry.allCases.map(\.rawValue)
      let guess =
        Spelling.closest(to: name, among: known).map { "Did you mean \"\($0)\"? " } ?? ""
      problems.add(
        node, "there is no page \"\(name)\" in the navigation",
        remedy: guess + "Known names: \(known.joined(separator: ", ")).")
      return
    }
    if branding.navigation.contains(entry) {
      problems.add(node, "the page \(name) is there twice")
    }
    branding.navigation.append(entry)
  }
}
