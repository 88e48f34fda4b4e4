/// A file with the name that the report shows.
struct NamedFile {
  let file: InputFile
  let name: String

  /// Sorts files by name and digest, and numbers those of the same name.
  static func sorted(_ files: [InputFile], disk: FileAccess) -> [NamedFile] {
    let byName = files.sorted { $0.name.precedes($1.name) }
    var named: [NamedFile] = []
    var start = byName.startIndex
    while start < byName.endIndex {
      let end = byName[start...].firstIndex { $0.name != byName[start].name } ?? byName.endIndex
      let group = end - start == 1 ? Array(byName[start..<end]) : sorted(byName[start..<end], disk)
      for (index, file) in group.enumerated() {
        named.append(NamedFile(file: file, name: file.name + (index > 0 ? " (\(index + 1))" : "")))
      }
      start = end
    }
    return named
  }

  /// Sorts files of the same name by their digests, which take reading them once more.
  private static func sorted(_ files: ArraySlice<InputFile>, _ disk: FileAccess) -> [InputFile] {
    let digests = files.map { file in
      (file, file.path.flatMap { try? disk.read($0) }?.sha256Hex ?? "")
    }
    return digests.sorted { $0.1 < $1.1 }.map(\.0)
  }
}
