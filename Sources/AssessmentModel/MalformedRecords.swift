/// The malformed records of one file, a few bytes each, so that every one can be named, however
/// many there are.
///
///     for diagnostic in malformed { print(diagnostic.line) }
package struct MalformedRecords: Sendable {
  /// One record: where it stands and what is wrong with it.
  package struct Entry: Equatable, Sendable {
    /// Counted from 1 in its file.
    package let number: Int
    /// Where it begins; nil when only its number is known.
    package let point: Diagnostic.Point?
    /// A JSON pointer into the record.
    package let pointer: String
    package let summary: String

    package init(number: Int, point: Diagnostic.Point?, pointer: String, summary: String) {
      self.number = number
      self.point = point
      self.pointer = pointer
      self.summary = summary
    }
  }

  /// The file as the report names it.
  package let file: String
  package private(set) var count = 0
  /// Each entry as differences to the one before, seven bits a byte (LEB128).
  private var bytes: [UInt8] = []
  private var last = Numbers()
  private var texts = StringTable()

  /// What is stored of an entry; all zero before the first.
  private struct Numbers {
    var number = 0
    var offset = 0
    /// 0 when the place is not known.
    var line = 0
    var lineStart = 0
  }

  package init(file: String) { self.file = file }

  /// Adds a record.
  package mutating func append(_ entry: Entry) {
    var next = last
    next.number = entry.number
    next.line = 0
    if let point = entry.point {
      next.offset = point.offset
      next.line = point.line
      next.lineStart = point.offset - point.column + 1
    }
    write(next.number - last.number)
    write(next.line - last.line)
    write(next.offset - last.offset)
    write(next.lineStart - last.lineStart)
    write(Int(texts.intern(entry.pointer).rawValue))
    write(Int(texts.intern(entry.summary).rawValue))
    last = next
    count += 1
  }

  private mutating func write(_ number: Int) {
    // Small numbers of either sign become small ones without: 0, -1, 1, -2, 2.
    var rest = UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1)))
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private func read(_ index: inout Int) -> Int {
    var (value, shift): (UInt, UInt) = (0, 0)
    while true {
      let byte = bytes[index]
      index += 1
      value |= UInt(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1) }
    }
  }

  /// The entries, in order.
  package var entries: some Sequence<Entry> {
    var (index, numbers) = (0, Numbers())
    return sequence(state: ()) { _ -> Entry? in
      guard index < bytes.count else { return nil }
      numbers.number += read(&index)
      numbers.line += read(&index)
      numbers.offset += read(&index)
      numbers.lineStart += read(&index)
      let (pointer, summary) = (read(&index), read(&index))
      let point = Diagnostic.Point(
        offset: numbers.offset, line: numbers.line,
        column: numbers.offset - numbers.lineStart + 1)
      return Entry(
        number: numbers.number, point: numbers.line == 0 ? nil : point,
        pointer: texts[StringID(rawValue: UInt32(pointer))],
        summary: texts[StringID(rawValue: UInt32(summary))])
    }
  }
}

extension MalformedRecords {
  /// A warning about each record, in order.
  package var diagnostics: some Sequence<Diagnostic> {
    let file = file
    return entries.lazy.map { entry in
      Diagnostic(
        .warning, Self.identifier, file: file,
        place: .record(entry.number, pointer: entry.pointer, at: entry.point), entry.summary,
        remedy: Self.remedy)
    }
  }

  /// What malformed records are called among diagnostics.
  package static let identifier = "malformed-record"

  private static let remedy = "It is left out; export it again."

  /// Warnings about the first `limit` records, and one that counts the others.
  package func diagnostics(first limit: Int) -> [Diagnostic] {
    guard count > limit else { return Array(diagnostics) }
    let rest = count - limit
    return diagnostics.prefix(limit) + [
      Diagnostic(
        .warning, Self.identifier, file: file,
        "\(rest) more of its records \(rest == 1 ? "is" : "are") malformed",
        remedy: "so-report check --diagnostics json names them all.")
    ]
  }
}
