import AssessmentModel

/// Lets a drawing pass and nothing else: well-formed XML of listed elements and attributes, without
/// script, without a document type, and without any reference that leaves the file.
///
/// Pages show a logo with `img`, where nothing in it runs. But someone may open it by its address on
/// a server, and then it would be a page of that server.
struct SVGCheck {
  private let bytes: [UInt8]
  private var at = 0
  private var open: [String] = []
  private var uses = 0
  private var hasRoot = false

  /// Uses multiply when they use each other.
  private static let useLimit = 20
  private static let depthLimit = 64

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Throws the first thing that is wrong, with its place.
  mutating func run() throws(FileProblem) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw LogoFile.problem("the logo is not UTF-8", remedy: "Save it as UTF-8.")
    }
    skip("\u{FEFF}")
    if skip("<?xml") { try skipThrough("?>") }
    while at < bytes.count {
      if skip("<!--") {
        try skipThrough("-->")
      } else if skip("</") {
        try endTag()
      } else if bytes[at] == UInt8(ascii: "<") {
        try startTag()
      } else {
        try text()
      }
    }
    guard hasRoot, open.isEmpty else {
      throw problem(at, "the logo ends before \(open.last.map { "</\($0)>" } ?? "an svg element")")
    }
  }

  // MARK: Markup

  private mutating func startTag() throws(FileProblem) {
    let start = at
    at += 1
    if at < bytes.count, [UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[at]) {
      throw problem(start, "document types, CDATA and processing instructions are not taken")
    }
    let name = name()
    guard SVGNames.elements.contains(name) else {
      throw problem(
        start, "the element <\(name)> is not taken",
        remedy: "Save the logo as plain SVG, or as PNG.")
    }
    guard open.isEmpty ? name == "svg" && !hasRoot : true else {
      throw problem(start, "expected one svg element with everything in it")
    }
    hasRoot = true
    if name == "use" { uses += 1 }
    guard uses <= Self.useLimit, open.count < Self.depthLimit else {
      throw problem(start, "more than \(Self.useLimit) uses or \(Self.depthLimit) levels")
    }
    open.append(name)
    let attributes = try attributes(of: name)
    if open.count == 1 { try checkRoot(attributes, at: start) }
    if skip("/>") {
      open.removeLast()
    } else if !skip(">") {
      throw problem(at, "expected > at the end of <\(name)>")
    }
  }

  private mutating func endTag() throws(FileProblem) {
    let start = at - 2
    let name = name()
    skipSpace()
    guard open.last == name, skip(">") else {
      throw problem(start, "</\(name)> closes nothing that is open here")
    }
    open.removeLast()
  }

  private mutating func attributes(of element: String) throws(FileProblem) -> [String: String] {
    var found: [String: String] = [:]
    while true {
      skipSpace()
      let start = at
      let name = name()
      if name.isEmpty { return found }
      skipSpace()
      guard skip("="), at < bytes.count else { throw problem(start, "\(name) has no value") }
      skipSpace()
      let quote = at < bytes.count ? bytes[at] : 0
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        throw problem(at, "the value of \(name) is not in quotes")
      }
      at += 1
      let valueStart = at
      while at < bytes.count, bytes[at] != quote, bytes[at] != UInt8(ascii: "<") { at += 1 }
      guard at < bytes.count, bytes[at] == quote else {
        throw problem(valueStart, "the value of \(name) does not end")
      }
      let value = try decoded(valueStart..<at)
      at += 1
      if let wrong = SVGNames.problem(attribute: name, value: value, of: element) {
        throw problem(
          start, wrong, remedy: "Remove it, or save the logo as plain SVG or as PNG.")
      }
      guard found.updateValue(value, forKey: name) == nil else {
        throw problem(start, "\(name) is there twice")
      }
    }
  }

  private func checkRoot(_ attributes: [String: String], at start: Int) throws(FileProblem) {
    guard attributes["xmlns"] != nil else {
      throw problem(start, "svg needs xmlns=\"http://www.w3.org/2000/svg\"")
    }
    let box = attributes["viewBox"]?.split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    let isSized = attributes["width"] != nil && attributes["height"] != nil
    guard isSized || box.map({ $0.count == 4 && $0[2] > 0 && $0[3] > 0 }) == true else {
      throw problem(start, "svg needs a viewBox of four numbers, or width and height")
    }
  }

  /// Text may stand where it is drawn or tells a name; style sheets must not lead anywhere.
  private mutating func text() throws(FileProblem) {
    skipSpace()
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
    let text = try decoded(start..<at)
    if text.isEmpty { return }
    let element = open.last ?? ""
    guard SVGNames.withText.contains(element) else {
      throw problem(start, "text is not expected here")
    }
    if element == "style", let wrong = SVGNames.problem(style: text) {
      throw problem(start, wrong)
    }
  }

  // MARK: Characters

  /// The characters of a range, with references to characters resolved.
  private func decoded(_ range: Range<Int>) throws(FileProblem) -> String {
    var text = ""
    var rest = String(decoding: bytes[range], as: UTF8.self)[...]
    while let ampersand = rest.firstIndex(of: "&") {
      text += rest[..<ampersand]
      let tail = rest[rest.index(after: ampersand)...]
      guard let end = tail.firstIndex(of: ";"), let character = Self.character(tail[..<end])
      else { throw problem(range.lowerBound, "only references to characters are taken") }
      text.append(character)
      rest = tail[tail.index(after: end)...]
    }
    return text + rest
  }

  private static func character(_ name: Substring) -> Character? {
    let known: [Substring: Character] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
    ]
    if let character = known[name] { return character }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x"
    let number = UInt32(
      isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
    return number.flatMap(UnicodeScalar.init).map(Character.init)
  }

  private mutating func name() -> String {
    let start = at
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: ":"), UInt8(ascii: "."), 0x80...:
        at += 1
      default: return String(decoding: bytes[start..<at], as: UTF8.self)
      }
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }

  @discardableResult
  private mutating func skip(_ text: String) -> Bool {
    guard bytes[at...].starts(with: text.utf8) else { return false }
    at += text.utf8.count
    return true
  }

  private mutating func skipThrough(_ end: String) throws(FileProblem) {
    let start = at
    while at < bytes.count {
      if skip(end) { return }
      at += 1
    }
    throw problem(start, "expected \(end)")
  }

  private func problem(
    _ offset: Int, _ summary: String, remedy: String? = nil
  ) -> FileProblem {
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.count { $0 == 0x0A } + 1
    let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
    return FileProblem("bad-logo", at: .line(line, column: column), summary, remedy: remedy)
  }
}
