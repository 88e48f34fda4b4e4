/// A text in which `*` stands for any characters.
struct Pattern {
  private let parts: [String]
  private let bytes: [[UInt8]]
  /// Whether the pattern can be compared byte by byte with texts of ASCII: a line break of two
  /// bytes is one character.
  private let isPlain: Bool

  init(_ text: String) {
    parts = text.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    bytes = parts.map { Array($0.utf8) }
    isPlain = text.utf8.allSatisfy(Self.isPlain)
  }

  /// Whether the whole of a string matches; no `String` is made for most.
  func matches(_ id: StringID, in strings: StringTable) -> Bool {
    let answer = isPlain ? strings.withUTF8(of: id) { matches(plain: $0) } : nil
    return answer ?? matches(strings[id])
  }

  /// Whether the whole of `text` matches; case matters.
  func matches(_ text: String) -> Bool {
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return parts.first == text
    }
    guard text.hasPrefix(first), text.count >= first.count + last.count else { return false }
    var rest = text.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(last)
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte < 0x80 && byte != 0x0D }

  /// The same for bytes; nil where they have to be looked at as characters.
  private func matches(plain text: Span<UInt8>) -> Bool? {
    for index in bytes[0].indices {
      guard index < text.count else { return Self.areAllPlain(text) ? false : nil }
      if text[index] != bytes[0][index] { return Self.isPlain(text[index]) ? false : nil }
    }
    guard Self.areAllPlain(text) else { return nil }
    guard bytes.count > 1 else { return text.count == bytes[0].count }
    var (start, end) = (bytes[0].count, text.count)
    let last = bytes[bytes.count - 1]
    end -= last.count
    guard start <= end, Self.has(text, last, at: end) else { return false }
    for part in bytes.dropFirst().dropLast() where !part.isEmpty {
      guard let found = Self.first(text, part, in: start..<end) else { return false }
      start = found + part.count
    }
    return true
  }

  private static func areAllPlain(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where !isPlain(text[index]) { return false }
    return true
  }

  private static func has(_ text: Span<UInt8>, _ part: [UInt8], at offset: Int) -> Bool {
    for index in part.indices where text[offset + index] != part[index] { return false }
    return true
  }

  private static func first(_ text: Span<UInt8>, _ part: [UInt8], in range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    while offset + part.count <= range.upperBound {
      if text[offset] == part[0], has(text, part, at: offset) { return offset }
      offset += 1
    }
    return nil
  }
}
