import AssessmentModel
import Markdown

/// HTML text: literals are markup, interpolated values are made safe.
///
///     let cell: HTML = "<td>\(resource)</td>"   // resource is escaped
///
/// This is the one place that writes text into HTML.
package struct HTML: Sendable, ExpressibleByStringInterpolation {
  /// The markup as UTF-8.
  package private(set) var bytes: [UInt8]

  package init(stringLiteral value: String) { bytes = Array(value.utf8) }

  package init(stringInterpolation: Interpolation) { bytes = stringInterpolation.html.bytes }

  /// Markup that a trusted encoder made, such as the Markdown renderer.
  package init(trusted markup: String) { bytes = Array(markup.utf8) }

  /// The same as UTF-8.
  init(trustedBytes bytes: [UInt8]) { self.bytes = bytes }

  package init() { bytes = [] }

  /// Joins pieces of markup.
  package init(_ parts: some Sequence<HTML>, separator: HTML = "") {
    bytes = []
    var isFirst = true
    for part in parts {
      if !isFirst { bytes += separator.bytes }
      bytes += part.bytes
      isFirst = false
    }
  }

  package static func += (left: inout HTML, right: HTML) { left.bytes += right.bytes }

  package static func + (left: HTML, right: HTML) -> HTML {
    var joined = left
    joined.bytes += right.bytes
    return joined
  }

  /// The markup as text.
  package var markup: String { String(decoding: bytes, as: UTF8.self) }

  /// How many bytes the markup has.
  package var byteCount: Int { bytes.count }

  package var isEmpty: Bool { bytes.isEmpty }

  /// Collects literals as markup and values as text.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var html = HTML()

    package init(literalCapacity: Int, interpolationCount: Int) {
      html.bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    package mutating func appendLiteral(_ literal: String) { html.bytes.append(utf8: literal) }
    package mutating func appendInterpolation(_ html: HTML) { self.html += html }
    package mutating func appendInterpolation(_ number: Int) {
      html.bytes.append(utf8: String(number))
    }
    package mutating func appendInterpolation(_ text: String) {
      html.append(text: text.utf8Span.span)
    }
    package mutating func appendInterpolation(_ text: Substring) {
      html.append(text: text.utf8Span.span)
    }
  }
}

// MARK: - Rows, piece by piece

extension HTML {
  /// Room for so many bytes, so that appending need not move what is there.
  init(capacity: Int) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Appends a literal as markup.
  mutating func append(_ markup: StaticString) { bytes.append(markup) }

  /// Appends UTF-8 `text` so that it shows as itself in an element or a quoted attribute.
  mutating func append(text: Span<UInt8>) {
    if text.isPlain {
      bytes.append(copying: text)
    } else if text.isPrintable {
      appendEscaped(text)
    } else {
      // What does not show becomes its code point before it is escaped.
      appendEscaped(MarkdownText.visible(text.text).utf8Span.span)
    }
  }

  private mutating func appendEscaped(_ text: Span<UInt8>) {
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "&"): bytes.append("&amp;")
      case UInt8(ascii: "<"): bytes.append("&lt;")
      case UInt8(ascii: ">"): bytes.append("&gt;")
      case UInt8(ascii: "\""): bytes.append("&quot;")
      case UInt8(ascii: "'"): bytes.append("&#39;")
      case let byte: bytes.append(byte)
      }
    }
  }

  /// Appends a part of some text, likewise.
  mutating func append(text: [UInt8], _ range: Range<Int>) {
    append(text: text.span.extracting(range))
  }

  /// Appends markup that was made before, by its number.
  mutating func append(_ fragments: Fragments<HTML>, _ number: Int) {
    bytes.append(fragments, number)
  }

  /// Appends a number that is not negative.
  mutating func append(_ number: Int) { bytes.append(decimal: number) }

  /// Appends a day, such as `2026-11-20`.
  mutating func append(dayOf moment: Instant) { moment.appendDay(to: &bytes) }

  /// Appends the digits of a citation.
  mutating func append(_ citation: Citation) { citation.appendDigits(to: &bytes) }
}
