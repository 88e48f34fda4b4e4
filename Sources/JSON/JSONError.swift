/// Where JSON text is wrong, what JSON has there, and what stands there instead.
///
/// `"\(error)"` reads `expected ',' or '}' after a member, found the end of the file`.
package struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The 0-based offset in bytes into the whole text; its count at the end of the file.
  package let offset: Int
  /// What would be right there, as a phrase: `',' or '}' after a member`.
  package let expected: String
  /// What is there, as a phrase: `the end of the file`, `'x'`, `byte 0xC3`.
  package let found: String

  /// An error whose three parts are known.
  package init(offset: Int, expected: String, found: String) {
    self.offset = offset
    self.expected = expected
    self.found = found
  }

  /// The sentence for people, without the place (see `lineAndColumn(of:in:)`).
  package var message: String { "expected \(expected), found \(found)" }

  /// The message.
  package var description: String { message }
}
