import YAML

/// The members of a YAML mapping, read by name; what is not known is an error with its place.
struct Fields {
  let node: YAMLNode
  let file: String

  /// Takes a mapping that has no other keys than `keys`.
  init(_ node: YAMLNode, file: String, keys: [String]) throws(CatalogueError) {
    self.node = node
    self.file = file
    guard let members = node.members else { throw error("expected a mapping") }
    for member in members where !keys.contains(member.name) {
      throw error(
        "\"\(member.name)\" is not known here; known are \(keys.joined(separator: ", "))",
        at: member.key)
    }
  }

  /// An error at a value, or at the mapping.
  func error(_ message: String, at place: YAMLNode? = nil) -> CatalogueError {
    let place = place ?? node
    return CatalogueError(file: file, line: place.line, column: place.column, message: message)
  }

  /// The value of a key; nil when it is missing or null.
  func value(_ key: String) -> YAMLNode? {
    guard let value = node[key], !value.isNull else { return nil }
    return value
  }

  /// The text of a key that may be missing.
  func text(_ key: String) throws(CatalogueError) -> String? {
    guard let value = value(key) else { return nil }
    guard let text = value.string else { throw error("\(key) must be text", at: value) }
    return text
  }

  /// The text of a key that must be there.
  func required(_ key: String) throws(CatalogueError) -> String {
    guard let text = try text(key) else { throw error("\(key) is missing") }
    return text
  }

  /// The values of a key's list; none when the key is missing.
  func list(_ key: String) throws(CatalogueError) -> [YAMLNode] {
    guard let value = value(key) else { return [] }
    guard let list = value.list else { throw error("\(key) must be a list", at: value) }
    return list
  }

  /// The texts of a key's list; none when the key is missing.
  func texts(_ key: String) throws(CatalogueError) -> [String] {
    var texts: [String] = []
    for item in try list(key) { texts.append(try text(of: item)) }
    return texts
  }

  /// The members of a key's mapping whose values are lists of texts; none when it is missing.
  func textLists(_ key: String) throws(CatalogueError) -> [(name: YAMLNode, texts: [String])] {
    guard let value = value(key) else { return [] }
    guard let members = value.members else { throw error("\(key) must be a mapping", at: value) }
    var lists: [(YAMLNode, [String])] = []
    for member in members {
      guard let list = member.value.list else { throw error("expected a list", at: member.value) }
      var texts: [String] = []
      for item in list { texts.append(try text(of: item)) }
      lists.append((member.key, texts))
    }
    return lists
  }

  private func text(of item: YAMLNode) throws(CatalogueError) -> String {
    guard let text = item.string else { throw error("expected text", at: item) }
    return text
  }
}
