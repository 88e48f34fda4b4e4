extension JSONValue.Kind {
  /// The kind of value that begins with this character; nil when none does.
  init?(first: Unicode.Scalar) {
    switch first {
    case "{": self = .object
    case "[": self = .array
    case "\"": self = .string
    case "-", "0"..."9": self = .number
    case "t", "f": self = .bool
    case "n": self = .null
    default: return nil
    }
  }
}
