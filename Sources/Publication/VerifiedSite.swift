/// A published site that is what its manifest says, to be read.
///
///     let site = try VerifiedSite("report")
///     let page = try site.contents("index.html")
///
/// Each file is compared once more as it is read, so that none can change in between. A class,
/// because the folder stays open until the last reader is done.
package final class VerifiedSite: Sendable {
  /// The absolute path of the folder, links resolved.
  package let path: String
  /// The version that wrote the site, and its evidence.
  package let manifest: Manifest
  /// The digest that manifest.json bears, 64 hexadecimal digits.
  package let digest: String
  /// The files by path; manifest.json is not among them.
  package let outputs: [String: Manifest.Output]

  private let folder: Folder

  /// Compares the site with its manifest.
  ///
  /// Throws exit code 66 for no site, 65 for one that differs from its manifest, and 74 for a file
  /// that cannot be read.
  package init(_ path: String) throws(PublicationError) {
    let differences = try PublishedSite.verify(site: path)
    if let first = differences.first {
      let rest = differences.count > 1 ? " and \(differences.count - 1) more" : ""
      throw PublicationError(
        .invalid, path,
        "is not what its manifest.json says: \(first.path) is \(first.kind.rawValue)\(rest); "
          + "build the report again")
    }
    folder = try SystemFailure.reporting(.missing, path, doing: "open the site") {
      () throws(SystemFailure) in
      try Folder(path: path)
    }
    self.path = try SystemFailure.reporting(.missing, path, doing: "find the site") {
      () throws(SystemFailure) in
      try Folder.resolve(path)
    }
    var json: [UInt8]?
    do throws(SystemFailure) {
      json = try folder.manifest()
    } catch {
      throw PublicationError(.inputOutput, path, "cannot read manifest.json: \(error.advice)")
    }
    guard let json, let published = PublishedManifest(json: json) else {
      throw PublicationError(.invalid, path, "manifest.json has just changed; try again")
    }
    manifest = Manifest(
      version: published.version, inputsDigest: published.inputsDigest, inputs: published.inputs)
    digest = published.digest
    outputs = Dictionary(published.outputs.map { ($0.path, $0) }) { first, _ in first }
  }

  /// Calls `body` with the pieces of a file that the manifest lists.
  ///
  /// Throws exit code 65 where the file is another by now, and 74 where it cannot be read.
  package func read(
    _ name: String, _ body: (Span<UInt8>) -> Void
  ) throws(PublicationError) {
    var hash = SHA256Hex()
    do throws(SystemFailure) {
      try Self.read(name[...], in: folder) { piece in
        hash.update(piece)
        body(piece)
      }
    } catch {
      throw PublicationError(.inputOutput, "\(path)/\(name)", "cannot read it: \(error.advice)")
    }
    guard hash.digest == outputs[name]?.sha256 else {
      throw PublicationError(.invalid, "\(path)/\(name)", "has just changed; try again")
    }
  }

  /// The bytes of a file that the manifest lists; throws as `read`.
  package func contents(_ name: String) throws(PublicationError) -> [UInt8] {
    var contents: [UInt8] = []
    contents.reserveCapacity(outputs[name]?.bytes ?? 0)
    try read(name) { piece in
      for index in piece.indices { contents.append(piece[index]) }
    }
    return contents
  }

  private static func read(
    _ path: Substring, in folder: borrowing Folder, _ body: (Span<UInt8>) -> Void
  ) throws(SystemFailure) {
    guard let slash = path.firstIndex(of: "/") else { return try folder.read(String(path), body) }
    let inner = try folder.folder(String(path[..<slash]))
    try read(path[path.index(after: slash)...], in: inner, body)
  }
}
