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
  private let source: String

  init(_ file: String, _ text: String) throws(TemplateError) {
    MustacheContentTypes.register(SiteContentType(), named: SiteContentType.name)
    source = text
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

  /// The text with the variables of `values` filled in and places left for others, which must be
  /// such that they may stand there unescaped.
  func shell(
    _ values: [String: String], flags: [String: Bool] = [:], slots: [String]
  ) -> PageShell {
    let marks = marks(for: slots, unlike: values)
    let text = render(values.merging(zip(slots, marks)) { _, mark in mark }, flags: flags)
    return PageShell(text, slots: zip(slots, marks).map { (name: $0, mark: $1) })
  }

  /// Words for the slots that no value and not the template itself has, and that escaping leaves
  /// alone: longer runs of one letter than any of them has.
  private func marks(for slots: [String], unlike values: [String: String]) -> [String] {
    let longest = ([source] + values.values).map(Self.longestRun).max() ?? 0
    let run = String(repeating: "q", count: longest + 1)
    return slots.indices.map { "\(run)-\($0)-" }
  }

  private static func longestRun(in text: String) -> Int {
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "q") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

/// What `{{ }}` makes of a text: the site's own encoder, because Mustache's reads characters, and
/// a quotation mark with a combining mark behind it is another character to it.
private struct SiteContentType: MustacheContentType {
  static let name = "SITE"

  func escapeText(_ text: String) -> String { ("\(text)" as HTML).markup }
}
