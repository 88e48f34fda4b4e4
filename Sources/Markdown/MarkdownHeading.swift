/// A heading of a document.
package struct MarkdownHeading: Equatable, Sendable {
  /// 1 to 6, as written in the source.
  package let level: Int
  /// Unique within the document.
  package let id: String
  /// The heading without markup.
  package let text: String
}
