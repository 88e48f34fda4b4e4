extension Folder {
  /// Removes `name` and all below it, if it is there; a second try follows a failed first one.
  func removeTree(_ name: String) throws(SystemFailure) {
    do throws(SystemFailure) {
      try removeTreeOnce(name)
    } catch {
      try removeTreeOnce(name)
    }
  }

  /// Symbolic links are removed, never followed.
  private func removeTreeOnce(_ name: String) throws(SystemFailure) {
    guard let entry = try entry(name) else { return }
    guard entry == .folder else { return try removeFile(name) }
    // What someone has made read-only would keep its files; if this fails, the removal tells.
    try? allowRemoval(in: name)
    let folder = try folder(name)
    for child in try folder.names() { try folder.removeTreeOnce(child) }
    try removeEmptyFolder(name)
  }
}
