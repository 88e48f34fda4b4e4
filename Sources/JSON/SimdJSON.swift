import CSimdJSON

/// The C parser and its one document: the only place that calls CSimdJSON.
///
/// A class because it owns C memory that every value of the document points into. Indexes come from
/// this type's own answers for the current document; `JSONValue` sees to that with `generation`.
@safe final class SimdJSON {
  private let json: OpaquePointer

  /// The number of parses so far, which tells values of earlier documents.
  ///
  /// A plain number that is read for each value: to check each access would cost more than the rest.
  @exclusivity(unchecked) private(set) var generation: UInt32 = 0

  init() {
    guard let json = unsafe csimdjson_make() else {
      preconditionFailure("There is memory for a JSON parser.")
    }
    unsafe self.json = unsafe json
  }

  deinit { unsafe csimdjson_free(json) }

  /// Parses `range` of `bytes`; the answer is nil or simdjson's reason for refusing it.
  func parse(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> String? {
    unsafe generation &+= 1
    return unsafe bytes.withUnsafeBufferPointer { text in
      let failure = unsafe csimdjson_parse(
        json, text.baseAddress, text.count, range.lowerBound, range.upperBound)
      return unsafe failure.map { unsafe String(cString: $0) }
    }
  }

  func tag(_ index: Int) -> UInt8 { unsafe csimdjson_tag(json, index) }

  func next(_ index: Int) -> Int { unsafe csimdjson_next(json, index) }

  func find(_ key: String, in index: Int) -> Int? {
    var key = key
    let found = key.withUTF8 { bytes in
      unsafe csimdjson_find(json, index, bytes.baseAddress, bytes.count)
    }
    return found == 0 ? nil : found
  }

  func hasRepeatedKey(_ index: Int, depth: Int) -> Bool {
    unsafe csimdjson_has_repeated_key(json, index, UInt32(clamping: depth))
  }

  func int64(_ index: Int) -> Int64 { unsafe csimdjson_int64(json, index) }

  func uint64(_ index: Int) -> UInt64 { unsafe csimdjson_uint64(json, index) }

  func double(_ index: Int) -> Double { unsafe csimdjson_double(json, index) }

  func string(_ index: Int) -> String {
    let string = unsafe csimdjson_string(json, index)
    return unsafe String(
      decoding: UnsafeBufferPointer(start: string.bytes, count: string.count), as: UTF8.self)
  }

  func withUTF8<R, E: Error>(
    _ index: Int, _ body: (borrowing Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    let string = unsafe csimdjson_string(json, index)
    return try unsafe body(Span(_unsafeStart: string.bytes, count: string.count))
  }

  func string(_ index: Int, equals text: String) -> Bool {
    let string = unsafe csimdjson_string(json, index)
    var text = text
    return text.withUTF8 { other in
      unsafe other.elementsEqual(UnsafeBufferPointer(start: string.bytes, count: string.count))
    }
  }

  func string(_ index: Int, equals text: borrowing Span<UInt8>) -> Bool {
    let string = unsafe csimdjson_string(json, index)
    return unsafe text.withUnsafeBufferPointer { other in
      unsafe other.elementsEqual(UnsafeBufferPointer(start: string.bytes, count: string.count))
    }
  }

  /// The offset of the first byte from `offset` on that is no white space; the count when there is
  /// none.
  static func skipSpace(_ bytes: borrowing Span<UInt8>, _ offset: Int) -> Int {
    unsafe bytes.withUnsafeBufferPointer { text in
      unsafe csimdjson_skip_space(text.baseAddress, text.count, offset)
    }
  }

  /// The offset after the value at `offset`, or nil when it has no end or is no value.
  ///
  /// A long array or object is passed over in steps of that many bytes, whose memory is given back.
  static func skipValue(_ text: JSONText, _ offset: Int, step: Int) -> Int? {
    let isLong = text.count - offset > step && text.isContainer(at: offset)
    guard isLong else {
      return text.withBytes { bytes in
        let end = unsafe bytes.withUnsafeBufferPointer { text in
          unsafe csimdjson_skip_value(text.baseAddress, text.count, offset)
        }
        return end == none ? nil : end
      }
    }
    var skip = CSimdJSONSkip(offset: offset, depth: 0, inside_string: 0, first_is_escaped: 0)
    while true {
      let start = skip.offset
      let end = text.withBytes { bytes in
        unsafe bytes.withUnsafeBufferPointer { text in
          unsafe csimdjson_skip_part(text.baseAddress, text.count, start + step, &skip)
        }
      }
      if end != none { return end }
      if skip.offset == start || skip.offset >= text.count { return nil }
      text.release(start..<skip.offset)
    }
  }

  /// Whether the array or object at `offset` goes on for more than so many bytes, of which the rest is
  /// not looked at.
  static func isLonger(_ text: JSONText, _ offset: Int, than size: Int) -> Bool {
    guard text.count - offset > size, text.isContainer(at: offset) else { return false }
    var skip = CSimdJSONSkip(offset: offset, depth: 0, inside_string: 0, first_is_escaped: 0)
    return text.withBytes { bytes in
      unsafe bytes.withUnsafeBufferPointer { text in
        unsafe csimdjson_skip_part(text.baseAddress, text.count, offset + size, &skip) == none
      }
    }
  }

  private static let none = Int(bitPattern: UInt.max)
}
