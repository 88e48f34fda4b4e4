import JSON

/// The members of an object by name, kind and range, without what is inside them.
struct JSONShape {
  /// One member; the range is that of its value, in bytes of the whole text.
  struct Member {
    let key: String
    let kind: JSONValue.Kind
    let range: Range<Int>
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
      members.append(Member(key: key, kind: kind, range: try scanner.skipValue()))
    }
    self.members = members
    range = start..<scanner.offset
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
