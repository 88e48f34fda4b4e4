/// A key that an object names twice, with different values.
///
/// RFC 8259, section 4, leaves open which of them counts; readers differ. Here it is the first,
/// wherever nobody asks.
package struct JSONConflict: Equatable, Sendable {
  /// The way to the key, unescaped: `["Resources", "0", "Id"]`.
  package let path: [String]
  /// The first two values as JSON writes them, long ones cut off.
  package let values: [String]

  /// The JSON pointer to the key (RFC 6901).
  package var pointer: String {
    path.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
  }
}

extension JSONValue {
  /// The first key in here that an object names twice with different values; nil when there is none
  /// that `isWanted`, told by its path.
  ///
  /// Of objects in each other only the first `depth` are looked at. Where all keys are different,
  /// which is quickly known, finding the members of this object is faster from then on.
  package func firstConflict(
    depth: Int = .max, where isWanted: ([String]) -> Bool = { _ in true }
  ) -> JSONConflict? {
    guard hasRepeatedKey(depth: depth) else { return nil }
    var path: [String] = []
    return conflict(&path, depth: depth, isWanted)
  }

  private func conflict(
    _ path: inout [String], depth: Int, _ isWanted: ([String]) -> Bool
  ) -> JSONConflict? {
    switch kind {
    case .object where depth > 0:
      var first: [String: JSONValue] = [:]
      for member in members {
        path.append(member.key)
        defer { path.removeLast() }
        if let known = first[member.key] {
          if known.isSame(as: member.value) || !isWanted(path) { continue }
          return JSONConflict(path: path, values: [known.excerpt, member.value.excerpt])
        }
        first[member.key] = member.value
        if let found = member.value.conflict(&path, depth: depth - 1, isWanted) { return found }
      }
    case .array where depth > 0:
      for (index, element) in elements.enumerated() {
        path.append(String(index))
        defer { path.removeLast() }
        if let found = element.conflict(&path, depth: depth, isWanted) { return found }
      }
    default: break
    }
    return nil
  }

  /// Whether both say the same, members in the same order.
  private func isSame(as other: JSONValue) -> Bool {
    guard kind == other.kind else { return false }
    switch kind {
    case .null: return true
    case .bool: return bool == other.bool
    case .number: return int == other.int && double == other.double
    case .string: return withUTF8 { other.isString($0) } ?? false
    case .array: return elements.elementsEqual(other.elements) { $0.isSame(as: $1) }
    case .object:
      return members.elementsEqual(other.members) { first, second in
        first.withKey { second.isNamed($0) } && first.value.isSame(as: second.value)
      }
    }
  }

  /// The value in a few characters, for messages.
  private var excerpt: String {
    switch kind {
    case .object: return "an object"
    case .array: return "a list"
    case .null: return "null"
    case .bool: return bool == true ? "true" : "false"
    case .number: return int.map { String($0) } ?? double.map { String($0) } ?? "a number"
    case .string:
      let text = string ?? ""
      return "\"" + (text.count > 40 ? text.prefix(39) + "…" : text) + "\""
    }
  }
}
