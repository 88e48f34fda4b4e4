/// Why an archive was not unpacked.
package struct ArchiveError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What kind of reason it is.
  package enum Kind: Sendable {
    case damaged, encrypted
    /// It is packed in itself.
    case nested
    /// Something in it is no file.
    case link
    /// It is over a limit.
    case excessive
  }

  package let kind: Kind
  /// The name of the file inside that it is about; nil when it is about the archive.
  package let entry: String?
  /// What is wrong, to be read after a name: `is cut off or damaged (truncated gzip input)`.
  package let reason: String

  init(_ kind: Kind = .damaged, entry: String?, reason: String) {
    self.kind = kind
    self.entry = entry
    self.reason = reason
  }

  /// The sentence for people, without the archive's own name: `"a.json" in it is encrypted`.
  package var message: String { entry.map { "\"\($0)\" in it \(reason)" } ?? "it \(reason)" }

  /// The message.
  package var description: String { message }
}
