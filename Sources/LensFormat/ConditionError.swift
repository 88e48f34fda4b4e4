/// Why a text is no condition of a risk rule.
package struct ConditionError: Error, Equatable, Sendable {
  /// The 1-based column, in bytes.
  package let column: Int
  /// What was expected, and what stands there.
  package let message: String

  package init(column: Int, message: String) {
    self.column = column
    self.message = message
  }
}
