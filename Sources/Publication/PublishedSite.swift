/// A site that was published earlier.
package enum PublishedSite {
  /// What differs between the site at `path` and its manifest.json, by path; empty for nothing.
  ///
  /// Symbolic links are not followed: one in a file's place is a change. Throws exit code 66 for
  /// no site, 65 for a manifest that is not ours, 74 for a file that cannot be read.
  package static func verify(site path: String) throws(PublicationError) -> [SiteDifference] {
    let folder = try SystemFailure.reporting(.missing, path, doing: "open the site") {
      () throws(SystemFailure) in
      try Folder(path: path)
    }
    let json = try SystemFailure.reporting(.inputOutput, path, doing: "read manifest.json") {
      () throws(SystemFailure) in
      try folder.manifest()
    }
    guard let json else {
      throw PublicationError(.missing, path, "has no manifest.json; name a published report")
    }
    guard let manifest = PublishedManifest(json: json) else {
      throw PublicationError(.invalid, path, "manifest.json is not one of so-report")
    }
    return try SystemFailure.reporting(.inputOutput, path, doing: "read the site") {
      () throws(SystemFailure) in
      var comparison = SiteComparison(manifest: manifest, json: json)
      return try comparison.differences(in: folder)
    }
  }
}

extension Folder {
  /// The bytes of manifest.json; nil where there is no such file.
  func manifest() throws(SystemFailure) -> [UInt8]? {
    guard try entry(Manifest.fileName) == .file else { return nil }
    return try contents(Manifest.fileName)
  }

  /// The first file, in byte order, that is not among `paths`; links count as files.
  func firstFile(
    below prefix: String, notIn paths: Set<String>
  ) throws(SystemFailure) -> String? {
    for name in try names() {
      let path = prefix + name
      switch try entry(name) {
      case .folder:
        if let found = try folder(name).firstFile(below: "\(path)/", notIn: paths) { return found }
      case .file, .other: if !paths.contains(path) { return path }
      case nil: continue
      }
    }
    return nil
  }
}
