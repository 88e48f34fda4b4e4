extension MarkdownDocument {
  /// What only the tree shows: how deep it nests, and references that repeat a long address.
  func violations(sourceBytes: Int) -> [MarkdownViolation] {
    var depth = 0
    var addressBytes = 0
    for step in steps {
      switch step {
      case .open(let node, let line):
        depth += 1
        if case .link(let address, let title) = node {
          addressBytes += address.utf8.count + title.utf8.count
        }
        if case .image(let address, let title) = node {
          addressBytes += address.utf8.count + title.utf8.count
        }
        if depth > PersonMarkdown.maximumDepth {
          return [MarkdownViolation(line: line, summary: "nests more than 64 levels")]
        }
        if addressBytes > sourceBytes + Self.maximumRepeatedBytes {
          return [MarkdownViolation(line: line, summary: "repeats a long link address too often")]
        }
      case .close: depth -= 1
      case .leaf: break
      }
    }
    return []
  }

  private static let maximumRepeatedBytes = 262_144
}
