/// Why a file is not read as a custom lens, and where.
package struct LensError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A place in the file.
  package enum Place: Equatable, Sendable {
    /// A JSON pointer, and the 1-based column in the text there when a part of it is meant.
    case pointer(String, column: Int? = nil)
    /// Where the file is no JSON: a 0-based offset, a 1-based line and column.
    case byte(offset: Int, line: Int, column: Int)
  }

  /// The name of the file, as the caller gave it.
  package let file: String
  package let place: Place
  /// What is wrong there and what was expected.
  package let message: String

  /// The message, behind the column in the text at its place where a part of it is meant.
  package var textWithColumn: String {
    guard case .pointer(_, let column?) = place else { return message }
    return "column \(column): \(message)"
  }

  package init(file: String, place: Place, message: String) {
    self.file = file
    self.place = place
    self.message = message
  }

  package var description: String {
    switch place {
    case .pointer(let pointer, let column):
      "\(file) at \(pointer)\(column.map { ", column \($0)" } ?? ""): \(message)"
    case .byte(let offset, let line, let column):
      "\(file):\(line):\(column) (byte \(offset)): \(message)"
    }
  }
}
