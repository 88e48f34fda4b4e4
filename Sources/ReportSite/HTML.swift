import Markdown

/// HTML text: literals are markup, interpolated values are made safe.
///
///     let cell: HTML = "<td>\(resource)</td>"   // resource is escaped
///
/// This is the one place that writes text into HTML.
package struct HTML: Sendable, ExpressibleByStringInterpolation {
  /// The markup, UTF-8 when written.
  package private(set) var markup: String

  package init(stringLiteral value: String) { markup = value }

  package init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

  /// Markup that a trusted encoder made, such as the Markdown renderer.
  package init(trusted markup: String) { self.markup = markup }

  package init() { markup = "" }

  /// Joins pieces of markup.
  package init(_ parts: some Sequence<HTML>, separator: HTML = "") {
    markup = parts.map(\.markup).joined(separator: separator.markup)
  }

  package static func += (left: inout HTML, right: HTML) { left.markup += right.markup }

  package static func + (left: HTML, right: HTML) -> HTML {
    HTML(trusted: left.markup + right.markup)
  }

  package var isEmpty: Bool { markup.isEmpty }

  /// Collects literals as markup and values as text.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    package mutating func appendLiteral(_ literal: String) { markup += literal }
    package mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
    package mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    package mutating func appendInterpolation(_ text: String) {
      HTML.escape(text, into: &markup)
    }
    package mutating func appendInterpolation(_ text: Substring) {
      HTML.escape(String(text), into: &markup)
    }
  }

  /// Appends `text` so that it shows as itself in an element or a quoted attribute.
  private static func escape(_ text: String, into markup: inout String) {
    if text.utf8.allSatisfy(isPlain) {
      markup += text
      return
    }
    for scalar in MarkdownText.visible(text).unicodeScalars {
      switch scalar {
      case "&": markup += "&amp;"
      case "<": markup += "&lt;"
      case ">": markup += "&gt;"
      case "\"": markup += "&quot;"
      case "'": markup += "&#39;"
      default: markup.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      false
    default: (0x20..<0x7F).contains(byte)
    }
  }
}
