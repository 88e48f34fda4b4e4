/// Why a folder of one's own templates or assets was not read.
package struct FileSetError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Whether something is not there, or is there and cannot be read.
  package enum Reason: Sendable {
    case missing, unreadable
  }

  /// The path as it was given.
  package let path: String
  package let reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The sentence for people.
  package var message: String {
    switch reason {
    case .missing: "\(path): there is no such folder"
    case .unreadable: "\(path): cannot be read"
    }
  }

  package var description: String { message }
}
