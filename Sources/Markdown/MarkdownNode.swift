/// One node of a parsed document, without its children.
enum MarkdownNode: Equatable, Sendable {
  case document, blockQuote, item, emphasis, strong, strikethrough
  case tableHeader, tableRow, tableCell
  /// `start` is the first number of an ordered list and nil for bullets.
  case list(start: Int?, isTight: Bool)
  case paragraph(inTightList: Bool)
  case heading(level: Int)
  case link(address: String, title: String)
  case image(address: String, title: String)
  /// Which columns are right-aligned, as columns of numbers are.
  case table(numeric: [Bool])

  case text(String)
  case code(String)
  case codeBlock(language: String, String)
  case rawInline(String)
  case rawBlock(String)
  case softBreak, lineBreak, thematicBreak

  /// Whether the node never has children.
  var isLeaf: Bool {
    switch self {
    case .text, .code, .codeBlock, .rawInline, .rawBlock, .softBreak, .lineBreak, .thematicBreak:
      true
    default: false
    }
  }

  /// What a leaf adds to the plain text around it.
  var plainText: String {
    switch self {
    case .text(let text), .code(let text), .codeBlock(_, let text): text
    case .rawInline(let text), .rawBlock(let text): text
    case .softBreak, .lineBreak: " "
    default: ""
    }
  }
}
