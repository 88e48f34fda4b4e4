/// One file of an archive, unpacked.
package struct ArchiveEntry: Equatable, Sendable {
  /// The name that the archive gives it: text to be shown, never a path to be opened.
  package let path: String
  /// The contents.
  package let bytes: [UInt8]
}
