/// A limit of the lens format that a lens does not keep.
package struct LensViolation: Hashable, Sendable, CustomStringConvertible {
  /// A JSON pointer.
  package let pointer: String
  /// What is wrong and what is allowed.
  package let text: String

  package var description: String { "\(pointer): \(text)" }
}
