/// Follows fenced code blocks line by line (CommonMark 0.31, section 4.5).
struct CodeFence {
  private var fence: (mark: Character, count: Int)?
  private var line = -1
  /// The 0-based line of the block that is open.
  private(set) var openedAt: Int?

  /// Whether `text`, the next line, belongs to a code block; its fences do.
  mutating func isInside(after text: Substring) -> Bool {
    line += 1
    let indent = text.prefix { $0 == " " }.count
    let rest = text.dropFirst(indent)
    guard indent <= 3, let mark = rest.first, mark == "`" || mark == "~" else {
      return fence != nil
    }
    let count = rest.prefix { $0 == mark }.count
    let info = rest.dropFirst(count)
    if let open = fence {
      if mark == open.mark, count >= open.count, info.allSatisfy(\.isWhitespace) {
        fence = nil
        openedAt = nil
      }
      return true
    }
    guard count >= 3, mark == "~" || !info.contains("`") else { return false }
    fence = (mark, count)
    openedAt = line
    return true
  }
}
