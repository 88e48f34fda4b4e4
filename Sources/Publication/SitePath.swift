/// The paths of files in a site: safe on every file system and in every URL as they are.
enum SitePath {
  /// Whether `path` is parts of letters, digits, `.`, `_` and `-`, joined by `/`, none of dots only.
  static func isValid(_ path: String) -> Bool {
    guard path != Manifest.fileName else { return false }
    return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      part.contains { $0 != "." } && part.utf8.allSatisfy(isAllowed)
    }
  }

  /// The folders around the file at `path`, from the outermost in.
  static func folders(of path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
