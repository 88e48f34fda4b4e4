/// Why an archive was not unpacked.
package struct ArchiveError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The name of the file inside that it is about; nil when it is about the archive.
  package let entry: String?
  /// What is wrong, to be read after a name: `is cut off or damaged (truncated gzip input)`.
  package let reason: String

  /// The sentence for people, without the archive's own name: `"a.json" in it is encrypted`.
  package var message: String { entry.map { "\"\($0)\" in it \(reason)" } ?? "it \(reason)" }

  /// The message.
  package var description: String { message }
}
