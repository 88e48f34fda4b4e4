/// A path in which numbers count: `so-9` before `so-10`.
struct NaturalText: Comparable {
  private enum Part: Comparable {
    case number(Int)
    case text(String)
  }

  private let parts: [Part]

  init(_ path: String) {
    var parts: [Part] = []
    for run in path.dropLast(path.hasSuffix(".html") ? ".html".count : 0).split(separator: "-") {
      parts.append(Int(run).map(Part.number) ?? .text(String(run)))
    }
    self.parts = parts
  }

  static func < (left: Self, right: Self) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }
}
