/// A reusable simdjson parser for one record at a time; not Sendable, one per thread.
///
/// A class because it owns the memory that the current document's values point into. It needs about
/// ten times the size of the largest record; a record has at most 4 GiB and 1024 levels. A key that
/// is there twice is no error (see `JSONConflict`): the first one counts.
///
///     let parser = JSONParser()
///     var scanner = JSONScanner(text)
///     while let record = try scanner.nextTopLevelValue() {
///       let finding = try parser.parse(text, record)
///       print(finding["Id"]?.string ?? "", finding["Severity", "Label"]?.string ?? "")
///     }
package final class JSONParser {
  private let json = SimdJSON()

  /// Makes a parser without memory for records yet.
  package init() {}

  /// Parses the one value that fills `range` (bytes), white space around it allowed; throws where
  /// the text is no JSON.
  ///
  /// The values live until the next parse: use of an older one is a precondition failure. An
  /// integer that does not fit 64 bits is read as the nearest Double; a number that does not fit a
  /// Double is an error.
  package func parse(_ text: JSONText, _ range: Range<Int>) throws(JSONError) -> JSONValue {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= text.count, "The range lies in the text.")
    return try text.withBytes { (bytes) throws(JSONError) in try parse(bytes, range) }
  }

  /// Parses a text that is one value, white space and a byte order mark around it allowed.
  package func parse(_ text: JSONText) throws(JSONError) -> JSONValue {
    try parse(text, 0..<text.count)
  }

  private func parse(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>
  ) throws(JSONError) -> JSONValue {
    let start = try ByteOrderMark.skip(bytes, range.lowerBound)
    if let reason = json.parse(bytes, min(start, range.upperBound)..<range.upperBound) {
      try recover(bytes, start..<range.upperBound, reason)
    }
    return JSONValue(root: json)
  }

  /// Finds out why simdjson refused the text, or reads it anew with its long integers as Doubles.
  private func recover(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, _ reason: String
  ) throws(JSONError) {
    var validator = JSONValidator(range)
    try validator.validate(bytes)
    let refused = JSONError(
      offset: range.lowerBound, expected: "text that simdjson reads", found: "\"\(reason)\"")
    guard !validator.longIntegers.isEmpty else { throw refused }
    let copy = respell(bytes, range, longIntegers: validator.longIntegers)
    guard json.parse(copy.span, 0..<copy.count) == nil else { throw refused }
  }

  /// Copies `range` with `e0` after each long integer, which makes it a Double for simdjson.
  private func respell(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, longIntegers: [Range<Int>]
  ) -> [UInt8] {
    var copy: [UInt8] = []
    var start = range.lowerBound
    for end in longIntegers.map(\.upperBound) {
      for offset in start..<end { copy.append(bytes[offset]) }
      copy += "e0".utf8
      start = end
    }
    for offset in start..<range.upperBound { copy.append(bytes[offset]) }
    return copy
  }
}
