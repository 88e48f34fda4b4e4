/// One value of a YAML text, with the place where it stands; JSON is YAML too.
///
///     let node = try YAMLNode.parse(text)
///     guard let title = node["title"]?.string else { throw … node.line … }
package struct YAMLNode: Equatable, Sendable {
  /// What a value can be.
  package enum Content: Equatable, Sendable {
    /// Text; plain is what stands without quotes, and may mean a number, a truth value or null.
    case scalar(String, isPlain: Bool)
    /// Values in order.
    case sequence([YAMLNode])
    /// Members in order; no two have the same key.
    case mapping([Member])
  }

  /// One key of a mapping and its value.
  package struct Member: Equatable, Sendable {
    /// Always a scalar.
    package let key: YAMLNode
    /// What stands after the colon; null when nothing does.
    package let value: YAMLNode

    /// The text of the key.
    package var name: String { key.text ?? "" }
  }

  /// The line, from 1.
  package let line: Int
  /// The column, from 1, in Unicode scalars.
  package let column: Int
  /// What the value is.
  package let content: Content
}

// MARK: - Reading

extension YAMLNode {
  private var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  private var plain: String? {
    if case .scalar(let text, isPlain: true) = content { text } else { nil }
  }

  /// Whether nothing, `~` or `null` stands here without quotes.
  package var isNull: Bool { ["", "~", "null", "Null", "NULL"].contains(plain) }

  /// The text of a scalar as it is written, `012345678901` too; nil for null and for lists and
  /// mappings.
  package var string: String? { isNull ? nil : text }

  /// A decimal number without quotes; nil for everything else.
  package var int: Int? {
    guard let plain, plain.allSatisfy({ $0.isASCII }) else { return nil }
    return Int(plain)
  }

  /// `true`, `yes`, `false` or `no` without quotes, also as `True` and `TRUE`; nil for everything
  /// else.
  package var bool: Bool? {
    switch plain {
    case "true", "True", "TRUE", "yes", "Yes", "YES": true
    case "false", "False", "FALSE", "no", "No", "NO": false
    default: nil
    }
  }

  /// The values of a list; nil for other kinds.
  package var list: [YAMLNode]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  /// The members of a mapping; nil for other kinds.
  package var members: [Member]? {
    if case .mapping(let members) = content { members } else { nil }
  }

  /// The value of a mapping's key; nil when there is none or this is no mapping.
  package subscript(key: String) -> YAMLNode? {
    members?.first { $0.name == key }?.value
  }
}
