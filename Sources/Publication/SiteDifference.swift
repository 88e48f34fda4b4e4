/// One way in which a published site is not what its manifest says.
package struct SiteDifference: Equatable, Sendable {
  /// What is wrong with the file.
  package enum Kind: String, Sendable {
    case missing, changed, extra
  }

  /// What is wrong.
  package let kind: Kind
  /// Relative to the site, with `/` between folders.
  package let path: String
}
