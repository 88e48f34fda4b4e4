import AssessmentModel

/// Evidence files as pages list them: one by one, but the files of one kind of which a folder holds
/// very many as one entry, because nobody reads thousands of rows.
struct EvidenceFileList: Sendable {
  /// From how many files of one kind on a folder is one entry.
  static let limit = 1000

  /// One file, or many of one folder.
  struct Entry: Sendable {
    /// Numbers of the files, in the order of their names.
    fileprivate(set) var files: [Int]
    /// Of one file its name; of many their folder's with a slash at its end, empty where there is none.
    let name: String
    /// Of one file its SHA-256; of many that of the list that `sha256sum` prints of them.
    fileprivate(set) var sha256: String

    var isFolder: Bool { files.count > 1 }
  }

  /// In the order of the first file of each.
  private(set) var entries: [Entry] = []
  /// By file: the number of its entry.
  private(set) var entryOfFile: [Int] = []
  /// By file: the time of its newest record, `Record.undated` where it has none.
  private(set) var newest: [Int64]

  /// What files of one entry have in common.
  private struct Key: Hashable {
    let folder: Substring
    let kind: String
    let isIncomplete: Bool

    init(_ file: EvidenceFile) {
      folder = EvidenceFileList.folder(of: file.name)
      kind = file.kind
      isIncomplete = file.isIncomplete
    }
  }

  init(_ evidence: Evidence) {
    newest = evidence.files.map { _ in Record.undated }
    for row in evidence.records.rows {
      newest[Int(row.file)] = max(newest[Int(row.file)], row.updated)
    }
    let files = evidence.files
    let counts = Self.counts(files)
    var numbers: [Key: Int] = [:]
    for (index, file) in files.enumerated() {
      let key = counts.isEmpty ? nil : Key(file)
      let isOne = key.map { (counts[$0] ?? 0) < Self.limit } ?? true
      if !isOne, let key, let number = numbers[key] {
        entries[number].files.append(index)
      } else {
        if !isOne, let key { numbers[key] = entries.count }
        let folder = Self.folder(of: file.name)
        let name = isOne ? file.name : folder.isEmpty ? "" : folder + "/"
        entries.append(Entry(files: [index], name: name, sha256: file.sha256))
      }
    }
    entryOfFile = files.map { _ in 0 }
    for (number, entry) in entries.enumerated() {
      if entry.isFolder { entries[number].sha256 = Self.digest(of: entry, files) }
      for file in entry.files { entryOfFile[file] = number }
    }
  }

  /// How many files there are of each folder and kind; nothing where they are few anyway.
  private static func counts(_ files: [EvidenceFile]) -> [Key: Int] {
    guard files.count >= limit else { return [:] }
    return files.reduce(into: [:]) { counts, file in counts[Key(file), default: 0] += 1 }
  }

  private static func folder(of name: String) -> Substring {
    name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name[..<$0] } ?? ""
  }

  private static func digest(of entry: Entry, _ files: [EvidenceFile]) -> String {
    var list: [UInt8] = []
    for index in entry.files {
      list += files[index].sha256.utf8
      list += "  ".utf8
      list += files[index].name.dropFirst(entry.name.count).utf8
      list.append(UInt8(ascii: "\n"))
    }
    return Digest.sha256Hex(of: CollectionOfOne(list))
  }
}
