import AssessmentModel

/// Diagnostics as JSON, one object a line.
enum DiagnosticJSON {
  /// One object: severity, identifier, file, place, summary and remedy; absent ones are left out.
  static func line(_ diagnostic: Diagnostic) -> String {
    var members = [
      member("severity", diagnostic.severity.rawValue), member("identifier", diagnostic.identifier),
    ]
    if let file = diagnostic.file { members.append(member("file", file)) }
    switch diagnostic.place {
    case .whole: break
    case .byte(let offset, let line, let column):
      members += ["\"byte\":\(offset)", "\"line\":\(line)", "\"column\":\(column)"]
    case .line(let line, let column): members += ["\"line\":\(line)", "\"column\":\(column)"]
    case .record(let number, let pointer, let point):
      if let point {
        members += [
          "\"byte\":\(point.offset)", "\"line\":\(point.line)", "\"column\":\(point.column)",
        ]
      }
      members += ["\"record\":\(number)", member("pointer", pointer)]
    }
    members.append(member("summary", diagnostic.summary))
    if let remedy = diagnostic.remedy { members.append(member("remedy", remedy)) }
    return "{\(members.joined(separator: ","))}"
  }

  private static func member(_ key: String, _ value: String) -> String {
    "\"\(key)\":\"\(escaped(value))\""
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
