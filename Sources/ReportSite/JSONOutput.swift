/// A JSON value to be written; the one JSON encoder of the site.
///
/// Lists that grow with the evidence are written by `ReportJSON` member by member, their texts
/// through `quote`.
indirect enum JSONOutput: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  case text(String)
  case number(Int)
  /// A share with four decimals.
  case share(Double)
  case flag(Bool)
  case null
  case list([JSONOutput])
  case object([(String, JSONOutput)])

  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number(value) }

  /// The text, or null.
  static func optional(_ text: String?) -> JSONOutput { text.map(JSONOutput.text) ?? .null }

  /// A list of texts.
  static func texts(_ texts: some Sequence<String>) -> JSONOutput {
    .list(texts.map(JSONOutput.text))
  }

  /// Appends the value; members of the outer `depth` levels stand on lines of their own.
  func write(into output: inout [UInt8], depth: Int) {
    switch self {
    case .text(let text): Self.quote(text.utf8Span.span, into: &output)
    case .number(let number): output.append(utf8: String(number))
    case .share(let share): output.append(utf8: Self.decimal(share))
    case .flag(let flag): output.append(utf8: flag ? "true" : "false")
    case .null: output.append(utf8: "null")
    case .list(let items):
      Self.join(items.map { (nil, $0) }, "[", "]", into: &output, depth: depth)
    case .object(let members):
      Self.join(members.map { ($0, $1) }, "{", "}", into: &output, depth: depth)
    }
  }

  private static func join(
    _ members: [(String?, JSONOutput)], _ open: String, _ close: String,
    into output: inout [UInt8], depth: Int
  ) {
    output.append(utf8: open)
    let isBroken = depth > 0 && !members.isEmpty
    for (number, member) in members.enumerated() {
      if number > 0 { output.append(utf8: ",") }
      if isBroken { output.append(utf8: "\n") }
      if let key = member.0 {
        quote(key.utf8Span.span, into: &output)
        output.append(utf8: ":")
      }
      member.1.write(into: &output, depth: depth - 1)
    }
    if isBroken { output.append(utf8: "\n") }
    output.append(utf8: close)
  }

  private static func decimal(_ share: Double) -> String {
    let parts = Int((share * 10_000).rounded())
    let digits = String(parts % 10_000)
    return "\(parts / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// Appends UTF-8 `text` as a JSON string.
  static func quote(_ text: Span<UInt8>, into output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    if text.isPlain {
      output.append(copying: text)
    } else {
      escape(text.text, into: &output)
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func escape(_ text: String, into output: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output.append(utf8: "\\\"")
      case "\\": output.append(utf8: "\\\\")
      case "\n": output.append(utf8: "\\n")
      case "\r": output.append(utf8: "\\r")
      case "\t": output.append(utf8: "\\t")
      case "<", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}", "\u{7F}":
        escape(scalar, into: &output)
      // The same value to a program, and visible to whoever looks into the file.
      case _ where scalar.value > 0x7F && scalar.properties.generalCategory == .format:
        escape(scalar, into: &output)
      default: output += UTF8.encode(scalar) ?? .init()
      }
    }
  }

  /// Writes the UTF-16 code units of a scalar in hexadecimal.
  private static func escape(_ scalar: Unicode.Scalar, into output: inout [UInt8]) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      output.append(utf8: "\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
  }
}
