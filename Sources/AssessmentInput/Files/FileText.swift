import JSON
import YAML

/// The bytes of a file looked at as text.
struct FileText {
  private static let marks: [(name: String, bytes: [UInt8], isPacking: Bool)] = [
    ("PDF", Array("%PDF-".utf8), false), ("PNG", [0x89, 0x50, 0x4E, 0x47], false),
    ("JPEG", [0xFF, 0xD8, 0xFF], false), (parquet, Array("PAR1".utf8), false),
    ("SQLite", Array("SQLite format 3".utf8), false), ("7z", [0x37, 0x7A, 0xBC, 0xAF], true),
    ("bzip2", Array("BZh".utf8), true), ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A], true),
    ("gzip", [0x1F, 0x8B], true), ("Zstandard", [0x28, 0xB5, 0x2F, 0xFD], true),
    ("ZIP", [0x50, 0x4B, 0x03, 0x04], true),
  ]
  private static let parquet = "Parquet"
  private static let spaces: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]

  /// Security Lake stores its records so.
  private static let parquetRemedy =
    "Have Athena write the table as JSON lines: UNLOAD (SELECT * FROM …) TO 's3://…' "
    + "WITH (format = 'JSON')."

  private let bytes: [UInt8]
  private let text: JSONText

  /// Copies the bytes: for files that are no JSON, which are small or not read at all.
  init(_ text: JSONText) {
    self.text = text
    bytes = text.withBytes { span in span.indices.map { span[$0] } }
  }

  /// The text without a byte order mark; throws where it is no text.
  func string() throws(FileProblem) -> String {
    try Self.refuseForeign(text)
    if let offset = bytes.firstIndex(where: Self.isControl) {
      throw FileProblem(
        "binary", at: offset, in: text,
        "expected text or JSON, found the control byte \(Self.hexadecimal(bytes[offset]))")
    }
    if let offset = invalidOffset {
      throw FileProblem(
        "not-utf-8", at: offset, in: text,
        "expected UTF-8 text, found byte \(Self.hexadecimal(bytes[offset]))",
        remedy: FileProblem.utf8Remedy)
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return String(decoding: bytes.dropFirst(hasMark ? 3 : 0), as: UTF8.self)
  }

  /// Throws when the first bytes are those of another encoding or of a known kind of data.
  static func refuseForeign(_ text: JSONText) throws(FileProblem) {
    if let found = ForeignEncoding.found(in: text) {
      throw FileProblem(
        "not-utf-8", at: 0, in: text, "expected UTF-8 text, found \(found)",
        remedy: FileProblem.utf8Remedy)
    }
    if text.count > 0, text.byte(at: 0) == UInt8(ascii: "{") { return }
    let head = text.withBytes { bytes in (0..<min(16, bytes.count)).map { bytes[$0] } }
    guard let mark = marks.first(where: { head.starts(with: $0.bytes) }) else { return }
    let packed = mark.isPacking ? "Unpack it first; one packing is read, not one in another." : nil
    throw FileProblem(
      "binary", at: 0, in: text, "expected text or JSON, found \(mark.name) data",
      remedy: mark.name == parquet ? parquetRemedy : packed)
  }

  /// Whether a text begins as JSON does; Markdown can begin with a bracket, too.
  static func looksLikeJSON(_ text: JSONText) -> Bool {
    text.withBytes { bytes in
      var index = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB ? 3 : 0
      while index < bytes.count, spaces.contains(bytes[index]) { index += 1 }
      guard index < bytes.count else { return false }
      if bytes[index] == UInt8(ascii: "{") { return true }
      guard bytes[index] == UInt8(ascii: "[") else { return false }
      index += 1
      while index < bytes.count, spaces.contains(bytes[index]) { index += 1 }
      guard index < bytes.count else { return true }
      return "{[]\"-0123456789".utf8.contains(bytes[index])
    }
  }

  /// Whether there is nothing but white space.
  static func isBlank(_ text: JSONText) -> Bool {
    text.withBytes { bytes in
      for index in bytes.indices where !spaces.contains(bytes[index]) { return false }
      return true
    }
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D, 0x1B].contains(byte) || byte == 0x7F
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.count < 2 ? "0" : "") + digits
  }

  /// The offset of the first byte that is not UTF-8.
  private var invalidOffset: Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}

extension YAMLNode {
  /// Parses YAML, which must be text.
  static func parse(text: JSONText) throws(FileProblem) -> YAMLNode {
    let string = try FileText(text).string()
    do {
      return try YAMLNode.parse(string)
    } catch {
      throw FileProblem(error)
    }
  }
}
