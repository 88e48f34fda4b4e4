extension JSONValidator {
  /// Reads a number to its last digit.
  mutating func number(_ bytes: borrowing Span<UInt8>) throws(JSONError) {
    let start = offset
    if peek(bytes) == "-" { offset += 1 }
    if peek(bytes) == "0" {
      offset += 1
      if let byte = peek(bytes), isDigit(byte) {
        throw error(bytes, "no digit after a leading zero")
      }
    } else {
      try digits(bytes, "a digit")
    }
    let integerEnd = offset
    if peek(bytes) == "." {
      offset += 1
      try digits(bytes, "a digit after the decimal point")
    }
    if let letter = peek(bytes), letter == "e" || letter == "E" {
      offset += 1
      if let sign = peek(bytes), sign == "+" || sign == "-" { offset += 1 }
      try digits(bytes, "a digit of the exponent")
    }
    try checkSize(bytes, start..<offset, isInteger: offset == integerEnd)
  }

  private mutating func digits(
    _ bytes: borrowing Span<UInt8>, _ expected: String
  ) throws(JSONError) {
    let start = offset
    while let byte = peek(bytes), isDigit(byte) { offset += 1 }
    guard offset > start else { throw errorOrBadText(bytes, expected) }
  }

  private mutating func checkSize(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, isInteger: Bool
  ) throws(JSONError) {
    let text = String(decoding: range.map { bytes[$0] }, as: UTF8.self)
    guard let double = Double(text), double.isFinite else {
      throw JSONError(
        offset: range.lowerBound, expected: "a number below 1.8e308", found: "a greater one")
    }
    if isInteger, Int64(text) == nil, UInt64(text) == nil { longIntegers.append(range) }
  }

  private func isDigit(_ byte: Unicode.Scalar) -> Bool { "0"..."9" ~= byte }
}
