/// What is wrong in a template of the catalogue, and where.
package struct CatalogueError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The path, such as `templates/checks/IAM.3.md`.
  package let file: String
  /// The line, from 1.
  package let line: Int
  /// The column, from 1.
  package let column: Int
  /// What is wrong there and what was expected.
  package let message: String

  package init(file: String, line: Int = 1, column: Int = 1, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  package var description: String { "\(file):\(line):\(column): \(message)" }
}
