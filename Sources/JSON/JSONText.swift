package import FoundationEssentials

/// The bytes of a JSON file, mapped or in memory; copies share them.
package struct JSONText: Sendable {
  private enum Storage {
    case array([UInt8])
    case data(Data)
  }

  private let storage: Storage

  /// The number of bytes.
  package let count: Int

  /// Takes bytes as they are; nothing is copied or checked.
  package init(_ bytes: [UInt8]) {
    storage = .array(bytes)
    count = bytes.count
  }

  /// Takes data as it is, mapped or not; nothing is copied or checked.
  package init(_ data: Data) {
    storage = .data(data)
    count = data.count
  }

  /// Takes the UTF-8 of a string.
  package init(_ string: String) {
    self.init(Array(string.utf8))
  }

  /// The byte at a 0-based offset below `count`.
  package func byte(at offset: Int) -> UInt8 {
    switch storage {
    case .array(let bytes): bytes[offset]
    case .data(let data): data[data.startIndex + offset]
    }
  }

  /// Calls `body` with all bytes.
  package func withBytes<R, E: Error>(
    _ body: (borrowing Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    switch storage {
    case .array(let bytes): try body(bytes.span)
    case .data(let data): try body(data.span)
    }
  }

  /// Calls `body` with the bytes of one record.
  package func withBytes<R, E: Error>(
    in range: Range<Int>, _ body: (borrowing Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try withBytes { (bytes) throws(E) in try body(bytes.extracting(range)) }
  }
}
