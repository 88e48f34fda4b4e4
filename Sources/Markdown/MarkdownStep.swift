/// A step of the walk through a document: into a node, over a leaf, or out of a node.
enum MarkdownStep: Equatable, Sendable {
  /// `line` is the node's first line in the source, from 1; inline nodes have that of their block.
  case open(MarkdownNode, line: Int)
  case leaf(MarkdownNode)
  case close(MarkdownNode)
}
