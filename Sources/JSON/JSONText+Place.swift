/// The line and column of a byte offset, both 1-based; the column counts bytes and a line ends with
/// a line feed.
package func lineAndColumn(of offset: Int, in text: JSONText) -> (line: Int, column: Int) {
  text.withBytes { bytes in
    var line = 1
    var lineStart = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    return (line, offset - lineStart + 1)
  }
}
