import AssessmentModel
import JSON

/// Tells lines and columns of offsets that come in order, in one pass over the text.
struct LineCounter {
  /// Bytes that are looked at before their memory is given back.
  private static let step = 4 << 20

  private struct Place {
    var offset = 0
    var line = 1
    var lineStart = 0
  }

  private let start: Place
  private var place: Place

  /// Begins where the text begins, or at a place that is known.
  init(from point: Diagnostic.Point = Diagnostic.Point(offset: 0, line: 1, column: 1)) {
    start = Place(
      offset: point.offset, line: point.line, lineStart: point.offset - point.column + 1)
    place = start
  }

  /// The place of an offset behind the beginning; an earlier one than the last starts the pass anew.
  mutating func point(of wanted: Int, in text: JSONText) -> Diagnostic.Point {
    if wanted < place.offset { place = start }
    let end = min(wanted, text.count)
    while place.offset < end {
      let part = place.offset..<min(end, place.offset + Self.step)
      text.withBytes(in: part) { bytes in
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
          place.line += 1
          place.lineStart = part.lowerBound + index + 1
        }
      }
      if part.count == Self.step { text.release(part) }
      place.offset = part.upperBound
    }
    return Diagnostic.Point(
      offset: wanted, line: place.line, column: wanted - place.lineStart + 1)
  }
}
