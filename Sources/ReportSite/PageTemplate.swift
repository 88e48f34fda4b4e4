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
    do {
      template = try MustacheTemplate(string: text)
    } catch {
      throw TemplateError(file: file, message: "not a Mustache template: \(error)")
    }
  }

  /// The text with its variables filled in; a name with `{{ }}` is escaped, with `{{{ }}}` is not.
  func render(_ values: [String: String], lists: [String: [[String: String]]] = [:]) -> String {
    var context: [String: Any] = values
    for (name, list) in lists { context[name] = list }
    return template.render(context)
  }
}
