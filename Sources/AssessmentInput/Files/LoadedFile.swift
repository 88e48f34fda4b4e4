import AssessmentModel
import FoundationEssentials

/// A file with its bytes, its digest and the name that the report shows.
struct LoadedFile {
  let file: InputFile
  let data: Data
  let sha256: String
  private(set) var name: String

  /// Reads a file; throws when it cannot be read.
  init(_ file: InputFile, disk: FileAccess) throws {
    self.file = file
    data = try file.path.map { try disk.read($0) } ?? disk.standardInput()
    sha256 = Digest.sha256Hex(of: CollectionOfOne(data))
    name = file.name
  }

  /// Sorts files by name and digest, and numbers those of the same name.
  static func sorted(_ files: [LoadedFile]) -> [LoadedFile] {
    var files = files.sorted { first, second in
      if first.name != second.name {
        return first.name.utf8.lexicographicallyPrecedes(second.name.utf8)
      }
      return first.sha256 < second.sha256
    }
    var counts: [String: Int] = [:]
    for index in files.indices {
      let count = counts[files[index].file.name, default: 0] + 1
      counts[files[index].file.name] = count
      if count > 1 { files[index].name += " (\(count))" }
    }
    return files
  }
}
