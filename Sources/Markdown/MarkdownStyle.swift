/// How a document is dressed as HTML; the plain style is `MarkdownStyle()`.
///
///     var style = MarkdownStyle()
///     style.sections = true
///     style.insertions["verdict"] = chart       // HTML after the heading "Verdict"
///     style.strong = { severityBadges[$0] }     // **HIGH** becomes a badge
package struct MarkdownStyle: Sendable {
  /// Added to every heading's level; the result stays within 1 to 6.
  package var headingShift = 0

  /// The id of a heading of a level (1 to 6, as written) and text; doubles get -2, -3.
  package var headingID: @Sendable (_ level: Int, _ text: String) -> String = { _, text in
    MarkdownStyle.slug(text)
  }

  /// Whether each second-level heading and what follows it becomes a section that bears the id.
  package var sections = false

  /// HTML by the id of the heading right after which it goes; see `MarkdownDocument.headings`.
  package var insertions: [String: String] = [:]

  /// The class of tables.
  package var tableClass: String?

  /// The class of tables by the id of a heading above them; the nearest in the outline wins.
  package var tableClasses: [String: String] = [:]

  /// Whether tables carry ARIA roles, for style sheets that stack them (`display: block`).
  package var tableRoles = false

  /// HTML instead of a strong node that holds nothing but this plain text; nil keeps the node.
  package var strong: @Sendable (_ text: String) -> String? = { _ in nil }

  /// HTML instead of an emphasis that holds nothing but this plain text; nil keeps the node.
  package var emphasis: @Sendable (_ text: String) -> String? = { _ in nil }

  /// The plain style: ids by slug, nothing inserted, no classes.
  package init() {}

  /// Letters and digits of `text` in lower case, joined by hyphens; 64 characters at most.
  package static func slug(_ text: String) -> String {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }
    let slug = words.joined(separator: "-").prefix(64)
    return slug.isEmpty ? "section" : String(slug)
  }
}
