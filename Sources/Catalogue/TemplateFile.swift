import EmbeddedFiles
import YAML

/// A Markdown template with front matter.
struct TemplateFile {
  let path: String
  let header: YAMLNode
  let body: String
  /// The line of the file at which the body begins.
  let bodyLine: Int

  /// Splits and parses a file of the set.
  init(_ path: String, in files: FileSet) throws(CatalogueError) {
    let text = try Self.text(of: path, in: files)
    guard let parts = FrontMatter.split(text) else {
      throw CatalogueError(
        file: path, message: "expected front matter: YAML between two lines of ---")
    }
    self.path = path
    header = try Self.parse(parts.yaml, firstLine: 2, path: path)
    body = parts.body
    bodyLine = parts.bodyStartLine
  }

  /// The last component of the path without its ending.
  var name: String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.dropLast(file.hasSuffix(".md") ? 3 : 0))
  }

  /// The text of a file, which must be UTF-8.
  static func text(of path: String, in files: FileSet) throws(CatalogueError) -> String {
    guard files[path] != nil else {
      throw CatalogueError(file: path, message: "the file is missing")
    }
    guard let text = files.text(path) else {
      throw CatalogueError(file: path, message: "the file is not UTF-8 text")
    }
    return text
  }

  /// Parses YAML that begins at `firstLine` of a file.
  static func parse(
    _ yaml: String, firstLine: Int = 1, path: String
  ) throws(CatalogueError) -> YAMLNode {
    do {
      return try YAMLNode.parse(yaml, firstLine: firstLine)
    } catch {
      throw CatalogueError(
        file: path, line: error.line, column: error.column, message: error.message)
    }
  }
}
