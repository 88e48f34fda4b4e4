/// Sets the headings of a person's Markdown two levels lower, so that they fit below a section.
struct NoteHeadings {
  private var lines: [String] = []
  /// Mark and length of the open code fence.
  private var fence: (mark: Character, count: Int)?

  /// The lines with lowered headings, as many as before; fenced code is left as it is.
  static func lowered(_ lines: [String]) -> [String] {
    var headings = NoteHeadings()
    for line in lines { headings.add(line) }
    return headings.lines
  }

  private mutating func add(_ line: String) {
    let text = Self.unindented(line)
    if let open = fence {
      if let text, Self.closes(open, text) { fence = nil }
    } else if let text {
      fence = Self.fence(opening: text)
      if fence == nil, let level = Self.level(of: text) {
        lines.append(Self.heading(level, text.drop { $0 == "#" }))
        return
      }
      if fence == nil, let level = Self.underlineLevel(text), let title = paragraphAbove {
        lines[lines.count - 1] = Self.heading(level, " " + title)
        lines.append("")
        return
      }
    }
    lines.append(line)
  }

  /// The line above, where it can be the last of a paragraph, which an underline makes a title.
  private var paragraphAbove: Substring? {
    guard let last = lines.last, let text = Self.unindented(last), let first = text.first,
      Self.level(of: text) == nil, Self.fence(opening: text) == nil, !"->+|<".contains(first),
      !text.hasPrefix("* ")
    else { return nil }
    let number = text.prefix { $0.isNumber }
    let isItem = !number.isEmpty && text.dropFirst(number.count).first.map(".)".contains) == true
    return isItem ? nil : text
  }

  private static func heading(_ level: Int, _ rest: Substring) -> String {
    String(repeating: "#", count: min(6, level + 2)) + rest
  }

  private static func heading(_ level: Int, _ rest: String) -> String { heading(level, rest[...]) }

  /// The line without up to three spaces before it; nil for indented code and blank lines.
  private static func unindented(_ line: String) -> Substring? {
    let text = line.drop { $0 == " " }
    let indent = line.utf8.count - text.utf8.count
    return indent > 3 || text.isEmpty || text.first == "\t" ? nil : text
  }

  /// The level of an ATX heading (CommonMark 4.2).
  private static func level(of text: Substring) -> Int? {
    let marks = text.prefix { $0 == "#" }
    let next = text.dropFirst(marks.count).first
    let isHeading = (1...6).contains(marks.count) && (next == nil || next == " " || next == "\t")
    return isHeading ? marks.count : nil
  }

  /// The level of the heading that this line makes of a paragraph above (CommonMark 4.3).
  private static func underlineLevel(_ text: Substring) -> Int? {
    let line = text.reversed().drop { $0 == " " || $0 == "\t" }
    if line.allSatisfy({ $0 == "=" }) { return 1 }
    return line.allSatisfy { $0 == "-" } ? 2 : nil
  }

  /// The fence that the line opens (CommonMark 4.5).
  private static func fence(opening text: Substring) -> (mark: Character, count: Int)? {
    guard let mark = text.first, mark == "`" || mark == "~" else { return nil }
    let count = text.prefix { $0 == mark }.count
    let isInline = mark == "`" && text.dropFirst(count).contains("`")
    return count >= 3 && !isInline ? (mark, count) : nil
  }

  private static func closes(_ open: (mark: Character, count: Int), _ text: Substring) -> Bool {
    let count = text.prefix { $0 == open.mark }.count
    return count >= open.count && text.dropFirst(count).allSatisfy { $0 == " " || $0 == "\t" }
  }
}
