import AssessmentModel

/// The body of a check's file: Markdown under second-level headings with fixed names.
struct Guidance {
  private var markdown: [GuidanceSection: String] = [:]

  /// Splits the body of a file; an unknown, repeated or missing heading is an error.
  init(_ file: TemplateFile) throws(CatalogueError) {
    var fence = CodeFence()
    var current: GuidanceSection?
    var lines: [GuidanceSection: [Substring]] = [:]
    for (index, line) in file.body.lines.enumerated() {
      let number = file.bodyLine + index
      let isCode = fence.isInside(after: line)
      if !isCode, line.hasPrefix("## ") {
        let section = try Self.section(line, number, file)
        guard lines[section] == nil else {
          throw Self.error("the section \(section.rawValue) is there twice", number, file)
        }
        current = section
        lines[section] = []
      } else if let current {
        lines[current]?.append(line)
      } else if !line.allSatisfy(\.isWhitespace) {
        throw Self.error("expected a heading such as \"## Meaning\" before any text", number, file)
      }
    }
    if let line = fence.openedAt {
      throw Self.error("this code block does not end", file.bodyLine + line, file)
    }
    markdown = lines.mapValues { $0.withoutBlankEnds.joined(separator: "\n") }
  }

  private static func section(
    _ line: Substring, _ number: Int, _ file: TemplateFile
  ) throws(CatalogueError) -> GuidanceSection {
    let name = line.dropFirst(3).split(separator: " ").joined(separator: " ")
    guard let section = GuidanceSection(rawValue: name) else {
      let known = GuidanceSection.allCases.map(\.rawValue).joined(separator: ", ")
      throw error("the heading \"\(name)\" is not known here; known are \(known)", number, file)
    }
    return section
  }

  private static func error(_ message: String, _ line: Int, _ file: TemplateFile) -> CatalogueError
  {
    CatalogueError(file: file.path, line: line, message: message)
  }

  /// The sections in their fixed order; those that are missing are taken from `other`.
  func sections(completedBy other: Guidance?) -> [Check.Section] {
    GuidanceSection.allCases.compactMap { section in
      (markdown[section] ?? other?.markdown[section]).map(section.section)
    }
  }
}

extension String {
  /// The lines without their ends, CRLF too.
  fileprivate var lines: [Substring] {
    split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }
}

extension [Substring] {
  /// The lines between the first and the last that are not blank.
  fileprivate var withoutBlankEnds: ArraySlice<Substring> {
    func isText(_ line: Substring) -> Bool { !line.allSatisfy(\.isWhitespace) }
    guard let first = firstIndex(where: isText), let last = lastIndex(where: isText) else {
      return []
    }
    return self[first...last]
  }
}
