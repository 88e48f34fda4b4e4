import Glibc

/// A number that stands for an interned string; the empty string is `.none`.
package struct StringID: Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The empty string.
  package static let none = StringID(rawValue: 0)

  /// Whether the string is empty.
  package var isNone: Bool { rawValue == 0 }
}

/// Strings kept once each, as UTF-8 bytes in one arena.
///
///     var strings = StringTable()
///     let id = strings.intern("eu-west-1")
///     strings[id]  // "eu-west-1"
package struct StringTable: Sendable {
  private var arena: [UInt8] = []
  private var ends: [Int] = [0]
  private var hashes: [UInt32] = [0]
  private var slots: [UInt32] = Array(repeating: 0, count: 1024)

  package init() {}

  /// How many strings there are, the empty one included.
  package var count: Int { ends.count }

  /// The string behind an identifier of this table.
  package subscript(id: StringID) -> String {
    String(decoding: arena[range(of: id)], as: UTF8.self)
  }

  /// The identifier of `text`, which is added when it is new.
  package mutating func intern(_ text: String) -> StringID {
    var text = text
    return text.withUTF8 { bytes in unsafe internBytes(bytes) }
  }

  /// The identifier of UTF-8 `bytes`, which are added when they are new.
  package mutating func intern(_ bytes: Span<UInt8>) -> StringID {
    unsafe bytes.withUnsafeBufferPointer { buffer in unsafe internBytes(buffer) }
  }

  /// The identifier of `text`, or nil when nothing interned it.
  package func find(_ text: String) -> StringID? {
    var text = text
    return text.withUTF8 { bytes -> StringID? in
      if bytes.isEmpty { return StringID.none }
      let slot = unsafe slot(of: bytes, hash: Self.hash(bytes))
      return slots[slot] == 0 ? nil : StringID(rawValue: slots[slot])
    }
  }

  /// The UTF-8 bytes behind an identifier, given to `body` without making a `String`.
  package func withUTF8<Result>(of id: StringID, _ body: (Span<UInt8>) -> Result) -> Result {
    unsafe arena.withUnsafeBufferPointer { buffer in
      let part = unsafe UnsafeBufferPointer(rebasing: buffer[range(of: id)])
      return unsafe body(Span(_unsafeElements: part))
    }
  }

  /// Appends the UTF-8 bytes behind an identifier.
  package func append(_ id: StringID, to bytes: inout [UInt8]) {
    unsafe arena.withUnsafeBufferPointer { arena in
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: arena[range(of: id)]))
    }
  }

  /// Whether the first string sorts before the second, byte by byte.
  package func precedes(_ first: StringID, _ second: StringID) -> Bool {
    let (one, other) = (range(of: first), range(of: second))
    let common = min(one.count, other.count)
    let order = unsafe arena.withUnsafeBytes { bytes -> Int32 in
      guard common > 0, let start = bytes.baseAddress else { return 0 }
      return unsafe memcmp(start + one.lowerBound, start + other.lowerBound, common)
    }
    return order == 0 ? one.count < other.count : order < 0
  }

  /// Adds the strings of another table: their identifiers here, by those there.
  package mutating func intern(all other: StringTable) -> [StringID] {
    var ids = [StringID.none]
    ids.reserveCapacity(other.count)
    unsafe other.arena.withUnsafeBufferPointer { arena in
      for number in 1..<max(other.count, 1) {
        let bytes = unsafe UnsafeBufferPointer(
          rebasing: arena[other.ends[number - 1]..<other.ends[number]])
        ids.append(unsafe internBytes(bytes, hash: other.hashes[number]))
      }
    }
    return ids
  }

  private func range(of id: StringID) -> Range<Int> {
    id.isNone ? 0..<0 : ends[Int(id.rawValue) - 1]..<ends[Int(id.rawValue)]
  }

  private mutating func internBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> StringID {
    bytes.isEmpty ? .none : unsafe internBytes(bytes, hash: Self.hash(bytes))
  }

  private mutating func internBytes(
    _ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32
  ) -> StringID {
    let slot = unsafe slot(of: bytes, hash: hash)
    if slots[slot] != 0 { return StringID(rawValue: slots[slot]) }
    let id = UInt32(ends.count)
    unsafe arena.append(contentsOf: bytes)
    ends.append(arena.count)
    hashes.append(hash)
    slots[slot] = id
    if ends.count * 2 > slots.count { grow() }
    return StringID(rawValue: id)
  }

  private func slot(of bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let candidate = StringID(rawValue: slots[slot])
      if hashes[Int(candidate.rawValue)] == hash, unsafe equals(candidate, bytes) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func equals(_ id: StringID, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: id)
    guard range.count == bytes.count else { return false }
    return unsafe arena.withUnsafeBufferPointer { arena in
      unsafe arena[range].elementsEqual(bytes)
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for id in 1..<ends.count {
      var slot = Int(hashes[id]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(id)
    }
  }

  /// A fast hash over eight bytes at a time; collisions cost time, never correctness.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 8 <= raw.count {
      let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      state = mixed(state ^ word)
      index += 8
    }
    var tail: UInt64 = 0
    while index < raw.count {
      let byte = unsafe raw[index]
      tail = tail << 8 | UInt64(byte)
      index += 1
    }
    return UInt32(truncatingIfNeeded: mixed(state ^ tail) >> 32)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
