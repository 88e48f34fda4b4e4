/// What pages share of their frame, with places for what they do not share.
struct PageShell: Sendable {
  private enum Part: Sendable {
    case bytes([UInt8])
    case slot(String)
  }

  private var parts: [Part] = []

  /// Cuts a text at the marks of slots.
  init(_ text: String, slots: [(name: String, mark: String)]) {
    let bytes = Array(text.utf8)
    let marks = slots.map { Array($0.mark.utf8) }
    let first = marks.first?.first
    var start = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == first,
        let slot = marks.firstIndex(where: { bytes[index...].starts(with: $0) })
      else {
        index += 1
        continue
      }
      parts += [.bytes(Array(bytes[start..<index])), .slot(slots[slot].name)]
      index += marks[slot].count
      start = index
    }
    parts.append(.bytes(Array(bytes[start...])))
  }

  /// Whether a text stands in it, between two places.
  func contains(_ text: String) -> Bool {
    parts.contains { part in
      guard case .bytes(let bytes) = part else { return false }
      return String(decoding: bytes, as: UTF8.self).contains(text)
    }
  }

  /// The page in pieces that follow each other: few, because each is written on its own.
  func filled(_ values: [String: HTML]) -> [[UInt8]] {
    var pieces: [[UInt8]] = [[]]
    for part in parts {
      let bytes =
        switch part {
        case .bytes(let bytes): bytes
        case .slot(let name): values[name]?.bytes ?? []
        }
      // A long piece stands for itself, so that it is not copied.
      if bytes.count > 50_000 {
        pieces += [bytes, []]
      } else {
        pieces[pieces.count - 1] += bytes
      }
    }
    return pieces.filter { !$0.isEmpty }
  }
}
