import AssessmentModel
import JSON

/// Tells lines and columns of offsets that come in order, in one pass over the text.
struct LineCounter {
  /// Bytes that are looked at before their memory is given back.
  private static let step = 4 << 20

  private var offset = 0
  private var line = 1
  private var lineStart = 0

  /// The place of an offset; an earlier one than the last starts the pass anew.
  mutating func point(of wanted: Int, in text: JSONText) -> Diagnostic.Point {
    if wanted < offset { self = LineCounter() }
    let end = min(wanted, text.count)
    while offset < end {
      let part = offset..<min(end, offset + Self.step)
      text.withBytes(in: part) { bytes in
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
          line += 1
          lineStart = part.lowerBound + index + 1
        }
      }
      if part.count == Self.step { text.release(part) }
      offset = part.upperBound
    }
    return Diagnostic.Point(offset: wanted, line: line, column: wanted - lineStart + 1)
  }
}
