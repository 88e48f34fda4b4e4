package import AssessmentModel

/// Reads the conditions of risk rules: choice ids with `&&`, `||`, `!` and parentheses, or
/// `default` alone.
///
/// `&&` binds tighter than `||`, as in most languages; AWS documents no order.
///
///     try ConditionParser.parse("(choice_1 || choice_2) && !choice_3")
package struct ConditionParser {
  private static let deepest = 100

  private let text: [UInt8]
  private var index = 0
  private var depth = 0

  private init(_ text: String) { self.text = Array(text.utf8) }

  /// Reads a whole condition.
  package static func parse(_ text: String) throws(ConditionError) -> Condition {
    var parser = ConditionParser(text)
    if parser.isDefault { return .always }
    let condition = try parser.anyOf()
    guard parser.next == nil else { throw parser.error("\"&&\", \"||\" or the end") }
    return condition
  }

  private var isDefault: Bool {
    let words = text.split { Self.isSpace($0) }
    return words.count == 1 && words[0].elementsEqual("default".utf8)
  }

  // MARK: Grammar, loosest first

  private mutating func anyOf() throws(ConditionError) -> Condition {
    var parts = [try allOf()]
    while take("||") { parts.append(try allOf()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func allOf() throws(ConditionError) -> Condition {
    var parts = [try term()]
    while take("&&") { parts.append(try term()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func term() throws(ConditionError) -> Condition {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw error("at most \(Self.deepest) levels") }
    if take("!") { return .not(try term()) }
    guard take("(") else { return .selected(try choice()) }
    let inner = try anyOf()
    guard take(")") else { throw error("\")\"") }
    return inner
  }

  private mutating func choice() throws(ConditionError) -> String {
    skipSpace()
    let start = index
    while index < text.count, Self.isWord(text[index]) { index += 1 }
    guard index > start else { throw error("a choice's id, \"!\" or \"(\"") }
    let id = String(decoding: text[start..<index], as: UTF8.self)
    guard id != "default" else {
      index = start
      throw error("a choice's id; \"default\" stands alone")
    }
    return id
  }

  // MARK: Bytes

  private var next: UInt8? {
    mutating get {
      skipSpace()
      return index < text.count ? text[index] : nil
    }
  }

  private mutating func skipSpace() {
    while index < text.count, Self.isSpace(text[index]) { index += 1 }
  }

  private mutating func take(_ token: String) -> Bool {
    skipSpace()
    guard text[index...].starts(with: token.utf8) else { return false }
    index += token.utf8.count
    return true
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(byte)
  }

  /// Whether a byte can stand in a choice's id.
  static func isWord(_ byte: UInt8) -> Bool {
    let character = Unicode.Scalar(byte)
    return character == "_" || ("0"..."9").contains(character)
      || ("a"..."z").contains(character) || ("A"..."Z").contains(character)
  }

  private mutating func error(_ expected: String) -> ConditionError {
    let found = next.map { "\"\(Unicode.Scalar($0))\"" } ?? "the end"
    return ConditionError(column: index + 1, message: "expected \(expected), found \(found)")
  }
}
