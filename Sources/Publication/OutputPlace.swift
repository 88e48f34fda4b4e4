/// Where a site is to be: a name in an open folder.
struct OutputPlace: ~Copyable {
  /// The absolute path, for messages.
  let path: String
  /// The last part of the path.
  let name: String
  /// The folder around the site, in which everything happens.
  let parent: Folder

  /// Finds the place of `output`: a link to a folder stands for that folder.
  static func find(_ output: String) throws(PublicationError) -> OutputPlace {
    let path = try SystemFailure.reporting(
      .cannotCreate, output, doing: "find the folder around it"
    ) {
      () throws(SystemFailure) in
      try absolute(output)
    }
    let parts = path.split(separator: "/")
    guard let last = parts.last, last != ".", last != ".." else {
      throw PublicationError(.cannotCreate, output, "is no name for a site; name a new folder")
    }
    let around = "/" + parts.dropLast().joined(separator: "/")
    let parent = try SystemFailure.reporting(
      .cannotCreate, output, doing: "open the folder around it"
    ) {
      () throws(SystemFailure) in
      try Folder(path: around)
    }
    return OutputPlace(path: path, name: String(last), parent: parent)
  }

  /// Refuses what is not a site of ours: anything but nothing, an empty folder, or a report.
  func requireReplaceable() throws(PublicationError) {
    let isReplaceable = try SystemFailure.reporting(.cannotCreate, path, doing: "look into it") {
      () throws(SystemFailure) in
      try holdsNothingOfOthers()
    }
    guard isReplaceable else {
      throw PublicationError(
        .cannotCreate, path, "is not a report of so-report; remove it or choose another output")
    }
    let foreign = try SystemFailure.reporting(.cannotCreate, path, doing: "look into it") {
      () throws(SystemFailure) in
      try foreignFile()
    }
    if let foreign {
      throw PublicationError(
        .cannotCreate, path,
        "holds \(foreign), which is not of the report there and would be lost; move it away or "
          + "choose another output")
    }
  }

  /// A file below a report that its manifest does not list; nil when there is none.
  private func foreignFile() throws(SystemFailure) -> String? {
    guard try parent.entry(name) == .folder else { return nil }
    let folder = try parent.folder(name)
    guard let json = try folder.manifest() else { return nil }
    let listed = Set(PublishedManifest.paths(json: json) + [Manifest.fileName])
    return try folder.firstFile(below: "", notIn: listed)
  }

  private func holdsNothingOfOthers() throws(SystemFailure) -> Bool {
    guard let entry = try parent.entry(name) else { return true }
    guard entry == .folder else { return false }
    let folder = try parent.folder(name)
    guard let json = try folder.manifest() else { return try folder.names().isEmpty }
    return PublishedManifest.isOurs(json: json)
  }

  /// The path without links; its last part need not exist, all before it must.
  private static func absolute(_ output: String) throws(SystemFailure) -> String {
    if Folder.isAnything(at: output) { return try Folder.resolve(output) }
    let parts = output.split(separator: "/", omittingEmptySubsequences: false)
    guard let named = parts.lastIndex(where: { !$0.isEmpty }) else { return "/" }
    let around = parts[..<named].joined(separator: "/")
    let root = output.hasPrefix("/") ? "/" : "."
    return try Folder.resolve(around.isEmpty ? root : around) + "/" + parts[named]
  }
}
