import AssessmentModel
import YAML

/// A mapping that a person wrote, read key by key; what is wrong is added to the problems.
struct Form {
  let node: YAMLNode

  /// Takes a mapping, and reports what is no mapping and the keys that are not known.
  ///
  /// Keys in `apart` are let pass without being named among the known ones.
  init?(
    _ node: YAMLNode, keys: [String], apart: [String] = [], _ problems: inout FormProblems
  ) {
    self.node = node
    guard let members = node.members else {
      problems.add(node, "expected a mapping with the keys \(keys.joined(separator: ", "))")
      return nil
    }
    for member in members where !keys.contains(member.name) && !apart.contains(member.name) {
      problems.addUnknown(member.key, known: keys)
    }
  }

  /// The value of a key; nil when it is missing or null.
  subscript(key: String) -> YAMLNode? {
    guard let value = node[key], !value.isNull else { return nil }
    return value
  }

  /// The text of a key that may be missing.
  func text(_ key: String, _ problems: inout FormProblems) -> String? {
    guard let value = self[key] else { return nil }
    guard let text = value.string, !text.isEmpty else {
      problems.add(value, "\(key) must be text")
      return nil
    }
    return text
  }

  /// The text of a key that must be there.
  func required(_ key: String, _ problems: inout FormProblems) -> String? {
    guard self[key] != nil else {
      problems.add(node, "\(key) is missing")
      return nil
    }
    return text(key, &problems)
  }

  /// The values of a key's list; nil when the key is missing.
  func list(_ key: String, _ problems: inout FormProblems) -> [YAMLNode]? {
    guard let value = self[key] else { return nil }
    guard let list = value.list else {
      problems.add(value, "\(key) must be a list")
      return nil
    }
    return list
  }

  /// The region codes of a key's list; nil when the key is missing.
  func regions(_ key: String, _ problems: inout FormProblems) -> [String]? {
    list(key, &problems)?.compactMap { item in
      guard let text = item.string, Region.isCode(text) else {
        problems.add(
          item, "expected a region code, such as eu-central-1, in \(key)")
        return nil
      }
      return text
    }
  }

  /// The texts of a key's list; nil when the key is missing.
  func texts(_ key: String, _ problems: inout FormProblems) -> [String]? {
    list(key, &problems)?.compactMap { item in
      guard let text = item.string, !text.isEmpty else {
        problems.add(item, "expected text in \(key)")
        return nil
      }
      return text
    }
  }

  /// The account ids of a key's list; nil when the key is missing.
  func accounts(_ key: String, _ problems: inout FormProblems) -> [String]? {
    list(key, &problems)?.compactMap { Self.account($0, &problems) }
  }

  /// The day or time of a key that may be missing.
  func time(_ key: String, _ problems: inout FormProblems) -> Instant? {
    guard let value = self[key] else { return nil }
    guard let time = value.string.flatMap(Instant.init(_:)) else {
      problems.add(value, "\(key) must be a date such as 2026-11-20")
      return nil
    }
    return time
  }

  /// The day or time of a key that must be there.
  func requiredTime(_ key: String, _ problems: inout FormProblems) -> Instant? {
    guard self[key] != nil else {
      problems.add(node, "\(key) is missing")
      return nil
    }
    return time(key, &problems)
  }

  /// The id of an account, 12 digits.
  static func account(_ node: YAMLNode, _ problems: inout FormProblems) -> String? {
    guard let text = node.string, isAccount(text) else {
      problems.add(node, "expected an account id of 12 digits")
      return nil
    }
    return text
  }

  /// Whether a text is 12 digits.
  static func isAccount(_ text: String) -> Bool {
    text.utf8.count == 12
      && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
