import JSON

/// The members of an object by name, kind and range, without what is inside them.
struct JSONShape {
  /// One member; the range is that of its value, in bytes of the whole text.
  struct Member {
    let key: String
    let kind: JSONValue.Kind
    let range: Range<Int>
    /// The elements of a long array, which were found on the way past it; nil when they were not.
    var elements: [Range<Int>]?
  }

  let range: Range<Int>
  private(set) var members: [Member] = []

  /// Scans the object at the start of `range`.
  init(_ text: JSONText, _ range: Range<Int>) throws(JSONError) {
    var scanner = JSONScanner(text, at: range.lowerBound)
    guard try scanner.advanceToTopLevelValue() == .object else {
      self.range = range
      return
    }
    self = try JSONShape(text, &scanner)
  }

  /// Scans the object that the scanner stands at, to its end.
  init(_ text: JSONText, _ scanner: inout JSONScanner) throws(JSONError) {
    let start = scanner.offset
    var members: [Member] = []
    scanner.enter()
    while let key = try scanner.advanceToMember() {
      guard let kind = scanner.kind else { continue }
      let value = scanner.offset
      let elements = key.lowercased() == "findings" ? Self.passElements(text, &scanner) : nil
      if elements == nil { try scanner.skipValue() }
      members.append(
        Member(key: key, kind: kind, range: value..<scanner.offset, elements: elements))
    }
    self.members = members
    range = start..<scanner.offset
  }

  /// Lists of findings from this size on are passed over element by element, so that this need not be
  /// done again.
  private static let longSize = 1 << 20
  /// Elements that are shorter on average are not kept.
  private static let elementSize = 256
  /// After how many bytes their memory is given back.
  private static let step = 32 << 20

  /// Passes over a long list that the scanner stands at; nil, and the scanner stays there, when the
  /// list is short, its elements are, or something is amiss, which reading it will tell.
  private static func passElements(
    _ text: JSONText, _ scanner: inout JSONScanner
  ) -> [Range<Int>]? {
    guard scanner.kind == .array, scanner.isLonger(than: longSize) else { return nil }
    let start = scanner.offset
    var ahead = scanner
    var elements: [Range<Int>] = []
    var kept = start
    do {
      ahead.enter()
      while let element = try ahead.nextElement() {
        elements.append(element)
        if elements.count * elementSize > element.upperBound - start + longSize { return nil }
        if element.upperBound - kept > step {
          text.release(kept..<element.upperBound)
          kept = element.upperBound
        }
      }
    } catch {
      return nil
    }
    scanner = ahead
    return elements
  }

  /// The first member of that name.
  subscript(key: String) -> Member? { members.first { $0.key == key } }

  /// The first member of that name and kind.
  func member(_ key: String, _ kind: JSONValue.Kind) -> Member? {
    self[key].flatMap { $0.kind == kind ? $0 : nil }
  }

  /// The second of two members of one name that differ, byte by byte.
  func conflict(in text: JSONText) -> Member? {
    var first: [String: Range<Int>] = [:]
    for member in members {
      guard let range = first.updateValue(member.range, forKey: member.key) else { continue }
      let isSame = text.withBytes { bytes in
        range.count == member.range.count
          && range.indices.allSatisfy {
            bytes[$0] == bytes[$0 - range.lowerBound + member.range.lowerBound]
          }
      }
      if !isSame { return member }
    }
    return nil
  }

  /// Whether the object ends a page that names a next one.
  var hasNextPage: Bool {
    let token = member("NextToken", .string) ?? member("nextToken", .string)
    return token.map { $0.range.count > 2 } ?? false
  }

  /// Whether the object has all these members.
  func has(_ keys: String...) -> Bool { keys.allSatisfy { self[$0] != nil } }

  /// The names of all members.
  var keys: Set<String> { Set(members.map(\.key)) }
}
