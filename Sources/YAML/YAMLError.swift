/// Why text is not read as YAML, and where.
package struct YAMLError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  package let line: Int
  /// The column, from 1, in Unicode scalars.
  package let column: Int
  /// What is wrong there: `the key "title" is there twice`.
  package let message: String

  /// An error whose place is known.
  package init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  /// The place and the message.
  package var description: String { "line \(line), column \(column): \(message)" }
}
