/// One value of a parser's current document; a look at the parser's memory that is cheap to copy.
///
/// Use after the parser's next parse is a precondition failure.
///
///     for resource in finding["Resources"]?.elements ?? [] { ids.append(resource["Id"]?.string) }
package struct JSONValue {
  /// What a value is.
  package enum Kind: Sendable {
    case object, array, string, number, bool, null
  }

  private let json: SimdJSON
  private let generation: UInt32
  private let index: UInt32

  init(root json: SimdJSON) {
    unsafe self.init(json, generation: json.generation, index: 1)
  }

  private init(_ json: SimdJSON, generation: UInt32, index: Int) {
    self.json = json
    self.generation = generation
    self.index = UInt32(truncatingIfNeeded: index)
  }

  /// The place on the tape, once it is sure that the tape is still this value's.
  private var place: Int {
    unsafe precondition(
      generation == json.generation, "A JSONValue is used before the next parse.")
    return Int(index)
  }

  private func value(at index: Int) -> JSONValue {
    JSONValue(json, generation: generation, index: index)
  }

  private var tag: Unicode.Scalar { Unicode.Scalar(json.tag(place)) }

  /// What the value is.
  package var kind: Kind {
    switch tag {
    case "{": .object
    case "[": .array
    case "\"": .string
    case "t", "f": .bool
    case "n": .null
    default: .number
    }
  }
}

// MARK: - Scalars

extension JSONValue {
  /// Whether the value is null.
  package var isNull: Bool { tag == "n" }

  /// A string's text; nil for other kinds.
  package var string: String? {
    tag == "\"" ? json.string(place) : nil
  }

  /// Calls `body` with the UTF-8 of a string, without making a String; nil for other kinds.
  package func withUTF8<R, E: Error>(
    _ body: (borrowing Span<UInt8>) throws(E) -> R
  ) throws(E) -> R? {
    guard tag == "\"" else { return nil }
    return try json.withUTF8(place, body)
  }

  /// Whether the value is this string, byte by byte.
  package func isString(_ text: String) -> Bool {
    tag == "\"" && json.string(place, equals: text)
  }

  /// Whether the value is the string of these bytes.
  func isString(_ text: borrowing Span<UInt8>) -> Bool {
    tag == "\"" && json.string(place, equals: text)
  }

  /// A number without fraction that fits an Int; written as 1.0 or 1e2 only below 2⁵³; nil
  /// otherwise.
  package var int: Int? {
    switch tag {
    case "l": Int(exactly: json.int64(place))
    case "u": Int(exactly: json.uint64(place))
    case "d": Int(exactly: json.double(place)).flatMap { $0.magnitude < 1 << 53 ? $0 : nil }
    default: nil
    }
  }

  /// A number, as the nearest Double; nil for other kinds.
  package var double: Double? {
    switch tag {
    case "l": Double(json.int64(place))
    case "u": Double(json.uint64(place))
    case "d": json.double(place)
    default: nil
    }
  }

  /// True or false; nil for other kinds.
  package var bool: Bool? {
    switch tag {
    case "t": true
    case "f": false
    default: nil
    }
  }
}

// MARK: - Objects and arrays

extension JSONValue {
  /// The value of an object's first member of that name; nil when there is none or this is no
  /// object.
  package subscript(key: String) -> JSONValue? {
    json.find(key, in: place).map(value(at:))
  }

  /// The value at a path of keys: `finding["Severity", "Label"]`.
  package subscript(first: String, second: String, more: String...) -> JSONValue? {
    more.reduce(self[first]?[second]) { value, key in value?[key] }
  }

  /// Whether an object in here names a key twice; of objects in each other only the first `depth`
  /// are looked at.
  func hasRepeatedKey(depth: Int) -> Bool {
    json.hasRepeatedKey(place, depth: depth)
  }

  /// An array's elements; none for other kinds.
  package var elements: Elements { Elements(children: Children(self, of: "[")) }

  /// An object's members, as the text has them; none for other kinds.
  package var members: Members { Members(children: Children(self, of: "{")) }

  /// The values of an array, in order.
  package struct Elements: Sequence, IteratorProtocol {
    fileprivate var children: Children

    /// The next element; nil after the last.
    package mutating func next() -> JSONValue? { children.next() }
  }

  /// The members of an object, in order, duplicates and all.
  package struct Members: Sequence, IteratorProtocol {
    fileprivate var children: Children

    /// The next member; nil after the last.
    package mutating func next() -> Member? {
      guard let key = children.next(), let value = children.next() else { return nil }
      return Member(name: key, value: value)
    }
  }

  /// One member of an object.
  package struct Member {
    fileprivate let name: JSONValue
    /// What stands after the colon.
    package let value: JSONValue

    /// The name, unescaped.
    package var key: String { name.string ?? "" }

    /// Whether this is the name; makes no String.
    package func isNamed(_ key: String) -> Bool { name.isString(key) }

    /// Whether these bytes are the name.
    func isNamed(_ key: borrowing Span<UInt8>) -> Bool { name.isString(key) }

    /// Calls `body` with the UTF-8 of the name.
    package func withKey<R, E: Error>(
      _ body: (borrowing Span<UInt8>) throws(E) -> R
    ) throws(E) -> R {
      try name.json.withUTF8(name.place, body)
    }
  }

  /// What lies inside a container: elements, or keys and values in turn.
  fileprivate struct Children {
    private let container: JSONValue
    private var index = 0
    private var end = 0

    init(_ container: JSONValue, of tag: Unicode.Scalar) {
      self.container = container
      guard container.tag == tag else { return }
      index = container.place + 1
      end = container.json.next(container.place) - 1
    }

    mutating func next() -> JSONValue? {
      guard index < end else { return nil }
      let child = container.value(at: index)
      index = container.json.next(child.place)
      return child
    }
  }
}
