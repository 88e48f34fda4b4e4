import JSON

extension Optional<JSONValue> {
  /// The elements of a list; none of what is no list, or is not there.
  var list: [JSONValue] { map { Array($0.elements) } ?? [] }
}
