/// How a new site takes the place of an old one.
package enum Replacement: Sendable {
  /// In one step where the file system can, else by renaming.
  case exchanging
  /// With two renames, between which there is no site: for file systems that cannot exchange.
  case renaming
}
