import JSON

/// What some programs read as JSON, and JSON does not have (RFC 8259).
enum NearJSON {
  /// What to do about text at an offset where JSON ends to be JSON; nil when it is nothing known.
  static func remedy(at offset: Int, in text: JSONText) -> String? {
    text.withBytes { bytes in
      let rest = (offset..<min(offset + 9, bytes.count)).map { bytes[$0] }
      let starts = { (word: String) in rest.starts(with: word.utf8) }
      if starts("//") || starts("/*") || starts("#") {
        return "JSON has no comments: remove them."
      }
      if starts("]") || starts("}"), previous(bytes, offset) == UInt8(ascii: ",") {
        return "JSON has no comma after the last element: remove it."
      }
      if starts("'") { return "JSON has double quotes only." }
      if starts("NaN") || starts("Infinity") {
        return "JSON has no such number: write null, or leave the member out."
      }
      if starts("None") || starts("True") || starts("False") {
        return "This is Python's spelling: export the file with json.dumps."
      }
      if rest.first == 0 {
        return "A write was interrupted, or this is no text: export it again."
      }
      return nil
    }
  }

  /// The last byte before an offset that is no white space.
  private static func previous(_ bytes: borrowing Span<UInt8>, _ offset: Int) -> UInt8? {
    var index = offset - 1
    while index >= 0, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index -= 1 }
    return index < 0 ? nil : bytes[index]
  }
}
