/// A limit of `PersonMarkdown` that a text is over.
package struct MarkdownViolation: Equatable, Sendable {
  /// The first line that is over the limit, from 1.
  package let line: Int
  /// What the line has too much of: "has more than 64 table columns".
  package let summary: String
}
