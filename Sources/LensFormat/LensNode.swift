import JSON

/// A value of a lens with the JSON pointer to it and the name of its file.
struct LensNode {
  let value: JSONValue
  let pointer: String
  let file: String

  /// An error about this value.
  func error(_ message: String, column: Int? = nil) -> LensError {
    LensError(file: file, place: .pointer(pointer, column: column), message: message)
  }

  /// The member of that name; nil when it is not there or null.
  func member(_ key: String) -> LensNode? {
    guard let member = value[key], !member.isNull else { return nil }
    return LensNode(value: member, pointer: pointer + "/" + key, file: file)
  }

  /// The member of that name, which must be there.
  func required(_ key: String) throws(LensError) -> LensNode {
    guard let member = member(key) else { throw error("\"\(key)\" is missing") }
    return member
  }

  /// The text of this value, which must be a string.
  func text() throws(LensError) -> String {
    guard let text = value.string else { throw error("expected a string") }
    return text
  }

  /// The elements of this value, which must be a list.
  func list() throws(LensError) -> [LensNode] {
    guard value.kind == .array else { throw error("expected a list") }
    return elements
  }

  /// The elements, none when this is no list.
  var elements: [LensNode] {
    value.elements.enumerated().map { index, element in
      LensNode(value: element, pointer: pointer + "/\(index)", file: file)
    }
  }

  /// The elements of a member that may be missing.
  func list(_ key: String) throws(LensError) -> [LensNode] {
    guard let member = member(key) else { return [] }
    return try member.list()
  }

  /// The text of a member that may be missing.
  func text(_ key: String) throws(LensError) -> String? {
    guard let member = member(key) else { return nil }
    return try member.text()
  }

  /// The elements of a member; none when it is missing or no list.
  func children(_ key: String) -> [LensNode] { member(key)?.elements ?? [] }
}

extension LensNode {
  /// The id of a pillar, a question or a choice; empty when it has none.
  var id: String { member("id")?.value.string ?? "" }

  /// Whether a choice is the one for none of the others.
  var isNone: Bool { id.hasSuffix("_no") || isUnmarkedNone }

  /// Whether a choice is the one for none of the others by its title only.
  var isUnmarkedNone: Bool {
    let title = member("title")?.value.string?.lowercased().split(separator: " ") ?? []
    return title == ["none", "of", "these"] && !id.hasSuffix("_no")
  }
}
