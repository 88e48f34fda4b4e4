import FoundationEssentials

/// A folder of one's own templates or assets on disk.
struct UserFolder {
  let path: String

  /// Every file below it by its path there; dot-files are left out.
  func files() throws(FileSetError) -> [(path: String, bytes: [UInt8])] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
      throw FileSetError(path: path, reason: .missing)
    }
    return try files(below: "")
  }

  private func files(below prefix: String) throws(FileSetError) -> [(String, [UInt8])] {
    let folder = prefix.isEmpty ? path : path + "/" + prefix
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw FileSetError(path: folder, reason: .unreadable)
    }
    var files: [(String, [UInt8])] = []
    for name in names.sorted() where !name.hasPrefix(".") {
      let inner = prefix.isEmpty ? name : prefix + "/" + name
      files += try isFolder(inner) ? self.files(below: inner) : [(inner, bytes(of: inner))]
    }
    return files
  }

  private func isFolder(_ inner: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + "/" + inner)
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }

  private func bytes(of inner: String) throws(FileSetError) -> [UInt8] {
    let file = path + "/" + inner
    do {
      return Array(try Data(contentsOf: URL(filePath: file)))
    } catch {
      throw FileSetError(path: file, reason: .unreadable)
    }
  }
}
