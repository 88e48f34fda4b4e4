extension Span<UInt8> {
  /// Whether the bytes from `offset` on begin with a text.
  func has(_ text: String, at offset: Int = 0) -> Bool {
    let bytes = text.utf8
    guard offset >= 0, offset + bytes.count <= count else { return false }
    var index = offset
    for byte in bytes {
      if self[index] != byte { return false }
      index += 1
    }
    return true
  }

  /// Whether the bytes end with a text.
  func ends(with text: String) -> Bool { has(text, at: count - text.utf8.count) }

  /// Whether a text stands anywhere in the bytes.
  func contains(_ text: String) -> Bool {
    guard let first = text.utf8.first, count >= text.utf8.count else { return false }
    for offset in 0...(count - text.utf8.count) where self[offset] == first {
      if has(text, at: offset) { return true }
    }
    return false
  }

  /// Whether the bytes in a range are the 12 digits of an account.
  func isAccount(_ range: Range<Int>) -> Bool {
    guard range.count == 12 else { return false }
    for index in range where !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self[index]) {
      return false
    }
    return true
  }

  /// The range of a field of an ARN, such as 3 for the region and 4 for the account; nil when the
  /// bytes are no ARN or the field is empty.
  func arnField(_ wanted: Int) -> Range<Int>? {
    guard has("arn:") else { return nil }
    var (field, start) = (0, 0)
    for index in 0..<count where self[index] == UInt8(ascii: ":") {
      if field == wanted { return start == index ? nil : start..<index }
      field += 1
      start = index + 1
    }
    return nil
  }
}

extension Span<UInt8> {
  /// Whether the bytes are a word of ASCII, whatever the case of its letters; `word` is in lower case.
  func isWord(_ word: String) -> Bool {
    let other = word.utf8
    guard count == other.count else { return false }
    var index = 0
    for byte in other {
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self[index])
      if (isUpper ? self[index] | 0x20 : self[index]) != byte { return false }
      index += 1
    }
    return true
  }
}
