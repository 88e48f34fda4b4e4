import JSON

/// The JSON of a lens, taken out of what `export-lens` prints when it is wrapped in that.
struct LensDocument {
  /// The lens itself; an object.
  let root: LensNode
  /// The number of bytes of the lens.
  let count: Int

  /// Parses a lens, or `{"LensJSON": "<the lens as a string>"}` and then that string.
  ///
  /// Of a text that holds more than a lens, the range is the lens's.
  init(_ text: JSONText, in range: Range<Int>? = nil, file: String) throws(LensError) {
    let parser = JSONParser()
    let value = try Self.parse(text, range, parser, file)
    try Self.refuseConflicts(value, "", file)
    let outer = LensNode(value: value, pointer: "", file: file)
    guard let wrapped = outer.member("LensJSON") else {
      root = outer
      count = range?.count ?? text.count
      return
    }
    let inner = JSONText(try wrapped.text())
    let lens: JSONValue
    do {
      lens = try parser.parse(inner)
    } catch {
      throw LensError(
        file: file, place: .pointer("/LensJSON", column: error.offset + 1), message: error.message)
    }
    try Self.refuseConflicts(lens, "/LensJSON", file)
    root = LensNode(value: lens, pointer: "/LensJSON", file: file)
    count = inner.count
  }

  /// Refuses a key that is there twice with different values: AWS may take the other one.
  private static func refuseConflicts(
    _ value: JSONValue, _ pointer: String, _ file: String
  ) throws(LensError) {
    guard let conflict = value.firstConflict() else { return }
    throw LensError(
      file: file, place: .pointer(pointer + conflict.pointer),
      message: "expected the key once, found it twice, with \(conflict.values[0]) and with "
        + conflict.values[1])
  }

  private static func parse(
    _ text: JSONText, _ range: Range<Int>?, _ parser: JSONParser, _ file: String
  ) throws(LensError) -> JSONValue {
    do {
      guard let range else { return try parser.parse(text) }
      return try parser.parse(text, range)
    } catch {
      let (line, column) = lineAndColumn(of: error.offset, in: text)
      throw LensError(
        file: file, place: .byte(offset: error.offset, line: line, column: column),
        message: error.message)
    }
  }
}
