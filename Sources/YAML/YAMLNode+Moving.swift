extension YAMLNode {
  /// The same value, as many lines further down.
  func movedDown(_ lines: Int) -> YAMLNode {
    guard lines != 0 else { return self }
    return YAMLNode(line: line + lines, column: column, content: content.movedDown(lines))
  }
}

extension YAMLNode.Content {
  fileprivate func movedDown(_ lines: Int) -> Self {
    switch self {
    case .scalar: self
    case .sequence(let nodes): .sequence(nodes.map { $0.movedDown(lines) })
    case .mapping(let members):
      .mapping(
        members.map {
          .init(key: $0.key.movedDown(lines), value: $0.value.movedDown(lines))
        })
    }
  }
}
