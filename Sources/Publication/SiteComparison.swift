/// A walk through a site that ticks off what its manifest lists.
struct SiteComparison {
  private let isManifestIntact: Bool
  private var expected: [String: Manifest.Output]
  private var found: [SiteDifference] = []

  init(manifest: PublishedManifest, json: [UInt8]) {
    isManifestIntact = Array(manifest.json.utf8) == json
    expected = Dictionary(manifest.outputs.map { ($0.path, $0) }) { first, _ in first }
  }

  /// The differences by path, in byte order.
  mutating func differences(in folder: borrowing Folder) throws(SystemFailure) -> [SiteDifference] {
    try compare(folder, below: "")
    found += expected.keys.map { SiteDifference(kind: .missing, path: $0) }
    return found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func compare(
    _ folder: borrowing Folder, below prefix: String
  ) throws(SystemFailure) {
    for name in try folder.names() {
      let path = prefix + name
      switch try folder.entry(name) {
      case .folder: try compare(folder.folder(name), below: "\(path)/")
      case .file: try compareFile(name, in: folder, path: path)
      case .other, nil:
        let kind: SiteDifference.Kind =
          expected.removeValue(forKey: path) == nil ? .extra : .changed
        found.append(SiteDifference(kind: kind, path: path))
      }
    }
  }

  private mutating func compareFile(
    _ name: String, in folder: borrowing Folder, path: String
  ) throws(SystemFailure) {
    if path == Manifest.fileName {
      if !isManifestIntact { found.append(SiteDifference(kind: .changed, path: path)) }
      return
    }
    guard let output = expected.removeValue(forKey: path) else {
      found.append(SiteDifference(kind: .extra, path: path))
      return
    }
    var hash = SHA256Hex()
    try folder.read(name) { hash.update($0) }
    if hash.digest != output.sha256 { found.append(SiteDifference(kind: .changed, path: path)) }
  }
}
