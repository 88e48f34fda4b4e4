/// Something in a lens for which AWS refuses the upload.
package struct LensViolation: Hashable, Sendable, CustomStringConvertible {
  /// A JSON pointer.
  package let pointer: String
  /// What is wrong and what is allowed.
  package let text: String
  /// Whether the questions cannot be judged either, as mere limits of AWS leave them.
  ///
  /// An id is there twice, or a rule names a choice that is not there.
  package let isAmbiguous: Bool

  package var description: String { "\(pointer): \(text)" }
}
