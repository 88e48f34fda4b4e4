import Yams

/// The limits of what is read; Yams has 1000 levels of its own.
private let (byteLimit, nodeLimit, levelLimit) = (16 << 20, 100_000, 100)

extension YAMLNode {
  /// Reads one document of at most 16 MiB, 100,000 values and 100 levels; empty text is null.
  ///
  /// Throws on what is no YAML, a key that is there twice or is no scalar, a second document, an
  /// alias and a tag. `firstLine` is the number of the first line, for text out of a longer file
  /// such as front matter.
  package static func parse(
    _ text: String, firstLine: Int = 1
  ) throws(YAMLError) -> YAMLNode {
    let lines = firstLine - 1
    do throws(YAMLError) {
      return try document(text).movedDown(lines)
    } catch {
      throw YAMLError(line: error.line + lines, column: error.column, message: error.message)
    }
  }

  private static func document(_ text: String) throws(YAMLError) -> YAMLNode {
    guard text.utf8.count <= byteLimit else {
      throw YAMLError(line: 1, column: 1, message: "the text is longer than 16 MiB")
    }
    let alias = try AliasSearch.first(in: text)
    do {
      // The basic resolver: a key is the text that it is, whatever that may mean.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return null }
      var conversion = Conversion(alias: alias)
      return try conversion.node(root, level: 1)
    } catch let error as YAMLError {
      throw error
    } catch let error as YamlError {
      throw YAMLError(error)
    } catch {
      throw YAMLError(line: 1, column: 1, message: "\(error)")
    }
  }

  private static var null: YAMLNode {
    YAMLNode(line: 1, column: 1, content: .scalar("", isPlain: true))
  }
}

/// Yams' tree made into ours, with its limits.
private struct Conversion {
  /// What looks like the first alias, if there is any.
  let alias: YAMLError?
  private var count = 0
  private var last = (line: 1, column: 1)

  init(alias: YAMLError?) { self.alias = alias }

  mutating func node(_ node: Node, level: Int) throws(YAMLError) -> YAMLNode {
    let place = (line: node.mark?.line ?? last.line, column: node.mark?.column ?? last.column)
    count += 1
    guard count <= nodeLimit else { throw error(place, "there are more than \(nodeLimit) values") }
    guard level <= levelLimit else {
      throw error(place, "there are more than \(levelLimit) levels")
    }
    // An alias comes as a copy of what it names, which stands further up.
    if let alias, place < last { throw alias }
    last = place
    return YAMLNode(
      line: place.line, column: place.column, content: try content(node, place, level: level))
  }

  private mutating func content(
    _ node: Node, _ place: (Int, Int), level: Int
  ) throws(YAMLError) -> YAMLNode.Content {
    switch node {
    case .scalar(let scalar):
      let tag = try tag(scalar.tag, place)
      return .scalar(scalar.string, isPlain: scalar.style == .plain && tag.isEmpty)
    case .sequence(let sequence):
      _ = try tag(sequence.tag, place)
      var nodes: [YAMLNode] = []
      for node in sequence { nodes.append(try self.node(node, level: level + 1)) }
      return .sequence(nodes)
    case .mapping(let mapping):
      _ = try tag(mapping.tag, place)
      var members: [YAMLNode.Member] = []
      for (key, value) in mapping { members.append(try member(key, value, level: level + 1)) }
      return .mapping(members)
    case .alias:
      throw error(place, AliasSearch.message)
    }
  }

  private mutating func member(
    _ key: Node, _ value: Node, level: Int
  ) throws(YAMLError) -> YAMLNode.Member {
    let key = try node(key, level: level)
    guard case .scalar = key.content else {
      throw error((key.line, key.column), "a key is text, not a list or a mapping")
    }
    return YAMLNode.Member(key: key, value: try node(value, level: level))
  }

  /// The tag that is written, `str` or none; Yams itself writes one on a list or a mapping that is
  /// a key.
  private func tag(_ tag: Tag, _ place: (Int, Int)) throws(YAMLError) -> String {
    switch tag.description {
    case "", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map": return ""
    case "!", "tag:yaml.org,2002:str": return "str"
    case let name: throw error(place, "the tag \(name) is not read here; leave it out")
    }
  }

  private func error(_ place: (line: Int, column: Int), _ message: String) -> YAMLError {
    YAMLError(line: place.line, column: place.column, message: message)
  }
}

extension YAMLError {
  fileprivate init(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let place = context.map { " (\($0.text), line \($0.mark.line))" } ?? ""
      self.init(line: mark.line, column: mark.column, message: problem + place)
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      self.init(
        line: context.mark.line, column: context.mark.column,
        message: "the key \"\(key)\" is there twice, the first time here")
    case .reader(let problem, let offset, _, let text):
      let before = text.prefix(offset ?? 0)
      let line = before.count { $0.isNewline } + 1
      let column = before.reversed().prefix { !$0.isNewline }.reduce(1) {
        $0 + $1.unicodeScalars.count
      }
      self.init(line: line, column: column, message: problem)
    default:
      self.init(line: 1, column: 1, message: "\(error)")
    }
  }
}
