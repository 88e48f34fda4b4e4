/// Pieces of output that many rows share, encoded once for their context, such as `HTML` or `CSV`.
///
/// They stand in one buffer, because to append one out of many counts references, and cores that
/// count those of the same value wait for each other.
struct Fragments<Context>: Sendable {
  fileprivate private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  fileprivate init(encoded pieces: [[UInt8]]) {
    for piece in pieces {
      bytes += piece
      ends.append(bytes.count)
    }
  }

  /// Where a piece stands in the buffer.
  fileprivate func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// How many bytes a piece has.
  func byteCount(of number: Int) -> Int { range(of: number).count }
}

extension Fragments<HTML> {
  init(_ pieces: [HTML]) { self.init(encoded: pieces.map(\.bytes)) }
}

extension Fragments<CSV> {
  init(_ pieces: [CSV]) { self.init(encoded: pieces.map(\.bytes)) }
}

extension Fragments<JSONOutput> {
  /// Texts as JSON strings without the closing quotation mark.
  init(openTexts: [String]) {
    self.init(
      encoded: openTexts.map { text in
        var bytes: [UInt8] = []
        JSONOutput.quote(text.utf8Span.span, into: &bytes)
        return bytes.dropLast()
      })
  }
}

extension Array<UInt8> {
  /// Appends a piece, by its number.
  mutating func append<Context>(_ fragments: Fragments<Context>, _ number: Int) {
    append(copying: fragments.bytes.span.extracting(fragments.range(of: number)))
  }
}
