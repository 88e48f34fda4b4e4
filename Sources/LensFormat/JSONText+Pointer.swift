package import JSON

extension JSONText {
  /// The offset of the value that a JSON pointer names, or of the innermost value around it that
  /// the text has; `start` is where the outermost value begins.
  ///
  /// A pointer into a string, as into that of `export-lens`, leads to the string.
  package func offset(of pointer: String, from start: Int = 0) -> Int {
    var scanner = JSONScanner(self, at: start)
    var place = start
    do {
      guard try scanner.advanceToTopLevelValue() != nil else { return start }
      place = scanner.offset
      for part in pointer.split(separator: "/") {
        guard try scanner.advance(to: String(part)) else { break }
        place = scanner.offset
      }
    } catch {
      // The text was parsed before; a text that was not keeps the last place.
    }
    return place
  }
}

extension JSONScanner {
  /// Goes into the container that the scanner stands at, to the member or element of that name;
  /// false when there is none.
  fileprivate mutating func advance(to part: String) throws(JSONError) -> Bool {
    switch kind {
    case .object:
      enter()
      while let key = try advanceToMember() {
        if key == part { return true }
      }
      return false
    case .array:
      enter()
      guard let index = Int(part) else { return false }
      for _ in 0...max(0, index) {
        guard try advanceToElement() != nil else { return false }
      }
      return true
    default: return false
    }
  }
}
