import CCmarkGFM
import Synchronization

/// cmark's tree of one text: the only place that holds cmark's pointers, and frees them.
@safe struct CmarkTree: ~Copyable {
  private let root: OpaquePointer

  /// cmark-gfm 0.29.0.gfm.6 keeps the special characters of extensions in a table of the process,
  /// set and cleared by each parse: of two parses at once, one would read `~~x~~` as plain text.
  private static let parsing = Mutex(())

  /// Parses `source` with tables and strikethrough; autolinks, footnotes and tag filter stay off.
  init(parsing source: String) {
    unsafe root = Self.parsing.withLock { _ in unsafe Self.parse(source) }
  }

  deinit { unsafe cmark_node_free(root) }

  /// The tree as a flat list, so that nothing recurses however deep a text nests.
  borrowing func steps() -> [MarkdownStep] {
    guard let iterator = unsafe cmark_iter_new(root) else { return [] }
    defer { unsafe cmark_iter_free(iterator) }
    var steps: [MarkdownStep] = []
    var open: [MarkdownNode] = []
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE else { return steps }
      guard event == CMARK_EVENT_ENTER else {
        if let node = open.popLast() { steps.append(.close(node)) }
        continue
      }
      guard let pointer = unsafe cmark_iter_get_node(iterator) else { continue }
      let node = unsafe Self.node(pointer, parents: open)
      let line = Int(unsafe cmark_node_get_start_line(pointer))
      if node.isLeaf {
        steps.append(.leaf(node))
      } else {
        steps.append(.open(node, line: line))
        open.append(node)
      }
    }
  }

  private static func parse(_ source: String) -> OpaquePointer {
    cmark_gfm_core_extensions_ensure_registered()
    // cmark ends the process itself when memory is short, so that it never returns nothing.
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else {
      preconditionFailure("cmark makes a parser")
    }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      unsafe cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    var source = source
    source.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { chars in
        unsafe cmark_parser_feed(parser, chars.baseAddress, chars.count)
      }
    }
    guard let root = unsafe cmark_parser_finish(parser) else {
      preconditionFailure("cmark makes a document of every text")
    }
    unsafe cmark_consolidate_text_nodes(root)
    return unsafe root
  }

  private static func node(_ pointer: OpaquePointer, parents: [MarkdownNode]) -> MarkdownNode {
    switch unsafe text(cmark_node_get_type_string(pointer)) {
    case "document": .document
    case "block_quote": .blockQuote
    case "list": unsafe list(pointer)
    case "item": .item
    case "paragraph": .paragraph(inTightList: isInTightList(parents))
    case "heading": .heading(level: Int(unsafe cmark_node_get_heading_level(pointer)))
    case "thematic_break": .thematicBreak
    case "code_block":
      unsafe .codeBlock(language: language(pointer), text(cmark_node_get_literal(pointer)))
    case "html_block": unsafe .rawBlock(text(cmark_node_get_literal(pointer)))
    case "text": unsafe .text(text(cmark_node_get_literal(pointer)))
    case "softbreak": .softBreak
    case "linebreak": .lineBreak
    case "code": unsafe .code(text(cmark_node_get_literal(pointer)))
    case "html_inline": unsafe .rawInline(text(cmark_node_get_literal(pointer)))
    case "emph": .emphasis
    case "strong": .strong
    case "strikethrough": .strikethrough
    case "link": unsafe .link(address: text(cmark_node_get_url(pointer)), title: title(pointer))
    case "image": unsafe .image(address: text(cmark_node_get_url(pointer)), title: title(pointer))
    case "table": unsafe .table(numeric: numericColumns(pointer))
    case "table_header": .tableHeader
    case "table_row": .tableRow
    case "table_cell": .tableCell
    case let type:
      preconditionFailure("cmark made a node of type \(type), which is not switched on")
    }
  }

  private static func list(_ pointer: OpaquePointer) -> MarkdownNode {
    let isOrdered = unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
    let start = isOrdered ? Int(unsafe cmark_node_get_list_start(pointer)) : nil
    return .list(start: start, isTight: unsafe cmark_node_get_list_tight(pointer) != 0)
  }

  private static func isInTightList(_ parents: [MarkdownNode]) -> Bool {
    guard parents.last == .item, case .list(_, let isTight) = parents.dropLast().last else {
      return false
    }
    return isTight
  }

  private static func title(_ pointer: OpaquePointer) -> String {
    unsafe text(cmark_node_get_title(pointer))
  }

  /// The first word after the fence, which is the language by custom (CommonMark 4.5).
  private static func language(_ pointer: OpaquePointer) -> String {
    let words = unsafe text(cmark_node_get_fence_info(pointer)).split { $0.isWhitespace }
    return words.first.map(String.init) ?? ""
  }

  private static func numericColumns(_ pointer: OpaquePointer) -> [Bool] {
    let count = Int(unsafe cmark_gfm_extensions_get_table_columns(pointer))
    guard let alignments = unsafe cmark_gfm_extensions_get_table_alignments(pointer) else {
      return Array(repeating: false, count: count)
    }
    return (0..<count).map { unsafe alignments[$0] == UInt8(ascii: "r") }
  }

  private static func text(_ chars: UnsafePointer<CChar>?) -> String {
    guard let chars = unsafe chars else { return "" }
    return unsafe String(cString: chars)
  }
}
