/// The bytes of a JSON file, mapped or in memory; copies share them.
package struct JSONText: Sendable {
  private enum Storage {
    case array([UInt8])
    case mapped(MappedFile)
  }

  private let storage: Storage

  /// The number of bytes.
  package let count: Int

  /// Takes bytes as they are; nothing is copied or checked.
  package init(_ bytes: [UInt8]) {
    storage = .array(bytes)
    count = bytes.count
  }

  /// Takes a mapped file as it is; nothing is read or checked.
  package init(_ file: MappedFile) {
    storage = .mapped(file)
    count = file.count
  }

  /// Takes the UTF-8 of a string.
  package init(_ string: String) {
    self.init(Array(string.utf8))
  }

  /// The byte at a 0-based offset below `count`.
  package func byte(at offset: Int) -> UInt8 {
    switch storage {
    case .array(let bytes): bytes[offset]
    case .mapped(let file): file.withBytes { $0[offset] }
    }
  }

  /// Calls `body` with all bytes.
  package func withBytes<R, E: Error>(
    _ body: (borrowing Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    switch storage {
    case .array(let bytes): try body(bytes.span)
    case .mapped(let file): try file.withBytes(body)
    }
  }

  /// Calls `body` with the bytes of one record.
  package func withBytes<R, E: Error>(
    in range: Range<Int>, _ body: (borrowing Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try withBytes { (bytes) throws(E) in try body(bytes.extracting(range)) }
  }

  /// Gives back the memory of a part that was read; it is read from the disk again when needed.
  package func release(_ range: Range<Int>) {
    if case .mapped(let file) = storage { file.release(range) }
  }

  /// Whether an array or object begins at `offset`.
  func isContainer(at offset: Int) -> Bool {
    let byte = byte(at: offset)
    return byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }
}
