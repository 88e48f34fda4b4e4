import JSON

/// The JSON of a lens, taken out of what `export-lens` prints when it is wrapped in that.
struct LensDocument {
  /// The lens itself; an object.
  let root: LensNode
  /// The number of bytes of the lens.
  let count: Int

  /// Parses a lens, or `{"LensJSON": "<the lens as a string>"}` and then that string.
  init(_ text: JSONText, file: String) throws(LensError) {
    let parser = JSONParser()
    let outer = LensNode(value: try Self.parse(text, parser, file), pointer: "", file: file)
    guard let wrapped = outer.member("LensJSON") else {
      root = outer
      count = text.count
      return
    }
    let inner = JSONText(try wrapped.text())
    let value: JSONValue
    do {
      value = try parser.parse(inner)
    } catch {
      throw LensError(
        file: file, place: .pointer("/LensJSON", column: error.offset + 1), message: error.message)
    }
    root = LensNode(value: value, pointer: "/LensJSON", file: file)
    count = inner.count
  }

  private static func parse(
    _ text: JSONText, _ parser: JSONParser, _ file: String
  ) throws(LensError) -> JSONValue {
    do {
      return try parser.parse(text)
    } catch {
      let (line, column) = lineAndColumn(of: error.offset, in: text)
      throw LensError(
        file: file, place: .byte(offset: error.offset, line: line, column: column),
        message: error.message)
    }
  }
}
