import Mustache

/// Why a template is of no use.
package struct TemplateError: Error, CustomStringConvertible {
  /// The file below templates/pages.
  package let file: String
  package let message: String

  package var description: String { "templates/pages/\(file): \(message)" }
}

/// A Mustache template; the only place that knows Mustache.
struct PageTemplate {
  private let template: MustacheTemplate

  init(_ file: String, _ text: String) throws(TemplateError) {
    MustacheContentTypes.register(SiteContentType(), named: SiteContentType.name)
    do {
      template = try MustacheTemplate(
        string: "{{% CONTENT_TYPE: \(SiteContentType.name)}}\n" + text)
    } catch {
      throw TemplateError(file: file, message: "not a Mustache template: \(error)")
    }
  }

  /// The text with its variables filled in; a name with `{{ }}` is escaped, with `{{{ }}}` is not.
  ///
  /// A section `{{# }}` shows where its flag is set; a text is no flag, not even an empty one.
  func render(_ values: [String: String], flags: [String: Bool] = [:]) -> String {
    var context: [String: Any] = values
    for (name, flag) in flags { context[name] = flag }
    return template.render(context)
  }
}

/// What `{{ }}` makes of a text: the site's own encoder, because Mustache's reads characters, and
/// a quotation mark with a combining mark behind it is another character to it.
private struct SiteContentType: MustacheContentType {
  static let name = "SITE"

  func escapeText(_ text: String) -> String { ("\(text)" as HTML).markup }
}
