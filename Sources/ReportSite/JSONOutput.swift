/// A JSON value to be written; the one JSON encoder of the site.
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
  func write(into output: inout String, depth: Int, indent: String = "") {
    switch self {
    case .text(let text): Self.quote(text, into: &output)
    case .number(let number): output += String(number)
    case .share(let share): output += Self.decimal(share)
    case .flag(let flag): output += flag ? "true" : "false"
    case .null: output += "null"
    case .list(let items):
      Self.join(items.map { (nil, $0) }, "[", "]", into: &output, depth: depth, indent: indent)
    case .object(let members):
      Self.join(members.map { ($0, $1) }, "{", "}", into: &output, depth: depth, indent: indent)
    }
  }

  private static func join(
    _ members: [(String?, JSONOutput)], _ open: String, _ close: String,
    into output: inout String, depth: Int, indent: String
  ) {
    output += open
    let isBroken = depth > 0 && !members.isEmpty
    let inner = indent + " "
    for (number, member) in members.enumerated() {
      if number > 0 { output += "," }
      if isBroken { output += "\n" + inner }
      if let key = member.0 {
        quote(key, into: &output)
        output += ":"
      }
      member.1.write(into: &output, depth: depth - 1, indent: inner)
    }
    if isBroken { output += "\n" + indent }
    output += close
  }

  private static func decimal(_ share: Double) -> String {
    let parts = Int((share * 10_000).rounded())
    let digits = String(parts % 10_000)
    return "\(parts / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static func quote(_ text: String, into output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "<", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}", "\u{7F}":
        escape(scalar, into: &output)
      // The same value to a program, and visible to whoever looks into the file.
      case _ where scalar.value > 0x7F && scalar.properties.generalCategory == .format:
        escape(scalar, into: &output)
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }

  /// Writes the UTF-16 code units of a scalar in hexadecimal.
  private static func escape(_ scalar: Unicode.Scalar, into output: inout String) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
