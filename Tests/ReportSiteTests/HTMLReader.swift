/// Reads the HTML that the site writes, and nothing looser.
///
/// Every attribute is quoted, every element closed; there are five character references and no
/// comments. Only in the body of a table the end tags of cells and rows may be left out. What input
/// smuggled in would stop it.
struct HTMLReader {
  enum Event: Equatable {
    case open(String, [String: String])
    case close(String)
    case text(String)
  }

  struct NotStrict: Error, CustomStringConvertible {
    let description: String
  }

  private(set) var events: [Event] = []
  private let scalars: [Unicode.Scalar]
  private var position = 0

  private static let void: Set<String> = ["meta", "link", "br", "wbr", "hr", "input"]
  private static let references = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'",
  ]

  /// Reads a page, or a part of one.
  init(_ html: String, isWhole: Bool = true) throws {
    scalars = Array(html.unicodeScalars)
    var open: [String] = []
    guard skip("<!doctype html>") || !isWhole else { throw fault("no doctype") }
    while position < scalars.count {
      guard scalars[position] == "<" else {
        events.append(.text(try text(until: "<")))
        continue
      }
      position += 1
      if skip("/") {
        let name = try name()
        if name == "tbody" { close([["td", "th"], ["tr"]], in: &open) }
        guard skip(">"), open.popLast() == name else { throw fault("</\(name)> closes nothing") }
        events.append(.close(name))
      } else {
        let name = try name()
        if ["td", "th"].contains(name) { close([["td", "th"]], in: &open) }
        if name == "tr" { close([["td", "th"], ["tr"]], in: &open) }
        let attributes = try attributes(of: name)
        events.append(.open(name, attributes))
        if skip("/>") || Self.void.contains(name) && skip(">") {
          events.append(.close(name))
        } else if skip(">") {
          open.append(name)
        } else {
          throw fault("<\(name) does not end")
        }
      }
    }
    guard open.isEmpty else { throw fault("not closed: \(open)") }
  }

  /// Closes elements of a table's body whose end tags are left out, the inner one first (HTML Living
  /// Standard 13.1.2.4).
  private mutating func close(_ levels: [[String]], in open: inout [String]) {
    guard open.contains("tbody") else { return }
    for names in levels {
      guard let last = open.last, names.contains(last) else { continue }
      open.removeLast()
      events.append(.close(last))
    }
  }

  // MARK: Parts

  private mutating func attributes(of name: String) throws -> [String: String] {
    var attributes: [String: String] = [:]
    while skipSpaces() {
      let key = try self.name()
      // The only attributes without a value.
      if ["defer", "hidden", "open"].contains(key) {
        attributes[key] = ""
        continue
      }
      guard skip("=\"") else { throw fault("\(key) of <\(name)> has no quoted value") }
      let value = try text(until: "\"")
      position += 1
      guard attributes.updateValue(value, forKey: key) == nil else {
        throw fault("<\(name)> has \(key) twice")
      }
    }
    return attributes
  }

  private mutating func name() throws -> String {
    var name = ""
    while position < scalars.count, Self.isName(scalars[position]) {
      name.unicodeScalars.append(scalars[position])
      position += 1
    }
    guard !name.isEmpty else { throw fault("a name is expected") }
    return name
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-": true
    default: false
    }
  }

  private mutating func text(until end: Unicode.Scalar) throws -> String {
    var text = String.UnicodeScalarView()
    while position < scalars.count, scalars[position] != end {
      let scalar = scalars[position]
      guard scalar != "<" else { throw fault("a < stands in an attribute") }
      position += 1
      guard scalar == "&" else {
        text.append(scalar)
        continue
      }
      var reference = ""
      while position < scalars.count, scalars[position] != ";", reference.count < 6 {
        reference.unicodeScalars.append(scalars[position])
        position += 1
      }
      guard let meaning = Self.references[reference] else {
        throw fault("&\(reference); is no reference of this site")
      }
      position += 1
      text.append(contentsOf: meaning.unicodeScalars)
    }
    return String(text)
  }

  private mutating func skip(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  private mutating func skipSpaces() -> Bool {
    let start = position
    while position < scalars.count, scalars[position] == " " || scalars[position] == "\n" {
      position += 1
    }
    return position > start
  }

  private func fault(_ text: String) -> NotStrict {
    let around = scalars[max(0, position - 60)..<min(scalars.count, position + 30)]
    return NotStrict(description: "\(text), at \(String(String.UnicodeScalarView(around)))")
  }
}

extension HTMLReader {
  /// Element names with their attributes, in order.
  var elements: [(name: String, attributes: [String: String])] {
    events.compactMap { event in
      if case .open(let name, let attributes) = event { (name, attributes) } else { nil }
    }
  }

  var ids: [String] { elements.compactMap { $0.attributes["id"] } }

  /// Targets of links.
  var links: [String] { elements.filter { $0.name == "a" }.compactMap { $0.attributes["href"] } }

  /// The text of the page.
  var text: String { text(without: { _, _ in false }) }

  /// The text below each element that `isWanted`.
  func texts(of isWanted: (String, [String: String]) -> Bool) -> [String] {
    events.indices.compactMap { index in
      guard case .open(let name, let attributes) = events[index], isWanted(name, attributes) else {
        return nil
      }
      return Self.text(of: events[index...end(of: index)])
    }
  }

  /// The text, less that of elements that are left out.
  func text(without isLeftOut: (String, [String: String]) -> Bool) -> String {
    var kept: [Event] = []
    var index = 0
    while index < events.count {
      if case .open(let name, let attributes) = events[index], isLeftOut(name, attributes) {
        index = end(of: index)
      } else {
        kept.append(events[index])
      }
      index += 1
    }
    return Self.text(of: kept)
  }

  private static func text(of events: some Sequence<Event>) -> String {
    events.reduce(into: "") { text, event in
      if case .text(let part) = event { text += part }
    }
  }

  /// The index of the event that closes the element that opens at `index`.
  private func end(of index: Int) -> Int {
    var depth = 0
    for position in index..<events.count {
      switch events[position] {
      case .open: depth += 1
      case .close: depth -= 1
      case .text: break
      }
      if depth == 0 { return position }
    }
    return events.count - 1
  }
}

extension String {
  /// The text without any white space, for comparisons.
  var squeezed: String { filter { !$0.isWhitespace } }
}
